"""Where the answer to a step lives in the document: reading, writing and taking away.

One place knows that an answer of one person stands in a view, a reason in a difference and a
choice made together in a conclusion. Must not know the order of the steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.answers import (
    Answer,
    Conclusion,
    Difference,
    OwnWords,
    Reaction,
    Reason,
    SeekAdvice,
    View,
    find_answer,
    replace_answer,
    without_answer,
)
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.steps import QuestionStep, Step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices

_Kept = TypeVar("_Kept")


def view_of(talk: Talk, topic: str, child_id: str | None, person_id: str) -> View | None:
    """Return one person's view on a topic, or None."""
    return talk.once(_views).get((topic, child_id, person_id))


def _views(talk: Talk) -> dict[tuple[str, str | None, str], View]:
    return {(view.topic, view.child_id, view.person_id): view for view in talk.conversation.views}


def difference_on(
    conversation: Conversation, topic: str, child_id: str | None
) -> Difference | None:
    """Return what was said about a difference on a topic, or None."""
    return next(
        (d for d in conversation.differences if (d.topic, d.child_id) == (topic, child_id)), None
    )


def conclusion_on(
    conversation: Conversation, topic: str, child_id: str | None
) -> Conclusion | None:
    """Return what was chosen together for a topic, or None."""
    return next(
        (c for c in conversation.conclusions if (c.topic, c.child_id) == (topic, child_id)), None
    )


def advice_on(conversation: Conversation, topic: str, child_id: str | None) -> SeekAdvice | None:
    """Return what was said about asking for advice on a topic, or None."""
    return next(
        (a for a in conversation.advice if (a.topic, a.child_id) == (topic, child_id)), None
    )


def answer_at(talk: Talk, step: Step) -> Answer | None:
    """Return the answer that stands at a question step, or None."""
    if not isinstance(step, QuestionStep):
        return None
    places, here = talk.framework.places, _set_of(talk.framework, step.question)
    if here == places.plan:
        return find_answer(talk.conversation.plan.hard_again, step.question)
    topic = step.topic or ""
    if here == places.advice_sought:
        advice = advice_on(talk.conversation, topic, step.child_id)
        return find_answer(_told_or_said(talk, advice, step), step.question) if advice else None
    if here == places.topic_ends:
        conclusion = conclusion_on(talk.conversation, topic, step.child_id)
        return find_answer(conclusion.answers, step.question) if conclusion else None
    if here in {places.views_differ, places.visit_ends}:
        difference = difference_on(talk.conversation, topic, step.child_id)
        return _difference_answer(difference, step, at_end=here == places.visit_ends)
    view = view_of(talk, topic, step.child_id, step.person_id or "")
    return find_answer(view.answers, step.question) if view else None


def with_answer(
    talk: Talk,
    step: QuestionStep,
    answer: Answer,
    wording: Mapping[str, str] | None = None,
) -> Talk:
    """Return the talk with ``answer`` at ``step``, in the place of an earlier one.

    ``wording`` holds the standard text of what was asked, by text id; it is kept once a
    conversation, as it was the first time. What is chosen together keeps who sits at the table;
    the same again, also who sat there before.
    """
    if step.person_id is None:
        answer = _of_everybody(talk, step, answer)
    put = _put(talk, step, answer)
    kept = {**(wording or {}), **talk.conversation.wording}
    return put.changed(wording=kept)


def without_answer_at(talk: Talk, step: Step) -> Talk:
    """Return the talk without the answer at ``step``; nothing else changes.

    A view, a difference or a conclusion in which nothing is left goes too: an empty one would
    still tell that something was said there.
    """
    if not isinstance(step, QuestionStep) or answer_at(talk, step) is None:
        return talk
    return _put(talk, step, None)


def with_view(talk: Talk, view: View) -> Talk:
    """Return the talk with a view in the place of the one that its person has on its topic."""
    old = view_of(talk, view.topic, view.child_id, view.person_id)
    kept = view if view.answers or view.anew else None
    return talk.changed(views=_swap(talk.conversation.views, old, kept))


def is_same(earlier: Answer, new: Answer) -> bool:
    """Tell whether two answers say the same, whenever they were given, and by whom."""
    earlier_words = earlier.words.text if earlier.words else None
    new_words = new.words.text if new.words else None
    return (earlier.state, earlier.choice, earlier_words) == (new.state, new.choice, new_words)


def of_family(talk: Talk, own: OwnWords, earlier: OwnWords | None = None) -> OwnWords:
    """Return own words as those of the family at the table.

    The same as ``earlier`` are also of who said them then; other words are not.
    """
    before = earlier.authors if earlier is not None and earlier.text == own.text else ()
    authors = tuple(dict.fromkeys((*before, *family_voices(talk)))) or own.authors
    return own.model_copy(update={"author_id": authors[0], "with_ids": authors[1:]})


def _of_everybody(talk: Talk, step: QuestionStep, answer: Answer) -> Answer:
    """Return an answer as that of everybody who sits at the table; own words are the family's."""
    earlier = answer_at(talk, step)
    again = earlier if earlier is not None and is_same(earlier, answer) else None
    before = again.present if again is not None else ()
    present = tuple(dict.fromkeys((*before, *talk.conversation.participant_ids())))
    own = answer.words
    if own is not None:
        own = of_family(talk, own, earlier.words if earlier is not None else None)
    return answer.model_copy(update={"present": present, "words": own})


def _is_reaction(framework: Framework, question: str) -> bool:
    """Tell whether what is asked about advice is asked of the family."""
    return framework.questions[question].asked_of == "family"


def _told_or_said(talk: Talk, advice: SeekAdvice | None, step: QuestionStep) -> tuple[Answer, ...]:
    """Return what the professional told about advice, or what whose step it is says to it."""
    if advice is None:
        return ()
    if not _is_reaction(talk.framework, step.question):
        return advice.answers
    said = (each.answers for each in advice.reactions if each.person_id == step.person_id)
    return next(said, ())


def _set_of(framework: Framework, question: str) -> str | None:
    """Return the question set of the place where a question is asked; None within a topic."""
    sets = framework.question_sets
    return next((name for name in framework.places.all() if question in sets[name]), None)


def _difference_answer(
    difference: Difference | None, step: QuestionStep, *, at_end: bool
) -> Answer | None:
    if difference is None:
        return None
    if step.person_id is None:
        return difference.at_end if at_end else difference.outcome
    return next((r.answer for r in difference.reasons if r.person_id == step.person_id), None)


def _changed(
    answers: tuple[Answer, ...], question: str, answer: Answer | None
) -> tuple[Answer, ...]:
    return without_answer(answers, question) if answer is None else replace_answer(answers, answer)


def _put(talk: Talk, step: QuestionStep, answer: Answer | None) -> Talk:
    places, here = talk.framework.places, _set_of(talk.framework, step.question)
    if here == places.plan:
        answers = _changed(talk.conversation.plan.hard_again, step.question, answer)
        plan = talk.conversation.plan.model_copy(update={"hard_again": answers})
        return talk.changed(plan=plan)
    if here == places.advice_sought:
        return _put_advice(talk, step, answer)
    if here == places.topic_ends:
        return _put_conclusion(talk, step, answer)
    if here in {places.views_differ, places.visit_ends}:
        return _put_difference(talk, step, answer)
    return _put_view(talk, step, answer)


def _put_view(talk: Talk, step: QuestionStep, answer: Answer | None) -> Talk:
    topic, person_id = step.topic or "", step.person_id or ""
    old = view_of(talk, topic, step.child_id, person_id)
    base = old or View(topic=topic, child_id=step.child_id, person_id=person_id)
    new = base.model_copy(update={"answers": _changed(base.answers, step.question, answer)})
    return with_view(talk, new)


def _put_conclusion(talk: Talk, step: QuestionStep, answer: Answer | None) -> Talk:
    topic = step.topic or ""
    old = conclusion_on(talk.conversation, topic, step.child_id)
    base = old or Conclusion(topic=topic, child_id=step.child_id)
    new = base.model_copy(update={"answers": _changed(base.answers, step.question, answer)})
    kept = new if new.answers else None
    return talk.changed(conclusions=_swap(talk.conversation.conclusions, old, kept))


def _put_advice(talk: Talk, step: QuestionStep, answer: Answer | None) -> Talk:
    old = advice_on(talk.conversation, step.topic or "", step.child_id)
    if old is None:
        message = "nobody asks for advice on this topic"
        raise ValueError(message)
    answers = _changed(_told_or_said(talk, old, step), step.question, answer)
    if not _is_reaction(talk.framework, step.question):
        new = old.model_copy(update={"answers": answers})
        return talk.changed(advice=_swap(talk.conversation.advice, old, new))
    others = tuple(each for each in old.reactions if each.person_id != step.person_id)
    said = (Reaction(person_id=step.person_id or "", answers=answers),) if answers else ()
    new = old.model_copy(update={"reactions": (*others, *said)})
    return talk.changed(advice=_swap(talk.conversation.advice, old, new))


def _put_difference(talk: Talk, step: QuestionStep, answer: Answer | None) -> Talk:
    topic = step.topic or ""
    old = difference_on(talk.conversation, topic, step.child_id)
    base = old or Difference(topic=topic, child_id=step.child_id)
    if _set_of(talk.framework, step.question) == talk.framework.places.visit_ends:
        new = base.model_copy(update={"at_end": answer})
    elif step.person_id is None:
        new = base.model_copy(update={"outcome": answer})
    else:
        others = tuple(r for r in base.reasons if r.person_id != step.person_id)
        added = () if answer is None else (Reason(person_id=step.person_id, answer=answer),)
        new = base.model_copy(update={"reasons": (*others, *added)})
    kept = new if new != Difference(topic=topic, child_id=step.child_id) else None
    return talk.changed(differences=_swap(talk.conversation.differences, old, kept))


def _swap(records: tuple[_Kept, ...], old: _Kept | None, new: _Kept | None) -> tuple[_Kept, ...]:
    added = () if new is None else (new,)
    if old is None:
        return (*records, *added)
    place = next(number for number, record in enumerate(records) if record is old)
    return (*records[:place], *added, *records[place + 1 :])
