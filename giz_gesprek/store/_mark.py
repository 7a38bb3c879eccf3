"""Which generation of a log goes with a file: a number in its first page, beside its version.

``PRAGMA user_version`` is the one number of ours in the first page, and a page is written as a
whole or not at all: so file and log cannot be mixed up by half. Its low byte counts the steps that
the tables have had; what is above it is the mark, and 0 means that the file needs no log.
"""

from __future__ import annotations

from typing import Final

from giz_gesprek.store._cipher import Database

_VERSION_BITS: Final = 8
_OPEN: Final = 1 << 22
"""In every mark but 0. With the bits below it and a version it stays a positive number."""


def version_of(database: Database) -> int:
    """Return how many steps the tables have had."""
    return _number(database) & ((1 << _VERSION_BITS) - 1)


def mark_of(database: Database) -> int:
    """Return the mark of the log that goes with the file; 0 when it was closed."""
    return _number(database) >> _VERSION_BITS


def set_version(database: Database, version: int) -> None:
    """Write how many steps the tables have had."""
    _write(database, mark_of(database), version)


def set_mark(database: Database, mark: int) -> None:
    """Write the mark of the log that goes with the file."""
    _write(database, mark, version_of(database))


def mark_for(generation: int) -> int:
    """Return the mark of a file that has taken over a generation of a log."""
    return _OPEN | (generation & (_OPEN - 1))


def fits(mark: int, generation: int) -> bool:
    """Tell whether a generation of a log goes on from the file with this mark.

    Or was being taken over by it when the program stopped.
    """
    return mark in {mark_for(generation), mark_for(generation - 1)}


def _number(database: Database) -> int:
    return int(database.rows("PRAGMA user_version")[0][0])


def _write(database: Database, mark: int, version: int) -> None:
    database.run(f"PRAGMA user_version = {mark << _VERSION_BITS | version}")
