"""Whether a programme can be for a child: its limits, beside what is known of that child.

Pure, and knows no conversation. Whether a family qualifies is for people; here is only told what
cannot be, and what has to be asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.content.ages import Months
from giz_gesprek.content.programmes import LimitName, Limits, Programme
from giz_gesprek.conversation.child_now import ChildNow, months_of
from giz_gesprek.conversation.people import AgeBand


@dataclass(frozen=True)
class Fit:
    """Limits of a programme that shut a child out, and those of which too little is known."""

    broken: tuple[LimitName, ...] = ()
    unknown: tuple[LimitName, ...] = ()

    @property
    def to_tell(self) -> tuple[LimitName, ...]:
        """The limits to say beside a programme: those that are not known to be kept."""
        return (*self.broken, *self.unknown)

    @property
    def possible(self) -> bool:
        """Whether a programme can be for this child, as far as is known."""
        return not self.broken


def fit_of(programme: Programme, age_band: AgeBand, now: ChildNow) -> Fit:
    """Return how the limits of a programme lie around a child; phases are looked at elsewhere."""
    known = now.agreeing_with(age_band)
    months = months_of(age_band, known.age)
    held = {
        name: _holds(programme.limits, name, months, known)
        for name, _number in programme.limits.stated()
    }
    return Fit(
        tuple(name for name, holds in held.items() if holds is False),
        tuple(name for name, holds in held.items() if holds is None),
    )


def _holds(limits: Limits, name: LimitName, months: Months, now: ChildNow) -> bool | None:
    """Tell whether a child is within a limit that is set; None where that is not known."""
    youngest, oldest = months
    if name == "first_child":
        return now.first_child
    if name == "before_week":
        if youngest >= 0:
            return False
        week = now.pregnancy_week
        return None if week is None else week < (limits.before_week or 0)
    if name == "from_months":
        return _side(youngest >= (limits.from_months or 0), oldest <= (limits.from_months or 0))
    return _side(oldest <= (limits.until_months or 0), youngest >= (limits.until_months or 0))


def _side(inside: bool, outside: bool) -> bool | None:  # noqa: FBT001 - two sides of one limit
    return True if inside else False if outside else None
