"""Asking others for advice, and taking that back: both are asked before they are said.

Where it is offered is in ``showing``; keeping it is in ``edits``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.session import edits
from giz_gesprek.session.acts import LeaveAdvice, SeekAdvice
from giz_gesprek.session.asking import SureAsked

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


async def settle_advice(session: Session, ask: Ask, act: SeekAdvice | LeaveAdvice) -> str | None:
    """Ask, and do it after a yes; return the id of the text that says so, None after a no."""
    phrases = session.phrases()
    seeks = isinstance(act, SeekAdvice)
    asked = SureAsked(
        phrases.text("seek_advice.ask" if seeks else "seek_advice.leave_ask"),
        yes=phrases.text("button.seek_advice" if seeks else "button.leave_advice"),
        no=phrases.text("button.cancel"),
    )
    if not await ask.sure(asked):
        return None
    if seeks:
        edits.seek_advice(session)
        return "seek_advice.later"
    edits.leave_advice(session)
    return "seek_advice.left"
