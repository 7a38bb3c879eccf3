"""Where a conversation stands: one step, exactly.

A step is a value without behaviour, so that it can be stored with the conversation and
found again after a crash. Which steps there are is decided in ``agenda``.
"""

from __future__ import annotations

from typing import Literal

from giz_gesprek.conversation.base import Identifier, Record

StepKind = Literal[
    "page",  # a text to read: welcome, agreement
    "consent",  # does the parent want to talk
    "practice",  # one practice question
    "practice_skip",  # one practice skip
    "triangle",  # choose a side
    "topics",  # choose topics of a side, three at a time
    "opening",  # a topic begins
    "question",  # one question of one person, or of everybody together
    "read_back",  # what was written is read back
    "turn",  # somebody else's turn
    "side_by_side",  # the views beside each other
    "later_date",  # when a difference is talked about again
    "goals",  # the plan
    "look_back",  # a date to look back
    "summary",
    "export",
]


class Step(Record):
    """One screen of the conversation.

    ``text`` names a page; ``visit`` counts the sides walked so far; ``page`` counts groups of
    three topics. ``question`` with ``person_id`` None is answered together.
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

    @property
    def key(self) -> str:
        """A stable name for this step, without anything that was said."""
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
        return ":".join((self.kind, *(part or "" for part in parts)))
