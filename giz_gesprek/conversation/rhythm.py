"""How often a small step is done, where it is not done once: every evening, every Monday."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from giz_gesprek.conversation.base import Record

Every = Literal["day", "morning", "afternoon", "evening", "week", "weekend"]

WEEKDAYS: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)


class Rhythm(Record):
    """Something comes back every day, evening, weekend or week; it is never over.

    ``weekday`` is on which day of every week, 0 for Monday; None where that was not said.
    """

    every: Every
    weekday: Annotated[int, Field(ge=0, lt=len(WEEKDAYS))] | None = None

    @model_validator(mode="after")
    def _only_a_week_has_a_weekday(self) -> Self:
        if self.weekday is not None and self.every != "week":
            message = "only what is done every week is done on one day of it"
            raise ValueError(message)
        return self

    @property
    def text_id(self) -> str:
        """The id of the text that says it: ``rhythm.evening``, ``rhythm.monday``."""
        return f"rhythm.{self.every if self.weekday is None else WEEKDAYS[self.weekday]}"
