"""Speech as samples instead of sound, for a file. Needs no sound device.

The samples come through the pipe of a worker: what is said is in no file but the one that was
asked for.
"""

from __future__ import annotations

import base64
from typing import NamedTuple, cast, get_args

from giz_gesprek.speech.choosing import engine_for_files
from giz_gesprek.speech.dialogue import Dialogue
from giz_gesprek.speech.engines import OWN_ENGINE
from giz_gesprek.speech.problems import EngineMissing
from giz_gesprek.speech.protocol import WORDS_PER_MINUTE, Rate, language_of


class Pcm(NamedTuple):
    """Sound: 16-bit little-endian mono samples, and how many a second."""

    samples: bytes
    samples_per_second: int


class Renderer(Dialogue):
    """Makes the sound of texts, with one worker for all of them; use it in a ``with`` block."""

    def __init__(self, engine: str | None = None) -> None:
        """Choose the engine; see :func:`giz_gesprek.speech.choosing.engine_for_files`."""
        super().__init__(engine_for_files(engine))
        self._last_id = 0
        self.is_another = False
        """Whether our own reads, because the chosen one cannot be loaded here."""

    def synthesise(self, text: str, *, language: str, rate: str = "normal") -> Pcm:
        """Return the sound of one sentence.

        Args:
            text: as it is to be said.
            language: of the text, such as ``nl``.
            rate: ``slow``, ``normal`` or ``brisk``.

        Raises:
            SoundError: no voice for the language, or no sound came of it.
            ValueError: there is no such rate.

        """
        if rate not in get_args(Rate):
            raise ValueError(f"no such rate: {rate}")
        try:
            return self._made(text, language, cast("Rate", rate))
        except EngineMissing:
            if self._engine == OWN_ENGINE:
                raise
        self.change_to(OWN_ENGINE)
        self.is_another = True
        return self._made(text, language, cast("Rate", rate))

    def _made(self, text: str, language: str, rate: Rate) -> Pcm:
        self._last_id += 1
        request = {
            "cmd": "render",
            "id": self._last_id,
            "text": text,
            "voice": language_of(language),
            "rate": WORDS_PER_MINUTE[rate],
        }
        samples = bytearray()
        samples_per_second = 0
        for message in self.ask(request, last="finished"):
            if message["event"] == "sound":
                samples += base64.b64decode(message["data"])
                samples_per_second = message["rate"]
        return Pcm(bytes(samples), samples_per_second)
