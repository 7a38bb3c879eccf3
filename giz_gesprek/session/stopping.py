"""What stops a conversation or changes who sits at it, each after it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.progress import can_stop_for_today, is_past_the_sides
from giz_gesprek.conversation.table import waits
from giz_gesprek.conversation.taking_back import can_take_back
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.done import LEAVE, STAY, Done
from giz_gesprek.session.log_flow import show_log
from giz_gesprek.session.table import settle_table
from giz_gesprek.session.taking_back import take_back
from giz_gesprek.session.topics import another_topic

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


async def pause(session: Session, ask: Ask, typed: str | None) -> Done:
    """Ask whether to go on, to end for today or to stop; what was typed is kept.

    Who looked and wrote can be seen from there at every moment.
    """
    phrases = session.phrases()
    ways = {
        "go_on": "button.go_on",
        "enough": "pause.to_report",
        "stop": "pause.leave",
        "table": "table.title",
        "take_back": "take_back.way",
        "log": "log.title",
    }
    if not can_stop_for_today(session.talk):
        del ways["enough"]
    if session.conversation.state in {"declined", "finished"}:
        del ways["table"]
    if not can_take_back(session.talk) or session.conversation.state == "declined":
        del ways["take_back"]
    chosen = await ask.choose(
        ChoiceAsked(
            f"{phrases.text('pause.kept')}\n{phrases.text('pause.ask')}",
            [(way, phrases.text(text_id)) for way, text_id in ways.items()],
            heading=phrases.text("pause.title"),
        )
    )
    match chosen:
        case "enough":
            session.enough_for_today(typed)
            return Done(notice="pause.enough")
        case "stop":
            if typed is not None:
                session.record_typed(typed)
            return LEAVE
        case _:
            return await _beside(session, ask, chosen, typed)


async def _beside(session: Session, ask: Ask, chosen: str | None, typed: str | None) -> Done:
    """Do what does not stop the conversation; what was being typed is kept, as a draft."""
    match chosen:
        case "take_back":
            return await take_back(session, ask)
        case "table":
            return await set_table(session, ask, typed)
        case "log":
            if typed is not None:
                session.save_typed(typed)
            return await show_log(session, ask)
        case _:
            return STAY


async def set_table(session: Session, ask: Ask, typed: str | None) -> Done:
    """Change who sits there; what was being typed is kept as it stands, as a draft."""
    if typed is not None:
        session.save_typed(typed)
    waited = waits(session.talk)
    done = await settle_table(session, ask)
    if waited and not waits(session.talk) and is_past_the_sides(session.talk):
        # A moment alone is there for what waited; no side would be asked for any more.
        await another_topic(session, ask)
    return done


async def finish(session: Session, ask: Ask) -> Done:
    """Thank the parent and close the conversation; after a no, or when it was, only leave it."""
    if session.conversation.state not in {"declined", "finished"}:
        session.finish()
        phrases = session.phrases()
        await ask.notice(phrases.text("finish.title"), phrases.text("finish.thanks"))
    return LEAVE
