"""Which sides and topics are offered in a conversation, which are talked about, and for whom.

Owns what the triangle and its pages of topics hold; in which order they come is in agenda.
"""

from __future__ import annotations

from typing import Final

from giz_gesprek.conversation.dossier import SideVisit
from giz_gesprek.conversation.steps import TopicsStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import anybody_spoke

TOPICS_A_PAGE: Final = 3
ENOUGH_TOPICS: Final = 3
"""So many are a full visit: after them the plan comes first, and another side only when wished."""


def open_sides(talk: Talk) -> tuple[str, ...]:
    """Return the sides that have not been opened yet."""
    opened = {visit.side for visit in talk.conversation.visits if not visit.again}
    return tuple(side for side in talk.framework.sides if side not in opened)


def sides_with_more(talk: Talk) -> tuple[str, ...]:
    """Return the sides on which a topic is offered that was not chosen yet."""
    chosen = {topic for visit in talk.conversation.visits for topic in visit.topics}
    return tuple(
        side for side in talk.framework.sides if not chosen.issuperset(offered_topics(talk, side))
    )


def first_topics_step(talk: Talk, number: int) -> TopicsStep:
    """Return the first page of topics of a visit, by its ``number``."""
    side = talk.conversation.visits[number].side
    return TopicsStep(side=side, page=0, visit=opened_again(talk, number))


def opened_again(talk: Talk, number: int) -> int | None:
    """Return the number of a visit to a side that was opened before; None for a first one."""
    visits = talk.conversation.visits
    before = {visit.side for visit in visits[:number] if not visit.again}
    return number if visits[number].side in before else None


def has_enough_topics(talk: Talk) -> bool:
    """Tell whether as many topics were chosen as a visit has room for."""
    return (
        sum(len(talked_about(talk, visit)) for visit in talk.conversation.visits) >= ENOUGH_TOPICS
    )


def talked_about(talk: Talk, visit: SideVisit) -> tuple[str, ...]:
    """Return the topics of a side that are asked about: chosen, known and not parked."""
    known, parked = talk.framework.topics, talk.conversation.parked
    return tuple(topic for topic in visit.topics if topic in known and topic not in parked)


def topics_of_picture(talk: Talk) -> tuple[tuple[str, str | None], ...]:
    """Return what the one picture shows: topics on which somebody spoke, each with its child.

    Side by side in the order of the framework; nothing that is parked, or no longer chosen.
    """
    chosen = {topic for visit in talk.conversation.visits for topic in visit.topics}
    return tuple(
        (topic, child_id)
        for side, spec in talk.framework.sides.items()
        for child_id in children_of_side(talk, side)
        for topic in spec.topics
        if topic in chosen
        and topic not in talk.conversation.parked
        and anybody_spoke(talk.conversation, topic, child_id)
    )


def offered_topics(talk: Talk, side: str) -> tuple[str, ...]:
    """Return the topics that are offered on a side: parked ones wait for a moment alone."""
    topics, parked = talk.framework.sides[side].topics, talk.conversation.parked
    return tuple(topic for topic in topics if topic not in parked)


def children_of_side(talk: Talk, side: str) -> tuple[str | None, ...]:
    """Return for whom the topics of a side are asked: each child, or None for once a family."""
    if talk.framework.sides[side].per == "family":
        return (None,)
    return tuple(dict.fromkeys((talk.conversation.focus_child, *talk.conversation.other_children)))


def topic_pages(talk: Talk, side: str) -> int:
    """Return on how many pages the topics of a side are offered."""
    return (len(offered_topics(talk, side)) + TOPICS_A_PAGE - 1) // TOPICS_A_PAGE


def first_of_side(talk: Talk, side: str) -> str | None:
    """Return the topic that is talked about first on a side, whichever visit that is."""
    visits = (visit for visit in talk.conversation.visits if visit.side == side)
    return next((topic for visit in visits for topic in talked_about(talk, visit)), None)
