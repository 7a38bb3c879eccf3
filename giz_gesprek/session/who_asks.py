"""Who asks somebody who does a step of the plan and was not there when it was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation import planning
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.summary.words import PaperNames, in_a_row

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_OPEN: Final = "open"
_MOST: Final = 8
"""Nine digits choose: the last one is that it is not known yet."""


async def ask_who_asks(session: Session, ask: Ask, step_id: str) -> None:
    """Ask who of those who sit there asks them; nothing where everybody has said yes.

    Raises:
        StoreError: it could not be kept.

    """
    step = planning.plan_step_of(session.conversation.plan, step_id)
    if not step.to_ask:
        return
    say = session.phrases().text
    words = PaperNames.of(session.library, session.talk, session.calendar)
    who = in_a_row(words, [words.person(one) for one in step.to_ask])
    sitting = (session.family.person(one) for one in session.conversation.participant_ids())
    able = [(one.id, one.name) for one in sitting if one.role != "child"][:_MOST]
    chosen = await ask.choose(
        ChoiceAsked(
            say("around.who_asks", who=who),
            [*able, (_OPEN, say("around.asker_unknown"))],
            chosen=step.asked_by,
        )
    )
    if chosen is not None:
        asks = planning.let_ask(session.talk, step_id, None if chosen == _OPEN else chosen)
        session.keep(asks, "changed", f"step:{step_id}")
