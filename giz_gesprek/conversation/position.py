"""Where a conversation stands: one step, exactly.

A step is a value without behaviour, of a kind of its own. Its ``position`` is stored with the
conversation and found again after a crash; ``Position`` is that record, as every release writes
it. Which steps there are is decided in ``agenda``.
"""

from __future__ import annotations

from typing import Literal

from giz_gesprek.conversation.base import Identifier, Record

StepKind = Literal[
    "page",
    "consent",
    "child_consent",
    "since",
    "hard_days",
    "reached",
    "step_reached",
    "helped",
    "help_came",
    "then",
    "left",
    "again",
    "practice",
    "practice_skip",
    "triangle",
    "topics",
    "opening",
    "question",
    "read_back",
    "turn",
    "side_by_side",
    "later_date",
    "whole",
    "around",
    "goals",
    "look_back",
    "summary",
    "export",
]
"""What a stored position can be. No step is ``opening`` or ``practice_skip`` any more: both were
screens of their own, and a conversation that was left there goes on; see ``gone``."""


class Position(Record):
    """A step as it is stored: the fields of all kinds, None where the kind has no such field.

    A document can hold any of them, also a position that no step has; see ``flow``.
    """

    kind: StepKind
    text: Identifier | None = None
    visit: int | None = None
    side: Identifier | None = None
    page: int | None = None
    topic: Identifier | None = None
    child_id: Identifier | None = None
    person_id: Identifier | None = None
    question: Identifier | None = None
    goal: Identifier | None = None
    part: Identifier | None = None

    @property
    def key(self) -> str:
        """A stable name for this position, without anything that was said."""
        parts = (
            self.text,
            None if self.visit is None else str(self.visit),
            self.side,
            None if self.page is None else str(self.page),
            self.topic,
            self.child_id,
            self.person_id,
            self.question,
        )
        # Behind the others, and only where there is one: a name that was given once stays.
        of_goal = tuple(part for part in (self.goal, self.part) if part is not None)
        return ":".join((self.kind, *(part or "" for part in parts), *of_goal))
