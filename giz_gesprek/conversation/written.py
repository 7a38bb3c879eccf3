"""Everything that stands written in one conversation, line by line, whoever may see it.

Owns that nothing is forgotten: what is shown nowhere else is found here, and so is what a person
takes back. Who may hear a line is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.left import left_key
from giz_gesprek.conversation.lines import Line, lines_of_goal
from giz_gesprek.conversation.steps import LaterDateStep, QuestionStep


def lines_of(conversation: Conversation) -> Iterator[Line]:
    """Yield the address of everything that was answered, chosen and said, also of silences."""
    yield from (Line(kind="answer", step=step) for step, _answer in given_in(conversation))
    for visit in conversation.visits:
        yield from (Line(kind="added_topic", id=added.topic) for added in visit.added)
    for one in conversation.differences:
        if one.later_on is not None:
            later = LaterDateStep(topic=one.topic, child_id=one.child_id)
            yield Line(kind="later_on", step=later)
    for said in conversation.looked_back:
        yield Line(kind="looked_back", id=said.goal_id)
        if said.helped is not None:
            yield Line(kind="helped", id=said.goal_id)
    yield from (Line(kind="left_before", id=left_key(one)) for one in conversation.left_before)
    if conversation.since is not None:
        yield Line(kind="since")
    yield from _of_the_plan(conversation)
    yield from _around(conversation)


def _of_the_plan(conversation: Conversation) -> Iterator[Line]:
    plan = conversation.plan
    if plan.comes_first is not None:
        yield Line(kind="comes_first")
    for goal in plan.goals:
        yield Line(kind="goal", id=goal.id)
        yield from lines_of_goal(goal)
    if plan.coordinator_id is not None:
        yield Line(kind="coordinator")
    if plan.first_contact is not None:
        yield Line(kind="first_contact")
    if plan.look_back_on is not None:
        yield Line(kind="look_back")


def _around(conversation: Conversation) -> Iterator[Line]:
    around = conversation.around
    yield from (Line(kind="around", id=one.person_id) for one in around.people)
    if around.other_parent is not None:
        yield Line(kind="other_parent")
    if around.many_professionals is not None:
        yield Line(kind="many_professionals")


def given_in(conversation: Conversation) -> Iterator[tuple[QuestionStep, Answer]]:
    """Yield every answer of a conversation with the step where it was given."""
    for view in conversation.views:
        yield from _at(view.topic, view.child_id, view.person_id, view.answers)
    for difference in conversation.differences:
        here = difference.topic, difference.child_id
        for reason in difference.reasons:
            yield from _at(*here, reason.person_id, (reason.answer,))
        chosen = (difference.outcome, difference.at_end)
        yield from _at(*here, None, tuple(each for each in chosen if each is not None))
    for advice in conversation.advice:
        here = advice.topic, advice.child_id
        yield from _at(*here, advice.by_id, advice.answers)
        for said in advice.reactions:
            yield from _at(*here, said.person_id, said.answers)
    for conclusion in conversation.conclusions:
        yield from _at(conclusion.topic, conclusion.child_id, None, conclusion.answers)
    yield from _at(None, None, None, conversation.plan.hard_again)


def _at(
    topic: str | None, child_id: str | None, person_id: str | None, answers: tuple[Answer, ...]
) -> Iterator[tuple[QuestionStep, Answer]]:
    for answer in answers:
        step = QuestionStep(
            question=answer.question, topic=topic, child_id=child_id, person_id=person_id
        )
        yield step, answer
