"""Saying what becomes of something that an earlier conversation left for later."""

from __future__ import annotations

from datetime import datetime

from giz_gesprek.conversation.choosing import choose_again, chosen_topics, leave_topic
from giz_gesprek.conversation.follow_up import LeftBefore
from giz_gesprek.conversation.left import Left, Then, without_settled
from giz_gesprek.conversation.said_on import has_words
from giz_gesprek.conversation.talk import Talk


def settle(talk: Talk, left: Left, then: Then, *, now: datetime) -> Talk:
    """Return the talk in which everybody who sits here says what becomes of it.

    To talk about it now is to choose its topic. One that was chosen is left again, unless
    somebody said something on it.
    """
    without = without_settled(talk, left.key)
    if then == "now":
        return choose_again(without, left.topic)
    side = talk.framework.side_of(left.topic) or ""
    chosen = left.topic in chosen_topics(without, side)
    if chosen and not has_words(without.conversation, left.topic):
        without = leave_topic(without, side, left.topic)
    said = LeftBefore(
        conversation_id=left.conversation.id,
        kind=left.kind,
        topic=left.topic,
        child_id=left.child_id,
        then=then,
        present=talk.conversation.participant_ids(),
        at=now,
    )
    return without.changed(left_before=(*without.conversation.left_before, said))
