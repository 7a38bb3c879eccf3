"""The steps of a conversation, each a value of a kind of its own without behaviour.

Which of them there are is decided in agenda; how they are stored in position.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar, Final, Literal, TypeAlias

from giz_gesprek.conversation.position import Position, StepKind


@dataclass(frozen=True)
class Shown:
    """One screen of the conversation."""

    kind: ClassVar[StepKind]

    @cached_property
    def position(self) -> Position:
        """This step as it is stored."""
        return _stored(self)

    @property
    def key(self) -> str:
        """A stable name for this step, in the change log and for drafts."""
        return self.position.key


@lru_cache(maxsize=1024)
def _stored(step: Shown) -> Position:
    # Every answer derives the agenda anew, and nearly all of its steps are those of before.
    return Position(kind=step.kind, **vars(step))


@dataclass(frozen=True)
class PageStep(Shown):
    """A text to read: welcome, agreement."""

    kind: ClassVar[Literal["page"]] = "page"
    text: str


@dataclass(frozen=True)
class ConsentStep(Shown):
    """Does the parent want to talk."""

    kind: ClassVar[Literal["consent"]] = "consent"


@dataclass(frozen=True)
class ChildConsentStep(Shown):
    """Does a young person who sits there find it fine."""

    kind: ClassVar[Literal["child_consent"]] = "child_consent"
    person_id: str


@dataclass(frozen=True)
class SinceStep(Shown):
    """How the time since the conversation before was."""

    kind: ClassVar[Literal["since"]] = "since"


@dataclass(frozen=True)
class HardDaysStep(Shown):
    """What was said about hard days the time before, and whether it is still so."""

    kind: ClassVar[Literal["hard_days"]] = "hard_days"


@dataclass(frozen=True)
class ReachedStep(Shown):
    """What became of a goal of the conversation before."""

    kind: ClassVar[Literal["reached"]] = "reached"
    goal: str


@dataclass(frozen=True)
class StepReachedStep(Shown):
    """What became of one step of such a goal; ``part`` is that step of the plan."""

    kind: ClassVar[Literal["step_reached"]] = "step_reached"
    goal: str
    part: str


@dataclass(frozen=True)
class HelpedStep(Shown):
    """What helped with such a goal."""

    kind: ClassVar[Literal["helped"]] = "helped"
    goal: str


@dataclass(frozen=True)
class HelpCameStep(Shown):
    """What became of asking for help for such a goal; ``part`` is the programme."""

    kind: ClassVar[Literal["help_came"]] = "help_came"
    goal: str
    part: str


@dataclass(frozen=True)
class ThenStep(Shown):
    """How everybody goes on with such a goal that was not wholly reached."""

    kind: ClassVar[Literal["then"]] = "then"
    goal: str


@dataclass(frozen=True)
class LeftStep(Shown):
    """What the conversations before left for later."""

    kind: ClassVar[Literal["left"]] = "left"


@dataclass(frozen=True)
class AgainStep(Shown):
    """Choose which topics of the conversations before are talked about again."""

    kind: ClassVar[Literal["again"]] = "again"


@dataclass(frozen=True)
class PracticeStep(Shown):
    """One practice question."""

    kind: ClassVar[Literal["practice"]] = "practice"


@dataclass(frozen=True)
class TriangleStep(Shown):
    """Choose a side; ``visit`` counts the sides walked so far."""

    kind: ClassVar[Literal["triangle"]] = "triangle"
    visit: int


@dataclass(frozen=True)
class TopicsStep(Shown):
    """Choose topics of a side, three at a time; ``page`` counts groups of three.

    ``visit`` is None for the first visit of a side; where it was opened again, the number of that.
    """

    kind: ClassVar[Literal["topics"]] = "topics"
    side: str
    page: int
    visit: int | None = None


@dataclass(frozen=True)
class QuestionStep(Shown):
    """One question of one person, or of everybody together where ``person_id`` is None.

    Without a ``topic`` it is a question of the plan.
    """

    kind: ClassVar[Literal["question"]] = "question"
    question: str
    topic: str | None = None
    child_id: str | None = None
    person_id: str | None = None


@dataclass(frozen=True)
class ReadBackStep(Shown):
    """What somebody's answers on a topic are is read back."""

    kind: ClassVar[Literal["read_back"]] = "read_back"
    topic: str
    person_id: str
    child_id: str | None = None


@dataclass(frozen=True)
class TurnStep(Shown):
    """Somebody else's turn; ``visit`` as on a page of topics."""

    kind: ClassVar[Literal["turn"]] = "turn"
    side: str
    person_id: str
    child_id: str | None = None
    visit: int | None = None


@dataclass(frozen=True)
class SideBySideStep(Shown):
    """The views on a topic beside each other."""

    kind: ClassVar[Literal["side_by_side"]] = "side_by_side"
    topic: str
    child_id: str | None = None


@dataclass(frozen=True)
class LaterDateStep(Shown):
    """When a difference on a topic is talked about again."""

    kind: ClassVar[Literal["later_date"]] = "later_date"
    topic: str
    child_id: str | None = None


@dataclass(frozen=True)
class WholeStep(Shown):
    """Everything that was talked about in one picture, and what comes first."""

    kind: ClassVar[Literal["whole"]] = "whole"


@dataclass(frozen=True)
class AroundStep(Shown):
    """The people around the family."""

    kind: ClassVar[Literal["around"]] = "around"


@dataclass(frozen=True)
class GoalsStep(Shown):
    """The plan."""

    kind: ClassVar[Literal["goals"]] = "goals"


@dataclass(frozen=True)
class LookBackStep(Shown):
    """A date to look back."""

    kind: ClassVar[Literal["look_back"]] = "look_back"


@dataclass(frozen=True)
class SummaryStep(Shown):
    """Everything that was said."""

    kind: ClassVar[Literal["summary"]] = "summary"


@dataclass(frozen=True)
class ExportStep(Shown):
    """The papers, and the end."""

    kind: ClassVar[Literal["export"]] = "export"


LookingBackStep: TypeAlias = (
    SinceStep | HardDaysStep | ReachedStep | StepReachedStep | HelpedStep | HelpCameStep | ThenStep
)
"""A screen on which everybody looks back on the time before."""

Step: TypeAlias = (
    PageStep
    | ConsentStep
    | ChildConsentStep
    | LookingBackStep
    | LeftStep
    | AgainStep
    | PracticeStep
    | TriangleStep
    | TopicsStep
    | QuestionStep
    | ReadBackStep
    | TurnStep
    | SideBySideStep
    | LaterDateStep
    | WholeStep
    | AroundStep
    | GoalsStep
    | LookBackStep
    | SummaryStep
    | ExportStep
)
"""One screen of the conversation."""


DAY_STEPS: Final = (LaterDateStep, LookBackStep)
"""The steps whose answer is a day."""
