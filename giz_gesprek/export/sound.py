"""Speech as a file: WAV, which every player knows.

Owns the form of the file. What makes the speech is given: any :class:`Synthesiser`, so that this
knows no voice.
"""

from __future__ import annotations

import wave
from collections.abc import Iterable
from io import BytesIO
from typing import Final, Protocol

_BYTES_IN_A_SAMPLE: Final = 2


class Pcm(Protocol):
    """Sound: 16-bit little-endian mono samples, and how many a second."""

    @property
    def samples(self) -> bytes:
        """The samples, two bytes each."""

    @property
    def samples_per_second(self) -> int:
        """How fast they follow each other."""


class Synthesiser(Protocol):
    """What makes the sound of a sentence."""

    def synthesise(self, text: str, *, language: str, rate: str) -> Pcm:
        """Return the sound of ``text`` at the rate ``slow``, ``normal`` or ``brisk``.

        Raises:
            SoundError: there is no voice for the language, or no sound came of it.

        """


def wav(sentences: Iterable[Pcm], *, pause: float) -> bytes:
    """Return a file that holds the sentences, with *pause* seconds of silence after each.

    Raises:
        ValueError: there is no sentence, or they differ in samples a second.

    """
    parts = list(sentences)
    rates = {part.samples_per_second for part in parts}
    if len(rates) != 1:
        raise ValueError(f"sound of {sorted(rates)} samples a second cannot be one file")
    (rate,) = rates
    silence = bytes(round(rate * pause) * _BYTES_IN_A_SAMPLE)
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(_BYTES_IN_A_SAMPLE)
        sound.setframerate(rate)
        for part in parts:
            sound.writeframes(part.samples + silence)
    return file.getvalue()
