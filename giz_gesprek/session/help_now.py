"""Whom to call now: the same at every moment of the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.calling import is_expecting, whom_to_call

if TYPE_CHECKING:
    from giz_gesprek.session.session import Session


def help_now(session: Session) -> tuple[str, ...]:
    """Return a sentence for each number, that of the own organisation where it is known."""
    phrases = session.phrases()
    own = session.family.person(session.professional_id).phone
    told = (*whom_to_call(is_expecting=is_expecting(session.talk)), "help_now.together")
    numbers = tuple(phrases.text(text_id) for text_id in told)
    return (*numbers, phrases.text("help_now.own", number=own)) if own else numbers
