"""What makes sound of a text, whichever engine it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol


class WordMark(NamedTuple):
    """A word: its characters in the text, and the sample at which it begins to sound."""

    start: int
    length: int
    sample: int


class Speech(NamedTuple):
    """Sound: 16-bit little-endian mono samples, how many a second, and where the words are."""

    samples: bytes
    samples_per_second: int
    words: tuple[WordMark, ...] = ()

    @property
    def frames(self) -> int:
        """How many samples there are."""
        return len(self.samples) // 2


class Reading(NamedTuple):
    """A text to be read.

    Attributes:
        text: one sentence, as it is to be said.
        language: of the text, such as ``nl``.
        words_per_minute: how fast it is heard, pauses included.
        volume: from 0 to 1.

    """

    text: str
    language: str
    words_per_minute: int
    volume: float = 1.0


class Source(Protocol):
    """An engine that gives samples instead of playing them."""

    name: str
    """Product and version."""

    def voice_for(self, language: str) -> str | None:
        """Return the name of the voice that reads this language, or None."""

    def synthesise(self, reading: Reading, *, unwanted: Callable[[], bool]) -> Speech:
        """Make all the sound of a text; give up early once it is *unwanted*.

        Raises:
            NoVoice: no voice reads this language.
            SpeechFault: no sound came of it.

        """
