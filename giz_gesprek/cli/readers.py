"""For whom a paper on the command line is, and what it leaves out therefore."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from giz_gesprek.conversation.people import Family
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.withheld import Withheld


@dataclass(frozen=True)
class Wanted:
    """Whose paper it is; ``person_id`` where it is for one person only, with their own words."""

    readers: Readers
    person_id: str | None = None


def wanted(written: str) -> Wanted:
    """Return whom ``--for`` means.

    Raises:
        InputError: nobody, or somebody for whom there is no paper.

    """
    from giz_gesprek.summary.audience import FAMILY, ForPerson, audience_written

    match audience_written(written):
        case None:
            raise InputError(
                _("--for is family, professional, person:ID or recipient:ID. Choose one of them.")
            )
        case ForPerson(person_id):
            return Wanted(FAMILY, person_id)
        case readers:
            return Wanted(readers)


def withheld(whom: Wanted, family: Family, *, with_sensitive: bool) -> Withheld:
    """Return what the paper leaves out: who reads it at home is not known here.

    Raises:
        InputError: the family has nobody of that id, or the professional's paper is asked for with
            what it always has.

    """
    from giz_gesprek.summary.withheld import NOTHING_WITHHELD, Withheld

    if whom.readers.recipient is not None:
        _refuse_unknown(whom.readers.recipient, family)
        if with_sensitive:
            sentence = _("A recipient gets what was shared, no more. Leave out --with-sensitive.")
            raise InputError(sentence)
        return NOTHING_WITHHELD
    if whom.readers.has_to_do:
        if with_sensitive:
            sentence = _("The professional's paper has everything. Leave out --with-sensitive.")
            raise InputError(sentence)
        return NOTHING_WITHHELD
    known = {person.id: person.name for person in family.people if person.role != "professional"}
    if whom.person_id is not None and whom.person_id not in known:
        sentence = _("Nobody of this family has that id. Choose one of these: {people}.")
        people = ", ".join(f"{one} ({name})" for one, name in known.items())
        raise InputError(sentence.format(people=people))
    return Withheld(delicate=not with_sensitive, but_of=whom.person_id)


def _refuse_unknown(recipient_id: str, family: Family) -> None:
    """Refuse an id that no recipient of the family has."""
    known = [one.id for one in family.recipients]
    if recipient_id in known:
        return
    if not known:
        raise InputError(_("Nothing was shared yet with anybody. Do so beside the papers first."))
    sentence = _("No recipient of this family has that id. Choose one of these: {recipients}.")
    raise InputError(sentence.format(recipients=", ".join(known)))
