"""What is talked about: sides, topics, parked topics. The parent chooses; the order is kept."""

from __future__ import annotations

from collections.abc import Iterable

from giz_gesprek.conversation.answers import OwnWords, SeekAdvice
from giz_gesprek.conversation.dossier import AddedTopic, SideVisit
from giz_gesprek.conversation.records import advice_on
from giz_gesprek.conversation.talk import Talk


def open_side(talk: Talk, side: str) -> Talk:
    """Return the talk with ``side`` opened as the next one; opening twice changes nothing."""
    if any(visit.side == side and not visit.again for visit in talk.conversation.visits):
        return talk
    return talk.changed(
        visits=(*talk.conversation.visits, SideVisit(side=side)),
        state="in_progress",
    )


def open_before(talk: Talk, side: str, number: int) -> Talk:
    """Return the talk with ``side`` opened as visit ``number``; what was chosen there comes after.

    A side that was opened later comes forward, with its topics.
    """
    visits = list(talk.conversation.visits)
    later = next((each for each in visits[number:] if each.side == side), None)
    if later is not None:
        visits = [each for each in visits if each is not later]
    visits.insert(number, later or SideVisit(side=side))
    return talk.changed(visits=tuple(visits), state="in_progress")


def open_again(talk: Talk, side: str) -> Talk:
    """Return the talk with ``side`` opened after all others, also where it was opened before.

    What was talked about on it stays where it was; a visit of it that holds nothing goes.
    """
    others = tuple(
        visit
        for visit in talk.conversation.visits
        if visit.side != side or visit.topics or visit.added
    )
    return talk.changed(visits=(*others, SideVisit(side=side)), state="in_progress")


def choose_topic(talk: Talk, side: str, topic: str) -> Talk:
    """Return the talk with ``topic`` chosen on the last visit of ``side``, as the last."""
    visit = _visit(talk, side)
    if topic in chosen_topics(talk, side):
        return talk
    return _with_visit(talk, visit, visit.model_copy(update={"topics": (*visit.topics, topic)}))


def choose_again(talk: Talk, topic: str) -> Talk:
    """Return the talk with a topic of the time before chosen: its side is not walked for it.

    Topics that are talked about again come before those that are chosen on the triangle.
    """
    side, visits = talk.framework.side_of(topic), list(talk.conversation.visits)
    if side is None or any(topic in visit.topics for visit in visits):
        return talk
    again = [number for number, visit in enumerate(visits) if visit.again]
    of_side = next((number for number in again if visits[number].side == side), None)
    if of_side is None:
        visits.insert(len(again), SideVisit(side=side, topics=(topic,), again=True))
    else:
        old = visits[of_side]
        visits[of_side] = old.model_copy(update={"topics": (*old.topics, topic)})
    return talk.changed(visits=tuple(visits), state="in_progress")


def leave_topic(talk: Talk, side: str, topic: str) -> Talk:
    """Return the talk without ``topic`` among the chosen ones.

    What was said stays stored, and so does the reason for which it was added: one key chooses
    and leaves, and may not cost anybody's words.
    """
    last = _visit(talk, side)
    visit = next((each for each in _visits(talk, side) if topic in each.topics), last)
    topics = tuple(chosen for chosen in visit.topics if chosen != topic)
    if visit.again and not topics and not visit.added:
        left = tuple(each for each in talk.conversation.visits if each is not visit)
        return talk.changed(visits=left)
    return _with_visit(talk, visit, visit.model_copy(update={"topics": topics}))


def add_topic(talk: Talk, side: str, topic: str, *, by_id: str, reason: OwnWords | None) -> Talk:
    """Return the talk with a topic that a professional asks for, and why."""
    chosen = choose_topic(talk, side, topic)
    visit = next(each for each in _visits(chosen, side) if topic in each.topics)
    others = tuple(added for added in visit.added if added.topic != topic)
    added = AddedTopic(topic=topic, by_id=by_id, reason=reason)
    return _with_visit(chosen, visit, visit.model_copy(update={"added": (*others, added)}))


def park(talk: Talk, topics: Iterable[str]) -> Talk:
    """Return the talk with exactly ``topics`` kept for a moment alone."""
    return talk.changed(parked=tuple(dict.fromkeys(topics)))


def chosen_topics(talk: Talk, side: str) -> tuple[str, ...]:
    """Return the topics chosen on all visits of a side, in order."""
    return tuple(topic for visit in _visits(talk, side) for topic in visit.topics)


def visible_topics(talk: Talk, side: str) -> tuple[str, ...]:
    """Return the topics chosen on a side that do not wait for a moment alone."""
    parked = talk.conversation.parked
    return tuple(topic for topic in chosen_topics(talk, side) if topic not in parked)


def seek_advice(talk: Talk, topic: str, child_id: str | None, by_id: str) -> Talk:
    """Return the talk in which a professional openly asks for advice on a topic."""
    if advice_on(talk.conversation, topic, child_id) is not None:
        return talk
    asked = SeekAdvice(topic=topic, child_id=child_id, by_id=by_id)
    return talk.changed(advice=(*talk.conversation.advice, asked))


def leave_advice(talk: Talk, topic: str, child_id: str | None) -> Talk:
    """Return the talk in which nobody asks for advice on a topic, nor said why."""
    left = advice_on(talk.conversation, topic, child_id)
    return talk.changed(advice=tuple(each for each in talk.conversation.advice if each is not left))


def can_leave_advice(talk: Talk, topic: str, child_id: str | None) -> bool:
    """Tell whether asking for advice can be taken back: until one of the family answered to it."""
    advice = advice_on(talk.conversation, topic, child_id)
    return advice is not None and not any(
        answer.state != "skipped" for said in advice.reactions for answer in said.answers
    )


def _visits(talk: Talk, side: str) -> tuple[SideVisit, ...]:
    return tuple(visit for visit in talk.conversation.visits if visit.side == side)


def _visit(talk: Talk, side: str) -> SideVisit:
    """Return the last visit of a side."""
    visits = _visits(talk, side)
    if not visits:
        message = f"the side {side} has not been opened"
        raise ValueError(message)
    return visits[-1]


def _with_visit(talk: Talk, old: SideVisit, new: SideVisit) -> Talk:
    # By what it is and not by what it holds: two visits of one side can hold the same.
    return talk.changed(
        visits=tuple(new if visit is old else visit for visit in talk.conversation.visits)
    )
