"""A day as people type it here, and what is said about it before it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from giz_gesprek.i18n import format_weekday
from giz_gesprek.session.reading_days import understood_day

if TYPE_CHECKING:
    from giz_gesprek.content.phrases import Phrasebook


def write_date(day: date) -> str:
    """Return a day in figures: ``3-4-2027``."""
    return f"{day.day}-{day.month}-{day.year}"


def day_as_typed(day: date | None) -> str:
    """Return what stands in a field for a day; empty while there is none."""
    return write_date(day) if day is not None else ""


@dataclass(frozen=True)
class TypedDay:
    """What was typed as a day: the day, None where nothing was; or what is wrong with it.

    ``words`` say which day was understood, for everybody to see before it is kept.
    """

    day: date | None = None
    problem: str = ""
    words: str = ""


@dataclass(frozen=True)
class DayTyping:
    """How a day is typed, and what ``phrases`` say about what was typed."""

    phrases: Phrasebook
    format: str

    @classmethod
    def of(cls, phrases: Phrasebook) -> Self:
        """Return how a day is typed in these words."""
        return cls(phrases, phrases.text("look_back.format"))

    def in_words(self, day: date) -> str:
        """Return a day as it is shown back: "vrijdag 11 december 2026"."""
        return format_weekday(day, self.phrases.library.written_in(self.phrases.language))

    def read(self, typed: str, today: date) -> TypedDay:
        """Return the day that was typed; one before ``today`` is a mistake."""
        if not typed.strip():
            return TypedDay()
        found = understood_day(typed, today, self.phrases.language)
        if found is None:
            return TypedDay(problem=self.phrases.text("common.date_wrong"))
        written = self.in_words(found.day)
        if found.other_weekday:
            return TypedDay(problem=self.phrases.text("common.date_weekday", date=written))
        if found.day < today:
            return TypedDay(problem=self.phrases.text("common.date_past", date=written))
        said = "common.date_without_time" if found.with_time else "common.date_is"
        return TypedDay(found.day, words=self.phrases.text(said, date=written))
