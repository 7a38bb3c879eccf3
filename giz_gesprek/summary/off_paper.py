"""What stands written and is on no paper of the family: the report shows it, or nobody sees it.

A later answer hides an earlier one, two who differed agree, a conversation before was deleted, a
question is asked of one person alone: the words stay in the file. Owns what is among them, and who
may hear it; a topic that waits for a moment alone waits here too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.delicate import is_asked_alone
from giz_gesprek.conversation.hard_days import may_hear_hard_days
from giz_gesprek.conversation.keeping_plan import number_of
from giz_gesprek.conversation.left import left_key, may_hear_settled
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.looking_back import may_hear, said_of
from giz_gesprek.conversation.records import advice_on
from giz_gesprek.conversation.steps import LaterDateStep, QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import is_private, may_be_told
from giz_gesprek.conversation.written import given_in
from giz_gesprek.summary.items import (
    AdviceGiven,
    ConclusionMade,
    CoordinatorChosen,
    HardAgain,
    Item,
    LaterOn,
    LeftSettled,
    PointedAt,
    ReasonGiven,
    TopicAdded,
    ViewGiven,
)
from giz_gesprek.summary.looked_back_items import GoalLookedBackOn, SinceSaid, WhatHelped
from giz_gesprek.summary.off_paper_items import ManyExplained, OfGoneTalk, OtherParentSaid
from giz_gesprek.summary.plan_items import CalledFirst
from giz_gesprek.summary.topics import is_told


def off_paper(talk: Talk, shown: Collection[Line | None]) -> Iterator[Item]:
    """Yield what is written and may be heard here, without the lines that are ``shown`` already.

    After a no nothing is: then the whole conversation can be deleted.
    """
    if talk.conversation.state == "declined":
        return
    every = (*_answers(talk), *_of_topics(talk), *_of_before(talk), *_of_the_plan(talk))
    seen = {*shown}
    for item in every:
        if item.line not in seen:
            seen.add(item.line)
            yield item


def _answers(talk: Talk) -> Iterator[Item]:
    asked = agenda(talk)
    for step, answer in given_in(talk.conversation):
        waits = step.topic in talk.conversation.parked or not may_be_told(talk, step.question)
        # What is asked alone is taken back at its question, as long as that is asked.
        at_question = is_asked_alone(talk.framework, step.question) and step in asked
        if not waits and not at_question and is_told(talk.framework, answer):
            item = _answer(talk, step, answer)
            if not isinstance(item, HardAgain) or may_hear_hard_days(talk):
                yield item


def _answer(talk: Talk, step: QuestionStep, answer: Answer) -> Item:
    places, sets = talk.framework.places, talk.framework.question_sets
    line, topic, child_id = Line(kind="answer", step=step), step.topic, step.child_id
    if topic is None:
        return HardAgain(answer, line=line)
    if step.person_id is None:
        return ConclusionMade(topic, child_id, answer, line=line)
    here = (topic, child_id, step.person_id, answer)
    if step.question in sets[places.views_differ]:
        return ReasonGiven(*here, line=line)
    advice = advice_on(talk.conversation, topic, child_id)
    if step.question in sets[places.advice_sought] and advice is not None:
        return AdviceGiven(*here, advice.by_id, line=line)
    return ViewGiven(*here, line=line)


def _of_topics(talk: Talk) -> Iterator[Item]:
    """Yield why topics were added, and days of talking again."""
    conversation = talk.conversation
    for visit in conversation.visits:
        for added in visit.added:
            if added.reason is not None and added.topic not in conversation.parked:
                line = Line(kind="added_topic", id=added.topic)
                yield TopicAdded(added.topic, None, added.by_id, added.reason, line=line)
    for one in conversation.differences:
        if one.later_on is not None and one.topic not in conversation.parked:
            step = LaterDateStep(topic=one.topic, child_id=one.child_id)
            line = Line(kind="later_on", step=step)
            yield LaterOn(one.topic, one.child_id, one.later_on, line=line)


def _of_before(talk: Talk) -> Iterator[Item]:
    """Yield what was said of the time before, also where that conversation is gone."""
    conversation, known = talk.conversation, said_of(talk)
    if conversation.since is not None:
        yield SinceSaid(conversation.since, line=Line(kind="since"))
    for before, said in known:
        if may_hear(talk, before):
            apart = said.model_copy(update={"helped": None})
            line = Line(kind="looked_back", id=said.goal_id)
            yield GoalLookedBackOn(before.goal, apart, delicate=False, line=line)
            if said.helped is not None:
                line = Line(kind="helped", id=said.goal_id)
                yield WhatHelped(before.goal, said.helped, delicate=False, line=line)
    here = [said for _before, said in known]
    for said in conversation.looked_back:
        if said not in here and is_private(talk):
            yield OfGoneTalk(said, line=Line(kind="looked_back", id=said.goal_id))
    for each in conversation.left_before:
        if may_hear_settled(talk, each):
            yield LeftSettled(
                each, delicate=False, line=Line(kind="left_before", id=left_key(each))
            )


def _of_the_plan(talk: Talk) -> Iterator[Item]:
    plan, around = talk.conversation.plan, talk.conversation.around
    first = plan.comes_first
    if first is not None and first.topic not in talk.conversation.parked:
        yield PointedAt(first.topic, first.child_id, has_goal=True, line=Line(kind="comes_first"))
    if plan.coordinator_id is not None:
        yield CoordinatorChosen(plan.coordinator_id, line=Line(kind="coordinator"))
    if plan.first_contact is not None:
        number = number_of(talk, plan.first_contact)
        yield CalledFirst(plan.first_contact, number, line=Line(kind="first_contact"))
    if around.other_parent is not None:
        yield OtherParentSaid(around.other_parent, line=Line(kind="other_parent"))
    if around.many_professionals is not None:
        line = Line(kind="many_professionals")
        yield ManyExplained(around.many_professionals, line=line)
