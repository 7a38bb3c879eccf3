"""What is left out of a family's paper, and nothing on it tells so.

A paper lies on a kitchen table, and whoever comes by reads it. What was told about safety, about
how a parent is or about what a family went through, and that a professional asks for advice or
shares something, can put somebody in danger there. The same is not shown on a screen beside others.
Owns what that is; who decides that it goes home all the same does not stand here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.table import sensitive_topics
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.items import (
    AdviceGiven,
    AdviceUnanswered,
    AnswerGiven,
    DifferenceSeen,
    GoalSet,
    HardAgain,
    Item,
    LaterOn,
    OnTopic,
    PointedAt,
    SharingSaid,
    TopicAdded,
)


@dataclass(frozen=True)
class Withheld:
    """What is not on a paper.

    Attributes:
        delicate: everything that can put somebody in danger at home.
        allowed: the lines that stand on it all the same; a goal takes its steps along.
        but_of: everything that was not said by this person, nor agreed on together.

    """

    delicate: bool = False
    allowed: frozenset[Line] = frozenset()
    but_of: str | None = None


NOTHING_WITHHELD = Withheld()
DELICATE_WITHHELD = Withheld(delicate=True)


def without(talk: Talk, items: Iterable[Item], withheld: Withheld) -> tuple[Item, ...]:
    """Return ``items`` of a conversation without what is withheld."""
    everything = tuple(items)
    left_out = {id(item) for item in everything if _is_left_out(talk, item, withheld)}
    goals = {
        item.goal_id for item in everything if isinstance(item, GoalSet) and id(item) in left_out
    }
    return tuple(
        item
        for item in everything
        if id(item) not in left_out and getattr(item, "goal_id", None) not in goals
    )


def without_asked_alone(talk: Talk) -> Talk:
    """Return the talk in which nothing was answered to what is asked of one person alone."""
    kept = []
    for view in talk.conversation.views:
        answers = tuple(each for each in view.answers if not _is_asked_alone(talk, each.question))
        if answers or not view.answers:
            kept.append(view.model_copy(update={"answers": answers}))
    return talk.changed(views=tuple(kept))


def delicate_items(talk: Talk, items: Iterable[Item]) -> tuple[Item, ...]:
    """Return those of ``items`` that can put somebody in danger at home, in order.

    The steps and the help of a goal come along with the goal.
    """
    return tuple(item for item in items if _is_delicate(talk, item))


def _is_asked_alone(talk: Talk, question: str) -> bool:
    spec = talk.framework.questions.get(question)
    return spec is not None and spec.alone


def _is_left_out(talk: Talk, item: Item, withheld: Withheld) -> bool:
    if withheld.delicate and item.line not in withheld.allowed and _is_delicate(talk, item):
        return True
    return withheld.but_of is not None and _is_of_others(item, withheld.but_of)


def _is_delicate(talk: Talk, item: Item) -> bool:
    sensitive = sensitive_topics(talk.framework)
    match item:
        case AdviceGiven() | AdviceUnanswered() | SharingSaid():
            return True
        case OnTopic() | PointedAt():
            return item.topic in sensitive
        case GoalSet():
            # As it was tied: also to a topic of which nothing else is on the paper.
            goals = {goal.id: goal.topics for goal in talk.conversation.plan.goals}
            return any(topic in sensitive for topic in goals.get(item.goal_id, item.topics))
        case _:
            return False


def _is_of_others(item: Item, person_id: str) -> bool:
    """Tell whether somebody else said an item; how people differ tells what others said."""
    match item:
        case AnswerGiven():
            return item.person_id != person_id
        case TopicAdded() | DifferenceSeen() | LaterOn() | AdviceUnanswered():
            return True
        case HardAgain():
            words = item.answer.words
            return words is not None and person_id not in words.authors
        case _:
            return False
