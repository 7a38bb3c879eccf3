"""Which questions are put to whom: what there is to ask, less what is known already.

An answer that stands keeps its question, so that it can be changed. Must not know the order of
the steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giz_gesprek.content.framework import Framework, QuestionSpec
from giz_gesprek.conversation.again import concluded_before, is_asked_again, is_change, told_why
from giz_gesprek.conversation.answers import Answer, View
from giz_gesprek.conversation.before import ViewBefore, view_before
from giz_gesprek.conversation.conditions import holds
from giz_gesprek.conversation.records import conclusion_on, difference_on, view_of
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import (
    all_the_same,
    anybody_typed,
    appraisals,
    differs,
    family_voices,
    is_appraisal,
    may_be_told,
)


def questions_of_view(
    talk: Talk, topic: str, child_id: str | None, person_id: str, turn: str
) -> Iterator[str]:
    """Yield what one person is asked on a topic.

    Who comes after another of the family chooses a face first, before the other one's is told.
    """
    view = view_of(talk, topic, child_id, person_id)
    answers = view.answers if view is not None else ()
    later = turn == "family" and person_id not in family_voices(talk)[:1]
    sets = talk.once_before(_faces_first) if later else talk.framework.question_sets
    questions = sets[talk.framework.topics[topic].set]
    in_variant = talk.framework.variants[talk.conversation.variant].questions
    same = all_the_same(talk, topic, child_id)
    told = view_before(talk, topic, child_id, person_id)
    for question in questions:
        spec = talk.framework.questions[question]
        left_out = (turn == "family" or spec.once_a_side) and question not in in_variant
        if (
            spec.asked_of != turn
            or left_out
            or not may_be_told(talk, question)
            or not _is_open(spec, answers, _given(answers, question))
        ):
            continue
        if _stands_from_before(talk, question, told, view):
            continue
        if not (spec.unless_same and same) or _given(answers, question):
            yield question


def _faces_first(talk: Talk) -> dict[str, tuple[str, ...]]:
    """Return all question sets with those first that choose a face."""
    framework, first = talk.framework, (is_change, is_appraisal)
    return {
        name: tuple(
            sorted(questions, key=lambda each: not any(kind(framework, each) for kind in first))
        )
        for name, questions in framework.question_sets.items()
    }


def _stands_from_before(
    talk: Talk, question: str, told: ViewBefore | None, view: View | None
) -> bool:
    """Tell whether an answer of the time before stands; one that was given now is asked about.

    But for a face: where that is as it was, who said so is not asked for it.
    """
    if is_asked_again(talk, question, told, view):
        return False
    given = _given(view.answers if view is not None else (), question)
    return not given or (told is not None and is_appraisal(talk.framework, question))


def asked_why(talk: Talk, topic: str, child_id: str | None, question: str) -> Iterator[str]:
    """Yield who is asked why they see a topic so, parents first; not who has just said it.

    Where anybody is asked, every parent is: nobody explains beside a parent who is passed over.
    """
    spec = talk.framework.questions[question]
    difference = difference_on(talk.conversation, topic, child_id)
    reasons = difference.reasons if difference is not None else ()
    voices = dict.fromkeys(appraisal.person_id for appraisal in appraisals(talk, topic, child_id))
    parents, asked = family_voices(talk), []
    for person_id in voices:
        view = view_of(talk, topic, child_id, person_id)
        said = view.answers if view is not None else ()
        said = (*said, *told_why(talk, topic, child_id, person_id))
        told = tuple(reason.answer for reason in reasons if reason.person_id == person_id)
        if _is_open(spec, said, told):
            asked.append(person_id)
    yield from (one for one in voices if asked and (one in asked or one in parents))


def needs_a_day(talk: Talk, topic: str, child_id: str | None) -> bool:
    """Tell whether a difference is left open though somebody finds it hard: then a day is asked.

    That is so where those who differ neither agree nor chose a day to talk again, and no help.
    """
    difference = difference_on(talk.conversation, topic, child_id)
    conclusion = conclusion_on(talk.conversation, topic, child_id)
    outcome = difference.as_it_is if difference is not None else None
    meanings, framework = talk.framework.meanings, talk.framework
    settled = {meanings.agreed, meanings.talk_later}
    if outcome is not None and framework.choice_id(outcome.question, outcome.choice) in settled:
        return False
    chosen = {
        framework.choice_id(each.question, each.choice)
        for each in (conclusion.answers if conclusion is not None else ())
        if each.state in {"answered", "dont_know"}
    }
    is_hard = any(
        framework.choice_id(each.question, each.choice) == meanings.hard
        for each in appraisals(talk, topic, child_id)
    )
    is_open = bool(chosen) and meanings.wants_help not in chosen
    return differs(talk, topic, child_id) and is_hard and is_open


def questions_that_conclude(talk: Talk, topic: str, child_id: str | None) -> Iterator[str]:
    """Yield what everybody at the table chooses together for a topic."""
    conclusion = conclusion_on(talk.conversation, topic, child_id)
    answers = conclusion.answers if conclusion is not None else ()
    if not answers and concluded_before(talk, topic, child_id):
        return
    for question in talk.framework.question_sets[talk.framework.places.topic_ends]:
        spec = talk.framework.questions[question]
        if _is_open(spec, answers, _given(answers, question)):
            yield question


def has_to_be_told(framework: Framework, question: str) -> bool:
    """Tell whether a question needs words: the family was promised that it hears them."""
    promised = framework.question_sets[framework.places.advice_sought]
    return question in promised and framework.questions[question].asked_of == "professional"


def is_laid_side_by_side(talk: Talk, topic: str, child_id: str | None) -> bool:
    """Tell whether there is more to lay beside each other than the same face twice."""
    return differs(talk, topic, child_id) or anybody_typed(talk.conversation, topic, child_id)


def is_read_back(talk: Talk, topic: str, child_id: str | None, person_id: str) -> bool:
    """Tell whether anything that somebody said on a topic was typed: only that is read back."""
    view = view_of(talk, topic, child_id, person_id)
    return view is not None and any(answer.words is not None for answer in view.answers)


def _is_open(spec: QuestionSpec, said: Sequence[Answer], given: Sequence[Answer]) -> bool:
    """Tell whether a question is asked: ``said`` decides what is known, ``given`` answers it."""
    if not holds(spec.show_when, said):
        return False
    known = spec.known_when is not None and holds(spec.known_when, said)
    return bool(given) or not known


def _given(answers: Sequence[Answer], question: str) -> tuple[Answer, ...]:
    """Return the answer to a question, if there is one."""
    return tuple(answer for answer in answers if answer.question == question)
