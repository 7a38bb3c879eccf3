"""How it is beside the time before, as both papers and the report tell it; never a sum of these."""

from __future__ import annotations

from dataclasses import replace

from giz_gesprek.conversation.again import face_in, is_change
from giz_gesprek.conversation.before import ViewBefore, as_it_was, told_before, view_before
from giz_gesprek.summary.items import AnswerGiven
from giz_gesprek.summary.words import PaperNames


def is_beside_then(words: PaperNames, item: AnswerGiven) -> bool:
    """Tell whether somebody chose how it is beside the time before."""
    return item.answer.choice is not None and is_change(words.framework, item.answer.question)


def then_and_now(words: PaperNames, item: AnswerGiven) -> str:
    """Return what somebody chose then and now, in a sentence for the family.

    What not everybody who sits there may hear of the time before is left out.
    """
    told = view_before(words.talk, item.topic, item.child_id, item.person_id)
    then, now, name = _then(words, told), words.given(item.answer), words.person(item.person_id)
    if then is None:
        return words.text("document.now", name=name, choice=now)
    return words.text("document.then_and_now", name=name, other=then, choice=now)


def now_and_then(words: PaperNames, item: AnswerGiven) -> str:
    """Return the same behind a label, for the professional, who knows what was said then."""
    told = told_before(words.talk, item.topic, item.child_id, item.person_id)
    then, now = _then(words, told), words.given(item.answer)
    if then is None:
        return now
    return words.inside(words.text("document.now_and_then", choice=now, other=then))


def _then(words: PaperNames, told: ViewBefore | None) -> str | None:
    """Return the face of the time before, in the words of that conversation."""
    face = face_in(words.framework, told.view.answers) if told is not None else None
    if told is None or face is None:
        return None
    return replace(words, talk=as_it_was(words.talk, told.conversation)).given(face)
