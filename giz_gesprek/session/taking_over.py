"""Taking over a family from a file, and giving one along as a file: what is told, what is kept.

For every front end. What goes on from what is decided in ``conversation.carrying``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.carrying import Standing, given_along, standing
from giz_gesprek.errors import InputError, NotInStore
from giz_gesprek.i18n import N_, _, format_datetime, ngettext
from giz_gesprek.session.labels import conversation_in_words
from giz_gesprek.store import Change
from giz_gesprek.store.family_file import sealed

if TYPE_CHECKING:
    from datetime import datetime

    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.store import Store

_STANDINGS: Final[dict[Standing, str]] = {
    "new": N_("Nothing of this family is kept here yet."),
    "same": N_("This family is kept here already, just as in the file. Nothing has to be done."),
    "goes_on": N_(
        "This family is kept here already. The file goes on from that, and takes its place."
    ),
    "older": N_(
        "What is kept here goes on from this file. Nothing is taken over, so nothing is lost."
    ),
    "apart": N_(
        "Since this file was made, there was writing here as well as there. Nothing is taken over,"
        " so nothing is lost. To choose the file after all: give this family along as a file"
        " first, delete it here, and take over this file then."
    ),
}
CAN_BE_TAKEN: Final[tuple[Standing, ...]] = ("new", "goes_on")


@dataclass(frozen=True)
class Incoming:
    """A family in a file, and how it stands to what is kept here.

    ``made_at`` is when the file was made, where it tells.
    """

    dossier: Dossier
    standing: Standing
    made_at: datetime | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether taking it over adds something and loses nothing."""
        return self.standing in CAN_BE_TAKEN

    @property
    def holds(self) -> tuple[str, ...]:
        """What is in the file, a line each, for the professional to see before anything is done."""
        family, conversations = self.dossier.family, self.dossier.conversations
        people, talks = len(family.people), len(conversations)
        made = [] if self.made_at is None else [_moment(self.made_at)]
        newest = sorted(conversations, key=lambda each: each.started_at, reverse=True)
        return (
            _("Family: {label}").format(label=family.label),
            *made,
            ngettext("{count} person", "{count} people", people).format(count=people),
            ngettext("{count} conversation", "{count} conversations", talks).format(count=talks),
            *(f"- {conversation_in_words(each)}" for each in newest),
        )

    @property
    def told(self) -> str:
        """How it stands to what is kept here, in a sentence."""
        return _(_STANDINGS[self.standing])


def incoming(store: Store, dossier: Dossier, made_at: datetime | None = None) -> Incoming:
    """Return a family in a file as it stands to what is kept; nothing is changed yet.

    Raises:
        StoreError: what is kept of it cannot be read.

    """
    try:
        kept = store.read(dossier.family.id)
    except NotInStore:
        kept = None
    return Incoming(dossier, standing(dossier, kept), made_at)


def take_over(store: Store, family: Incoming, now: datetime) -> None:
    """Keep the family of a file here.

    Raises:
        InputError: something that is kept here would be lost.
        StoreError: it cannot be written.

    """
    if not family.can_be_taken:
        raise InputError(family.told)
    change = Change(item="family", action="imported")
    store.save(family.dossier, now=now, change=change)


def give_along(store: Store, family_id: str, passphrase: str, now: datetime) -> bytes:
    """Return a family as the bytes of an encrypted file; what is kept here remembers it.

    Raises:
        StoreError: there is no such family, or no room to make the file.

    """
    dossier = given_along(store.read(family_id))
    data = sealed(dossier, passphrase, now=now)
    store.save(dossier, now=now, change=Change(item="family", action="exported"))
    return data


def _moment(made_at: datetime) -> str:
    return _("File made on {moment}").format(moment=format_datetime(made_at))
