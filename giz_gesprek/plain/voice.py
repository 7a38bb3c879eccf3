"""Reading a step aloud, sentence by sentence, beside what is typed.

Owns the thread that waits for the voice. Must not know a step: it gets texts. Where reading fails
it says so once, and everything goes on in silence.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from giz_gesprek.content.voiced import VoicedText
from giz_gesprek.spoken import PAUSE

if TYPE_CHECKING:
    from giz_gesprek.conversation.people import SpeechRate
    from giz_gesprek.speech import Event

_PROBLEMS: Final = {
    "no-engine": "voice.none",
    "no-voice": "voice.none",
    "no-audio-device": "voice.no_sound",
}
_OTHER_PROBLEM: Final = "plain.voice_failed"
_OTHER_VOICE: Final = "voice.other"


class _Sentence(NamedTuple):
    """What is said, and in which language."""

    text: str
    language: str


class Voice(Protocol):
    """A voice that says one text at a time. ``speech.SpeechClient`` is one."""

    @property
    def state(self) -> str:
        """What it is doing; ``off`` after too many failures."""

    def speak(self, text: str, *, language: str, rate: SpeechRate = "normal") -> int:
        """Say ``text``; returns at once with the number under which events come."""

    def prepare(self, text: str, *, language: str, rate: SpeechRate = "normal") -> None:
        """Begin to make what ``speak`` will be asked to say next; returns at once."""

    def stop(self) -> None:
        """Be silent; returns at once."""

    def try_again(self) -> None:
        """Be on again after too many failures."""

    def close(self) -> None:
        """End for good."""


def speech_client(tell: Callable[[Event], None], *, chosen: str | None = None) -> Voice:
    """Return the ``chosen`` voice, or the usual one, which gives its events to ``tell``."""
    # Who reads for themselves never needs it.
    from giz_gesprek.speech import SpeechClient

    return SpeechClient(tell, engine=chosen)


class Reader:
    """One reading at a time; the newest wins."""

    def __init__(
        self,
        pronunciations: Callable[[str], Mapping[str, str]],
        make_voice: Callable[[Callable[[Event], None]], Voice] = speech_client,
        *,
        pause: float = PAUSE,
    ) -> None:
        """Start nothing yet.

        Args:
            pronunciations: returns how words of a language are said.
            make_voice: returns a voice that gives its events to what it gets.
            pause: seconds of silence between two sentences.

        """
        self._pronunciations = pronunciations
        self._make_voice = make_voice
        self._pause = pause
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._voice: Voice | None = None
        self._reading: threading.Thread | None = None
        self._silent = threading.Event()

    def read(
        self,
        texts: Iterable[str],
        language: str,
        rate: SpeechRate,
        tell: Callable[[str], None],
    ) -> None:
        """Begin to read, and return at once.

        Args:
            texts: from top to bottom.
            language: of what people wrote; a text of the content knows its own.
            rate: how fast.
            tell: takes the id of a text that says why it is silent, or that another voice reads, on
                the thread of the reading.

        """
        self.stop()
        self._silent.clear()
        self._reading = threading.Thread(
            target=self._read,
            args=(tuple(texts), language, rate, tell),
            name="reading",
            daemon=True,
        )
        self._reading.start()

    def wait(self) -> None:
        """Wait until all is read."""
        if self._reading is not None:
            self._reading.join()
            self._reading = None

    def stop(self) -> None:
        """Be silent."""
        self._silent.set()
        if self._voice is not None:
            self._voice.stop()
        self.wait()

    def close(self) -> None:
        """End the voice for good."""
        self.stop()
        if self._voice is not None:
            self._voice.close()
            self._voice = None

    def _read(
        self,
        texts: tuple[str, ...],
        language: str,
        rate: SpeechRate,
        tell: Callable[[str], None],
    ) -> None:
        if self._voice is None:
            self._voice = self._make_voice(self._events.put)
        if self._voice.state == "off":
            self._voice.try_again()
        coming = self._sentences(texts, language)
        now = next(coming, None)
        while now is not None and not self._silent.is_set():
            number = self._voice.speak(now.text, language=now.language, rate=rate)
            now = next(coming, None)
            if now is not None:
                self._voice.prepare(now.text, language=now.language, rate=rate)
            problem = self._end_of(self._voice, number, tell)
            if problem is not None:
                tell(problem)
                return
            self._silent.wait(self._pause)

    def _sentences(self, texts: tuple[str, ...], language: str) -> Iterator[_Sentence]:
        # Loads the words for numbers, which no line needs before it is read.
        from giz_gesprek.spoken import spoken_sentences

        for text in texts:
            spoken_in, say = language, None
            if isinstance(text, VoicedText):
                spoken_in, say = text.language, text.say
            pronunciations = self._pronunciations(spoken_in)
            for sentence in spoken_sentences(
                text, language=spoken_in, pronunciations=pronunciations, say=say
            ):
                yield _Sentence(sentence.text, spoken_in)

    def _end_of(self, voice: Voice, number: int, tell: Callable[[str], None]) -> str | None:
        """Wait until a sentence has ended; return the id of a text about what went wrong."""
        from giz_gesprek.speech import Failed, Finished, OtherVoice, Stopped  # with the voice

        if self._silent.is_set():
            voice.stop()  # silence was asked for while this sentence was handed over
        while True:
            event = self._events.get()
            if event.id not in {number, None}:
                continue
            match event:
                case OtherVoice():
                    tell(_OTHER_VOICE)
                case Failed(code=code):
                    return _PROBLEMS.get(code, _OTHER_PROBLEM)
                case Finished() | Stopped():
                    return None
