"""What follows a choice besides the next step: whom to call today, and that fear was heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.session.done import Done
from giz_gesprek.session.looking_back import said_at

if TYPE_CHECKING:
    from giz_gesprek.session.session import Session

_HEARD: Final = "at_home.heard"


def choose(session: Session, choice: str) -> Done:
    """Keep a choice and go on.

    Somebody who tells of fear is answered before anything else is asked: the professional talks
    about it first.

    Raises:
        StoreError: it could not be kept.

    """
    if said_at(session, choice):
        return Done()
    framework, question = session.framework, session.step.position.question or ""
    spec = framework.questions.get(question)
    is_heard = spec is not None and choice in spec.heard
    call_now = framework.choice_id(question, choice) == framework.meanings.help_today
    session.answer_choice(choice)
    return Done(notice=_HEARD if is_heard else None, call_now=call_now)
