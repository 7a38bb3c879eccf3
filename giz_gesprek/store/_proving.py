"""Whether an encrypted file is a whole store, and what is in it.

Reads everything and changes nothing. Must not know what the file is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from giz_gesprek.errors import InputError, NewerStore, StoreDamaged
from giz_gesprek.i18n import _
from giz_gesprek.store import family_file
from giz_gesprek.store._cipher import Database, connect_to_read
from giz_gesprek.store._document import load_profile, parse_dossier
from giz_gesprek.store._files import in_plain_words, require_file
from giz_gesprek.store._log import log_of
from giz_gesprek.store._mark import mark_of
from giz_gesprek.store._schema import check_version


@dataclass(frozen=True)
class Holds:
    """What is in a file that was read to its end.

    Attributes:
        families: how many there are.
        conversations: of all of them together.
        last_at: when the last one began.
        unreadable: how many families have a document that no version of the program wrote; they
            are in the file as they were.
        made_at: when it was made as a backup, if it was.
        was_open: whether it was copied while it was open, without its log: saves are missing.

    """

    families: int
    conversations: int
    last_at: datetime | None
    unreadable: int
    made_at: datetime | None
    was_open: bool


def look_into(path: Path, passphrase: str) -> Holds:
    """Return what is in the file at *path*, which is whole; nothing beside it is written.

    Takes a moment: the key is derived, and everything is read.

    Raises:
        InputError: there is no such file, or it is the file of one family.
        WrongPassphrase: it does not open with this passphrase, or is another kind of file.
        NewerStore: a newer version of the program made it.
        StoreDamaged: it is empty, or parts of it cannot be read.
        StoreUnwritable: it may not be read.

    """
    with in_plain_words():
        require_file(path)
        if path.stat().st_size == 0:
            raise damaged()
    try:
        database = connect_to_read(path, passphrase)
    except StoreDamaged:
        raise damaged() from None
    try:
        return proved(database, has_log=log_of(path).exists())
    finally:
        database.close()


def proved(database: Database, *, has_log: bool = True) -> Holds:
    """Return what is in an open file, after reading every page and every family of it.

    Raises:
        InputError: it is the file of one family.
        WrongPassphrase, NewerStore, StoreDamaged: as ``look_into`` does.

    """
    try:
        number = int(database.rows("PRAGMA application_id")[0][0])
        if number == family_file.APPLICATION_ID:
            raise InputError(
                _("This is the file of one family, and no backup. Take it over among the families.")
            )
        check_version(database)
        whole = database.rows("PRAGMA cipher_integrity_check") == []
        if not whole or database.rows("PRAGMA integrity_check") != [("ok",)]:
            raise damaged()
        return _counted(database, has_log=has_log)
    except (StoreDamaged, MemoryError):
        # After a page that cannot be read, SQLCipher has no memory for anything.
        raise damaged() from None


def damaged() -> StoreDamaged:
    """Return what is said of a file that is not whole."""
    return StoreDamaged(
        _("Parts of this file cannot be read, so nothing was changed. Choose another backup.")
    )


def _counted(database: Database, *, has_log: bool) -> Holds:
    unreadable = conversations = 0
    last_at: datetime | None = None
    ids = [str(row[0]) for row in database.rows("SELECT id FROM families ORDER BY rowid")]
    for family_id in ids:
        # One at a time: all documents together can be large.
        [[document]] = database.rows("SELECT document FROM families WHERE id = ?", family_id)
        dossier = parse_dossier(document)
        if isinstance(dossier, NewerStore):
            raise dossier
        if dossier is None or dossier.family.id != family_id:
            unreadable += 1
            continue
        conversations += len(dossier.conversations)
        begun = [talk.started_at for talk in dossier.conversations]
        last_at = max([*begun, *([last_at] if last_at else [])], default=None)
    profile = load_profile(database.rows("SELECT document FROM profile")[0][0])
    was_open = bool(mark_of(database)) and not has_log
    return Holds(len(ids), conversations, last_at, unreadable, profile.backed_up_at, was_open)
