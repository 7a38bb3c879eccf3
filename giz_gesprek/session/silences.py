"""What nobody said, and the parent lets stand on the family's paper: chosen at the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.session.asking import SeveralAsked
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.summary.asked import what_was_asked
from giz_gesprek.summary.let_stand import can_be_let_stand, let_stand
from giz_gesprek.summary.sentences import chosen_by, topic_heading

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session
    from giz_gesprek.session.step_data import StepData
    from giz_gesprek.summary.items import ViewGiven


async def choose_what_stands(session: Session, ask: Ask) -> Done:
    """Ask which silences stand; what stood before is chosen."""
    if session.conversation.state == "finished":
        return Done("stay", "finish.closed")
    say, data = session.phrases().text, session.data()
    silences = can_be_let_stand(session.talk)
    options = [(str(place), _told(data, item)) for place, item in enumerate(silences)]
    before = [str(place) for place, item in enumerate(silences) if item.answer.stands]
    asked = SeveralAsked(
        say("summary.silences_ask"), say("reading_along.rest"), options, before, may_be_none=True
    )
    chosen = await ask.several(asked)
    if chosen is None or list(chosen) == before:
        return STAY
    standing = [item for place, item in enumerate(silences) if str(place) in chosen]
    session.keep(let_stand(session.talk, standing), "changed", session.step.key)
    return Done()


def _told(data: StepData, item: ViewGiven) -> str:
    topic = topic_heading(data.words, item, 2).text
    asked = " ".join(what_was_asked(data.words, item).split("\n"))
    return f"{topic} · {asked} {chosen_by(data.words, item).sentence}"
