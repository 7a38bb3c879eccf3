"""The plan of the family: at most three goals, small steps, what helps when it gets hard again."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.base import Identifier, Instant, Record
from giz_gesprek.conversation.text import ShortText

MOST_GOALS: Final = 3
MOST_STEPS: Final = 5


class PlanStep(Record):
    """A small step. ``who`` is a person of the family's list; ``who_else`` a name typed by hand."""

    id: Identifier
    what: OwnWords
    who: Identifier | None = None
    who_else: ShortText | None = None
    by: date | None = None

    @model_validator(mode="after")
    def _one_who(self) -> Self:
        if self.who is not None and self.who_else is not None:
            message = "a step is done by a person of the list or by somebody else, not both"
            raise ValueError(message)
        return self


class Goal(Record):
    """What the parent wants to reach, in the parent's words."""

    id: Identifier
    words: OwnWords
    topics: tuple[Identifier, ...] = ()
    programmes: tuple[Identifier, ...] = ()
    steps: Annotated[tuple[PlanStep, ...], Field(max_length=MOST_STEPS)] = ()
    told_back: bool = False


class Plan(Record):
    """One plan for the whole family."""

    goals: Annotated[tuple[Goal, ...], Field(max_length=MOST_GOALS)] = ()
    hard_again: tuple[Answer, ...] = ()
    coordinator_id: Identifier | None = None
    look_back_on: date | None = None

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [goal.id for goal in self.goals] + [
            step.id for goal in self.goals for step in goal.steps
        ]
        if len(set(ids)) != len(ids):
            message = "two goals or steps have the same id"
            raise ValueError(message)
        return self


class Sharing(Record):
    """Consent to share with one recipient; withdrawing keeps the record of both moments."""

    recipient: ShortText
    granted: bool
    at: Instant
    withdrawn_at: Instant | None = None
