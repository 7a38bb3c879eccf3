"""Making, opening and closing a store, and going on elsewhere when its file has gone.

Must not know what is kept in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from giz_gesprek.errors import StoreDamaged, StoreError, StoreReplaced, StoreUnwritable
from giz_gesprek.files import clear_second_names
from giz_gesprek.store import _notices
from giz_gesprek.store._bond import Bond, Judged
from giz_gesprek.store._cipher import Database, connect, connect_to_read
from giz_gesprek.store._files import (
    in_plain_words,
    keep_private,
    new_store_file,
    real_place,
    size_of,
)
from giz_gesprek.store._key import key_bytes
from giz_gesprek.store._log import keep_copy, read_log
from giz_gesprek.store._mark import mark_of
from giz_gesprek.store._moving import Unreadable, copy_rows, make_store, move_out
from giz_gesprek.store._place import Found
from giz_gesprek.store._records import Profile, new_id, to_text
from giz_gesprek.store._schema import check_version, migrate, require_current

PROFILE_ROW: Final = "SELECT * FROM profile"


class OpenStore:
    """An encrypted file, held by this process alone until it is closed.

    Attributes:
        path: where it is; another place than where it was opened once its file has gone.

    """

    def __init__(self, database: Database, path: Path, passphrase: str, bond: Bond | None) -> None:
        """Take over an open database; without a bond it can only be read."""
        self._database = database
        self._bond = bond
        self._passphrase = passphrase
        self._profile_row = database.rows(PROFILE_ROW)[0]
        self._notices: list[str] = []
        self.path = path

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
        profile = (1, new_id(), to_text(now), Profile().model_dump_json())
        with new_store_file(path) as draft:
            make_store(draft, passphrase, profile, lambda _database: None)
        return cls.open(path, passphrase)

    @classmethod
    def open(cls, path: Path, passphrase: str) -> Self:
        """Open the store at *path*; a store of an earlier version is brought up to date.

        What can only be read is opened for reading: see :attr:`read_only`. What there is to
        tell about the file and its log is in :meth:`take_notices`.

        Raises:
            StoreMissing: there is no file at *path*.
            WrongPassphrase: the passphrase does not fit, or the file is not a store.
            EmptyPassphrase: the passphrase is empty.
            AlreadyOpen: another window or process holds it.
            NewerStore: a newer version of the program made it.
            StoreUnwritable: it cannot be read, or is of an earlier version and can only be read.
            StoreDamaged: parts of it cannot be read.

        """
        if size_of(path := real_place(path)) == 0:
            raise StoreDamaged  # SQLite would take it for a new database
        try:
            return cls._open_to_write(path, passphrase)
        except StoreUnwritable as refused:
            try:
                return cls._open_to_read(path, passphrase)
            except StoreUnwritable:
                raise refused from None

    @classmethod
    def _open_to_write(cls, path: Path, passphrase: str) -> Self:
        judged = Judged()
        with in_plain_words():
            judged.judge(path, passphrase)
        database = _under_one_name(path, passphrase)
        try:
            check_version(database)
            judged.compare(database, path)
            migrate(database)
            keep_private(path)
            store = cls(database, path, passphrase, Bond(database, path, passphrase))
        except BaseException:
            database.close()
            raise
        if judged.foreign is not None:
            store.tell(_notices.foreign_log(judged.foreign))
        if judged.missing:
            store.tell(_notices.missing_saves(judged.rest))
        return store

    @classmethod
    def _open_to_read(cls, path: Path, passphrase: str) -> Self:
        database = connect_to_read(path, passphrase)
        try:
            require_current(database)
            with in_plain_words():
                log = read_log(path)
            missing = bool(mark_of(database)) or (log is not None and log.is_cut)
            store = cls(database, path, passphrase, None)
        except BaseException:
            database.close()
            raise
        store.tell(_notices.read_only(path))
        if missing:
            store.tell(_notices.missing_saves(None))
        return store

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self._bond is None

    def tell(self, notice: str) -> None:
        """Remember something that the professional has to be told."""
        self._notices.append(notice)

    def take_notices(self) -> tuple[str, ...]:
        """Return what the professional has to be told since the last time that was asked."""
        told, self._notices = tuple(self._notices), []
        return told

    def settle(self) -> None:
        """Make what was saved independent of the log; for a quiet moment, and never an error."""
        if self._bond is not None:
            self._bond.settle()

    def close(self) -> None:
        """Release the file; again is harmless.

        When another file has taken its place, what was changed here is kept beside it.
        """
        bond = self._bond
        if bond is None or self._database.closed:
            self._database.close()
            return
        if bond.has_changes and (found := bond.look()) != "here":
            try:
                self._move_out(bond, found)
            except StoreError:
                self.tell(_notices.not_moved_out())
                with suppress(OSError):
                    keep_copy(bond.place.path)
                bond.abandon()
                return
        (self._bond or bond).close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Commit what is run inside, durably, or nothing of it; in a file that is there."""
        if self._bond is None:
            raise StoreUnwritable(_notices.read_only(self.path))
        if (found := self._bond.look()) != "here":
            self._move_out(self._bond, found)
        with self._bond.change():
            yield

    def _scrub(self) -> None:
        """Leave nothing of what was deleted."""
        if self._bond is not None:
            self._bond.scrub()

    def _look(self) -> None:
        """Before reading, see that it is our own file that is read."""
        bond = self._bond
        # One that has disappeared can be read to the end, and so can one that lost its name.
        if bond is None or bond.look() != "overwritten":
            return
        if not bond.has_changes:
            raise StoreReplaced
        self._move_out(bond, "overwritten")

    def _move_out(self, bond: Bond, found: Found) -> None:
        """Go on in another file, with all that can be had."""
        whole = found != "overwritten"
        profile = self._profile_row
        if whole:
            try:
                path = move_out(
                    bond.place,
                    self._passphrase,
                    profile,
                    lambda target: copy_rows(self._database, target),
                )
            except Unreadable:
                whole = False
        if not whole:
            path = move_out(bond.place, self._passphrase, profile, self._fill_with_changed)
        database = connect(path, self._passphrase)
        bond.abandon()
        self._database, self.path = database, path
        self._bond = Bond(database, path, self._passphrase)
        self.tell(_notices.moved_out(found, path, whole=whole))

    def _fill_with_changed(self, database: Database) -> None:
        """Write in another file what was changed here, as far as it is at hand."""


def _under_one_name(path: Path, passphrase: str) -> Database:
    """Open the file, without a second name that a process left it that was killed making it."""
    clear_second_names(path)
    return connect(path, passphrase)
