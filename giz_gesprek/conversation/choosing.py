"""What is talked about: sides, topics, parked topics. The parent chooses; the order is kept."""

from __future__ import annotations

from collections.abc import Iterable

from giz_gesprek.conversation.answers import OwnWords, SeekAdvice
from giz_gesprek.conversation.dossier import AddedTopic, Conversation, SideVisit
from giz_gesprek.conversation.records import advice_on


def open_side(conversation: Conversation, side: str) -> Conversation:
    """Return the conversation with ``side`` opened as the next one; opening twice changes nothing.

    A conversation that was finished goes on with it.
    """
    if any(visit.side == side for visit in conversation.visits):
        return conversation
    return conversation.model_copy(
        update={
            "visits": (*conversation.visits, SideVisit(side=side)),
            "state": "in_progress",
            "finished_at": None,
        }
    )


def choose_topic(conversation: Conversation, side: str, topic: str) -> Conversation:
    """Return the conversation with ``topic`` chosen on ``side``, after the earlier ones."""
    visit = _visit(conversation, side)
    if topic in visit.topics:
        return conversation
    return _with_visit(conversation, visit.model_copy(update={"topics": (*visit.topics, topic)}))


def leave_topic(conversation: Conversation, side: str, topic: str) -> Conversation:
    """Return the conversation without ``topic`` among the chosen ones.

    What was said stays stored, and so does the reason for which it was added: one key chooses
    and leaves, and may not cost anybody's words.
    """
    visit = _visit(conversation, side)
    topics = tuple(chosen for chosen in visit.topics if chosen != topic)
    return _with_visit(conversation, visit.model_copy(update={"topics": topics}))


def add_topic(
    conversation: Conversation, side: str, topic: str, *, by_id: str, reason: OwnWords | None
) -> Conversation:
    """Return the conversation with a topic that a professional asks for, and why."""
    chosen = choose_topic(conversation, side, topic)
    visit = _visit(chosen, side)
    others = tuple(added for added in visit.added if added.topic != topic)
    added = AddedTopic(topic=topic, by_id=by_id, reason=reason)
    return _with_visit(chosen, visit.model_copy(update={"added": (*others, added)}))


def park(conversation: Conversation, topics: Iterable[str]) -> Conversation:
    """Return the conversation with exactly ``topics`` kept for a moment alone."""
    return conversation.model_copy(update={"parked": tuple(dict.fromkeys(topics))})


def chosen_topics(conversation: Conversation, side: str) -> tuple[str, ...]:
    """Return the topics chosen on a side, in order."""
    return next((visit.topics for visit in conversation.visits if visit.side == side), ())


def seek_advice(
    conversation: Conversation, topic: str, child_id: str | None, by_id: str
) -> Conversation:
    """Return the conversation in which a professional openly asks for advice on a topic."""
    if advice_on(conversation, topic, child_id) is not None:
        return conversation
    asked = SeekAdvice(topic=topic, child_id=child_id, by_id=by_id)
    return conversation.model_copy(update={"advice": (*conversation.advice, asked)})


def _visit(conversation: Conversation, side: str) -> SideVisit:
    for visit in conversation.visits:
        if visit.side == side:
            return visit
    message = f"the side {side} has not been opened"
    raise ValueError(message)


def _with_visit(conversation: Conversation, changed: SideVisit) -> Conversation:
    visits = tuple(
        changed if visit.side == changed.side else visit for visit in conversation.visits
    )
    return conversation.model_copy(update={"visits": visits})
