"""What stops a conversation or changes who sits at it, each after it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.progress import can_stop_for_today, is_past_the_sides
from giz_gesprek.conversation.table import waits
from giz_gesprek.session.asking import ChoiceAsked, SureAsked
from giz_gesprek.session.done import LEAVE, STAY, Done
from giz_gesprek.session.log_flow import show_log
from giz_gesprek.session.table import settle_table
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
        "log": "log.title",
    }
    if not can_stop_for_today(session.talk):
        del ways["enough"]
    if session.conversation.state in {"declined", "finished"}:
        del ways["table"]
    chosen = await ask.choose(
        ChoiceAsked(
            f"{phrases.text('pause.kept')}\n{phrases.text('pause.ask')}",
            [(way, phrases.text(text_id)) for way, text_id in ways.items()],
            heading=phrases.text("pause.title"),
        )
    )
    if chosen == "enough":
        session.enough_for_today(typed)
        return Done(notice="pause.enough")
    if chosen == "stop":
        if typed is not None:
            session.record_typed(typed)
        return LEAVE
    if chosen == "table":
        return await set_table(session, ask, typed)
    if chosen == "log":
        if typed is not None:
            session.save_typed(typed)
        return await show_log(session, ask)
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


async def delete(session: Session, ask: Ask) -> Done:
    """Delete the conversation for good, when that was said twice."""
    phrases = session.phrases()
    sure = await ask.sure(
        SureAsked(
            phrases.text("declined.delete"),
            yes=phrases.text("button.delete_talk"),
            no=phrases.text("button.keep_talk"),
        )
    )
    if not sure:
        return STAY
    session.delete_conversation()
    return LEAVE


async def finish(session: Session, ask: Ask) -> Done:
    """Thank the parent and close the conversation; after a no, or when it was, only leave it."""
    if session.conversation.state not in {"declined", "finished"}:
        session.finish()
        phrases = session.phrases()
        await ask.notice(phrases.text("finish.title"), phrases.text("finish.thanks"))
    return LEAVE
