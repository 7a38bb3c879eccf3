"""Asking others for advice, and taking that back: both are asked before they are said.

Where it is offered is in ``showing``; keeping it is in ``edits``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.asked import has_to_be_told
from giz_gesprek.conversation.records import answer_at
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.table import somebody_listens
from giz_gesprek.conversation.text import clean_text
from giz_gesprek.session import edits
from giz_gesprek.session.acts import GiveState, GiveWords, LeaveAdvice, SeekAdvice, Skip
from giz_gesprek.session.asking import SureAsked

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


async def settle_advice(session: Session, ask: Ask, act: SeekAdvice | LeaveAdvice) -> str | None:
    """Ask, and do it after a yes; return the id of the text that says so, None after a no."""
    phrases = session.phrases()
    seeks = isinstance(act, SeekAdvice)
    question: str = phrases.text("seek_advice.ask" if seeks else "seek_advice.leave_ask")
    if seeks and somebody_listens(session.talk):
        question = f"{phrases.text('seek_advice.listened')}\n{question}"
    asked = SureAsked(
        question,
        yes=phrases.text("button.seek_advice" if seeks else "button.leave_advice"),
        no=phrases.text("button.go_on" if seeks else "topics.words_keep"),
    )
    if not await ask.sure(asked):
        return None
    if seeks:
        edits.seek_advice(session)
        return "seek_advice.later"
    edits.leave_advice(session)
    return "seek_advice.left"


def breaks_promise(session: Session, act: GiveWords | GiveState | Skip) -> bool:
    """Tell whether ``act`` leaves empty what the family was promised to hear."""
    step = session.step
    if not isinstance(step, QuestionStep) or not has_to_be_told(session.framework, step.question):
        return False
    if isinstance(act, GiveWords):
        return not clean_text(act.text)
    told = answer_at(session.talk, step)
    return isinstance(act, GiveState) or told is None or told.words is None
