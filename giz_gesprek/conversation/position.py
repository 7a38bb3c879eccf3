"""Where a conversation stands: one step, exactly.

A step is a value without behaviour, of a kind of its own. Its ``position`` is stored with the
conversation and found again after a crash; ``Position`` is that record, as every release writes
it. Which steps there are is decided in ``agenda``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Final, Literal, TypeAlias

from giz_gesprek.conversation.base import Identifier, Record

StepKind = Literal[
    "page",
    "consent",
    "child_consent",
    "reached",
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
        of_goal = () if self.goal is None else (self.goal,)
        return ":".join((self.kind, *(part or "" for part in parts), *of_goal))


@dataclass(frozen=True)
class _Shown:
    """One screen of the conversation."""

    kind: ClassVar[StepKind]

    @cached_property
    def position(self) -> Position:
        """This step as it is stored."""
        return Position(kind=self.kind, **vars(self))

    @property
    def key(self) -> str:
        """A stable name for this step, in the change log and for drafts."""
        return self.position.key


@dataclass(frozen=True)
class PageStep(_Shown):
    """A text to read: welcome, agreement."""

    kind: ClassVar[Literal["page"]] = "page"
    text: str


@dataclass(frozen=True)
class ConsentStep(_Shown):
    """Does the parent want to talk."""

    kind: ClassVar[Literal["consent"]] = "consent"


@dataclass(frozen=True)
class ChildConsentStep(_Shown):
    """Does a young person who sits there find it fine."""

    kind: ClassVar[Literal["child_consent"]] = "child_consent"
    person_id: str


@dataclass(frozen=True)
class ReachedStep(_Shown):
    """What became of a goal of the conversation before."""

    kind: ClassVar[Literal["reached"]] = "reached"
    goal: str


@dataclass(frozen=True)
class PracticeStep(_Shown):
    """One practice question."""

    kind: ClassVar[Literal["practice"]] = "practice"


@dataclass(frozen=True)
class TriangleStep(_Shown):
    """Choose a side; ``visit`` counts the sides walked so far."""

    kind: ClassVar[Literal["triangle"]] = "triangle"
    visit: int


@dataclass(frozen=True)
class TopicsStep(_Shown):
    """Choose topics of a side, three at a time; ``page`` counts groups of three.

    ``visit`` is None for the first visit of a side; where it was opened again, the number of that.
    """

    kind: ClassVar[Literal["topics"]] = "topics"
    side: str
    page: int
    visit: int | None = None


@dataclass(frozen=True)
class QuestionStep(_Shown):
    """One question of one person, or of everybody together where ``person_id`` is None.

    Without a ``topic`` it is a question of the plan.
    """

    kind: ClassVar[Literal["question"]] = "question"
    question: str
    topic: str | None = None
    child_id: str | None = None
    person_id: str | None = None


@dataclass(frozen=True)
class ReadBackStep(_Shown):
    """What somebody's answers on a topic are is read back."""

    kind: ClassVar[Literal["read_back"]] = "read_back"
    topic: str
    person_id: str
    child_id: str | None = None


@dataclass(frozen=True)
class TurnStep(_Shown):
    """Somebody else's turn; ``visit`` as on a page of topics."""

    kind: ClassVar[Literal["turn"]] = "turn"
    side: str
    person_id: str
    child_id: str | None = None
    visit: int | None = None


@dataclass(frozen=True)
class SideBySideStep(_Shown):
    """The views on a topic beside each other."""

    kind: ClassVar[Literal["side_by_side"]] = "side_by_side"
    topic: str
    child_id: str | None = None


@dataclass(frozen=True)
class LaterDateStep(_Shown):
    """When a difference on a topic is talked about again."""

    kind: ClassVar[Literal["later_date"]] = "later_date"
    topic: str
    child_id: str | None = None


@dataclass(frozen=True)
class WholeStep(_Shown):
    """Everything that was talked about in one picture, and what comes first."""

    kind: ClassVar[Literal["whole"]] = "whole"


@dataclass(frozen=True)
class GoalsStep(_Shown):
    """The plan."""

    kind: ClassVar[Literal["goals"]] = "goals"


@dataclass(frozen=True)
class LookBackStep(_Shown):
    """A date to look back."""

    kind: ClassVar[Literal["look_back"]] = "look_back"


@dataclass(frozen=True)
class SummaryStep(_Shown):
    """Everything that was said."""

    kind: ClassVar[Literal["summary"]] = "summary"


@dataclass(frozen=True)
class ExportStep(_Shown):
    """The papers, and the end."""

    kind: ClassVar[Literal["export"]] = "export"


Step: TypeAlias = (
    PageStep
    | ConsentStep
    | ChildConsentStep
    | ReachedStep
    | PracticeStep
    | TriangleStep
    | TopicsStep
    | QuestionStep
    | ReadBackStep
    | TurnStep
    | SideBySideStep
    | LaterDateStep
    | WholeStep
    | GoalsStep
    | LookBackStep
    | SummaryStep
    | ExportStep
)
"""One screen of the conversation."""

DAY_STEPS: Final = (LaterDateStep, LookBackStep)
"""The steps whose answer is a day."""
