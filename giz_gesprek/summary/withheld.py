"""What is left out of a family's paper, and nothing on it tells so.

A paper lies on a kitchen table, and whoever comes by reads it. What was told about safety, about
how a parent is or about what a family went through, and that a professional asks for advice or
shares something, can put somebody in danger there; the same is not shown on a screen beside others.
Owns what that is, and what a talk would have been without it: a paper is made of that talk. Who
decides that it goes home all the same does not stand here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.around import AroundPerson
from giz_gesprek.conversation.delicate import (
    has_delicate_plan,
    is_asked_alone,
    is_delicate_goal,
    is_delicate_programme,
    sensitive_topics,
)
from giz_gesprek.conversation.gathering import is_delicate_person, take_away
from giz_gesprek.conversation.left import left_key
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.plan import Goal, PlanStep
from giz_gesprek.conversation.planning import remove_goal
from giz_gesprek.conversation.said_on import without_topic
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import turn_of
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.items import (
    AdviceGiven,
    AdviceUnanswered,
    AnswerGiven,
    ConclusionMade,
    CoordinatorChosen,
    DifferenceSeen,
    GoalSet,
    HardAgain,
    HelpChosen,
    Item,
    LaterOn,
    LeftSettled,
    OnTopic,
    PersonAround,
    PointedAt,
    StepAgreed,
    TopicAdded,
)
from giz_gesprek.summary.looked_back_items import GoalLookedBackOn, WhatHelped
from giz_gesprek.summary.plan_items import CalledFirst, ToldBackSaid, WhyItMatters
from giz_gesprek.summary.sharing_items import MayKnow, SharingSaid
from giz_gesprek.summary.visible import visible_items


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


def told(talk: Talk, readers: Readers, withheld: Withheld) -> tuple[Talk, tuple[Item, ...]]:
    """Return the talk as if what is withheld was never said, and what ``readers`` get of it."""
    open_talk = _never_said(talk, withheld) if withheld.delicate else talk
    return open_talk, without(talk, visible_items(open_talk, readers), withheld)


def without(talk: Talk, items: Iterable[Item], withheld: Withheld) -> tuple[Item, ...]:
    """Return ``items`` of a conversation without what is withheld, and what belongs to it."""
    everything = tuple(items)
    left_out = [item for item in everything if _is_left_out(talk, item, withheld)]
    goals = {item.goal_id for item in left_out if isinstance(item, GoalSet)}
    gone = {id(item) for item in left_out}
    kept = [
        item
        for item in everything
        if id(item) not in gone and getattr(item, "goal_id", None) not in goals
    ]
    return tuple(_as_told(talk, kept, withheld))


def delicate_items(talk: Talk, items: Iterable[Item]) -> tuple[Item, ...]:
    """Return those of ``items`` that can put somebody in danger at home, in order.

    The steps and the help of a goal come along with the goal.
    """
    return tuple(item for item in items if _is_delicate(talk, item))


def _without_asked_alone(talk: Talk) -> Talk:
    """Return the talk in which nothing was answered to what is asked of one person alone."""
    kept = []
    for view in talk.conversation.views:
        answers = tuple(
            each for each in view.answers if not is_asked_alone(talk.framework, each.question)
        )
        if answers or not view.answers:
            kept.append(view.model_copy(update={"answers": answers}))
    return talk.changed(views=tuple(kept))


def _never_said(talk: Talk, withheld: Withheld) -> Talk:
    """Return the talk without every topic, goal and request for advice of which nothing is told."""
    lines = withheld.allowed
    told_on = {line.step.topic for line in lines if line.step is not None}
    told_on |= {line.id for line in lines if line.kind == "added_topic"}
    told_on |= {
        each.topic
        for each in talk.conversation.left_before
        if Line(kind="left_before", id=left_key(each)) in lines
    }
    plan, left = talk.conversation.plan, _without_asked_alone(talk)
    if plan.comes_first is not None and Line(kind="comes_first") in lines:
        told_on.add(plan.comes_first.topic)
    if has_delicate_plan(talk.framework, talk.conversation):
        hard_again = tuple(each for each in plan.hard_again if _is_allowed(each, lines))
        left = left.changed(plan=plan.model_copy(update={"hard_again": hard_again}))
    for goal in plan.goals:
        if _is_delicate_goal(talk, goal) and Line(kind="goal", id=goal.id) not in lines:
            left = remove_goal(left, goal.id)
    for topic in sensitive_topics(talk.framework):
        if topic not in told_on:
            left = without_topic(left, topic)
    advice = [each for each in left.conversation.advice if each.topic in told_on]
    left = left.changed(advice=tuple(advice))
    for one in talk.conversation.around.people:  # last: they are gone where nothing names them
        delicate = is_delicate_person(talk, talk.conversation, one)
        if delicate and Line(kind="around", id=one.person_id) not in lines:
            left = take_away(left, one.person_id)
    return left


def _as_told(talk: Talk, kept: Sequence[Item], withheld: Withheld) -> Iterator[Item]:
    """Yield what is kept, without what belongs only to what is not."""
    goals = [item for item in kept if isinstance(item, GoalSet)]
    topics = {(item.topic, item.child_id) for item in kept if isinstance(item, OnTopic)}
    for item in kept:
        match item:
            case CoordinatorChosen() | CalledFirst() if not goals:
                continue
            case StepAgreed(step=step) if withheld.delicate and step.programme is not None:
                yield item if _has_help(kept, item) else replace(item, step=_without_help(step))
            case DifferenceSeen() if withheld.but_of is not None:
                yield DifferenceSeen(item.topic, item.child_id, (withheld.but_of,), None)
            case PersonAround(told=told) if withheld.but_of is not None:
                yield replace(item, told=_as_said_by(told, withheld.but_of))
            case PointedAt(topic=topic, child_id=child_id):
                if withheld.but_of is None or (topic, child_id) in topics:
                    yield replace(item, has_goal=any(topic in goal.topics for goal in goals))
            case GoalLookedBackOn() if withheld.delicate and not item.delicate:
                yield _without_delicate_help(talk, item)
            case _:
                yield item


def _without_delicate_help(talk: Talk, item: GoalLookedBackOn) -> GoalLookedBackOn:
    programmes = tuple(
        each for each in item.said.programmes if not is_delicate_programme(talk.framework, each.id)
    )
    return replace(item, said=item.said.model_copy(update={"programmes": programmes}))


def _has_help(kept: Sequence[Item], agreed: StepAgreed) -> bool:
    """Tell whether the help that does a step is told of as well."""
    helps = {(one.goal_id, one.programme) for one in kept if isinstance(one, HelpChosen)}
    return (agreed.goal_id, agreed.step.programme or "") in helps


def _without_help(step: PlanStep) -> PlanStep:
    return step.model_copy(update={"programme": None})


def _as_said_by(told: AroundPerson, person_id: str) -> AroundPerson:
    """Return somebody around the family with nothing of what only others said of them."""
    helps, could = (
        own if own is not None and person_id in own.authors else None
        for own in (told.helps, told.could)
    )
    return told.with_words(helps, could)


def _is_allowed(answer: Answer, lines: Iterable[Line]) -> bool:
    return Line(kind="answer", step=QuestionStep(question=answer.question)) in lines


def _is_left_out(talk: Talk, item: Item, withheld: Withheld) -> bool:
    if withheld.delicate and item.line not in withheld.allowed and _is_delicate(talk, item):
        return True
    return withheld.but_of is not None and _is_of_others(talk, item, withheld.but_of)


def _is_delicate(talk: Talk, item: Item) -> bool:  # noqa: PLR0911 - one a kind of item
    sensitive = sensitive_topics(talk.framework)
    goals = {goal.id: goal for goal in talk.conversation.plan.goals}
    match item:
        case AdviceGiven() | AdviceUnanswered() | SharingSaid():
            return True
        case GoalLookedBackOn() | WhatHelped() | LeftSettled():
            return item.delicate
        case OnTopic() | PointedAt():
            return item.topic in sensitive
        case GoalSet():
            return _is_delicate_goal(talk, goals[item.goal_id])
        case HelpChosen():
            is_for_these = is_delicate_programme(talk.framework, item.programme)
            return is_for_these and not _is_delicate_goal(talk, goals[item.goal_id])
        case HardAgain() | PersonAround():
            return _is_delicately_told(talk, item)
        case _:
            return isinstance(item, GoalLookedBackOn | MayKnow) and item.delicate


def _is_delicately_told(talk: Talk, item: HardAgain | PersonAround) -> bool:
    """Tell whether what belongs to no topic was told beside something delicate."""
    if isinstance(item, HardAgain):
        return has_delicate_plan(talk.framework, talk.conversation)
    return is_delicate_person(talk, talk.conversation, item.told)


def _is_delicate_goal(talk: Talk, goal: Goal) -> bool:
    return is_delicate_goal(talk.framework, talk.conversation, goal)


def _is_of_others(talk: Talk, item: Item, person_id: str) -> bool:
    """Tell whether an item is of others: said by somebody else, or agreed on without this person.

    How people differ tells what others said; that somebody sees it differently is their own. A
    step belongs to its goal, whoever thought of it.
    """
    match item:
        case TopicAdded() | AdviceUnanswered():
            return True
        case AnswerGiven():
            return item.person_id != person_id
        case MayKnow(by=by):
            return person_id not in by
        case DifferenceSeen():
            return not _stands_apart(talk, item, person_id)
        case _:
            return person_id not in _who_agreed(talk, item, person_id)


def _who_agreed(talk: Talk, item: Item, person_id: str) -> tuple[str, ...]:
    """Return who said something together, or was there; what is of nobody is of whoever reads."""
    own: tuple[str, ...] = (person_id,)
    match item:
        case LaterOn():
            return item.together if item.day is not None else ()
        case ConclusionMade():
            return item.answer.present or own
        case GoalSet() | WhyItMatters() | ToldBackSaid():
            return own if _listened(talk, person_id) else item.words.authors
        case LeftSettled(said=told) | PersonAround(told=told):
            return told.present
        case HardAgain() | GoalLookedBackOn() | WhatHelped():
            return _who_said(item, person_id)
        case _:
            return own


def _stands_apart(talk: Talk, item: DifferenceSeen, person_id: str) -> bool:
    """Tell whether this person sees a topic unlike the others, and still did at the end of it."""
    outcome, framework = item.outcome, talk.framework
    agreed = outcome is not None and (
        framework.choice_id(outcome.question, outcome.choice) == framework.meanings.agreed
    )
    return person_id in item.voices and person_id not in item.alike and not agreed


def _who_said(item: HardAgain | GoalLookedBackOn | WhatHelped, person_id: str) -> tuple[str, ...]:
    """Return whose words an item is, and who was there; a choice is of whoever reads it."""
    if isinstance(item, WhatHelped):
        return item.words.authors
    if isinstance(item, GoalLookedBackOn):
        return (*item.goal.words.authors, *item.said.present)
    own = item.answer.words
    return (*(own.authors if own is not None else (person_id,)), *item.answer.present)


def _listened(talk: Talk, person_id: str) -> bool:
    """Tell whether somebody sits at the table who is not asked, and so never the author."""
    roles = {one.person_id: one.role for one in talk.conversation.participants}
    return person_id in roles and turn_of(talk.framework, roles[person_id]) == "none"
