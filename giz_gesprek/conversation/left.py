"""What the conversations before this one left for later, and what becomes of it.

Owns what counts as left: people still saw a topic differently, or it was chosen and not talked
about. A topic that waited for a moment alone is among it in such a moment only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from giz_gesprek.conversation.before import as_it_was, earlier_talks, may_hear
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.follow_up import LeftBefore, LeftKind, LeftThen
from giz_gesprek.conversation.offered import children_of_side
from giz_gesprek.conversation.presence import sat_at_the_table
from giz_gesprek.conversation.records import difference_on
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import (
    anybody_spoke,
    appraisals,
    differs,
    family_voices,
    is_alone,
    talks_later,
    turn_of,
)

Then = Literal["now"] | LeftThen


@dataclass(frozen=True)
class Left:
    """Something that a conversation left; ``later_on`` is a day that was chosen for it."""

    conversation: Conversation
    kind: LeftKind
    topic: str
    child_id: str | None
    later_on: date | None = None

    @property
    def key(self) -> str:
        """Its name on the screen and in the change log, without anything that was said."""
        return left_key(self)

    @property
    def ways(self) -> tuple[Then, ...]:
        """What can become of it."""
        return "now", "later", "solved" if self.kind == "differed" else "not_needed"


def left_key(left: Left | LeftBefore) -> str:
    """Return the name of something that was left, or of what became of it: they are one thing."""
    child = "" if left.child_id is None else f":{left.child_id}"
    return f"left:{left.kind}:{left.topic}{child}"


def left_open(talk: Talk) -> tuple[Left, ...]:
    """Return what was left and that everybody here may hear of, the last visit first."""
    return talk.once_before(_left_open)


def became_of(talk: Talk, left: Left) -> Then | None:
    """Return what was said to become of it; None while nobody said so: then it stays left."""
    if any(left.topic in visit.topics for visit in talk.conversation.visits):
        return "now"
    said = _said_of(talk.conversation, left.kind, left.topic, left.child_id)
    return said.then if said is not None else None


def without_settled(talk: Talk, key: str) -> Talk:
    """Return the talk in which nothing is said of something that was left."""
    left = tuple(each for each in talk.conversation.left_before if left_key(each) != key)
    return talk.changed(left_before=left)


def settled(talk: Talk) -> tuple[LeftBefore, ...]:
    """Return what was said in this conversation of what was left, but for what is talked about."""
    chosen = {topic for visit in talk.conversation.visits for topic in visit.topics}
    return tuple(each for each in talk.conversation.left_before if each.topic not in chosen)


def may_hear_settled(talk: Talk, said: LeftBefore) -> bool:
    """Tell whether everybody who sits here may hear what was said of something that was left."""
    if said.topic not in sensitive_topics(talk.framework):
        return True
    hidden = said.topic in talk.conversation.parked or not is_alone(talk)
    return not hidden and _of_family(talk, said.present) <= set(family_voices(talk))


def _left_open(talk: Talk) -> tuple[Left, ...]:
    """Go from the last conversation back: what came later on a topic goes before."""
    found: list[Left] = []
    seen: set[tuple[str, str | None]] = set()
    closed: set[tuple[LeftKind, str, str | None]] = set()
    for conversation in earlier_talks(talk):
        for left in _left_by(as_it_was(talk, conversation)):
            about = (left.topic, left.child_id)
            is_open = (left.kind, *about) not in closed and about not in seen
            if is_open and _is_asked_about(talk, left) and _may_be_told(talk, left):
                found.append(left)
            seen.add(about)
        seen |= {(view.topic, view.child_id) for view in conversation.views}
        closed |= {
            (each.kind, each.topic, each.child_id)
            for each in conversation.left_before
            if each.then != "later"
        }
    return tuple(found)


def _left_by(before: Talk) -> Iterator[Left]:
    """Yield what one conversation left: differences, topics that were chosen, and what waited."""
    conversation = before.conversation
    abouts = dict.fromkeys((view.topic, view.child_id) for view in conversation.views)
    for topic, child_id in abouts:
        if _still_differs(before, topic, child_id):
            difference = difference_on(conversation, topic, child_id)
            day = difference.later_on if difference is not None else None
            yield Left(conversation, "differed", topic, child_id, day)
    chosen = [topic for visit in conversation.visits for topic in visit.topics]
    for topic in dict.fromkeys((*chosen, *conversation.parked)):
        side = before.framework.side_of(topic)
        for child_id in children_of_side(before, side) if side is not None else ():
            if not anybody_spoke(conversation, topic, child_id):
                yield Left(conversation, "topic", topic, child_id)


def _still_differs(before: Talk, topic: str, child_id: str | None) -> bool:
    if not differs(before, topic, child_id):
        return False
    difference = difference_on(before.conversation, topic, child_id)
    outcome = difference.as_it_is if difference is not None else None
    if outcome is None:
        return True
    chosen = before.framework.choice_id(outcome.question, outcome.choice)
    return chosen != before.framework.meanings.agreed or talks_later(before.framework, outcome)


def _is_asked_about(talk: Talk, left: Left) -> bool:
    side = talk.framework.side_of(left.topic)
    return side is not None and left.child_id in children_of_side(talk, side)


def _may_be_told(talk: Talk, left: Left) -> bool:
    """Tell whether everybody here may hear that this was left.

    A topic on which nobody spoke is told to who sat there. A delicate one is named to a parent who
    is alone, where no other parent ever told anything delicate: all of them are named or none, so
    that the one that is missing tells nothing.
    """
    if left.topic in talk.conversation.parked:
        return False
    if left.kind == "differed":
        before = as_it_was(talk, left.conversation)
        voices = [each.person_id for each in appraisals(before, left.topic, left.child_id)]
        return may_hear(talk, left.conversation, left.topic, voices)
    here, sat_there = frozenset(family_voices(talk)), sat_at_the_table(left.conversation)
    if left.topic in sensitive_topics(talk.framework) and not (
        is_alone(talk) and _told_delicate(talk) <= here
    ):
        return False
    return here <= _of_family(talk, sat_there)


def _told_delicate(talk: Talk) -> frozenset[str]:
    """Return who of the family ever told something delicate, or said what becomes of that."""
    delicate = sensitive_topics(talk.framework)
    told: list[str] = []
    for conversation in talk.earlier:
        told += [each.person_id for each in conversation.views if each.topic in delicate]
        settled_here = (each for each in conversation.left_before if each.topic in delicate)
        told += [one for each in settled_here for one in each.present]
    return _of_family(talk, told)


def _of_family(talk: Talk, people: Iterable[str]) -> frozenset[str]:
    roles = {one: talk.family.person(one).role for one in people}
    return frozenset(
        one for one, role in roles.items() if turn_of(talk.framework, role) == "family"
    )


def _said_of(
    conversation: Conversation, kind: LeftKind, topic: str, child_id: str | None
) -> LeftBefore | None:
    here = (kind, topic, child_id)
    said = {(each.kind, each.topic, each.child_id): each for each in conversation.left_before}
    return said.get(here)
