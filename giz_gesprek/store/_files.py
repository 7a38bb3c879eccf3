"""The file of a store among other files: its folder, its name, its rights, its log.

Must not know what is in it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from giz_gesprek import system
from giz_gesprek.errors import (
    AlreadyOpen,
    InputError,
    StoreError,
    StoreExists,
    StoreFull,
    StoreMissing,
    StoreNoFile,
    StoreUnwritable,
)
from giz_gesprek.files import Refusal, clear_unfinished, new_file, private_folder, refusal
from giz_gesprek.i18n import _

_MEANINGS: Final[Mapping[Refusal, type[StoreError]]] = {
    "no_room": StoreFull,
    "exists": StoreExists,
    "in_use": AlreadyOpen,
}


def store_exists(path: Path) -> bool:
    """Tell whether there is a file at *path*; only opening it tells whether it is a store."""
    # Unlike Path.is_file, quiet about a folder that may not be entered.
    return os.path.isfile(path)  # noqa: PTH113


def real_place(path: Path) -> Path:
    """Return where a file is that a link stands for: there its log is too."""
    # Unlike those of Path, quiet about a folder that may not be entered and a link to itself.
    return Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114


def size_of(path: Path) -> int:
    """Return the size of the file in bytes.

    Raises:
        StoreMissing: there is nothing at *path*.
        StoreNoFile: it is a folder, a device or a pipe.
        StoreUnwritable: its folder may not be entered.

    """
    with in_plain_words():
        try:
            size = path.stat().st_size
        except (FileNotFoundError, NotADirectoryError) as error:
            raise StoreMissing from error
    refuse_no_file(path)
    return size


def refuse_no_file(path: Path) -> None:
    """Refuse what is there and is no file; what cannot be looked at is left to who opens it.

    Raises:
        StoreNoFile: it is a folder, a device or a pipe.

    """
    with suppress(OSError, ValueError):
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise StoreNoFile
        if not stat.S_ISREG(mode):
            raise StoreNoFile(
                _("This is no ordinary file. Give the file with families, such as families.db.")
            )


def require_file(path: Path) -> None:
    """Refuse what is not there, and a folder, where somebody named a file to read.

    Raises:
        InputError: there is no file at *path*.

    """
    if path.is_dir():
        raise InputError(_("{path} is a folder. Give the name of a file.").format(path=path))
    if not path.is_file():
        raise InputError(_("There is no such file. Check the name."))


@contextmanager
def new_store_file(path: Path) -> Iterator[Path]:
    """Yield an empty file, and give it the name *path* when all went well.

    Folders that are missing are made for their owner only, and so is the file; see
    :func:`giz_gesprek.files.new_file`.

    Raises:
        StoreExists: there is a file at *path*, or the write-ahead log of one.
        StoreNoFile: there is a folder, a device or a pipe.
        StoreUnwritable, StoreFull: the folder or the file cannot be made.

    """
    with in_plain_words():
        private_folder(path.parent)
        refuse_no_file(path)
        _refuse_a_log(path)
        with new_file(path) as draft:
            yield draft
            _refuse_a_log(path)


def keep_private(path: Path) -> None:
    """Leave the file to its owner alone, and nothing of a process that was killed beside it.

    A copy put back can have any rights.
    """
    # Not every file system has rights, and not every file that opens is ours to change.
    with suppress(OSError):
        system.keep_private(path)
    clear_unfinished(path)


def _refuse_a_log(path: Path) -> None:
    # A log without its file would be taken for the log of the new one, and spoil both.
    if path.with_name(f"{path.name}-wal").exists():
        raise StoreExists


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Let what the system refuses be an error of the store."""
    try:
        yield
    except OSError as error:
        raise _MEANINGS.get(refusal(error), StoreUnwritable) from error
