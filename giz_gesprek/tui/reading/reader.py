"""Reads parts of a screen one sentence at a time, and lights what is being said.

Owns the order, the pause between sentences and what an event of the voice means. Knows no screen:
whoever is read gets told. Everything here happens on the thread of the app.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final, Protocol

from giz_gesprek.tui.reading.scrolling import bring_into_view
from giz_gesprek.tui.reading.sentences import Pronunciations, ScreenSentence, screen_sentences

if TYPE_CHECKING:
    from textual.timer import Timer

    from giz_gesprek.conversation.people import SpeechRate
    from giz_gesprek.speech import Event
    from giz_gesprek.tui.reading.parts import Part
    from giz_gesprek.tui.reading.voice import Voice, Wishes

SWITCHED_OFF: Final = "switched-off"
LACKING: Final = frozenset({"no-engine", "no-voice", "no-audio-device"})
"""What is missing on the computer: this stays the reason, however often it was tried."""


class Listener(Protocol):
    """Whose text is read."""

    def show_reading(self, *, speaking: bool) -> None:
        """Show that the voice reads, or that it is silent again."""

    def tell_reading_failed(self, code: str) -> None:
        """Say once that there is no voice, and why: a code of ``speech``."""

    def tell_other_voice(self) -> None:
        """Say once that another voice reads than the chosen one."""


class Reader:
    """One reading at a time; the newest wins, and any key ends it."""

    def __init__(
        self, voice: Callable[[], Voice], later: Callable[[float, Callable[[], None]], Timer]
    ) -> None:
        """Prepare to read with ``voice``, which is asked for when it is first needed.

        ``later`` calls something after so many seconds.
        """
        self._voice = voice
        self._later = later
        self._listener: Listener | None = None
        self._rest: Iterator[ScreenSentence] = iter(())
        self._now: ScreenSentence | None = None
        self._next: ScreenSentence | None = None
        self._id: int | None = None
        self._rate: SpeechRate = "normal"
        self._pause: Timer | None = None
        self._interrupted: tuple[Listener, Iterator[ScreenSentence]] | None = None
        self._reached = 0
        self.has_failed = False
        self._untold = False

    @property
    def is_reading(self) -> bool:
        """Whether the voice reads, or pauses between two sentences."""
        return self._listener is not None

    # --- begin and end ------------------------------------------------------------------

    def read(
        self,
        parts: Iterable[Part],
        wishes: Wishes,
        pronunciations: Pronunciations,
        listener: Listener,
    ) -> None:
        """Read ``parts`` from the first one."""
        self.stop()
        self._begin(screen_sentences(parts, wishes.language, pronunciations), wishes.rate, listener)

    def _begin(self, what: Iterator[ScreenSentence], rate: SpeechRate, listener: Listener) -> None:
        self._rest, self._rate = what, rate
        self._next = next(self._rest, None)
        if self._next is None:
            return
        voice = self._voice()
        if voice.state == "off":
            voice.try_again()
        self._listener = listener
        listener.show_reading(speaking=True)
        self._say_next()

    def stop(self) -> None:
        """Be silent at once."""
        listener, self._listener = self._listener, None
        if listener is None:
            return
        # The voice before anything else: what follows takes milliseconds.
        self._voice().stop()
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self._id = None
        self._unlight()
        self._now = self._next = None
        self._rest = iter(())
        listener.show_reading(speaking=False)

    def stop_for(self, listener: Listener) -> None:
        """Be silent if it is this one that is read."""
        if self._listener is listener:
            self.stop()

    def interrupt(self) -> None:
        """Be silent because of a key, which may want to know what it ended."""
        self._interrupted = None
        if self._listener is not None:
            left = [each for each in (self._now, self._next) if each is not None]
            if self._pause is not None:
                # The sentence was said to its end.
                left = left[-1:]
            self._interrupted = self._listener, chain(left, self._rest)
        self.stop()

    @property
    def has_interrupted(self) -> bool:
        """Tell whether the last key has ended a reading."""
        return self._interrupted is not None

    def go_on(self, rate: SpeechRate) -> None:
        """Go on with what the last key has ended, from the begin of its sentence."""
        interrupted, self._interrupted = self._interrupted, None
        if interrupted is not None:
            listener, rest = interrupted
            self._begin(rest, rate, listener)

    # --- from sentence to sentence --------------------------------------------------------

    def _say_next(self) -> None:
        self._pause = None
        self._unlight()
        self._now, self._next, self._reached = self._next, None, 0
        if self._now is not None:
            self._id = self._voice().speak(
                self._now.spoken.text, language=self._now.language, rate=self._rate
            )
            self._prepare_next()

    def take(self, event: Event) -> None:
        """Do what an event asks for; one about something that was ended does nothing."""
        # The events come with the voice, which is loaded when it is first needed.
        from giz_gesprek.speech import Failed, Finished, OtherVoice, Started, Stopped, Word

        if isinstance(event, OtherVoice):
            self._untold = True  # until somebody hears it
            return
        if self._listener is None or event.id not in {self._id, None}:
            return
        match event:
            case Started():
                self.has_failed = False
                self._light()
                if self._untold:
                    self._untold = False
                    self._listener.tell_other_voice()
            case Word(start=start, length=length):
                self._light_word(start, length)
            case Finished():
                self._wait_for_next()
            case Stopped():
                self.stop()
            case Failed(code=code):
                self._fail(code)

    def _prepare_next(self) -> None:
        """Let the voice make the next sentence while this one is heard."""
        self._next = self._next or next(self._rest, None)
        if self._next is not None:
            self._voice().prepare(
                self._next.spoken.text, language=self._next.language, rate=self._rate
            )

    def _wait_for_next(self) -> None:
        self._id = None
        self._next = self._next or next(self._rest, None)
        if self._next is None:
            self.stop()
        else:
            from giz_gesprek.spoken import PAUSE  # loaded by now: something was said

            self._pause = self._later(PAUSE, self._say_next)

    def _fail(self, code: str) -> None:
        listener = self._listener
        self.has_failed = True
        self.stop()
        if listener is not None:
            is_off = self._voice().state == "off" and code not in LACKING
            listener.tell_reading_failed(SWITCHED_OFF if is_off else code)

    # --- what is lit ----------------------------------------------------------------------

    def _light(self) -> None:
        if self._now is not None:
            start, end = self._now.lit
            self._now.part.light.light_spoken((start, end), None)
            bring_into_view(self._now.part.widget, (start, end), len(self._now.part.shown))

    def _light_word(self, start: int, length: int) -> None:
        # A voice may tell of a word late or twice; the eye never has to go back.
        if self._now is None or start < self._reached:
            return
        self._reached = start
        word = self._now.word(start, length)
        if word is not None:
            self._now.part.light.light_spoken(self._now.lit, word)

    def _unlight(self) -> None:
        if self._now is not None:
            self._now.part.light.light_spoken(None, None)
