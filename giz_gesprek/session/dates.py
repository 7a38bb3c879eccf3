"""A day, or how often, as people type it here, and what is said about it before it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from giz_gesprek.i18n import format_weekday
from giz_gesprek.session.reading_days import understood_day
from giz_gesprek.session.reading_rhythms import understood_rhythm

if TYPE_CHECKING:
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.conversation.rhythm import Rhythm


def write_date(day: date) -> str:
    """Return a day in figures: ``3-4-2027``."""
    return f"{day.day}-{day.month}-{day.year}"


def day_as_typed(day: date | None) -> str:
    """Return what stands in a field for a day; empty while there is none."""
    return write_date(day) if day is not None else ""


@dataclass(frozen=True)
class TypedDay:
    """What was typed as a day: the day, None where nothing was; or what is wrong with it.

    ``rhythm`` stands in the place of a day where something comes back. ``words`` say what was
    understood, for everybody to see before it is kept.
    """

    day: date | None = None
    rhythm: Rhythm | None = None
    problem: str = ""
    words: str = ""


@dataclass(frozen=True)
class DayTyping:
    """How a day is typed, and what ``phrases`` say about what was typed.

    ``recurs``: how often something is done can be typed too.
    """

    phrases: Phrasebook
    format: str
    recurs: bool = False

    @classmethod
    def of(cls, phrases: Phrasebook, *, recurs: bool = False) -> Self:
        """Return how a day is typed in these words."""
        text_id = "goals.when_format" if recurs else "look_back.format"
        return cls(phrases, phrases.text(text_id), recurs)

    def in_words(self, day: date) -> str:
        """Return a day as it is shown back: "vrijdag 11 december 2026"."""
        return format_weekday(day, self.phrases.library.written_in(self.phrases.language))

    def rhythm_in_words(self, rhythm: Rhythm) -> str:
        """Return how often, as it is shown back: "elke avond"."""
        return self.phrases.inside(self.phrases.text(rhythm.text_id))

    def read(self, typed: str, today: date) -> TypedDay:
        """Return what was typed; a day before ``today`` is a mistake."""
        if not typed.strip():
            return TypedDay()
        again = understood_rhythm(typed, self.phrases.language) if self.recurs else None
        if again is not None:
            said = "common.date_without_time" if again.with_time else "common.date_is"
            words = self.phrases.text(said, date=self.rhythm_in_words(again.rhythm))
            return TypedDay(rhythm=again.rhythm, words=words)
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
