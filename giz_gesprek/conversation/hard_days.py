"""What a family said about hard days the time before, and what of it still holds.

It is not asked again from nothing: with the permission of who sits there each answer stays, is
changed or goes. Owns which answers those are, who may hear them, and what is kept of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from giz_gesprek.conversation.answers import (
    Answer,
    OwnWords,
    find_answer,
    replace_answer,
    without_answer,
)
from giz_gesprek.conversation.delicate import has_delicate_plan
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.looked_back import Since, SinceThen
from giz_gesprek.conversation.plan import CarriedAnswer, CarriedOver
from giz_gesprek.conversation.records import of_family
from giz_gesprek.conversation.steps import HardDaysStep, QuestionStep, SinceStep, Step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, is_private


def answers_before(talk: Talk) -> tuple[Answer, ...]:
    """Return what was said about hard days the last time that anything was, in its order.

    Nothing where somebody sits there who may not hear it.
    """
    last = _last(talk)
    if last is None or not _may_hear(talk, last):
        return ()
    asked = talk.framework.question_sets[talk.framework.places.plan]
    found = (find_answer(last.plan.hard_again, question) for question in asked)
    return tuple(each for each in found if each is not None and each.state == "answered")


def begins_with(talk: Talk) -> Iterator[Step]:
    """Yield how the time since was; where that was hard, what helps then comes at once."""
    if not answers_before(talk):
        return
    yield SinceStep()
    if _was_hard(talk):
        yield HardDaysStep()


def asked_for_plan(talk: Talk) -> Iterator[Step]:
    """Yield what is asked about hard days with the plan: what is known already, and the rest."""
    before = {answer.question for answer in answers_before(talk)}
    if before and not _was_hard(talk):
        yield HardDaysStep()
    # What was carried over is asked of nobody anew, also beside somebody who may not hear it.
    known = before | {carried.question for carried in talk.conversation.plan.carried}
    for question in talk.framework.question_sets[talk.framework.places.plan]:
        if question not in known:
            yield QuestionStep(question=question)


def say_how_it_was(talk: Talk, how: Since, *, now: datetime) -> Talk:
    """Return the talk in which everybody says how the time since was."""
    present = talk.conversation.participant_ids()
    return talk.changed(since=SinceThen(how=how, present=present, at=now))


def carried_of(talk: Talk, question: str) -> CarriedOver | None:
    """Return what was done with an answer of the time before; None while nothing was."""
    carried = talk.conversation.plan.carried
    return next((each.what for each in carried if each.question == question), None)


def stands(talk: Talk, question: str) -> Answer | None:
    """Return the answer as it stands: that of the time before, until it is another or gone."""
    here = find_answer(talk.conversation.plan.hard_again, question)
    if here is not None or carried_of(talk, question) is not None:
        return here
    return find_answer(answers_before(talk), question)


def keep(talk: Talk, question: str, *, now: datetime) -> Talk:
    """Return the talk in which an answer of the time before holds, in the words of who said it.

    Raises:
        KeyError: there is no such answer, or it may not be heard.

    """
    before = _before(talk, question)
    return _with(_marked(talk, question, "kept", now), before, before.words, now)


def keep_the_rest(talk: Talk, *, now: datetime) -> Talk:
    """Return the talk in which every answer holds with which nothing was done."""
    for answer in answers_before(talk):
        if carried_of(talk, answer.question) is None:
            talk = keep(talk, answer.question, now=now)
    return talk


def change(talk: Talk, question: str, words: OwnWords) -> Talk:
    """Return the talk with other words instead of those of the time before."""
    before = _before(talk, question)
    new = before.model_copy(update={"choice": None, "words": words})
    return _with(_marked(talk, question, "changed", words.at), new, before.words, words.at)


def take_away(talk: Talk, question: str, *, now: datetime) -> Talk:
    """Return the talk in which an answer of the time before holds no more."""
    marked = _marked(talk, question, "taken_away", now)
    plan = marked.conversation.plan
    left = without_answer(plan.hard_again, question)
    return marked.changed(plan=plan.model_copy(update={"hard_again": left}))


def may_hear_hard_days(talk: Talk) -> bool:
    """Tell whether everybody who sits there may hear what was carried over from the time before."""
    last = _last(talk)
    delicate = any(carried.delicate for carried in talk.conversation.plan.carried)
    return not delicate or (is_private(talk) and (last is None or _may_hear(talk, last)))


def _was_hard(talk: Talk) -> bool:
    since = talk.conversation.since
    return since is not None and since.how == "hard"


def _last(talk: Talk) -> Conversation | None:
    return next((each for each in reversed(talk.earlier) if each.plan.hard_again), None)


def _may_hear(talk: Talk, last: Conversation) -> bool:
    """Tell whether a plan about something delicate is among those who made it."""
    if not has_delicate_plan(talk.framework, last):
        return True
    words = [answer.words for answer in last.plan.hard_again if answer.words is not None]
    voices = family_voices(talk)
    return is_private(talk) and all(set(own.authors).issuperset(voices) for own in words)


def _before(talk: Talk, question: str) -> Answer:
    return {answer.question: answer for answer in answers_before(talk)}[question]


def _with(talk: Talk, answer: Answer, earlier: OwnWords | None, now: datetime) -> Talk:
    """Return the talk with an answer of who sits there; the same words stay of who said them."""
    own = answer.words
    if own is not None:
        own = of_family(talk, own, earlier)
    present = talk.conversation.participant_ids()
    new = answer.model_copy(update={"words": own, "present": present, "at": now})
    plan = talk.conversation.plan
    answers = replace_answer(plan.hard_again, new)
    return talk.changed(plan=plan.model_copy(update={"hard_again": answers}))


def _marked(talk: Talk, question: str, what: CarriedOver, now: datetime) -> Talk:
    last = _last(talk)
    if last is None:
        raise KeyError(question)
    plan = talk.conversation.plan
    mark = CarriedAnswer(
        conversation_id=last.id,
        question=question,
        what=what,
        delicate=has_delicate_plan(talk.framework, last),
        present=talk.conversation.participant_ids(),
        at=now,
    )
    others = tuple(each for each in plan.carried if each.question != question)
    return talk.changed(plan=plan.model_copy(update={"carried": (*others, mark)}))
