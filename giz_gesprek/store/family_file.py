"""One family as an encrypted file of its own, to take to a colleague or to keep in a record.

A database as the store is one, under a passphrase of its own. Must not know who gives it to whom,
nor what may be replaced: see ``conversation.carrying``.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter

from giz_gesprek.conversation.base import Instant
from giz_gesprek.errors import InputError, NewerStore, StoreDamaged, StoreError, WrongPassphrase
from giz_gesprek.i18n import _
from giz_gesprek.store._cipher import Database, connect_to_read, new_database
from giz_gesprek.store._document import dump_dossier, parse_dossier
from giz_gesprek.store._files import in_plain_words, require_file
from giz_gesprek.store._records import to_text

if TYPE_CHECKING:
    from giz_gesprek.conversation.dossier import Dossier

APPLICATION_ID: Final = 0x47495A46
"""``GIZF``: a whole store with the same passphrase is no file of one family."""
FORMAT: Final = 1
LARGEST_FILE: Final = 20_000_000
"""Bytes; a family of years is a hundredth of it."""

_INSTANT: Final[TypeAdapter[datetime]] = TypeAdapter(Instant)
_TABLE: Final = """
    CREATE TABLE family (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        made_at TEXT NOT NULL,
        document TEXT NOT NULL
    ) STRICT
"""


@dataclass(frozen=True)
class FamilyFile:
    """What such a file holds, and when it was made: aware, in UTC."""

    dossier: Dossier
    made_at: datetime


def sealed(dossier: Dossier, passphrase: str, *, now: datetime) -> bytes:
    """Return a family as the bytes of an encrypted file, which was opened and read to prove it.

    Deriving its key takes a moment, twice: call it in a thread.

    Raises:
        EmptyPassphrase: nothing would be encrypted.
        StoreUnwritable, StoreFull: there is no room to make it.

    """
    # In a folder of its own, for its owner only; nothing is in it but the encrypted file.
    with in_plain_words(), tempfile.TemporaryDirectory(prefix="giz-") as folder:
        path = Path(folder) / "family.giz"
        database = new_database(path, passphrase)
        try:
            database.run(f"PRAGMA application_id = {APPLICATION_ID}")
            database.run(f"PRAGMA user_version = {FORMAT}")
            with database.transaction():
                database.run(_TABLE)
                database.run(
                    "INSERT INTO family VALUES (1, ?, ?)", to_text(now), dump_dossier(dossier)
                )
        finally:
            database.close()
        if opened(path, passphrase).dossier != dossier:
            raise StoreDamaged(_("The file could not be made whole. Try again."))
        return path.read_bytes()


def opened(path: Path, passphrase: str) -> FamilyFile:
    """Return what the file at *path* holds; nothing beside it is written.

    Raises:
        WrongPassphrase: it does not open with this passphrase, or is another kind of file.
        NewerStore: a newer version of the program made it.
        StoreDamaged: parts of it cannot be read.
        InputError: there is no such file, or it is far too large.
        StoreUnwritable: it may not be read.

    """
    with in_plain_words():
        require_file(path)
        if path.stat().st_size > LARGEST_FILE:
            raise InputError(_("This file is too large to be one family. Choose another file."))
    database = connect_to_read(path, passphrase)
    try:
        return _read(database)
    finally:
        database.close()


def _read(database: Database) -> FamilyFile:
    if int(database.rows("PRAGMA application_id")[0][0]) != APPLICATION_ID:
        raise WrongPassphrase
    if int(database.rows("PRAGMA user_version")[0][0]) > FORMAT:
        raise NewerStore
    try:
        [[made_at, document]] = database.rows("SELECT made_at, document FROM family")
    except ValueError:
        raise _damaged() from None
    moment = _moment(made_at)
    outcome = parse_dossier(document)
    if isinstance(outcome, StoreError):
        raise outcome
    if outcome is None:
        raise _damaged()
    return FamilyFile(outcome, moment)


def _moment(written: str) -> datetime:
    try:
        # As any moment of a conversation: in years that can be shown.
        return _INSTANT.validate_python(datetime.fromisoformat(written))
    except ValueError:
        raise _damaged() from None


def _damaged() -> StoreDamaged:
    return StoreDamaged(_("Parts of this file cannot be read. Ask for a new one."))
