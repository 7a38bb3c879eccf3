"""Everything of a store gone: the file, its log, and what the program itself put beside it.

Owns which files belong to a store. It cannot know of backups, exports and copies elsewhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from giz_gesprek.errors import AlreadyOpen, StoreError, StoreMissing
from giz_gesprek.files import clear_unfinished
from giz_gesprek.paths import own_folders
from giz_gesprek.store._cipher import connect_to_read
from giz_gesprek.store._files import in_plain_words, real_place
from giz_gesprek.store._store import Store
from giz_gesprek.store.backup import ASIDE, is_open

_BLOCK: Final = bytes(64 * 1024)
_BESIDE: Final = r"(?:-wal|-shm|-journal|-log-\d+)?"


@dataclass(frozen=True)
class Wiped:
    """What was deleted for good.

    Attributes:
        files: how many.
        left: files of the same name that may hold families too; only their passphrase tells.

    """

    files: int
    left: tuple[Path, ...]


def wipe(path: Path, passphrase: str | None = None) -> Wiped:
    """Delete the closed store at *path* for good, with everything that belongs to it.

    A file that the program made elsewhere when the store disappeared while it was open goes too
    when *passphrase* shows that it is the same store.

    Raises:
        AlreadyOpen: a process has it open; nothing is deleted.
        StoreMissing: there is nothing.
        StoreUnwritable: the system refuses it; what is deleted then stays deleted.

    """
    link, path = path, real_place(path)
    if is_open(path):
        raise AlreadyOpen
    with in_plain_words():
        same, left = _moved_out(path, passphrase)
        doomed = [each for one in (path, *same) for each in _of_store(one)]
        if not doomed:
            raise StoreMissing
        for each in doomed:
            _delete(each)
        clear_unfinished(path)
        if link.is_symlink():
            link.unlink()
    return Wiped(len(doomed), left)


def wipe_open(store: Store) -> Wiped:
    """Close an open store and delete it for good, as :func:`wipe` does."""
    store.close()
    return wipe(store.path, store._passphrase)  # noqa: SLF001 - its own package


def _of_store(path: Path) -> Iterator[Path]:
    """Yield what the program keeps beside the store at *path*, and the store itself first."""
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    ours = re.compile(
        rf"{stem}{suffix}{_BESIDE}|{stem}-{ASIDE}-\d{{4}}-\d\d-\d\d(?:-\d+)?{suffix}{_BESIDE}"
    )
    yield from sorted(
        (each for each in _files(path.parent) if ours.fullmatch(each.name)),
        key=lambda each: each.name != path.name,
    )


def _moved_out(path: Path, passphrase: str | None) -> tuple[list[Path], tuple[Path, ...]]:
    """Return files in which the store may have gone on: those that did, and those unknown."""
    named = re.compile(rf"{re.escape(path.stem)}-\d+{re.escape(path.suffix)}")
    folders = {path.absolute().parent, *own_folders()}
    found = [each for folder in folders for each in _files(folder) if named.fullmatch(each.name)]
    wanted = _store_id(path, passphrase)
    same: list[Path] = []
    left: list[Path] = []
    for each in sorted(found):
        if wanted is not None and not is_open(each) and _store_id(each, passphrase) == wanted:
            same.append(each)
        else:
            left.append(each)
    return same, tuple(left)


def _store_id(path: Path, passphrase: str | None) -> str | None:
    if not passphrase or not path.exists():
        return None
    with suppress(StoreError):
        database = connect_to_read(path, passphrase)
        try:
            return str(database.rows("SELECT store_id FROM profile")[0][0])
        finally:
            database.close()
    return None


def _files(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [each for each in folder.iterdir() if not each.is_dir()]
    return []


def _delete(path: Path) -> None:
    """Write nothing over a file before it goes: what its key is made with is gone first."""
    with suppress(OSError):  # one that may not be written can still be removed
        if not path.is_symlink():
            with path.open("r+b", buffering=0) as file:
                left = os.fstat(file.fileno()).st_size
                while left > 0:
                    left -= file.write(_BLOCK[:left]) or left
                os.fsync(file.fileno())
    path.unlink()
