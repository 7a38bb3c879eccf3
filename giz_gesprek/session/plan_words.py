"""Own words about an agreement: why it matters, and telling it back.

The question to tell it back puts the burden on the professional, and can be declined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.planning import goal_of
from giz_gesprek.conversation.planning import say_why as with_why
from giz_gesprek.conversation.telling_back import rather_not_tell
from giz_gesprek.conversation.telling_back import tell_back as with_told_back
from giz_gesprek.session.until_given import words_or_instead, words_until_kept

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


async def say_why(session: Session, ask: Ask, goal_id: str) -> None:
    """Ask why a goal matters."""
    why, key = goal_of(session.conversation.plan, goal_id).why, Line(kind="why", id=goal_id).key
    author = session.first_voice if why is None else why.author_id

    def keep(text: str) -> None:
        said = with_why(session.talk, goal_id, session.own_words(text, author))
        session.keep(said, "added" if why is None else "changed", key, drop_draft=key)

    question, earlier = session.phrases().text("goals.why"), why.text if why is not None else ""
    await words_until_kept(session, ask, question, key, keep, earlier=earlier)


async def tell_back(session: Session, ask: Ask, goal_id: str) -> None:
    """Ask the parent to tell an agreement in their own words; they may rather not."""
    key = Line(kind="told_back", id=goal_id).key

    def keep(text: str) -> None:
        told = with_told_back(session.talk, goal_id, session.own_words(text, session.first_voice))
        session.keep(told, "told-back", key, drop_draft=key)

    say = session.phrases().text
    asked = say("goals.tell_back")
    if await words_or_instead(session, ask, asked, key, keep, say("button.rather_not_tell")):
        session.keep(rather_not_tell(session.talk, goal_id), "not-told-back", key)
