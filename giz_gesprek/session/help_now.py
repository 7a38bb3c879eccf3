"""Whom to call now: the same at every moment of the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from giz_gesprek.session.session import Session

_HELP_NOW: Final = ("danger", "violence", "suicide", "doctor", "together")


def help_now(session: Session) -> tuple[str, ...]:
    """Return a sentence for each number, that of the own organisation where it is known."""
    phrases = session.phrases()
    own = session.family.person(session.professional_id).phone
    numbers = tuple(phrases.text(f"help_now.{name}") for name in _HELP_NOW)
    return (*numbers, phrases.text("help_now.own", number=own)) if own else numbers
