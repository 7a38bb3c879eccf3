"""The voices of Windows (``sapi5``) and macOS (``nsss``), through the drivers of pyttsx3.

Those drivers lose second texts, stop late or never, and sometimes do not return. So a process
reads one text and ends, and who wants silence ends it. Not tried on real machines yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import pyttsx3

from giz_gesprek.speech.protocol import language_of
from giz_gesprek.speech.worker.faults import NoEngine, NoVoice, SpeechFault
from giz_gesprek.speech.worker.sound_card import Device
from giz_gesprek.speech.worker.sources import Reading, Speech
from giz_gesprek.speech.worker.voices import Spoken

_NEEDED: Final = "nl"


class PlatformVoice:
    """A :class:`giz_gesprek.speech.worker.voices.Voice` that is good for one text."""

    once = True

    def __init__(self, driver: str) -> None:
        """Load a driver of pyttsx3.

        Raises:
            NoEngine: it does not work on this machine, or has no Dutch voice here.

        """
        self.name = driver
        try:
            self._engine: Any = pyttsx3.init(driver)
        except (ImportError, OSError, RuntimeError, AttributeError):
            raise NoEngine from None
        if self.voice_for(_NEEDED) is None:
            raise NoEngine

    def voice_for(self, language: str) -> str | None:
        """See the protocol."""
        try:
            voices = list(self._engine.getProperty("voices"))
        except (AttributeError, KeyError, OSError, TypeError, ValueError):
            # One voice with an odd language tag makes SAPI's whole list fail.
            return None
        return voice_of(voices, language)

    def device(self) -> Device | None:
        """See the protocol. The system chooses, and does not tell."""
        return Device(self.name, "")

    def prepare(self) -> None:
        """Nothing: the platform opens its device by itself."""

    def make_ahead(self, reading: Reading) -> None:
        """Nothing: such a voice plays what it makes."""

    def allow(self) -> None:
        """Nothing was stopped: a stop ends this process."""

    def stop(self) -> None:
        """Nothing: the client ends this process instead."""

    def speak(
        self, reading: Reading, started: Callable[[], None], word: Callable[[int, int], None]
    ) -> bool:
        """See the protocol. Words are not told: SAPI tells them before they are heard."""
        voice = self.voice_for(reading.language)
        if voice is None:
            raise NoVoice
        # SAPI is silent where it believes that it is free already.
        self._engine.proxy.setBusy(True)
        return Spoken(started, lambda _start, _length: None).through(self._engine, reading, voice)

    def render(self, reading: Reading) -> Speech:
        """See the protocol. These voices write files only, and we write none of what is said."""
        raise SpeechFault


def voice_of(voices: Iterable[Any], language: str) -> str | None:
    """Return the id of the first voice of a language, such as ``nl`` for nl-NL and nl_BE."""
    for voice in voices:
        tags = (
            tag.decode("ascii", "ignore") if isinstance(tag, bytes) else str(tag)
            for tag in voice.languages or ()
        )
        if any(language_of(tag.strip("\x05")) == language for tag in tags):
            return str(voice.id)
    return None
