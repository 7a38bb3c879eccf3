"""Bringing what an open store keeps to another file, because its own is no longer there.

Owns the choice of the place and the copying. Must not know what is in the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from giz_gesprek.errors import StoreError
from giz_gesprek.paths import own_folders
from giz_gesprek.store._cipher import Database, Row, connect
from giz_gesprek.store._files import new_store_file
from giz_gesprek.store._log import free_name
from giz_gesprek.store._place import Place
from giz_gesprek.store._schema import PROFILE, TABLES, mark_as_store, migrate


class Unreadable(Exception):
    """The open file cannot be read to its end: its disk has gone."""


def move_out(place: Place, passphrase: str, profile: Row, fill: Callable[[Database], None]) -> Path:
    """Make a store of ``fill`` in the first place that takes one; return where it is.

    Beside the file that was open, as long as that folder is there; otherwise in the data folder
    of the user, or at last in their home.

    Raises:
        Unreadable: as ``fill`` does.
        StoreError: no place takes it.

    """
    failure: StoreError | None = None
    for wanted in _places(place):
        path = free_name(wanted, wanted.stem, wanted.suffix)
        try:
            with new_store_file(path) as draft:
                make_store(draft, passphrase, profile, fill)
        except StoreError as error:
            failure = failure or error
        else:
            return path
    raise failure or StoreError


def make_store(
    draft: Path, passphrase: str, profile: Row, fill: Callable[[Database], None]
) -> None:
    """Make a whole store of the empty file *draft*, with a row for the profile."""
    database = connect(draft, passphrase, create=True)
    try:
        mark_as_store(database)
        migrate(database)
        with database.transaction():
            database.run(f"INSERT INTO {PROFILE} VALUES (?, ?, ?, ?)", *profile)  # noqa: S608
            fill(database)
    finally:
        database.close()


def copy_rows(source: Database, target: Database) -> None:
    """Copy every row but that of the profile.

    Raises:
        Unreadable: the source cannot be read.

    """
    for table in TABLES:
        for row in _rows(source, table):
            places = ", ".join("?" * len(row))
            target.run(f"INSERT INTO {table} VALUES ({places})", *row)  # noqa: S608


def _rows(source: Database, table: str) -> Iterator[Row]:
    # One at a time: all documents together can be large.
    try:
        for (number,) in source.rows(f"SELECT rowid FROM {table} ORDER BY rowid"):  # noqa: S608
            yield source.rows(f"SELECT * FROM {table} WHERE rowid = ?", number)[0]  # noqa: S608
    except StoreError as error:
        raise Unreadable from error


def _places(place: Place) -> Iterator[Path]:
    name = place.path.name
    if place.has_its_folder():
        yield place.path
    yield from (folder / name for folder in own_folders())
