"""The things that stand on a paper or on the screen with everything that was said, each its kind.

They hold no words of ours: what a topic or a choice is called is for ``summary.words``, which of
them an audience gets is for ``summary.visible``. Whoever shows them matches on their kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.around import AroundPerson
from giz_gesprek.conversation.follow_up import LeftBefore
from giz_gesprek.conversation.history import TalkThen
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.summary.item_base import ItemShown
from giz_gesprek.summary.looked_back_items import GoalLookedBackOn, SinceSaid, WhatHelped
from giz_gesprek.summary.off_paper_items import ManyExplained, OfGoneTalk, OtherParentSaid
from giz_gesprek.summary.plan_items import CalledFirst, ToldBackSaid, ToTellBack, WhyItMatters
from giz_gesprek.summary.sharing_items import (
    MayKnow,
    Shared,
    SharingRefused,
    SharingWithdrawn,
)


@dataclass(frozen=True)
class AtTheTable(ItemShown):
    """Somebody who was there; ``for_a_part``: who came later, or left before the end."""

    person_id: str
    role: str
    for_a_part: bool = False


@dataclass(frozen=True)
class OnTopic(ItemShown):
    """Said or chosen on a topic; ``child_id`` is None for the whole family."""

    topic: str
    child_id: str | None


@dataclass(frozen=True)
class TopicChosen(OnTopic):
    """A topic that is talked about, also while nobody said anything on it."""


@dataclass(frozen=True)
class TopicAdded(OnTopic):
    """A professional asked for this topic, and why."""

    by_id: str
    reason: OwnWords | None


@dataclass(frozen=True)
class AnswerGiven(OnTopic):
    """An answer of one person, ``person_id``, whoever typed it."""

    person_id: str
    answer: Answer


@dataclass(frozen=True)
class ViewGiven(AnswerGiven):
    """How somebody sees the topic."""


@dataclass(frozen=True)
class StrengthGiven(ViewGiven):
    """What goes well."""


@dataclass(frozen=True)
class ReasonGiven(AnswerGiven):
    """Why somebody sees it so."""


@dataclass(frozen=True)
class AdviceGiven(AnswerGiven):
    """``adviser_id`` asks others for advice; also what somebody of the family says to it."""

    adviser_id: str


@dataclass(frozen=True)
class AdviceUnanswered(OnTopic):
    """Somebody of the family said nothing to it; ``answer`` is how, None for not being asked.

    ``is_here``: whether they sit at the table.
    """

    person_id: str
    adviser_id: str
    answer: Answer | None
    is_here: bool


@dataclass(frozen=True)
class Unanswered(OnTopic):
    """Nothing was said, and how; ``answer`` is None for a voice of which nothing is known.

    ``place`` is where it was asked, ``person_id`` who was asked, None for everybody together.
    """

    place: Literal["view", "reason", "outcome", "advice", "conclusion"]
    person_id: str | None
    answer: Answer | None


@dataclass(frozen=True)
class DifferenceSeen(OnTopic):
    """``voices`` see it differently; ``outcome`` is how they go on, None when nobody said so.

    ``together`` are who chose that, ``missing`` who was not there then. ``alike`` are those of
    ``voices`` who chose the same: two who agree are never said to differ. One voice alone: the
    others are not told of.
    """

    voices: tuple[str, ...]
    outcome: Answer | None
    together: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()


@dataclass(frozen=True)
class LaterOn(OnTopic):
    """The day on which a difference is talked about again; ``day`` is None for none yet.

    ``together`` are who agreed on it.
    """

    day: date | None
    together: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConclusionMade(OnTopic):
    """Chosen together; ``missing`` are who was not there then."""

    answer: Answer
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class PointedAt(ItemShown):
    """The topic that comes first, as the parent pointed at it, and whether it has a goal."""

    topic: str
    child_id: str | None
    has_goal: bool


@dataclass(frozen=True)
class GoalSet(ItemShown):
    """A goal, and the topics to which it belongs; what belongs to it follows."""

    goal_id: str
    words: OwnWords
    topics: tuple[str, ...]


@dataclass(frozen=True)
class StepAgreed(ItemShown):
    """A small step to a goal."""

    goal_id: str
    step: PlanStep


@dataclass(frozen=True)
class HelpChosen(ItemShown):
    """A supporting programme for a goal, who asks for it, and on which day at the latest."""

    goal_id: str
    programme: str
    asked_by: str | None = None
    by: date | None = None


@dataclass(frozen=True)
class CoordinatorChosen(ItemShown):
    """Who keeps an eye on the plan."""

    person_id: str


@dataclass(frozen=True)
class HardAgain(ItemShown):
    """One answer to what helps when it gets hard again."""

    answer: Answer


@dataclass(frozen=True)
class HardAgainUnanswered(ItemShown):
    """A question about that which nobody answered; ``answer`` is how."""

    answer: Answer


@dataclass(frozen=True)
class LookBackOn(ItemShown):
    """The day on which everybody looks back."""

    day: date


@dataclass(frozen=True)
class PersonAround(ItemShown):
    """Somebody around the family, with what was said of them."""

    told: AroundPerson


@dataclass(frozen=True)
class LeftSettled(ItemShown):
    """What became of something that an earlier conversation left; ``delicate`` as its topic is."""

    said: LeftBefore
    delicate: bool


@dataclass(frozen=True)
class TalkBefore(ItemShown):
    """A conversation before this one, without anything delicate."""

    then: TalkThen


TopicItem: TypeAlias = (
    TopicChosen
    | TopicAdded
    | Unanswered
    | StrengthGiven
    | ViewGiven
    | ReasonGiven
    | DifferenceSeen
    | LaterOn
    | AdviceGiven
    | AdviceUnanswered
    | ConclusionMade
)
PlanItem: TypeAlias = (
    PointedAt
    | GoalSet
    | WhyItMatters
    | StepAgreed
    | HelpChosen
    | ToldBackSaid
    | ToTellBack
    | CoordinatorChosen
    | CalledFirst
)
Item: TypeAlias = (
    AtTheTable
    | TopicItem
    | PlanItem
    | HardAgain
    | HardAgainUnanswered
    | LookBackOn
    | SinceSaid
    | GoalLookedBackOn
    | WhatHelped
    | OfGoneTalk
    | PersonAround
    | OtherParentSaid
    | ManyExplained
    | LeftSettled
    | TalkBefore
    | Shared
    | SharingRefused
    | SharingWithdrawn
    | MayKnow
)
"""One thing to show."""


def answer_line(
    answer: Answer, topic: str | None, child_id: str | None, person_id: str | None
) -> Line:
    """Return the address of an answer; without a person it is of everybody together."""
    step = QuestionStep(
        topic=topic, child_id=child_id, person_id=person_id, question=answer.question
    )
    return Line(kind="answer", step=step)
