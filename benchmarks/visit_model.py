"""How long a visit takes, by a model: what is heard, what is pressed, what is talked about.

The constants were fixed before anything was made shorter, and stay: a visit is compared with the
same visit of before. Where each comes from is in ``docs/visit.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

WORDS_A_MINUTE: Final = 102
"""Our own voice at its ordinary speed, pauses counted, when the targets were set."""

READ_A_MINUTE: Final = 87
"""The same since there is room between its words; measured by ``--voice``."""

SECONDS_A_KEY: Final = 4
"""To find a key, to press it, and to see what it did."""

Kind = Literal[
    "page",
    "practice",
    "sides",
    "topics",
    "choice",
    "own_words",
    "no_words",
    "lines",
    "beside",
    "together",
    "day",
    "report",
]
"""What people do on a screen besides listening and pressing."""

SECONDS_OF_TALK: Final[dict[Kind, int]] = {
    "page": 8,
    "practice": 15,
    "sides": 15,
    "topics": 30,
    "choice": 20,
    "own_words": 70,
    "no_words": 20,
    "lines": 15,
    "beside": 30,
    "together": 25,
    "day": 25,
    "report": 60,
}
"""A page is taken in; for a choice somebody thinks and says a sentence; own words are told and
typed, literally; what is chosen together is weighed together."""


@dataclass(frozen=True)
class Tally:
    """What was counted: screens, keys, words on the parent's screens, seconds of talk."""

    screens: int = 0
    keys: int = 0
    words: int = 0
    talk: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return both together."""
        return Tally(
            self.screens + other.screens,
            self.keys + other.keys,
            self.words + other.words,
            self.talk + other.talk,
        )

    @property
    def minutes(self) -> float:
        """How long it takes by the model, to compare with visits of before and with a target."""
        return self._at(WORDS_A_MINUTE)

    @property
    def minutes_as_read(self) -> float:
        """How long it takes where all of it is read aloud by our own voice as it is now."""
        return self._at(READ_A_MINUTE)

    def _at(self, words_a_minute: int) -> float:
        return self.words / words_a_minute + (self.keys * SECONDS_A_KEY + self.talk) / 60


def screen(kind: Kind, *, keys: int, words: int) -> Tally:
    """Return what one screen counts for; ``words`` is 0 on a screen of the professional."""
    return Tally(1, keys, words, SECONDS_OF_TALK[kind])
