"""Where files are: what comes with the program, and what belongs to the user.

Owns the places only. It makes no folder, opens no file and knows nothing of what is in
them; whoever writes makes the folder, with the rights that fit.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

STORE_VARIABLE = "GIZ_GESPREK_STORE"
CONTENT_VARIABLE = "GIZ_CONTENT"

_APP_NAME = "giz_gesprek"
_PACKAGE = Path(__file__).resolve().parent


class NoHome(OSError):
    """This computer knows no folder of whoever uses it."""


def content_dir() -> Path:
    """Return the folder with questions, texts and words."""
    return _shipped("content")


def locales_dir() -> Path:
    """Return the folder with the translations of the professional's screens."""
    return _shipped("locales")


def default_store_path() -> Path:
    """Return the file with families: ``GIZ_GESPREK_STORE``, else the user's data folder.

    Raises:
        NoHome: neither is known.

    """
    if chosen := os.environ.get(STORE_VARIABLE):
        return from_home(chosen)
    return _of_the_user("data") / "families.db"


def from_home(place: str | Path) -> Path:
    """Return a place with ``~`` read as a shell does: what is nobody's home stays as it is."""
    path = Path(place)
    try:
        return path.expanduser()
    except (RuntimeError, ValueError):  # nobody's home; or no name that anything can have
        return path


def home() -> Path:
    """Return the home of the user; where there is none, the folder that one stands in."""
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def own_folders() -> tuple[Path, ...]:
    """Return where files with families are looked for and put when their own place is gone."""
    try:
        return (default_store_path().parent, home())
    except NoHome:
        return (home(),)


def documents_dir() -> Path:
    """Return the folder of the user for documents, which may not be there; raises ``NoHome``."""
    return _of_the_user("documents")


def log_dir() -> Path:
    """Return the folder for redacted crash reports and the log of the voice; raises ``NoHome``."""
    return _of_the_user("log")


def state_dir() -> Path:
    """Return the folder for what the program remembers of its own use; raises ``NoHome``.

    There are no families in it.
    """
    return _of_the_user("state")


def voices_dir() -> Path:
    """Return the folder of the voices that the user added; raises ``NoHome``."""
    return _of_the_user("data") / "voices"


def _of_the_user(kind: Literal["data", "documents", "log", "state"]) -> Path:
    # Imported here: --help and documents made from a file need no folder of the user.
    from platformdirs import PlatformDirs

    folders = PlatformDirs(_APP_NAME, appauthor=False)
    try:
        return Path(getattr(folders, f"user_{kind}_path"))
    except RuntimeError as error:
        raise NoHome from error


def is_in_the_program(path: Path) -> bool:
    """Tell whether a place is inside the installed package, where nobody should write."""
    # Unlike Path.resolve, quiet about a link to itself.
    return Path(os.path.realpath(path)).is_relative_to(_PACKAGE)


def _shipped(name: str) -> Path:
    # A wheel carries its data inside the package; an editable install runs from the
    # checkout, where content/ and locales/ are edited in place.
    bundled = _PACKAGE / "_data" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name
