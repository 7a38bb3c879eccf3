"""The plan of the family: at most three goals, small steps, what helps when it gets hard again."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.base import Identifier, Instant, Record
from giz_gesprek.conversation.rhythm import Rhythm
from giz_gesprek.conversation.text_fields import ShortText

MOST_GOALS: Final = 3
MOST_STEPS: Final = 5


class PlanStep(Record):
    """A small step.

    ``who`` are people of the family's list, in the order in which they were named; ``who_else`` is
    somebody besides them, typed by hand, and ``programme`` is help of the goal that does it with
    them. Nobody is named where that is not known yet. ``to_ask`` are those of ``who`` who did not
    sit at the table when they were named: nobody has asked them yet. ``asked_by`` is who asks them.
    ``by`` is the day, ``rhythm`` how often, where it comes back. ``proposed_by`` is whose idea it
    was, empty where that was not said, or where it was everybody's.
    """

    id: Identifier
    what: OwnWords
    who: tuple[Identifier, ...] = ()
    to_ask: tuple[Identifier, ...] = ()
    asked_by: Identifier | None = None
    who_else: ShortText | None = None
    programme: Identifier | None = None
    by: date | None = None
    rhythm: Rhythm | None = None
    proposed_by: tuple[Identifier, ...] = ()

    @model_validator(mode="after")
    def _everybody_once(self) -> Self:
        if len(set(self.who)) != len(self.who):
            message = "somebody does the same step twice"
            raise ValueError(message)
        if not set(self.who).issuperset(self.to_ask):
            message = "somebody is to be asked who does not do the step"
            raise ValueError(message)
        if self.asked_by is not None and not self.to_ask:
            message = "somebody asks, and nobody is to be asked"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _once_or_again(self) -> Self:
        if self.by is not None and self.rhythm is not None:
            message = "a step is on a day or comes back, not both"
            raise ValueError(message)
        return self


class ToldBack(Record):
    """What became of asking the parent to tell an agreement in their own words.

    An old document knows that it was told, and not in which words.
    """

    state: Literal["told", "rather_not"]
    words: OwnWords | None = None

    @model_validator(mode="after")
    def _words_are_told(self) -> Self:
        if self.words is not None and self.state != "told":
            message = "who would rather not tell it has said no words"
            raise ValueError(message)
        return self


class ChosenProgramme(Record):
    """A programme that was chosen as help for a goal.

    ``asked_by`` asks for it, on ``by`` at the latest; None where that is not said.
    """

    id: Identifier
    asked_by: Identifier | None = None
    by: date | None = None


class Goal(Record):
    """What the parent wants to reach, in the parent's words, and why; with its steps an agreement.

    ``told_back`` is None until the parent was asked to tell it, and again once it has changed.
    """

    id: Identifier
    words: OwnWords
    topics: tuple[Identifier, ...] = ()
    programmes: tuple[ChosenProgramme, ...] = ()
    steps: Annotated[tuple[PlanStep, ...], Field(max_length=MOST_STEPS)] = ()
    why: OwnWords | None = None
    told_back: ToldBack | None = None

    @property
    def is_agreed(self) -> bool:
        """Whether the parent told it back: until then it is for the professional to explain."""
        return self.told_back is not None and self.told_back.state == "told"

    @property
    def programme_ids(self) -> tuple[str, ...]:
        """The programmes by name, in the order in which they were chosen."""
        return tuple(dict.fromkeys(each.id for each in self.programmes))


class ComesFirst(Record):
    """The topic at which the parent pointed before the goals; ``child_id`` as in a view."""

    topic: Identifier
    child_id: Identifier | None = None


CarriedOver = Literal["kept", "changed", "taken_away"]


class CarriedAnswer(Record):
    """What was done with an answer of the conversation before, with the permission of ``present``.

    ``delicate``: it belongs to a plan about something sensitive, and stays as delicate as that.
    """

    conversation_id: Identifier
    question: Identifier
    what: CarriedOver
    delicate: bool = False
    present: tuple[Identifier, ...] = ()
    at: Instant


class FirstContact(Record):
    """Whom the family calls first about the plan: one of its list, or a name typed by hand.

    ``phone`` was typed here; of somebody of the list whose number is known there, it is None.
    """

    person_id: Identifier | None = None
    name: ShortText | None = None
    phone: ShortText | None = None

    @model_validator(mode="after")
    def _one_person(self) -> Self:
        if (self.person_id is None) == (self.name is None):
            message = "the first contact is one of the list or a name"
            raise ValueError(message)
        return self


class Plan(Record):
    """One plan for the whole family.

    ``carried`` is what was done with each answer of the time before about hard days.
    """

    comes_first: ComesFirst | None = None
    goals: Annotated[tuple[Goal, ...], Field(max_length=MOST_GOALS)] = ()
    hard_again: tuple[Answer, ...] = ()
    carried: tuple[CarriedAnswer, ...] = ()
    coordinator_id: Identifier | None = None
    first_contact: FirstContact | None = None
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
