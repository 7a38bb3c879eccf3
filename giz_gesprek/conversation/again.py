"""Talking about a topic again: better, the same or harder, beside what somebody told before.

Owns which questions are asked once more of who answered them at a visit before, and which face
still stands. Nothing is counted or weighed: who says that it is the same has the face of then.
"""

from __future__ import annotations

from collections.abc import Iterable

from giz_gesprek.content.framework import Framework, QuestionSpec
from giz_gesprek.conversation.answers import Answer, View, find_answer
from giz_gesprek.conversation.before import ViewBefore, as_it_was, view_before
from giz_gesprek.conversation.conditions import holds
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.records import (
    answer_at,
    conclusion_on,
    difference_on,
    view_of,
    with_answer,
    with_view,
    without_answer_at,
)
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import is_appraisal, views_on


def is_change(framework: Framework, question: str) -> bool:
    """Tell whether a question asks how it is beside the time before."""
    spec = framework.questions.get(question)
    return spec is not None and spec.only_again and spec.answer == "choice"


def change_in(framework: Framework, answers: Iterable[Answer]) -> Answer | None:
    """Return what somebody said about how it is beside the time before, if they were asked."""
    return next((each for each in answers if is_change(framework, each.question)), None)


def is_asked_again(talk: Talk, question: str, told: ViewBefore | None, now: View | None) -> bool:
    """Tell whether somebody is asked this, where they told ``told`` before and ``now`` since.

    Who was never asked is asked everything, and who was is asked what changed; and more where
    they want to tell it anew, or where their answer of then cannot stand.
    """
    spec = talk.framework.questions[question]
    if told is None:
        return not spec.only_again
    if spec.only_again:
        return True
    answers = now.answers if now is not None else ()
    change = change_in(talk.framework, answers)
    if is_appraisal(talk.framework, question):
        if change is not None and change.state == "answered":
            return kept_face(talk, told, change) is None
        return now is not None and now.anew
    if spec.alone or (now is not None and now.anew):
        return True
    return spec.again is not None and holds(spec.again, answers)


def kept_face(talk: Talk, told: ViewBefore, change: Answer) -> str | None:
    """Return the face of the time before, where it is the same now; None where it is asked.

    There is none further than the first and the last of the scale. After people came to agree on a
    topic nobody knows whose face of then still stands.
    """
    face = face_in(talk.framework, told.view.answers)
    if face is None or face.choice is None or _agreed(talk, told):
        return None
    meanings, scale = talk.framework.meanings, _scale(talk.framework, face.question)
    said = talk.framework.choice_id(change.question, change.choice)
    stands = said == meanings.same
    stands |= said == meanings.better and face.choice == scale[:1][0]
    stands |= said == meanings.harder and face.choice == scale[-1:][0]
    return face.choice if stands else None


def face_in(framework: Framework, answers: Iterable[Answer]) -> Answer | None:
    """Return the face among answers, if one was chosen."""
    faces = (each for each in answers if is_appraisal(framework, each.question))
    return next((each for each in faces if each.choice is not None), None)


def with_face_of_then(before: Talk, after: Talk, step: QuestionStep) -> Talk:
    """Return ``after``, in which ``step`` was just answered, with the face that stands by that.

    A face that stood by what was said ``before`` goes.
    """
    left = without_face_of_then(before, after, step)
    told, answer = _told_at(after, step), answer_at(after, step)
    if not is_change(after.framework, step.question) or told is None or answer is None:
        return left
    if (face := kept_face(after, told, answer)) is None:
        return left
    question = _face_question(after, told)
    kept = answer.model_copy(update={"question": question, "choice": face, "state": "answered"})
    return with_answer(left, _at(step, question), kept)


def without_face_of_then(before: Talk, after: Talk, step: QuestionStep) -> Talk:
    """Return ``after`` without the face that stood by what was said at ``step`` ``before``."""
    if not is_change(before.framework, step.question):
        return after
    told, said = _told_at(before, step), answer_at(before, step)
    if told is None or said is None or kept_face(before, told, said) is None:
        return after
    return without_answer_at(after, _at(step, _face_question(before, told)))


def tell_anew(talk: Talk, here: Position) -> Talk:
    """Return the talk in which somebody is asked everything on a topic once more."""
    topic, person_id = here.topic or "", here.person_id or ""
    view = view_of(talk, topic, here.child_id, person_id)
    empty = View(topic=topic, child_id=here.child_id, person_id=person_id)
    return with_view(talk, (view or empty).model_copy(update={"anew": True}))


def words_before(talk: Talk, here: Position) -> str:
    """Return what somebody said at a step the time before, where they want to tell it anew."""
    topic, person_id = here.topic or "", here.person_id or ""
    view = view_of(talk, topic, here.child_id, person_id)
    told = view_before(talk, topic, here.child_id, person_id)
    if view is None or told is None or not view.anew:
        return ""
    answer = find_answer(told.view.answers, here.question or "")
    return answer.words.text if answer is not None and answer.words is not None else ""


def concluded_before(talk: Talk, topic: str, child_id: str | None) -> bool:
    """Tell whether what was chosen together the time before still stands.

    That is so where everybody who speaks was asked then too, and nobody finds it harder.
    """
    views = views_on(talk.conversation, topic, child_id)
    return bool(views) and all(_is_no_harder(talk, view) for view in views)


def told_why(talk: Talk, topic: str, child_id: str | None, person_id: str) -> tuple[Answer, ...]:
    """Return what tells why somebody sees a topic as they do, from the time before."""
    told = view_before(talk, topic, child_id, person_id)
    view = view_of(talk, topic, child_id, person_id)
    change = change_in(talk.framework, view.answers) if view is not None else None
    if told is None or change is None:
        return ()
    if talk.framework.choice_id(change.question, change.choice) != talk.framework.meanings.same:
        return ()
    difference = difference_on(told.conversation, topic, child_id)
    reasons = difference.reasons if difference is not None else ()
    own = (reason.answer for reason in reasons if reason.person_id == person_id)
    return (*told.view.answers, *own)


def _is_no_harder(talk: Talk, view: View) -> bool:
    told = view_before(talk, view.topic, view.child_id, view.person_id)
    if told is None or view.anew:
        return False
    then: Conversation = told.conversation
    conclusion = conclusion_on(then, view.topic, view.child_id)
    concluded = conclusion is not None and any(
        each.state == "answered" for each in conclusion.answers
    )
    change = change_in(talk.framework, view.answers)
    said = talk.framework.choice_id(change.question, change.choice) if change is not None else None
    return concluded and said != talk.framework.meanings.harder


def _agreed(talk: Talk, told: ViewBefore) -> bool:
    then = as_it_was(talk, told.conversation)
    difference = difference_on(then.conversation, told.view.topic, told.view.child_id)
    outcome = difference.as_it_is if difference is not None else None
    if outcome is None:
        return False
    return (
        talk.framework.choice_id(outcome.question, outcome.choice) == talk.framework.meanings.agreed
    )


def _scale(framework: Framework, question: str) -> tuple[str, ...]:
    spec: QuestionSpec | None = framework.questions.get(question)
    return tuple(framework.scales.get(spec.scale or "", {})) if spec is not None else ()


def _told_at(talk: Talk, step: QuestionStep) -> ViewBefore | None:
    return view_before(talk, step.topic or "", step.child_id, step.person_id or "")


def _face_question(talk: Talk, told: ViewBefore) -> str:
    face = face_in(talk.framework, told.view.answers)
    return face.question if face is not None else ""


def _at(step: QuestionStep, question: str) -> QuestionStep:
    return QuestionStep(
        question=question, topic=step.topic, child_id=step.child_id, person_id=step.person_id
    )
