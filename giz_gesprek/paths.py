"""Where files are: what comes with the program, and what belongs to the user.

Owns the places only. It makes no folder, opens no file and knows nothing of what is in
them; whoever writes makes the folder, with the rights that fit.
"""

from __future__ import annotations

import os
from pathlib import Path

STORE_VARIABLE = "GIZ_GESPREK_STORE"
CONTENT_VARIABLE = "GIZ_CONTENT"

_APP_NAME = "giz_gesprek"
_PACKAGE = Path(__file__).resolve().parent


def content_dir() -> Path:
    """Return the folder with questions, texts and words."""
    return _shipped("content")


def locales_dir() -> Path:
    """Return the folder with the translations of the professional's screens."""
    return _shipped("locales")


def default_store_path() -> Path:
    """Return the file with families: ``GIZ_GESPREK_STORE``, else the user's data folder."""
    if chosen := os.environ.get(STORE_VARIABLE):
        return from_home(chosen)
    # Imported here: --help and documents made from a file need no folder of the user.
    import platformdirs

    return platformdirs.user_data_path(_APP_NAME, appauthor=False) / "families.db"


def from_home(place: str | Path) -> Path:
    """Return a place with ``~`` read as a shell does: what is nobody's home stays as it is."""
    path = Path(place)
    try:
        return path.expanduser()
    except (RuntimeError, ValueError):  # nobody's home; or no name that anything can have
        return path


def log_dir() -> Path:
    """Return the folder for redacted crash reports and the log of the voice."""
    import platformdirs  # for the reason above

    return platformdirs.user_log_path(_APP_NAME, appauthor=False)


def state_dir() -> Path:
    """Return the folder for what the program remembers of its own use: no families."""
    import platformdirs  # for the reason above

    return platformdirs.user_state_path(_APP_NAME, appauthor=False)


def is_in_the_program(path: Path) -> bool:
    """Tell whether a place is inside the installed package, where nobody should write."""
    return path.resolve().is_relative_to(_PACKAGE)


def _shipped(name: str) -> Path:
    # A wheel carries its data inside the package; an editable install runs from the
    # checkout, where content/ and locales/ are edited in place.
    bundled = _PACKAGE / "_data" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name
