"""Who was there, and for which part: what people said together names nobody who was away.

Owns what coming and leaving are kept as. Who can come, and what waits then, is in ``table``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.dossier import Coming, Conversation
from giz_gesprek.conversation.position import Position, StepKind
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, turn_of

_BEGUN: Final = frozenset({"agreed", "in_progress"})
_MUCH_IN_ONE_PLACE: Final[frozenset[StepKind]] = frozenset({"topics", "goals", "summary"})
"""Steps on which a conversation goes on without moving."""


def after_coming(before: Talk, after: Talk) -> Talk:
    """Return ``after`` with who came and who left since ``before``.

    Before the conversation began nobody comes or leaves: they are not there yet. Who comes back
    before anything went on was never away.
    """
    if before.conversation.state not in _BEGUN:
        return after
    was, sits = before.conversation.participant_ids(), after.conversation.participant_ids()
    changed = [(one, False) for one in was if one not in sits]
    changed += [(one, True) for one in sits if one not in was]
    comings = before.conversation.comings
    for person_id, came in changed:
        last = comings[-1] if comings else None
        if last is not None and _is_undone(last, person_id, came, before.conversation.position):
            comings = comings[:-1]
        else:
            here = after.conversation.position
            comings = (*comings, Coming(person_id=person_id, came=came, position=here))
    return after.changed(comings=comings)


def _is_undone(last: Coming, person_id: str, came: bool, here: Position) -> bool:  # noqa: FBT001 - a field
    other_way = (last.person_id, last.came) == (person_id, not came)
    return other_way and last.position == here and here.kind not in _MUCH_IN_ONE_PLACE


def there_for_a_part(conversation: Conversation) -> frozenset[str]:
    """Return who came after the conversation began, or left before its end."""
    return frozenset(coming.person_id for coming in conversation.comings)


def who_left(conversation: Conversation) -> tuple[str, ...]:
    """Return who was there from the beginning and does not sit at the table now, in order."""
    sitting = conversation.participant_ids()
    first: dict[str, bool] = {}
    for coming in conversation.comings:
        first.setdefault(coming.person_id, coming.came)
    return tuple(one for one, came in first.items() if not came and one not in sitting)


def sat_from_the_beginning(conversation: Conversation) -> tuple[str, ...]:
    """Return who sat at the table when the conversation began, in order."""
    first: dict[str, bool] = {}
    for coming in conversation.comings:
        first.setdefault(coming.person_id, coming.came)
    return tuple(one for one in sat_at_the_table(conversation) if not first.get(one, False))


def sat_at_the_table(conversation: Conversation) -> tuple[str, ...]:
    """Return who sits at the table or was there from the beginning; who left before professionals.

    That is the order of speaking, in which they can sit down again.
    """
    sitting = conversation.participants
    roles = [one.role for one in sitting]
    place = roles.index("professional") if "professional" in roles else len(roles)
    ids = conversation.participant_ids()
    return (*ids[:place], *who_left(conversation), *ids[place:])


def who_is_away(talk: Talk) -> tuple[str, ...]:
    """Return those of the family who are asked, were there, and do not sit there now."""
    sitting = talk.conversation.participant_ids()
    return tuple(one for one in _parents_who_moved(talk) if one not in sitting)


def missing_at(talk: Talk, present: Iterable[str], voices: Iterable[str] = ()) -> tuple[str, ...]:
    """Return who was not ``present`` when something was chosen together.

    Of ``voices``, and of those of the family who are asked and came or left during the visit.
    """
    there = frozenset(present) or frozenset(talk.conversation.participant_ids())
    everybody = dict.fromkeys((*voices, *family_voices(talk), *_parents_who_moved(talk)))
    return tuple(one for one in everybody if one not in there)


def is_new_to(talk: Talk, answer: Answer) -> bool:
    """Tell whether somebody of the family sits there who was not when this was chosen together."""
    here = frozenset(talk.conversation.participant_ids())
    return bool(here.intersection(missing_at(talk, answer.present)))


def voices_at(talk: Talk, present: Iterable[str]) -> tuple[str, ...]:
    """Return who of those ``present`` are asked: of the family, and professionals."""
    there = tuple(present) or talk.conversation.participant_ids()
    return tuple(one for one in there if _turn(talk, one) != "none")


def _parents_who_moved(talk: Talk) -> tuple[str, ...]:
    """Return those of the family who are asked and came or left during the visit, once each."""
    moved = dict.fromkeys(coming.person_id for coming in talk.conversation.comings)
    return tuple(one for one in moved if _turn(talk, one) == "family")


def _turn(talk: Talk, person_id: str) -> str:
    return turn_of(talk.framework, talk.family.person(person_id).role)
