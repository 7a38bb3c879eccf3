"""Whether an open file is still the file at its place. Must not know what is in it.

Only its name is looked at, never the file: closing a second handle on it would give up the lock.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

Found: TypeAlias = Literal["here", "gone", "replaced", "overwritten"]
"""What is at the place: our file; nothing; another file; our file with something else in it."""


@dataclass(frozen=True)
class _Seen:
    device: int
    number: int
    size: int
    changed_at: int


class Place:
    """Where a file was opened. ``note`` is told whenever we ourselves have written in it."""

    def __init__(self, path: Path) -> None:
        """Remember the file that is at *path* now."""
        self.path = path.absolute()
        self._seen = _see(self.path)
        self._folder = _see(self.path.parent)

    def note(self) -> None:
        """Take what is there now for what we have written, as long as it is our file."""
        if self.look() == "overwritten":
            self._seen = _see(self.path)

    def look(self) -> Found:
        """Tell what is at the place."""
        now, then = _see(self.path), self._seen
        if now is None or then is None:
            return "gone"
        # A file system that does not number its files gives every file the number 0.
        if (now.device, now.number) != (then.device, then.number):
            return "replaced"
        same = (now.size, now.changed_at) == (then.size, then.changed_at)
        return "here" if same else "overwritten"

    def has_its_folder(self) -> bool:
        """Tell whether the folder is the one in which the file was opened, on the same disk."""
        now = _see(self.path.parent)
        return (
            now is not None
            and self._folder is not None
            and (now.device, now.number) == (self._folder.device, self._folder.number)
        )


def _see(path: Path) -> _Seen | None:
    try:
        status = path.stat()
    except OSError:  # gone, or on a disk that has gone
        return None
    return _Seen(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
