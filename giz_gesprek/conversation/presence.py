"""Who was there, and for which part: what people said together names nobody who was away.

Owns what coming and leaving are kept as. Who can come, and what waits then, is in ``table``.
"""

from __future__ import annotations

from collections.abc import Iterable

from giz_gesprek.conversation.dossier import Coming
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import turn_of

_BEGUN = frozenset({"agreed", "in_progress"})


def after_coming(before: Talk, after: Talk) -> Talk:
    """Return ``after`` with who came and who left since ``before``.

    Before the conversation began nobody comes or leaves: they are not there yet. Who comes back
    before anything went on was never away.
    """
    if before.conversation.state not in _BEGUN:
        return after
    was, sits = before.conversation.participant_ids(), after.conversation.participant_ids()
    here = before.conversation.position
    changed = [(one, False) for one in was if one not in sits]
    changed += [(one, True) for one in sits if one not in was]
    comings = before.conversation.comings
    for person_id, came in changed:
        back = Coming(person_id=person_id, came=not came, position=here)
        if comings[-1:] == (back,):
            comings = comings[:-1]
        else:
            comings = (*comings, Coming(person_id=person_id, came=came, position=here))
    return after.changed(comings=comings)


def there_for_a_part(talk: Talk) -> frozenset[str]:
    """Return who came after the conversation began, or left before its end."""
    return frozenset(coming.person_id for coming in talk.conversation.comings)


def who_left(talk: Talk) -> tuple[str, ...]:
    """Return who was there from the beginning and does not sit at the table now, in order."""
    sitting = talk.conversation.participant_ids()
    first: dict[str, bool] = {}
    for coming in talk.conversation.comings:
        first.setdefault(coming.person_id, coming.came)
    return tuple(one for one, came in first.items() if not came and one not in sitting)


def who_is_away(talk: Talk) -> tuple[str, ...]:
    """Return those of the family who are asked, and were there, and do not sit there now."""
    people = (talk.family.person(one) for one in who_left(talk))
    return tuple(one.id for one in people if turn_of(talk.framework, one.role) == "family")


def were_there(present: Iterable[str], voices: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``voices`` who were ``present``, in order."""
    known = frozenset(present)
    return tuple(one for one in voices if one in known)
