"""A voice as the speaker sees it, and pyttsx3 as the one interface behind it.

Owns pyttsx3. An engine of ours gives samples, so that it can be stopped, used again and
rendered; a voice of the platform does not, and is good for one text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol

import pyttsx3

from giz_gesprek.speech.worker.drivers import DRIVER, register
from giz_gesprek.speech.worker.faults import SpeechFault
from giz_gesprek.speech.worker.player import Player
from giz_gesprek.speech.worker.sound_card import Device, at_rate, find_device
from giz_gesprek.speech.worker.sources import Reading, Source, Speech, joined

_RENDERED: Final = 22_050
"""Samples a second of what is made for a file, whichever voice reads: a file has one rate."""


class Voice(Protocol):
    """Reads texts, all on one thread; ``stop`` may come from another."""

    name: str
    once: bool
    """Whether it reads one text only, and is stopped by ending the process."""

    def voice_for(self, language: str) -> str | None:
        """Return the name of what reads this language, or None."""

    def device(self) -> Device | None:
        """Return where the sound goes, or None where it cannot go anywhere."""

    def prepare(self) -> None:
        """Do beforehand what the first text would have to wait for."""

    def make_ahead(self, reading: Reading) -> None:
        """Begin to make what may be read next, where that takes long. On any thread."""

    def allow(self) -> None:
        """Take back an earlier stop."""

    def stop(self) -> None:
        """Cut off what is being read."""

    def speak(
        self, reading: Reading, started: Callable[[], None], word: Callable[[int, int], None]
    ) -> bool:
        """Read, and return when it was heard; False when it was cut off.

        ``started`` is called at the first sound, ``word`` with the place and length of a word
        when that is heard.

        Raises:
            SpeechFault: it cannot be read.

        """

    def render(self, reading: Reading) -> Speech:
        """Return the sound of a text.

        Raises:
            SpeechFault: it cannot be made.

        """


class Spoken:
    """One text on its way through pyttsx3, and how that ended."""

    def __init__(self, started: Callable[[], None], word: Callable[[int, int], None]) -> None:
        """Report the start and the words."""
        self.completed = False
        self.exception: Exception | None = None
        self._started = started
        self._word = word

    def through(
        self,
        engine: Any,  # noqa: ANN401  # pyttsx3 has no types
        reading: Reading,
        voice: str,
    ) -> bool:
        """Read with a voice, by its name to the driver; return whether it was read to the end.

        Raises:
            SpeechFault: pyttsx3 or its driver failed.

        """
        topics = {
            "started-utterance": self._start,
            "started-word": self._meet,
            "finished-utterance": self._finish,
            "error": self._fail,
        }
        tokens = [engine.connect(topic, listener) for topic, listener in topics.items()]
        try:
            # The voice first: choosing one sets the rate of the platforms' drivers anew.
            engine.setProperty("voice", voice)
            engine.setProperty("rate", reading.words_per_minute)
            engine.setProperty("volume", reading.volume)
            engine.say(reading.text)
            engine.runAndWait()
        finally:
            for token in tokens:
                engine.disconnect(token)
        if isinstance(self.exception, SpeechFault):
            raise self.exception
        if self.exception is not None:
            raise SpeechFault from self.exception
        return self.completed

    def _start(self, name: str | None) -> None:
        self._started()

    def _meet(self, name: str | None, location: int, length: int) -> None:
        self._word(location, length)

    def _finish(self, name: str | None, completed: bool) -> None:  # noqa: FBT001  # as pyttsx3
        self.completed = completed

    def _fail(self, name: str | None, exception: Exception) -> None:
        self.exception = exception


class OwnVoice:
    """A :class:`Voice` over an engine that gives samples."""

    once = False

    def __init__(self, source: Source) -> None:
        """Speak with *source*, through pyttsx3 and our own player."""
        self.name = source.name
        self._source = source
        self._player = Player()
        register(DRIVER, source, self._player)
        self._engine = pyttsx3.init(DRIVER)

    def voice_for(self, language: str) -> str | None:
        """See :class:`Voice`."""
        return self._source.voice_for(language)

    def device(self) -> Device | None:
        """See :class:`Voice`."""
        return find_device()

    def prepare(self) -> None:
        """See :class:`Voice`."""
        self._player.prepare()

    def make_ahead(self, reading: Reading) -> None:
        """See :class:`Voice`."""
        self._source.make_ahead(reading)

    def allow(self) -> None:
        """See :class:`Voice`."""
        self._player.allow()

    def stop(self) -> None:
        """See :class:`Voice`."""
        self._player.hush()

    def speak(
        self, reading: Reading, started: Callable[[], None], word: Callable[[int, int], None]
    ) -> bool:
        """See :class:`Voice`."""
        return Spoken(started, word).through(self._engine, reading, reading.language)

    def render(self, reading: Reading) -> Speech:
        """See :class:`Voice`."""
        made = joined(self._source.synthesise(reading, unwanted=lambda: False))
        return at_rate(made, _RENDERED)
