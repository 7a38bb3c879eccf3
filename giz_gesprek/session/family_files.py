"""A family as a file from the app: where it goes and comes from, and what is told about it.

Deriving the key of a file takes a moment: call ``write`` and ``look_into`` in a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from giz_gesprek.export.files import check_place, write_document
from giz_gesprek.i18n import _, local_time
from giz_gesprek.session.papers import paper_folder
from giz_gesprek.session.taking_over import Incoming, give_along, incoming, take_over
from giz_gesprek.session.typed_place import typed_place
from giz_gesprek.store.family_file import opened

if TYPE_CHECKING:
    from giz_gesprek.conversation.people import Family
    from giz_gesprek.store import Store

ENDING: Final = ".giz"


def warning() -> str:
    """Return what somebody has to know before a family is given along."""
    return _(
        "Everything of this family goes into one file, locked with a passphrase of its own. Give"
        " your colleague the file and the passphrase each in another way. Nobody can recover the"
        " passphrase."
    )


def names_in(family: Family) -> tuple[str, ...]:
    """Return what a passphrase of a file of this family must not be made of."""
    return (family.label, *(person.name for person in family.people))


def explanation() -> str:
    """Return what taking over a file does."""
    return _(
        "A colleague gave you a file of a family, or you kept one in the record. You see first"
        " what is in it. Nothing here is overwritten by something older."
    )


class FamilyFiles:
    """Writes a family of an open store as a file, and takes one over.

    Every method raises an ``InputError``, ``OutputError`` or ``StoreError`` whose sentence says
    what is wrong; everything is as it was before then.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def usual_place(self) -> str:
        """Return where a file goes when nobody says otherwise; no name of the family is in it."""
        day = local_time(self._clock()).date().isoformat()
        folder, name = paper_folder(), _("family-{date}").format(date=day)
        number, path = 1, folder / f"{name}{ENDING}"
        while path.exists():
            number += 1
            path = folder / f"{name}-{number}{ENDING}"
        return str(path)

    def write(self, family_id: str, typed: str, passphrase: str) -> Path:
        """Write a family at the place that was typed; return where it is."""
        path = typed_place(typed)
        if path.suffix.lower() != ENDING:
            path = path.with_name(f"{path.name}{ENDING}")
        check_place(str(path))
        write_document(give_along(self._store, family_id, passphrase, self._clock()), str(path))
        return path

    def look_into(self, typed: str, passphrase: str) -> Incoming:
        """Return what the file at the place that was typed holds; nothing is changed."""
        found = opened(typed_place(typed), passphrase)
        return incoming(self._store, found.dossier, found.made_at)

    def take_over(self, family: Incoming) -> str:
        """Keep the family of a file; return that it is done, in words."""
        take_over(self._store, family, self._clock())
        return _("The family is taken over.")
