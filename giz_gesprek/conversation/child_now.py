"""What is known of the child of a conversation beyond an age band, and how old that can be.

Owns finer ages and their months. Must not know what is decided by them.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from giz_gesprek.content.ages import BAND_MONTHS, Months
from giz_gesprek.content.programmes import LAST_WEEK
from giz_gesprek.conversation.base import Record
from giz_gesprek.conversation.people import AgeBand

FinerAge = Literal["0-5m", "6-11m", "12-23m", "24-29m", "30-35m", "36-47m"]
"""Age in whole months within ``0-3``: ``24-29m`` is from two years to two and a half."""

_FINER: Final[dict[FinerAge, Months]] = {
    "0-5m": (0, 6),
    "6-11m": (6, 12),
    "12-23m": (12, 24),
    "24-29m": (24, 30),
    "30-35m": (30, 36),
    "36-47m": (36, 48),
}

FINER_AGES: Final = tuple(_FINER)
"""From young to old."""


class ChildNow(Record):
    """What decides for whom help can be, on the day of one conversation; None is unknown.

    It belongs to the conversation: a week and an age do not stay true, so the next conversation
    asks again.
    """

    age: FinerAge | None = None
    pregnancy_week: Annotated[int, Field(ge=1, le=LAST_WEEK)] | None = None
    first_child: bool | None = None

    @model_validator(mode="after")
    def _born_or_not(self) -> Self:
        if self.age is not None and self.pregnancy_week is not None:
            message = "a child is born or not"
            raise ValueError(message)
        return self

    def agreeing_with(self, age_band: AgeBand) -> ChildNow:
        """Return what agrees with an age band: that is the child's, and can be changed later."""
        there = months_of(age_band)
        fits = self.age is not None and _within(_FINER[self.age], there)
        return ChildNow(
            age=self.age if fits else None,
            pregnancy_week=self.pregnancy_week if age_band == "prenatal" else None,
            first_child=self.first_child,
        )


def months_of(age_band: AgeBand, finer: FinerAge | None = None) -> Months:
    """Return how old a child can be; a finer age of another band says nothing."""
    band = BAND_MONTHS[age_band]
    return _FINER[finer] if finer is not None and _within(_FINER[finer], band) else band


def finer_ages_of(age_band: AgeBand) -> tuple[FinerAge, ...]:
    """Return the finer ages within an age band, from young to old; most bands have none."""
    band = BAND_MONTHS[age_band]
    return tuple(age for age, months in _FINER.items() if _within(months, band))


def _within(part: Months, whole: Months) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1]
