"""Which topics, voices and answers of a conversation still stand.

Answers stay in the document when a later choice hides them; here is decided that nobody sees
them then. Ids that the content no longer knows are kept and come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.answers import Answer, Conclusion, Difference, SeekAdvice, View
from giz_gesprek.conversation.conditions import holds
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.dossier import Conversation, SideVisit
from giz_gesprek.conversation.offered import children_of_side
from giz_gesprek.conversation.records import difference_on
from giz_gesprek.conversation.said_on import left_topics
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import appraisals, differs, family_first, views_on


@dataclass(frozen=True)
class About:
    """A topic of one child, or of the whole family where ``child_id`` is None."""

    topic: str
    child_id: str | None
    is_first_child: bool


def talked_about(talk: Talk) -> Iterator[About]:
    """Yield the topics that were chosen and are not parked, side by side and child by child.

    Everything recorded on such a topic is covered, also about a child who is asked about no
    longer, and so are words on a topic that is chosen no more: taking them off the paper is for
    the people at the table, and nothing is kept that nobody sees.
    """
    seen: set[tuple[str, str | None]] = set()
    first: set[str] = set()
    for visit in talk.conversation.visits:
        topics = [
            topic
            for topic in (*visit.topics, *_left_on(talk, visit))
            if topic not in talk.conversation.parked
        ]
        for child_id in _children(talk, visit, topics):
            for topic in topics:
                if (topic, child_id) not in seen:
                    seen.add((topic, child_id))
                    yield About(topic, child_id, topic not in first)
                    first.add(topic)


def _left_on(talk: Talk, visit: SideVisit) -> Iterator[str]:
    """Yield topics of a side that were left with words; the last side has those without one."""
    is_last = visit is talk.conversation.visits[-1]
    opened = {each.side for each in talk.conversation.visits}
    for topic in left_topics(talk.conversation):
        side = talk.framework.side_of(topic)
        if side == visit.side or (is_last and side not in opened):
            yield topic


def _children(talk: Talk, visit: SideVisit, topics: Sequence[str]) -> tuple[str | None, ...]:
    asked: tuple[str | None, ...] = ()
    if visit.side in talk.framework.sides:
        asked = children_of_side(talk, visit.side)
    records = _records(talk.conversation)
    recorded = [record.child_id for record in records if record.topic in topics]
    return tuple(dict.fromkeys((*asked, *recorded))) or (None,)


def _records(
    conversation: Conversation,
) -> tuple[View | Difference | SeekAdvice | Conclusion, ...]:
    return (
        *conversation.views,
        *conversation.differences,
        *conversation.advice,
        *conversation.conclusions,
    )


def is_to_come(talk: Talk, about: About) -> bool:
    """Tell whether a topic was chosen and nothing was asked on it yet: a silence is an answer.

    Not of a sensitive topic: its title alone can tell too much to whoever reads along.
    """
    if about.topic in sensitive_topics(talk.framework):
        return False
    conversation = talk.conversation
    here = (about.topic, about.child_id)
    return any(about.topic in visit.topics for visit in conversation.visits) and not any(
        (record.topic, record.child_id) == here for record in _records(conversation)
    )


def questions_of(framework: Framework, topic: str) -> tuple[str, ...]:
    """Return the questions of a topic in order; none where the topic is no longer known."""
    spec = framework.topics.get(topic)
    return framework.question_sets.get(spec.set, ()) if spec is not None else ()


def shown_answers(
    framework: Framework, answers: Iterable[Answer], order: Sequence[str], *, standing: bool = False
) -> tuple[Answer, ...]:
    """Return what was answered and still asked, in ``order``; unknown questions come last.

    That somebody does not know is an answer where there is a sentence that tells it; with
    ``standing`` also what was not answered and is let stand.
    """
    asked = _still_asked(framework, answers, order)
    return tuple(
        answer for answer in asked if is_told(framework, answer) or (standing and answer.stands)
    )


def silent_answers(
    framework: Framework, answers: Iterable[Answer], order: Sequence[str]
) -> tuple[Answer, ...]:
    """Return what is still asked and was not answered, in ``order``: all that is not shown."""
    asked = _still_asked(framework, answers, order)
    return tuple(answer for answer in asked if not is_told(framework, answer))


def _still_asked(
    framework: Framework, answers: Iterable[Answer], order: Sequence[str]
) -> list[Answer]:
    given = tuple(answers)
    asked = [answer for answer in given if _is_asked(framework, answer.question, given)]
    place = {question: number for number, question in enumerate(order)}
    return sorted(asked, key=lambda answer: place.get(answer.question, len(order)))


def is_told(framework: Framework, answer: Answer) -> bool:
    """Tell whether something was answered, or there is a sentence for that it was not."""
    spec = framework.questions.get(answer.question)
    return answer.state == "answered" or (spec is not None and answer.state in spec.told)


def _is_asked(framework: Framework, question: str, given: tuple[Answer, ...]) -> bool:
    spec = framework.questions.get(question)
    return spec is None or holds(spec.show_when, given)


def differing_voices(talk: Talk, about: About) -> tuple[str, ...]:
    """Return who differ on a topic, the family first; nobody where the difference is gone.

    With answers that the content no longer knows nobody can tell: then what was written about
    the difference decides.
    """
    if differs(talk, about.topic, about.child_id):
        chosen = appraisals(talk, about.topic, about.child_id)
        return tuple(dict.fromkeys(appraisal.person_id for appraisal in chosen))
    views = family_first(talk, views_on(talk.conversation, about.topic, about.child_id))
    unknown = any(
        answer.question not in talk.framework.questions for view in views for answer in view.answers
    )
    if unknown and difference_on(talk.conversation, about.topic, about.child_id) is not None:
        return tuple(view.person_id for view in views)
    return ()


def alike_voices(talk: Talk, about: About) -> tuple[str, ...]:
    """Return the first two or more who chose the same on a topic; nobody where all differ."""
    people: dict[str, list[str]] = {}
    for appraisal in appraisals(talk, about.topic, about.child_id):
        people.setdefault(appraisal.choice, []).append(appraisal.person_id)
    return next((tuple(alike) for alike in people.values() if len(alike) > 1), ())
