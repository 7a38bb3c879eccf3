"""A day as people type it here: day, month, year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from giz_gesprek.content.phrases import Phrasebook

_TYPED: Final = re.compile(r"^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\s*$")


def read_date(text: str) -> date | None:
    """Return the day that was typed as day, month, year; None when it is no day of the calendar.

    A year of two digits is in this century.
    """
    found = _TYPED.match(text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    century = 2000 if len(found.group(3)) == 2 else 0  # noqa: PLR2004 - two digits
    try:
        return date(century + year, month, day)
    except ValueError:
        return None


def write_date(day: date) -> str:
    """Return a day as it is typed: ``3-4-2027``."""
    return f"{day.day}-{day.month}-{day.year}"


@dataclass(frozen=True)
class TypedDay:
    """What was typed as a day: the day, None where nothing was; or what is wrong with it."""

    day: date | None = None
    problem: str = ""


@dataclass(frozen=True)
class DayTyping:
    """How a day is typed, and what is said where it cannot be kept."""

    format: str
    wrong: str
    past: str

    @classmethod
    def of(cls, phrases: Phrasebook) -> Self:
        """Return the words of these phrases."""
        return cls(
            format=phrases.text("look_back.format"),
            wrong=phrases.text("common.date_wrong"),
            past=phrases.text("common.date_past"),
        )

    def read(self, typed: str, today: date) -> TypedDay:
        """Return the day that was typed; one before ``today`` is a mistake."""
        if not typed.strip():
            return TypedDay()
        day = read_date(typed)
        if day is None:
            return TypedDay(problem=self.wrong)
        return TypedDay(problem=self.past) if day < today else TypedDay(day)
