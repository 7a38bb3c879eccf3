"""Speech as a file: WAV, which every player knows, or MP3, which is small enough to send.

Owns the form of the file. What makes the speech is given: any :class:`Synthesiser`, so that this
knows no voice.
"""

from __future__ import annotations

import wave
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePath
from typing import Final, Literal, NamedTuple, Protocol, cast, get_args

from giz_gesprek.errors import InputError
from giz_gesprek.export.files import STANDARD_OUTPUT
from giz_gesprek.i18n import _

SoundForm = Literal["wav", "mp3"]

_BYTES_IN_A_SAMPLE: Final = 2
_MP3_KILOBITS: Final = 48
"""Enough for one voice: a third of a megabyte a minute, where WAV takes two and a half."""
_MP3_BEST: Final = 2


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

    is_another: bool
    """Whether another voice reads than the one that was chosen."""

    def synthesise(self, text: str, *, language: str, rate: str) -> Pcm:
        """Return the sound of ``text`` at the rate ``slow``, ``normal`` or ``brisk``.

        Raises:
            SoundError: there is no voice for the language, or no sound came of it.

        """


class Heard(NamedTuple):
    """A sentence as sound, and the seconds of silence after it."""

    sound: Pcm
    pause: float


def sound_form(output: str) -> SoundForm:
    """Return the form of a file by the end of its name; standard output is WAV.

    Raises:
        InputError: the name ends in neither.

    """
    if output == STANDARD_OUTPUT:
        return "wav"
    ending = PurePath(output).suffix.lower().removeprefix(".")
    if ending not in get_args(SoundForm):
        raise InputError(_("A sound file ends in .wav or .mp3. Give another name with --output."))
    return cast("SoundForm", ending)


def sound_file(sentences: Iterable[Heard], form: SoundForm) -> bytes:
    """Return a file that holds the sentences one after the other.

    Raises:
        ValueError: there is no sentence, or they differ in samples a second.

    """
    parts = list(sentences)
    rates = {part.sound.samples_per_second for part in parts}
    if len(rates) != 1:
        raise ValueError(f"sound of {sorted(rates)} samples a second cannot be one file")
    (rate,) = rates
    samples = b"".join(part.sound.samples + _silence(rate, part.pause) for part in parts)
    return _mp3(samples, rate) if form == "mp3" else _wav(samples, rate)


def _silence(rate: int, seconds: float) -> bytes:
    return bytes(round(rate * seconds) * _BYTES_IN_A_SAMPLE)


def _wav(samples: bytes, rate: int) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(_BYTES_IN_A_SAMPLE)
        sound.setframerate(rate)
        sound.writeframes(samples)
    return file.getvalue()


def _mp3(samples: bytes, rate: int) -> bytes:
    # Needed for this alone, and seldom.
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(rate)
    encoder.set_bit_rate(_MP3_KILOBITS)
    encoder.set_quality(_MP3_BEST)
    return bytes(encoder.encode(samples) + encoder.flush())
