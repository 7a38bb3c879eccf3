"""Everything that was said on one topic, wherever it is kept: to show it, or to take it away.

Owns what counts as words that may not be kept unseen.
"""

from __future__ import annotations

from collections.abc import Iterator

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.written import given_in


def has_words(conversation: Conversation, topic: str) -> bool:
    """Tell whether somebody answered something on a topic, or said why it was added."""
    reasons = (
        added.reason
        for visit in conversation.visits
        for added in visit.added
        if added.topic == topic and added.reason is not None
    )
    return any(
        answer.state in {"answered", "dont_know"} for _step, answer in _answers(conversation, topic)
    ) or any(reasons)


def left_topics(conversation: Conversation) -> tuple[str, ...]:
    """Return the topics that are chosen no more and on which there are words, in their order."""
    chosen = {topic for visit in conversation.visits for topic in visit.topics}
    spoken = [
        *(record.topic for record in conversation.views),
        *(added.topic for visit in conversation.visits for added in visit.added),
    ]
    return tuple(
        topic
        for topic in dict.fromkeys(spoken)
        if topic not in chosen and has_words(conversation, topic)
    )


def keys_on(talk: Talk, topic: str) -> tuple[str, ...]:
    """Return the names of everything on a topic in the change log and among the drafts."""
    steps = [step for step in agenda(talk) if step.position.topic == topic]
    answered = [step for step, _answer in _answers(talk.conversation, topic)]
    children = dict.fromkeys(step.position.child_id for step in (*steps, *answered))
    advice = (f"advice:{topic}{f':{child}' if child else ''}" for child in children)
    keys = (step.key for step in (*steps, *answered))
    return tuple(dict.fromkeys((*keys, *advice, f"topic:{topic}", f"added_topic:{topic}")))


def without_topic(talk: Talk, topic: str) -> Talk:
    """Return the talk in which nothing was said on a topic, nor why it was added.

    A goal that belonged to it stays, without the topic.
    """
    conversation, plan = talk.conversation, talk.conversation.plan
    points = plan.comes_first is not None and plan.comes_first.topic == topic
    goals = tuple(
        goal.model_copy(update={"topics": tuple(one for one in goal.topics if one != topic)})
        for goal in plan.goals
    )
    first = None if points else plan.comes_first
    return talk.changed(
        plan=plan.model_copy(update={"comes_first": first, "goals": goals}),
        left_before=tuple(one for one in conversation.left_before if one.topic != topic),
        views=tuple(one for one in conversation.views if one.topic != topic),
        differences=tuple(one for one in conversation.differences if one.topic != topic),
        advice=tuple(one for one in conversation.advice if one.topic != topic),
        conclusions=tuple(one for one in conversation.conclusions if one.topic != topic),
        visits=tuple(
            visit.model_copy(
                update={"added": tuple(one for one in visit.added if one.topic != topic)}
            )
            for visit in conversation.visits
        ),
    )


def _answers(conversation: Conversation, topic: str) -> Iterator[tuple[QuestionStep, Answer]]:
    """Yield every answer on a topic with the step where it was given."""
    return (given for given in given_in(conversation) if given[0].topic == topic)
