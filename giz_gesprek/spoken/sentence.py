"""A sentence that is said, with the way back to the letters on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

PAUSE: Final = 0.7
"""Seconds of silence between two sentences: who listens slowly keeps up."""


@dataclass(frozen=True)
class Piece:
    """A range of what is shown, and the range of what is said for it.

    ``exact`` pieces are said letter for letter; of the others a part cannot be pointed at.
    """

    shown_start: int
    shown_end: int
    spoken_start: int
    spoken_end: int
    exact: bool


@dataclass(frozen=True)
class SpokenSentence:
    """One utterance.

    Attributes:
        shown_start: where the sentence begins in the whole shown text.
        shown_end: where it ends there.
        text: what the engine is to say.
        pieces: which part of the shown text each part of ``text`` stands for; in order, and
            without gaps on either side.

    """

    shown_start: int
    shown_end: int
    text: str
    pieces: Sequence[Piece] = field(default=(), repr=False)

    def shown_range(self, start: int, length: int) -> tuple[int, int]:
        """Return where ``length`` characters of ``text`` from ``start`` stand in the shown text.

        What is written as a figure or abbreviation is lit as a whole while any of its words is
        said. A range outside ``text`` is drawn into it, so the answer always lies in the sentence.
        """
        first = min(max(start, 0), max(len(self.text) - 1, 0))
        last = min(max(start + length, first + 1), len(self.text))
        touched = [
            piece for piece in self.pieces if piece.spoken_start < last and piece.spoken_end > first
        ]
        if not touched:
            return self.shown_start, self.shown_end
        opening, closing = touched[0], touched[-1]
        shown_start, shown_end = opening.shown_start, closing.shown_end
        if opening.exact:
            shown_start += first - opening.spoken_start
        if closing.exact:
            shown_end -= closing.spoken_end - last
        return shown_start, shown_end
