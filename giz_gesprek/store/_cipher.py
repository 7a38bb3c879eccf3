"""The one place that talks to SQLCipher: an encrypted file as typed rows and transactions.

Owns the connection, the key and the lock between threads. Must not know which tables there are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any, Final, Protocol

from giz_gesprek.errors import (
    AlreadyOpen,
    StoreError,
    StoreFull,
    WrongPassphrase,
)
from giz_gesprek.store._key import key_bytes, keys
from giz_gesprek.store._sqlite_errors import sqlite_in_plain_words

KDF_ITERATIONS: Final = 256_000
"""Rounds of PBKDF2-HMAC-SHA512 from passphrase to key: the default of SQLCipher 4.

It is not written in the file: a store opens only with the number that it was made with.
"""

_CIPHER_FORMAT: Final = 4


Value = str | int | None
Row = tuple[Any, ...]


class _Cursor(Protocol):
    rowcount: int

    def fetchall(self) -> list[Row]: ...


class _Connection(Protocol):
    @property
    def in_transaction(self) -> bool: ...

    def execute(self, sql: str, parameters: tuple[Value, ...] = ..., /) -> _Cursor: ...

    def set_key(self, key: bytes, /) -> None: ...

    def close(self) -> None: ...


class Database:
    """An open encrypted file, for any thread, one at a time.

    The key is derived in a worker thread and the file is used from others, so the
    connection is not bound to its thread; a lock keeps the statements of one thread out
    of the transaction of another.
    """

    def __init__(self, connection: _Connection, failure: type[Exception]) -> None:
        self._connection = connection
        self._failure = failure
        self._lock = RLock()
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether the file was released."""
        return self._closed

    def unlock(self, key: bytes) -> None:
        """Give the bytes that the key is derived from, before anything is read."""
        # PRAGMA key ends at a null byte, and PRAGMA hexkey after forty bytes: both tried.
        with self._using() as connection:
            connection.set_key(key)

    def rows(self, sql: str, *parameters: Value) -> list[Row]:
        """Return every row that the statement gives."""
        with self._using() as connection:
            return connection.execute(sql, parameters).fetchall()

    def run(self, sql: str, *parameters: Value) -> int:
        """Run the statement to its end and return how many rows it changed."""
        with self._using() as connection:
            cursor = connection.execute(sql, parameters)
            cursor.fetchall()
            return cursor.rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is run inside, durably, or nothing of it."""
        with self._using() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                # A full disk has already rolled back, and a second time is an error.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let everything that is read inside be of one moment; other threads wait."""
        with self._using() as connection:
            connection.execute("BEGIN")
            try:
                yield
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def vacuum(self) -> None:
        """Give back the room of what was deleted; secure_delete has overwritten it."""
        # It needs as much room to do it: on a full disk the file stays as large as it was.
        with suppress(StoreFull):
            self.run("VACUUM")

    def cut_log(self) -> None:
        """Leave nothing of what was deleted in the write-ahead log."""
        self.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def frames(self) -> int:
        """Return how many pages of the write-ahead log count."""
        return int(self.rows("PRAGMA wal_checkpoint(NOOP)")[0][1])

    def empty_log(self) -> bool:
        """Take over what is in the write-ahead log; tell whether it begins anew after this."""
        busy, pages, taken_over = self.rows("PRAGMA wal_checkpoint(RESTART)")[0]
        return not busy and pages == taken_over

    def close(self) -> None:
        """Empty the write-ahead log, release the file; again is harmless."""
        with self._lock:
            self._closed = True
            self._connection.close()

    @contextmanager
    def _using(self) -> Iterator[_Connection]:
        with self._lock:
            if self._closed:
                raise ValueError("the store is closed")
            with sqlite_in_plain_words(self._failure):
                yield self._connection


def connect(path: Path, passphrase: str, *, create: bool = False) -> Database:
    """Open the encrypted file at *path* for this process alone; deriving the key takes ~0.2 s.

    Args:
        path: the file; it has to exist, unless *create*.
        passphrase: any text but the empty one.
        create: make the file, as an empty database in WAL mode.

    Raises:
        StoreError: as its subclasses tell.

    """
    # Never "create it when it is absent": a mistyped place must not become an empty store.
    how = f"mode={'rwc' if create else 'rw'}"
    return _unlocked(path, how, passphrase, lambda opened: _prepare(opened, create=create))


def connect_to_read(path: Path, passphrase: str) -> Database:
    """Open the encrypted file at *path* as it stands: without its log, and for reading only.

    It holds nobody off; a store that this process has open as well stays locked.

    Raises:
        StoreError: as its subclasses tell.

    """
    # Without "immutable", SQLite reads no file whose log it cannot write.
    return _unlocked(
        path,
        "mode=ro&immutable=1",
        passphrase,
        lambda opened: opened.rows("SELECT count(*) FROM sqlite_schema"),
    )


def new_database(path: Path, passphrase: str) -> Database:
    """Make a new encrypted file at *path* that is one file: nothing of it stands beside it.

    Raises:
        StoreError: as its subclasses tell.

    """
    key = key_bytes(passphrase)
    database = _database(path, "mode=rwc")
    try:
        _unlock(database, key)
        database.run("PRAGMA temp_store = MEMORY")
        database.run("PRAGMA journal_mode = MEMORY")
    except BaseException:
        database.close()
        raise
    return database


def is_held(path: Path) -> bool:
    """Tell whether a process has the file at *path* open as a store."""
    # A connection that can only read never empties the log that it finds.
    database = _database(path, "mode=ro")
    try:
        database.rows("SELECT count(*) FROM sqlite_schema")
    except AlreadyOpen:
        return True
    except StoreError:  # it is locked with a passphrase, which we did not give
        pass
    finally:
        database.close()
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return False


def _database(path: Path, how: str) -> Database:
    # Brings its own OpenSSL, 30 ms: only who opens a store pays for it.
    from sqlcipher3 import dbapi2

    # Every byte by its number: a share and a drive of Windows are no URI that SQLite takes.
    place = "".join(f"%{byte:02x}" for byte in os.fsencode(path.absolute()))
    with sqlite_in_plain_words(dbapi2.Error):
        connection = dbapi2.connect(
            f"file:{place}?{how}",
            uri=True,
            timeout=0,  # "already open" at once, not after five seconds
            isolation_level=None,  # transactions are ours
            check_same_thread=False,  # see Database
        )
    return Database(connection, dbapi2.Error)


def _unlocked(
    path: Path, how: str, passphrase: str, prepare: Callable[[Database], object]
) -> Database:
    """Open a file with the key of *passphrase*, or else with the key that it once had."""
    *first, last = keys(passphrase)
    for key in first:
        with suppress(WrongPassphrase):
            return _unlocked_by(key, path, how, prepare)
    return _unlocked_by(last, path, how, prepare)


def _unlocked_by(
    key: bytes, path: Path, how: str, prepare: Callable[[Database], object]
) -> Database:
    database = _database(path, how)
    try:
        _unlock(database, key)
        prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _unlock(database: Database, key: bytes) -> None:
    # SQLCipher logs to stderr, on top of the screens.
    database.run("PRAGMA cipher_log_level = NONE")
    database.unlock(key)
    database.run(f"PRAGMA cipher_compatibility = {_CIPHER_FORMAT}")
    database.run(f"PRAGMA kdf_iter = {KDF_ITERATIONS}")


def _prepare(database: Database, *, create: bool) -> None:
    """Hold the unlocked file for this process; the order of the pragmas matters."""
    # Before the first page is read, so that WAL needs no shared memory file.
    database.run("PRAGMA locking_mode = EXCLUSIVE")
    database.run("PRAGMA temp_store = MEMORY")
    # The first read: here a wrong passphrase and a second process come to light.
    database.rows("SELECT count(*) FROM sqlite_schema")
    if create:
        database.run("PRAGMA journal_mode = WAL")
    # The log is emptied where its generations are counted: see _bond.
    database.run("PRAGMA wal_autocheckpoint = 0")
    database.run("PRAGMA synchronous = FULL")
    database.run("PRAGMA secure_delete = ON")
    database.run("PRAGMA foreign_keys = ON")
