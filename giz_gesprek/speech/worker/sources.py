"""What makes sound of a text, whichever engine it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.frames / self.samples_per_second


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

    def make_ahead(self, reading: Reading) -> None:
        """Begin to make what may be asked for next, where that takes long. On any thread."""

    def synthesise(self, reading: Reading, *, unwanted: Callable[[], bool]) -> Iterable[Speech]:
        """Give the sound of a text, in pieces that follow each other.

        Where making takes long, the next piece is made while one is heard. Ends early, and at
        once, when the text is *unwanted*.

        Raises:
            NoVoice: no voice reads this language.
            SpeechFault: no sound came of it.

        """


def joined(pieces: Iterable[Speech]) -> Speech:
    """Return pieces that follow each other as one sound; where its words are is not kept."""
    made = list(pieces)
    return Speech(b"".join(each.samples for each in made), made[0].samples_per_second)
