"""What became of the time before, as it is kept: of goals, steps and help, and of the days since.

Nothing here is a score: not yet is no failure, and not knowing is an answer.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.base import Identifier, Instant, Record
from giz_gesprek.conversation.plan import MOST_STEPS

Outcome = Literal["reached", "a_little", "not_reached", "dont_know"]
"""What became of a goal, or of one of its steps."""

WORKED: Final[tuple[Outcome, ...]] = ("reached", "a_little")
"""What something helped with."""

HelpCame = Literal["there", "waiting", "not_there", "dont_know"]
"""What became of asking for a programme."""

Then = Literal["smaller", "other_helper", "as_it_was", "let_go"]
"""How everybody goes on with a goal: a smaller step, somebody else, as it was, or without it."""

Since = Literal["calm", "hard", "dont_know"]
"""How the time since the conversation before was."""


class StepLookedBack(Record):
    """What became of one step of a goal."""

    step_id: Identifier
    outcome: Outcome


class ProgrammeLookedBack(Record):
    """What became of asking for a programme of a goal."""

    id: Identifier
    outcome: HelpCame


class LookedBack(Record):
    """What became of a goal of an earlier conversation, said by those who were ``present``.

    ``steps`` are those that were looked at by themselves. ``helped`` is what helped, in the words
    of the family. ``then`` is how everybody goes on with what was not wholly reached.
    """

    conversation_id: Identifier
    goal_id: Identifier
    outcome: Outcome
    steps: Annotated[tuple[StepLookedBack, ...], Field(max_length=MOST_STEPS)] = ()
    helped: OwnWords | None = None
    programmes: tuple[ProgrammeLookedBack, ...] = ()
    then: Then | None = None
    present: tuple[Identifier, ...] = ()
    at: Instant

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for ids in ([one.step_id for one in self.steps], [one.id for one in self.programmes]):
            if len(set(ids)) != len(ids):
                message = "the same step or programme is looked back on twice"
                raise ValueError(message)
        return self


class SinceThen(Record):
    """How the time since the conversation before was, said by those who were ``present``."""

    how: Since
    present: tuple[Identifier, ...] = ()
    at: Instant
