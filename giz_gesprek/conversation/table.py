"""Who sits at the table, and what waits for a moment alone while others can hear it.

Owns who counts as somebody who listens. People come and go during a visit; what they said stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.choosing import park
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.dossier import Participant
from giz_gesprek.conversation.flow import carried_over
from giz_gesprek.conversation.gathering import RINGS, unheard_people
from giz_gesprek.conversation.people import AgeBand, Person
from giz_gesprek.conversation.presence import after_coming
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import turn_of

_OLD_ENOUGH: Final[tuple[AgeBand, ...]] = ("8-11", "12-15", "16+")
"""From eight years on, a child who sits there can do a small step of the plan."""


def is_listened_to(framework: Framework, roles: Iterable[str]) -> bool:
    """Tell whether a partner or a child sits at a table with people in these ``roles``."""
    sitting = tuple(roles)
    return "child" in sitting or sum(turn_of(framework, role) == "family" for role in sitting) > 1


def can_leave(talk: Talk) -> tuple[str, ...]:
    """Return who can leave the table: somebody of the family and a professional have to stay."""
    sitting = talk.conversation.participants
    turns = [turn_of(talk.framework, one.role) for one in sitting]
    return tuple(
        one.person_id
        for one, turn in zip(sitting, turns, strict=True)
        if turn == "none" or turns.count(turn) > 1
    )


def can_come(talk: Talk) -> tuple[str, ...]:
    """Return whom the family knows and who does not sit at the table; nobody who is not born."""
    sitting = talk.conversation.participant_ids()
    unheard = unheard_people(talk)
    known = (one for one in talk.family.people if one.age_band != "prenatal")
    return tuple(one.id for one in known if one.id not in sitting and one.id not in unheard)


def can_do_a_step(talk: Talk) -> tuple[Person, ...]:
    """Return who can do a small step, who sits at the table first.

    The grown-ups, those around the family too, the closest first, and children who sit there and
    are eight.
    """
    sitting = talk.conversation.participant_ids()
    unheard = unheard_people(talk)
    grown_ups = [
        one for one in talk.family.people if one.age_band is None and one.id not in unheard
    ]
    children = [one for one in talk.family.children if one.id in sitting]
    able = [*grown_ups, *(one for one in children if one.age_band in _OLD_ENOUGH)]
    rings = {one.person_id: RINGS.index(one.ring) for one in talk.conversation.around.people}
    return tuple(
        sorted(able, key=lambda one: (one.id not in sitting, rings.get(one.id, len(RINGS))))
    )


def come(talk: Talk, person: Person) -> Talk:
    """Return the talk with somebody at the table; the family speaks before professionals."""
    sitting = talk.conversation.participants
    if person.id not in {one.id for one in talk.family.people}:
        people = (*talk.family.people, person)
        talk = talk.with_family(talk.family.model_copy(update={"people": people}))
    speaks = turn_of(talk.framework, person.role) == "family"
    turns = [turn_of(talk.framework, one.role) for one in sitting]
    place = turns.index("professional") if speaks and "professional" in turns else len(sitting)
    came = Participant(person_id=person.id, role=person.role)
    return _sits(talk, (*sitting[:place], came, *sitting[place:]))


def leave(talk: Talk, person_id: str) -> Talk:
    """Return the talk after somebody left the table; what they said stays."""
    sitting = talk.conversation.participants
    return _sits(talk, tuple(one for one in sitting if one.person_id != person_id))


def let_wait(talk: Talk, *, waits: bool) -> Talk:
    """Return the talk in which sensitive topics wait for a moment alone, or do not any more."""
    topics = sensitive_topics(talk.framework) if waits else ()
    return carried_over(talk, park(talk, topics))


def _sits(talk: Talk, sitting: tuple[Participant, ...]) -> Talk:
    """Return the talk with these people at the table.

    Topics wait, or are back, as soon as it is another thing whether somebody listens; they wait
    on where it was told by somebody who left. Who chose otherwise for the people who sat there
    keeps that, until one more comes who listens.
    """
    return after_coming(talk, _with_what_waits(talk, sitting))


def _with_what_waits(talk: Talk, sitting: tuple[Participant, ...]) -> Talk:
    seated = talk.conversation.participants
    changed = carried_over(talk, talk.changed(participants=sitting))
    before, after = (
        is_listened_to(talk.framework, [one.role for one in there.conversation.participants])
        or told_by_who_left(there)
        for there in (talk, changed)
    )
    came = [one.role for one in sitting if one not in seated]
    one_more = any(_listens(talk.framework, role) for role in came)
    return let_wait(changed, waits=after) if before != after or (after and one_more) else changed


def told_by_who_left(talk: Talk) -> bool:
    """Tell whether somebody of the family who does not sit there told something sensitive.

    Who sits there alone is not who may read it. They may have taken their own words back: what
    only professionals wrote is then about what was told by whoever left.
    """
    conversation, sitting = talk.conversation, talk.conversation.participant_ids()
    left = {one.person_id for one in conversation.comings} - {*sitting}
    away = any(_speaks(talk, one) for one in left)
    for topic in sensitive_topics(talk.framework):
        views = (view for view in conversation.views if view.topic == topic and view.answers)
        people = [view.person_id for view in views]
        told = [one for one in people if _speaks(talk, one)]
        if any(one not in sitting for one in told) or (people and not told and away):
            return True
    return False


def _speaks(talk: Talk, person_id: str) -> bool:
    """Tell whether somebody is asked as one of the family."""
    return turn_of(talk.framework, talk.family.person(person_id).role) == "family"


def _listens(framework: Framework, role: str) -> bool:
    return role == "child" or turn_of(framework, role) == "family"


def waits(talk: Talk) -> bool:
    """Tell whether topics wait for a moment alone."""
    return bool(talk.conversation.parked)


def somebody_listens(talk: Talk) -> bool:
    """Tell whether a partner or a child sits at the table now."""
    roles = (one.role for one in talk.conversation.participants)
    return is_listened_to(talk.framework, roles)
