"""What follows a choice besides the next step: whom to call today, and that fear was heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from giz_gesprek.conversation.flow import next_step
from giz_gesprek.conversation.looking_back import look_back_at
from giz_gesprek.conversation.steps import ReachedStep
from giz_gesprek.session.done import Done

if TYPE_CHECKING:
    from giz_gesprek.conversation.plan import Outcome
    from giz_gesprek.session.session import Session

_HEARD: Final = "at_home.heard"


def choose(session: Session, choice: str) -> Done:
    """Keep a choice and go on.

    Somebody who tells of fear is answered before anything else is asked: the professional talks
    about it first.

    Raises:
        StoreError: it could not be kept.

    """
    if isinstance(session.step, ReachedStep):
        _look_back(session, session.step, choice)
        return Done()
    framework, question = session.framework, session.step.position.question or ""
    spec = framework.questions.get(question)
    is_heard = spec is not None and choice in spec.heard
    call_now = framework.choice_id(question, choice) == framework.meanings.help_today
    session.answer_choice(choice)
    return Done(notice=_HEARD if is_heard else None, call_now=call_now)


def _look_back(session: Session, step: ReachedStep, outcome: str) -> None:
    """Keep what became of a goal of the conversation before, and go on."""
    said = look_back_at(session.talk, step.goal, cast("Outcome", outcome), now=session.now)
    session.keep(next_step(said), "answered", step.key)
