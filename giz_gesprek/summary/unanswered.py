"""What was asked and not answered: the professional's record has a status for each.

Who said "I don't know", who would rather not say and who was not asked yet. None of it is for a
family's paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from giz_gesprek.conversation.records import advice_on, conclusion_on, difference_on
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import (
    family_first,
    family_voices,
    professional_voices,
    views_on,
)
from giz_gesprek.summary.items import HardAgainUnanswered, Unanswered
from giz_gesprek.summary.topics import (
    About,
    differing_voices,
    questions_of,
    shown_answers,
    silent_answers,
)


def unanswered_on(talk: Talk, about: About) -> Iterator[Unanswered]:
    """Yield what was not answered on a topic: view by view, and then what came of it."""
    yield from _views(talk, about)
    yield from _difference(talk, about)
    yield from _advice(talk, about)
    conclusion = conclusion_on(talk.conversation, about.topic, about.child_id)
    order = talk.framework.question_sets[talk.framework.places.topic_ends]
    answers = conclusion.answers if conclusion is not None else ()
    for answer in silent_answers(talk.framework, answers, order):
        yield Unanswered(about.topic, about.child_id, "conclusion", None, answer)


def hard_again_unanswered(talk: Talk) -> Iterator[HardAgainUnanswered]:
    """Yield what was asked about hard days and not answered."""
    order = talk.framework.question_sets[talk.framework.places.plan]
    for answer in silent_answers(talk.framework, talk.conversation.plan.hard_again, order):
        yield HardAgainUnanswered(answer)


def _views(talk: Talk, about: About) -> Iterator[Unanswered]:
    """Yield the silences of each voice, and each voice of which there is nothing beside others.

    Who would rather not say any of it reads like who was not asked: nothing is held against them.
    """
    here = (about.topic, about.child_id)
    views = family_first(talk, views_on(talk.conversation, *here))
    order = questions_of(talk.framework, about.topic)
    known = set()
    for view in views:
        silent = silent_answers(talk.framework, view.answers, order)
        shown = shown_answers(talk.framework, view.answers, order)
        if shown or any(answer.state == "dont_know" for answer in silent):
            known.add(view.person_id)
            for answer in silent:
                yield Unanswered(*here, "view", view.person_id, answer)
    for person_id in (*family_voices(talk), *professional_voices(talk)):
        if known and person_id not in known:
            yield Unanswered(*here, "view", person_id, None)


def _difference(talk: Talk, about: About) -> Iterator[Unanswered]:
    here = (about.topic, about.child_id)
    voices = differing_voices(talk, about)
    difference = difference_on(talk.conversation, *here)
    if difference is None or not voices:
        return
    for reason in difference.reasons:
        if reason.person_id in voices and reason.answer.state != "answered":
            yield Unanswered(*here, "reason", reason.person_id, reason.answer)
    outcome = difference.as_it_is
    if outcome is not None and outcome.state != "answered":
        yield Unanswered(*here, "outcome", None, outcome)


def _advice(talk: Talk, about: About) -> Iterator[Unanswered]:
    """Yield what whoever asks for advice did not tell; who was asked about it is told apart."""
    advice = advice_on(talk.conversation, about.topic, about.child_id)
    if advice is None:
        return
    order = talk.framework.question_sets[talk.framework.places.advice_sought]
    for answer in silent_answers(talk.framework, advice.answers, order):
        yield Unanswered(about.topic, about.child_id, "advice", advice.by_id, answer)
