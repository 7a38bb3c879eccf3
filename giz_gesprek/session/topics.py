"""One more topic, topics that a professional adds, and those switched off with words on them.

Owns what is asked: of which side, why a topic is added, what becomes of the words. Keeping is in
``edits``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.choosing import chosen_topics
from giz_gesprek.conversation.offered import offered_topics, sides_with_more
from giz_gesprek.session import acts, edits
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.until_given import words_until_kept

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_KEEP: Final = "keep"
_TAKE_AWAY: Final = "take-away"


async def settle_topic(session: Session, ask: Ask, act: acts.ToggleTopic | acts.AddTopic) -> Done:
    """Ask what has to be asked before a topic is added or left, and do it."""
    if isinstance(act, acts.AddTopic):
        return await _add_topic(session, ask, act.side)
    return Done(notice=await _settle_left_topic(session, ask, act.side, act.topic))


async def another_topic(session: Session, ask: Ask) -> Done:
    """Let the parent choose the side of one more topic, after everything that was talked about."""
    phrases = session.phrases()
    options = [(side, phrases.text(f"side.{side}")) for side in sides_with_more(session.talk)]
    if not options:
        return STAY
    side = await ask.choose(ChoiceAsked(phrases.text("triangle.choose_next"), options))
    if side is None:
        return STAY
    edits.open_again(session, side)
    return Done()


async def _add_topic(session: Session, ask: Ask, side: str) -> Done:
    """Let the professional add a topic of this side, with a reason."""
    phrases, chosen = session.phrases(), chosen_topics(session.talk, side)
    options = [
        (topic, phrases.text(f"{topic}.title"))
        for topic in offered_topics(session.talk, side)
        if topic not in chosen
    ]
    if not options:
        return Done("stay", "topics.two_or_three")
    topic = await ask.choose(ChoiceAsked(phrases.text("topics.choose"), options))
    if topic is None:
        return STAY
    added = await words_until_kept(
        session,
        ask,
        phrases.text("topics.add_reason"),
        f"add-topic:{side}",
        lambda reason: edits.add_topic(session, side, topic, reason),
        may_be_empty=True,
    )
    return Done() if added else STAY


async def _settle_left_topic(session: Session, ask: Ask, side: str, topic: str) -> str | None:
    """Ask, and do it; return the text that says so. Without an answer the topic stays chosen."""
    phrases = session.phrases()
    title = phrases.inside(phrases.text(f"{topic}.title"))
    chosen = await ask.choose(
        ChoiceAsked(
            phrases.text("topics.words_ask", topic=title),
            [
                (_KEEP, phrases.text("topics.words_keep")),
                (_TAKE_AWAY, phrases.text("button.remove")),
            ],
        )
    )
    if chosen == _KEEP:
        edits.toggle_topic(session, side, topic)
        return "topics.words_kept"
    if chosen == _TAKE_AWAY:
        edits.take_topic_away(session, side, topic)
        return "topics.words_gone"
    return None
