"""A new file that is there as a whole or not at all, and for its owner only.

Knows folders, names and rights. Must not know what is in the file.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import Final
from uuid import uuid4

from giz_gesprek.errors import (
    StoreError,
    StoreExists,
    StoreFull,
    StoreMissing,
    StoreUnwritable,
)

_NO_ROOM: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_UNFINISHED: Final = ".unfinished"


def store_exists(path: Path) -> bool:
    """Tell whether there is a file at *path*; only opening it tells whether it is a store."""
    # Unlike Path.is_file, quiet about a folder that may not be entered.
    return os.path.isfile(path)  # noqa: PTH113


def size_of(path: Path) -> int:
    """Return the size of the file in bytes.

    Raises:
        StoreMissing: there is nothing at *path*.
        StoreUnwritable: its folder may not be entered.

    """
    with _in_plain_words():
        try:
            return path.stat().st_size
        except (FileNotFoundError, NotADirectoryError) as error:
            raise StoreMissing from error


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Yield a place for a new file, and give the file its name *path* when all went well.

    Folders that are missing are made with mode 0700, the file with 0600. A process that is
    killed in between leaves a whole file at *path* or none; :func:`keep_private` removes
    what it left beside it.

    Raises:
        StoreExists: there is a file at *path*, or the write-ahead log of one.
        StoreUnwritable, StoreFull: the folder or the file cannot be made.

    """
    with _private(), _in_plain_words():
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_to_replace(path)
        draft = path.with_name(f".{path.name}.{uuid4().hex}{_UNFINISHED}")
        try:
            yield draft
            _publish(draft, path)
        finally:
            draft.unlink(missing_ok=True)


def keep_private(path: Path) -> None:
    """Leave the file to its owner alone, under this one name.

    A copy put back can have any rights. A process killed while it made the file can have
    left it a second name, under which it would outlive its deletion.
    """
    # Not every file system has rights, and not every file that opens is ours to change.
    with suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
        for left_behind in path.parent.glob(f".{escape(path.name)}.*{_UNFINISHED}*"):
            left_behind.unlink(missing_ok=True)


def _refuse_to_replace(path: Path) -> None:
    # A log without its file would be taken for the log of the new one, and spoil both.
    if path.exists() or path.with_name(f"{path.name}-wal").exists():
        raise StoreExists


def _publish(draft: Path, path: Path) -> None:
    """Give *draft* its name, never in the place of another file, and make that durable."""
    # Whoever was first with this name has cleared the drafts of the others.
    _refuse_to_replace(path)
    _flush(draft)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise StoreExists from None
    except OSError:
        # A memory stick has no hard links; a rename is as whole, but replaces.
        _refuse_to_replace(path)
        draft.rename(path)
    if sys.platform != "win32":  # where a folder cannot be opened, and need not be
        _flush(path.parent)


def _flush(path: Path) -> None:
    # Windows flushes only what was opened for writing; a folder opens only for reading.
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _private() -> Iterator[None]:
    # For the whole process, which does no harm: another thread's file is private as well.
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def _in_plain_words() -> Iterator[None]:
    try:
        yield
    except StoreError:
        raise
    except OSError as error:
        raise (StoreFull if error.errno in _NO_ROOM else StoreUnwritable) from error
