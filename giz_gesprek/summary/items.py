"""The one place that selects and orders what an audience gets of a conversation.

A paper, a screen and later a voice all take these items. They hold no words of ours: what a
topic or a choice is called is for ``summary.words``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.position import Step
from giz_gesprek.conversation.programmes import is_for_families
from giz_gesprek.conversation.records import advice_on, conclusion_on, difference_on
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import talks_later
from giz_gesprek.summary import topics
from giz_gesprek.summary.audience import Readers

ItemKind = Literal[
    "participant",  # somebody at the table; detail is the role
    "added_topic",  # a professional asked for this topic, and why
    "strength",  # what goes well
    "answer",  # any other answer of one person
    "reason",  # why somebody sees it so
    "difference",  # two or more people see it differently; choice is how they go on
    "later_on",  # the day on which a difference is talked about again
    "advice",  # a professional asks for advice; also what the parent says to it
    "conclusion",  # chosen together
    "goal",
    "plan_step",  # person_id or detail is who, day is by when
    "to_tell_back",  # a goal that still has to be told back
    "programme",  # help for a goal; detail is its id
    "coordinator",
    "hard_again",
    "look_back",
    "sharing",  # detail is the recipient, moment the consent
    "sharing_withdrawn",
]

_TOPIC_KINDS: Final = frozenset(
    {
        "added_topic",
        "strength",
        "answer",
        "reason",
        "difference",
        "later_on",
        "advice",
        "conclusion",
    }
)


@dataclass(frozen=True)
class Item:
    """One thing to show.

    ``person_id`` is whose voice it is, None for everybody together. ``line`` is the address for
    changing it or taking it away, None for what is no line of its own. ``voices`` are those who
    differ; ``goal_id`` is the goal that a step or a note belongs to.
    """

    kind: ItemKind
    line: Line | None = None
    topic: str | None = None
    child_id: str | None = None
    person_id: str | None = None
    question: str | None = None
    choice: str | None = None
    words: OwnWords | None = None
    day: date | None = None
    moment: datetime | None = None
    detail: str | None = None
    goal_id: str | None = None
    voices: tuple[str, ...] = ()

    @property
    def is_about_a_topic(self) -> bool:
        """Tell whether this was said or chosen on a topic."""
        return self.kind in _TOPIC_KINDS


def visible_items(talk: Talk, audience: Readers) -> tuple[Item, ...]:
    """Return what ``audience`` gets, in order.

    The family gets what goes well first and nothing that is the professional's own to-do; the
    professional gets everything that was said, topic by topic. Nobody gets what was not
    answered, what a later answer has hidden, or a topic that is parked or no longer chosen.
    After a "no" to talking nothing that was said is shown.
    """
    conversation = talk.conversation
    items = [
        Item("participant", person_id=participant.person_id, detail=participant.role)
        for participant in conversation.participants
    ]
    if conversation.state == "declined":
        return tuple(items)
    said = tuple(_on_topics(talk))
    if audience.strengths_first:
        items += [item for item in said if item.kind == "strength"]
        items += [item for item in said if item.kind != "strength"]
    else:
        items += said
    items += _plan(talk, audience)
    items += _hard_again(talk)
    if conversation.plan.look_back_on is not None:
        items.append(Item("look_back", Line(kind="look_back"), day=conversation.plan.look_back_on))
    if audience.has_to_do:
        items += _sharing(conversation)
    return tuple(items)


def _on_topics(talk: Talk) -> Iterator[Item]:
    for about in topics.talked_about(talk):
        yield from _added(talk.conversation, about)
        yield from _views(talk, about)
        yield from _difference(talk, about)
        yield from _advice(talk, about)
        yield from _conclusion(talk, about)


def _added(conversation: Conversation, about: topics.About) -> Iterator[Item]:
    for visit in conversation.visits:
        for added in visit.added:
            if added.topic == about.topic and about.is_first_child:
                line = Line(kind="added_topic", id=added.topic)
                yield Item(
                    "added_topic", line, about.topic, person_id=added.by_id, words=added.reason
                )


def _views(talk: Talk, about: topics.About) -> Iterator[Item]:
    framework = talk.framework
    for view in topics.views_in_order(talk, about):
        order = topics.questions_of(framework, about.topic)
        for answer in topics.shown_answers(framework, view.answers, order):
            is_strength = framework.role_of(answer.question) == "strength"
            yield _answer("strength" if is_strength else "answer", answer, about, view.person_id)


def _difference(talk: Talk, about: topics.About) -> Iterator[Item]:
    voices = topics.differing_voices(talk, about)
    if not voices:
        return
    difference = difference_on(talk.conversation, about.topic, about.child_id)
    place = {person_id: number for number, person_id in enumerate(voices)}
    reasons = difference.reasons if difference is not None else ()
    # Whoever took the choice back is not asked for a reason any more.
    asked = [reason for reason in reasons if reason.person_id in place]
    for reason in sorted(asked, key=lambda reason: place[reason.person_id]):
        if reason.answer.state == "answered":
            yield _answer("reason", reason.answer, about, reason.person_id)
    outcome = difference.outcome if difference is not None else None
    if difference is None or outcome is None or outcome.state != "answered":
        yield Item("difference", None, about.topic, about.child_id, voices=voices)
        return
    step = _question(about, None, outcome.question)
    yield Item(
        "difference",
        Line(kind="answer", step=step),
        about.topic,
        about.child_id,
        question=outcome.question,
        choice=outcome.choice,
        words=outcome.words,
        voices=voices,
    )
    if difference.later_on is not None and talks_later(talk.framework, outcome):
        later = Step(kind="later_date", topic=about.topic, child_id=about.child_id)
        line = Line(kind="later_on", step=later)
        yield Item("later_on", line, about.topic, about.child_id, day=difference.later_on)


def _advice(talk: Talk, about: topics.About) -> Iterator[Item]:
    advice = advice_on(talk.conversation, about.topic, about.child_id)
    if advice is None:
        return
    order = talk.framework.question_sets[talk.framework.places.advice_sought]
    shown = topics.shown_answers(talk.framework, advice.answers, order)
    for answer in shown:
        person_id = topics.adviser_or_parent(talk, advice, answer.question)
        yield _answer("advice", answer, about, person_id, detail=advice.by_id)


def _conclusion(talk: Talk, about: topics.About) -> Iterator[Item]:
    conclusion = conclusion_on(talk.conversation, about.topic, about.child_id)
    order = talk.framework.question_sets[talk.framework.places.topic_ends]
    answers = conclusion.answers if conclusion else ()
    for answer in topics.shown_answers(talk.framework, answers, order):
        yield _answer("conclusion", answer, about, None)


def _plan(talk: Talk, audience: Readers) -> Iterator[Item]:
    plan = talk.conversation.plan
    for goal in plan.goals:
        yield Item("goal", Line(kind="goal", id=goal.id), words=goal.words, goal_id=goal.id)
        for step in goal.steps:
            yield Item(
                "plan_step",
                Line(kind="plan_step", id=step.id),
                person_id=step.who,
                words=step.what,
                day=step.by,
                detail=step.who_else,
                goal_id=goal.id,
            )
        for programme in dict.fromkeys(goal.programmes):
            if audience.has_to_do or is_for_families(talk.framework, programme):
                line = Line(kind="programme", id=goal.id, programme=programme)
                yield Item("programme", line, detail=programme, goal_id=goal.id)
        if audience.has_to_do and not goal.told_back:
            yield Item("to_tell_back", goal_id=goal.id)
    if plan.coordinator_id is not None:
        yield Item("coordinator", person_id=plan.coordinator_id)


def _hard_again(talk: Talk) -> Iterator[Item]:
    order = talk.framework.question_sets[talk.framework.places.plan]
    for answer in topics.shown_answers(talk.framework, talk.conversation.plan.hard_again, order):
        yield _answer("hard_again", answer, None, None)


def _sharing(conversation: Conversation) -> Iterable[Item]:
    for consent in conversation.sharing:
        if consent.granted:
            yield Item("sharing", moment=consent.at, detail=consent.recipient)
            if consent.withdrawn_at is not None:
                yield Item(
                    "sharing_withdrawn", moment=consent.withdrawn_at, detail=consent.recipient
                )


def _question(about: topics.About | None, person_id: str | None, question: str) -> Step:
    topic, child_id = (about.topic, about.child_id) if about is not None else (None, None)
    return Step(
        kind="question", topic=topic, child_id=child_id, person_id=person_id, question=question
    )


def _answer(
    kind: ItemKind,
    answer: Answer,
    about: topics.About | None,
    person_id: str | None,
    *,
    detail: str | None = None,
) -> Item:
    step = _question(about, person_id, answer.question)
    return Item(
        kind,
        Line(kind="answer", step=step),
        step.topic,
        step.child_id,
        person_id,
        answer.question,
        answer.choice,
        answer.words,
        detail=detail,
    )
