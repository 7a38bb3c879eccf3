"""Our own drivers for pyttsx3, over an engine that gives samples and our player.

Unlike the drivers that come with pyttsx3, ``runAndWait`` returns when the last sound was heard,
words are reported when they are heard, and ``stop`` stops.
"""

from __future__ import annotations

import sys
from functools import cache, partial
from types import ModuleType
from typing import Any, Final

from giz_gesprek.speech.worker.player import Player
from giz_gesprek.speech.worker.sources import Reading, Source, WordMark

DRIVER: Final = "giz_espeak"


def register(name: str, source: Source, player: Player) -> None:
    """Let ``pyttsx3.init(name)`` speak with *source* through *player*."""
    full_name = f"pyttsx3.drivers.{name}"
    module = ModuleType(full_name, __doc__)
    module.buildDriver = lambda proxy: Driver(proxy, source, player)  # type: ignore[attr-defined]
    sys.modules[full_name] = module


class Driver:
    """What pyttsx3 wants a driver to be; see ``pyttsx3.drivers.dummy``.

    The property ``voice`` is a language; ``rate`` is in words a minute, ``volume`` from 0 to 1.
    """

    def __init__(self, proxy: Any, source: Source, player: Player) -> None:  # noqa: ANN401  # untyped
        """Take pyttsx3's proxy, what makes the sound, and what plays it."""
        self._proxy = proxy
        self._source = source
        self._player = player
        self._properties: dict[str, Any] = {"voice": "nl", "rate": 120, "volume": 1.0, "voices": []}

    def startLoop(self) -> None:  # noqa: N802  # pyttsx3's name
        """Do everything that was queued. Saying is done before it returns."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802  # pyttsx3's name
        """Nothing runs by itself, so there is nothing to end."""

    def say(self, text: str) -> None:
        """Speak, and return when it was heard or hushed.

        Raises:
            SpeechFault: it cannot; pyttsx3 passes it on as its event ``error``.

        """
        self._proxy.setBusy(True)
        try:
            completed = self._spoken(text)
            self._proxy.notify("finished-utterance", completed=completed)
        finally:
            # Else pyttsx3 keeps the end of its loop for the next one, and fails on it there.
            self._proxy.setBusy(False)

    def _spoken(self, text: str) -> bool:
        known = self._properties
        reading = Reading(text, known["voice"], known["rate"], known["volume"])
        started = cache(lambda: self._proxy.notify("started-utterance"))
        for speech in self._source.synthesise(reading, unwanted=lambda: self._player.is_hushed):
            tell = partial(self._tell, list(reversed(speech.words)))
            if not self._player.play(speech, started=started, heard=tell):
                return False
        return not self._player.is_hushed

    def stop(self) -> None:
        """Be silent."""
        self._player.hush()

    def getProperty(self, name: str) -> object:  # noqa: N802  # pyttsx3's name
        """Return a property."""
        return self._properties[name]

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802  # pyttsx3's name
        """Set a property."""
        self._properties[name] = value

    def _tell(self, waiting: list[WordMark], sample: int) -> None:
        while waiting and waiting[-1].sample <= sample:
            word = waiting.pop()
            self._proxy.notify("started-word", location=word.start, length=word.length)
