"""Making, opening and closing a store. Must not know what is kept in it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from giz_gesprek.errors import StoreDamaged
from giz_gesprek.store._cipher import Database, connect, key_bytes
from giz_gesprek.store._files import keep_private, new_store_file, size_of
from giz_gesprek.store._records import Profile, new_id, to_text
from giz_gesprek.store._schema import mark_as_store, migrate


class OpenStore:
    """An encrypted file, held by this process alone until it is closed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def create(cls, path: Path, passphrase: str, now: datetime) -> Self:
        """Make a new store at *path*, with folders where they are missing, and open it.

        Nobody can recover the passphrase. Takes twice as long as :meth:`open`.

        Raises:
            StoreExists: there is a file already; it is not touched.
            EmptyPassphrase: the passphrase is empty.
            StoreUnwritable: the folder or the file cannot be made.
            StoreFull: there is no room for it.

        """
        key_bytes(passphrase)  # an empty one is refused before a folder is made
        created_at = to_text(now)
        with new_store_file(path) as draft:
            database = connect(draft, passphrase, create=True)
            try:
                mark_as_store(database)
                migrate(database)
                database.run(
                    "INSERT INTO profile (one, store_id, created_at, document) VALUES (1, ?, ?, ?)",
                    new_id(),
                    created_at,
                    Profile().model_dump_json(),
                )
            finally:
                database.close()
        return cls.open(path, passphrase)

    @classmethod
    def open(cls, path: Path, passphrase: str) -> Self:
        """Open the store at *path*; a store of an earlier version is brought up to date.

        Raises:
            StoreMissing: there is no file at *path*.
            WrongPassphrase: the passphrase does not fit, or the file is not a store.
            EmptyPassphrase: the passphrase is empty.
            AlreadyOpen: another window or process holds it.
            NewerStore: a newer version of the program made it.
            StoreUnwritable: it can only be read, or not even that.
            StoreDamaged: parts of it cannot be read.

        """
        if size_of(path) == 0:
            raise StoreDamaged  # SQLite would take it for a new database
        database = connect(path, passphrase)
        try:
            migrate(database)
            keep_private(path)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        """Release the file; again is harmless."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
