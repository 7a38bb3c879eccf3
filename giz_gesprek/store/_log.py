"""The write-ahead log of a store as a file: how long it is, whose it is, how much it should give.

What is read here is not encrypted (https://sqlite.org/walformat.html): a header with two random
numbers, which every page that follows repeats. The first of the two grows by one each time the log
begins anew, so that it counts the generations of one log; another log begins at another number.
Must not know what a store keeps, nor its key.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import BinaryIO, Final

from giz_gesprek.system import keep_private

ROOM: Final = 4 * 1024 * 1024
"""Bytes that a log of ours takes from its beginning on, most of them never written.

A log that is shorter has been cut: nothing else can tell that its last pages were there.
"""

_HEADER: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">4I8x")
_MAGIC: Final = (0x377F0682, 0x377F0683)
_MASK: Final = 0xFFFFFFFF


@dataclass(frozen=True)
class Log:
    """A log as it was found.

    Attributes:
        size: in bytes, more than none.
        generation: the first of its two numbers; None when the header is damaged.
        saves_until: the number of the last page that ends a save of this generation, from one;
            0 where there is none.
        only_first_pages: it holds nothing but first pages, where no family is.

    """

    size: int
    generation: int | None
    saves_until: int
    only_first_pages: bool

    @property
    def is_cut(self) -> bool:
        """Whether something of a log of ours is gone."""
        return self.size < ROOM


def log_of(path: Path) -> Path:
    """Return where the log of the file at *path* is."""
    return path.with_name(f"{path.name}-wal")


def read_log(path: Path) -> Log | None:
    """Return the log of the store at *path*; None where there is none, or an empty one.

    Raises:
        OSError: the system refuses it.

    """
    try:
        file = log_of(path).open("rb")
    except FileNotFoundError:
        return None
    with file:
        size = os.fstat(file.fileno()).st_size
        header = file.read(_HEADER.size)
        if not header:
            return None
        if len(header) < _HEADER.size:
            return Log(size, None, 0, only_first_pages=False)
        magic, _version, page_size, _begun, *salts, first, second = _HEADER.unpack(header)
        if magic not in _MAGIC or _checksum(header[:24], big=bool(magic & 1)) != (first, second):
            return Log(size, None, 0, only_first_pages=False)
        pages = list(_pages(file, page_size, (salts[0], salts[1])))
    until = max((number for number, (_page, ends) in enumerate(pages, 1) if ends), default=0)
    return Log(size, salts[0], until, only_first_pages=all(page == 1 for page, _ends in pages))


def generation_of(path: Path) -> int | None:
    """Return the generation of the log that is being written beside the store at *path*."""
    with log_of(path).open("rb") as file:
        header = file.read(_HEADER.size)
    return int(_HEADER.unpack(header)[4]) if len(header) == _HEADER.size else None


def give_room(path: Path) -> None:
    """Make the log of the store at *path* as long as a log of ours is, for its owner only."""
    log = log_of(path)
    # Where the system refuses, a cut will not be noticed, and nothing else is lost.
    with suppress(OSError):
        if log.stat().st_size < ROOM:
            keep_private(log)
            os.truncate(log, ROOM)


def drop_empty(path: Path) -> None:
    """Remove a log of the store at *path* in which nothing is."""
    log = log_of(path)
    with suppress(OSError):
        if log.stat().st_size == 0:
            log.unlink()


def keep_copy(path: Path) -> Path:
    """Copy the log of the store at *path* under a name of its own; return where.

    Raises:
        OSError: the system refuses it.

    """
    aside = free_name(path, f"{path.name}-log")
    copyfile(log_of(path), aside)
    keep_private(aside)
    return aside


def set_aside(path: Path) -> Path:
    """Give the log of the store at *path* a name under which nothing takes it for one.

    Raises:
        OSError: the system refuses it.

    """
    return log_of(path).rename(free_name(path, f"{path.name}-log"))


def free_name(path: Path, stem: str, suffix: str = "") -> Path:
    """Return a place beside *path* where nothing is: ``stem-2``, or the next number."""
    number = 2
    while os.path.lexists(free := path.with_name(f"{stem}-{number}{suffix}")):
        number += 1
    return free


def _pages(file: BinaryIO, page_size: int, salts: tuple[int, int]) -> Iterator[tuple[int, bool]]:
    """Yield of each page of this generation its number in the store, and whether it ends a save.

    One page that has lost both numbers is passed over: those after it tell that it was there.
    """
    missed = 0
    while missed <= 1:
        head = file.read(_FRAME.size)
        if len(head) < _FRAME.size:
            return
        page, pages_after, first, second = _FRAME.unpack(head)
        file.seek(page_size, os.SEEK_CUR)
        # One of the two is enough, or a flipped bit in the other would hide the page.
        if first == salts[0] or second == salts[1]:
            missed = 0
            yield page, bool(pages_after)
        else:
            missed += 1


def _checksum(data: bytes, *, big: bool) -> tuple[int, int]:
    first = second = 0
    words = struct.unpack(f"{'>' if big else '<'}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _MASK
        second = (second + odd + first) & _MASK
    return first, second
