"""A new file that is there as a whole or not at all, and for its owner only.

Owns how a file gets on the disk and what the system means when it refuses. Must not know what
is in a file, nor what people are told: whoever asks makes a sentence of a :data:`Refusal`.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import Final, Literal

from giz_gesprek import system

Refusal = Literal[
    "no_room", "not_allowed", "in_use", "missing", "exists", "a_folder", "name_too_long", "other"
]
"""Why the system refuses a file. ``missing`` is the file that is read, or the folder to write in;
``in_use`` is one that another program has open.

``other`` is everything that has no advice of its own, such as a disk that fails.
"""

_REFUSALS: Final[dict[int, Refusal]] = {
    errno.ENOSPC: "no_room",
    errno.EDQUOT: "no_room",
    errno.EROFS: "not_allowed",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EEXIST: "exists",
    errno.EISDIR: "a_folder",
    errno.ELOOP: "missing",  # a link that leads to itself
    errno.ENAMETOOLONG: "name_too_long",
}

_PAUSES: Final = (0.05, 0.1, 0.2, 0.4)
"""Seconds between one try and the next, where another program holds the file."""
_UNFINISHED: Final = ".unfinished"
_LONGEST_NAME: Final = 255
_LONGEST_PART: Final = 40
"""Characters of a name that its draft repeats: with what is added, every system takes it."""


def refusal(error: BaseException | None) -> Refusal:
    """Return what an error of the system means; ``other`` where it is no error of the system."""
    if not isinstance(error, OSError):
        return "other"
    if system.is_in_use(error):
        return "in_use"
    found = _REFUSALS.get(error.errno or 0, "other")
    # Windows says of such a name that it is not there, or that it is no name.
    return "name_too_long" if found in {"missing", "other"} and _is_too_long(error) else found


def _is_too_long(error: OSError) -> bool:
    places = [each for each in (error.filename, error.filename2) if isinstance(each, str)]
    return any(len(part) > _LONGEST_NAME for place in places for part in Path(place).parts)


def is_there(path: Path) -> bool:
    """Tell whether there is something at ``path``; what cannot be looked at is not there.

    Such as a name that is too long, or a place that only others may see.
    """
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder at ``path``, as :func:`is_there` does."""
    return is_there(path) and path.is_dir()


def write_file(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file as :func:`new_file` makes one; raises what that raises."""
    with new_file(path, replace=replace) as draft:
        draft.write_bytes(data)


@contextmanager
def new_file(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """Yield an empty file with mode 0600, and give it its name *path* when all went well.

    The name survives a power cut, where the system can do that. A process that is killed in
    between leaves at *path* what was there, or all of the new file; what it left beside it goes
    when a file of this name is made again.

    Args:
        path: in a folder that is there.
        replace: take the place of the file that is there already.

    Raises:
        FileExistsError: there is something at *path* already; it stays as it is.
        OSError: the system refuses it; see :func:`refusal`.
        ValueError: there is a null character in the name.

    """
    clear_unfinished(path)
    if not replace:
        _refuse_to_replace(path)
    draft = path.with_name(f".{_part_of(path)}.{os.urandom(8).hex()}{_UNFINISHED}")
    # Never through a link that somebody else put there. What SQLite puts beside a file gets the
    # rights of that file.
    system.new_private_file(draft)
    try:
        yield draft
        _flush(draft)
        _patiently(lambda: _put_in_place(draft, path, replace=replace))
    finally:
        draft.unlink(missing_ok=True)
    with suppress(OSError):
        system.flush_folder(path.parent)


def clear_unfinished(path: Path) -> None:
    """Remove what a process that was killed left beside *path*."""
    with suppress(OSError, ValueError):
        for left_behind in _left_behind(path):
            left_behind.unlink(missing_ok=True)


def clear_second_names(path: Path) -> None:
    """Remove what such a process left that is the file itself, which would outlive its deletion.

    For a file that is not open yet: Windows takes no name from one that is.
    """
    with suppress(OSError, ValueError):
        if path.stat().st_nlink > 1:
            for left_behind in _left_behind(path):
                if left_behind.samefile(path):
                    left_behind.unlink()


def private_folder(path: Path) -> None:
    """Make a folder and those above it that are missing, each with mode 0700.

    Raises:
        NotADirectoryError: a file stands in its place.
        OSError: the system refuses it; see :func:`refusal`.

    """
    if path.is_dir():
        return
    if path.parent != path:  # as a drive that is not there
        private_folder(path.parent)
    try:
        system.new_private_folder(path)
    except FileExistsError as error:
        if not path.is_dir():  # or somebody else made it meanwhile
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error


def _left_behind(path: Path) -> Iterator[Path]:
    return path.parent.glob(f".{escape(_part_of(path))}.*{_UNFINISHED}*")


def _part_of(path: Path) -> str:
    return path.name[:_LONGEST_PART]


def _refuse_to_replace(path: Path) -> None:
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _patiently(step: Callable[[], None]) -> None:
    """Do something with a file that another program may hold for a moment, as to scan it."""
    for pause in _PAUSES:
        try:
            return step()
        except OSError as error:
            if not system.is_in_use(error):
                raise
        time.sleep(pause)
    return step()


def _put_in_place(draft: Path, path: Path, *, replace: bool) -> None:
    if replace:
        draft.replace(path)
        return
    # Before the link: whoever was first with this name has cleared the drafts of the others.
    _refuse_to_replace(path)
    try:
        # Unlike a rename, a link refuses a file that came into being since we looked.
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a memory stick knows no links; a rename is as whole, but replaces
        _refuse_to_replace(path)
        draft.rename(path)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)  # Windows flushes only what was opened for writing
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
