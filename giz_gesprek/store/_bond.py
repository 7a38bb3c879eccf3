"""A file and its write-ahead log, which belong together or are not used together.

The file carries the mark of the generation of the log that it has taken over; the log that goes
on from there is of that generation or the next. A file that was closed has no mark and needs no
log. So a log of another file, or of another moment of this one, is told apart before SQLite reads
it, and a file whose log is gone tells that saves are missing. The reasons are in
``docs/decisions/0021``.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Final

from giz_gesprek.errors import AlreadyOpen, StoreDamaged, StoreError, StoreUnwritable
from giz_gesprek.store import _log
from giz_gesprek.store._cipher import Database, connect_to_read, is_held
from giz_gesprek.store._mark import fits, mark_for, mark_of, set_mark
from giz_gesprek.store._place import Found, Place

_MOST_SAVES: Final = 16
"""After so many saves the log is emptied, also when nobody asks for it."""


class Bond:
    """Keeps an open database and its log together, and looks whether the file is still there.

    Attributes:
        place: of the file.
        has_changes: whether something was written since the file was opened.

    """

    def __init__(self, database: Database, path: Path, passphrase: str) -> None:
        """Take over a database at *path*, whose log was ``Judged`` before it was opened."""
        self._database = database
        self._passphrase = passphrase
        self._lock = RLock()
        self._saves = 0
        self._generation: int | None = None
        self._empty = False
        self.has_changes = False
        self._mark = mark_of(database)
        self.place = Place(path)
        if self._mark:
            # It was not closed. What cannot be written says so at the first change.
            with suppress(StoreError):
                self._begin()

    @contextmanager
    def change(self) -> Iterator[None]:
        """Commit what is run inside, durably, or nothing of it; in a log that fits the file."""
        with self._lock:
            if self._generation is None:
                self._begin()
            with self._database.transaction():
                self._mark_if_first()
                yield
            self._follow()
            self.has_changes = True
            self._saves += 1
            if self._saves >= _MOST_SAVES:
                self.settle()

    def settle(self) -> None:
        """Let the file take over what is in the log: then a lost log costs nothing.

        Where that does not succeed, the log keeps it.
        """
        with self._lock, suppress(StoreError, MemoryError):
            if self._generation is not None and not self._empty and self.look() == "here":
                self._take_over()

    def scrub(self) -> None:
        """Leave nothing of what was deleted in file and log."""
        with self._lock:
            if self._generation is None:
                self._begin()
            with self._database.transaction():
                self._mark_if_first()
            self._follow()
            self._database.vacuum()
            self._take_over()
            self._end()
            self._database.cut_log()
            self.place.note()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody change anything meanwhile."""
        with self._lock:
            yield

    def look(self) -> Found:
        """Tell what is at the place of the file."""
        with self._lock:
            found = self.place.look()
            if found == "overwritten" and self._mark and self._is_ours():
                self.place.note()  # another program has only touched it
                return "here"
            return found

    def close(self) -> None:
        """Close the file; from then on it needs no log."""
        with self._lock:
            # After a page that cannot be read, SQLCipher has no memory for anything.
            with suppress(StoreError, MemoryError):
                self._end()
            self._database.close()
            if self.place.look() == "gone":
                _log.drop_empty(self.place.path)

    def abandon(self) -> None:
        """Close without writing in what is at the place now; our log goes."""
        with self._lock:
            log = _log.log_of(self.place.path)
            ours = {self._generation, self._following()}
            # Closing would let what is there now take our log over. For that SQLite reads the log
            # once more, and finds nothing.
            with suppress(OSError):
                if _log.generation_of(self.place.path) in ours:
                    os.truncate(log, 0)
            with suppress(StoreError):
                self._database.close()
            _log.drop_empty(self.place.path)

    def _end(self) -> None:
        """Let the file need no log, until the next change begins one."""
        self.settle()
        if self._empty:
            with self._database.transaction():
                set_mark(self._database, 0)
            self._generation, self._empty, self._mark = None, False, 0

    def _begin(self) -> None:
        """Begin a log, and let the file have its mark before anything is kept in it."""
        with self._database.transaction():
            set_mark(self._database, mark_for(secrets.randbits(16)))
        generation = self._written()
        with self._database.transaction():
            set_mark(self._database, mark_for(generation))
        _log.give_room(self.place.path)
        self._generation = generation
        try:
            self._take_over()
        except BaseException:
            self._generation = None
            raise

    def _take_over(self) -> None:
        try:
            if not self._database.empty_log():
                raise StoreUnwritable
        finally:
            self.place.note()  # on a full disk it stops half-way, and the log still has all of it
        self._empty, self._saves = True, 0
        self._mark = mark_for(self._generation or 0)

    def _mark_if_first(self) -> None:
        """Write the mark along with what begins the log anew."""
        if self._empty:
            set_mark(self._database, mark_for(self._following()))

    def _follow(self) -> None:
        """Take over in which generation was written, and see that the mark says so."""
        if not self._empty:
            return
        following, self._empty = self._following(), False
        self._generation = self._written()
        if self._generation != following:  # how SQLite counts is not promised
            with self._database.transaction():
                set_mark(self._database, mark_for(self._generation))

    def _following(self) -> int:
        return ((self._generation or 0) + 1) & 0xFFFFFFFF

    def _written(self) -> int:
        """Return the generation of the log in which was written last."""
        with suppress(OSError):
            generation = _log.generation_of(self.place.path)
            if generation is not None:
                return generation
        raise StoreUnwritable

    def _is_ours(self) -> bool:
        with suppress(StoreError):
            marks = {self._mark, mark_for(self._generation or 0)}
            return _mark_at(self.place.path, self._passphrase) in marks
        return False


class Judged:
    """What was found beside a file when it was opened.

    Attributes:
        foreign: where a log that belongs to another file was set aside.
        missing: whether saves of this file are missing.
        rest: where what is left of a damaged log was copied to.

    """

    def __init__(self) -> None:
        self.foreign: Path | None = None
        self.missing = False
        self.rest: Path | None = None
        self._until: int | None = None

    def judge(self, path: Path, passphrase: str) -> None:
        """Look at the log before the file at *path* is opened; one of another file is set aside.

        Raises:
            AlreadyOpen: another process is writing in file and log.
            WrongPassphrase: the file cannot be read.
            OSError: the system refuses it.

        """
        log = _log.read_log(path)
        if log is None:
            return
        try:
            mark = _mark_at(path, passphrase)
        except StoreDamaged:
            # Taking the log over stopped half-way, as on a full disk: with it the file is whole.
            self._until = log.saves_until
            return
        except StoreError:
            # Somebody who is writing can have been caught half-way.
            if is_held(path):
                raise AlreadyOpen from None
            raise
        if _belongs(mark, log):
            self._until = log.saves_until
            self.missing = bool(mark) and (log.is_cut or log.generation is None)
        elif is_held(path):
            raise AlreadyOpen
        elif log.only_first_pages:
            _log.log_of(path).unlink()
        else:
            self.foreign = _log.set_aside(path)

    def compare(self, database: Database, path: Path) -> None:
        """Compare what SQLite took of the log with what was written in it."""
        if self._until is None:
            self.missing = bool(mark_of(database))
        elif database.frames() < self._until:
            self.missing = True
        if self.missing and self._until is not None:
            with suppress(OSError):
                self.rest = _log.keep_copy(path)


def _belongs(mark: int, log: _log.Log) -> bool:
    if log.generation is None:  # SQLite makes nothing of it either
        return bool(mark)
    if mark:
        return fits(mark, log.generation)
    # A file that was closed needs no log; but an earlier version of the program left no marks,
    # and no room in its logs.
    return log.is_cut


def _mark_at(path: Path, passphrase: str) -> int:
    with closing(connect_to_read(path, passphrase)) as database:
        return mark_of(database)
