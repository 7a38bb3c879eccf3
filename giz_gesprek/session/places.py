"""Which files with families were opened on this computer: their places, and nothing in them.

Owns a small file in the folder for the state of programs. Where it cannot be read or written, every
place is one that was never seen: nothing else depends on it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Final

from giz_gesprek.files import private_folder, write_file
from giz_gesprek.paths import state_dir
from giz_gesprek.store import store_exists

_NAME: Final = "places.json"
_MOST: Final = 20


@dataclass(frozen=True)
class Places:
    """Places of files with families, the one opened last first.

    Attributes:
        opened: that were opened or made here.
        warned: about which was told that another program copies them.
        backups: folders in which a backup was made.

    """

    opened: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()
    backups: tuple[str, ...] = ()


def is_missing(path: Path) -> bool:
    """Tell whether there is no file at ``path``, and there was one before."""
    return not store_exists(path) and str(path.absolute()) in _read().opened


def last_opened() -> Path | None:
    """Return the place that was opened last and is still there, if any."""
    return next((path for path in map(Path, _read().opened) if store_exists(path)), None)


def remember_opened(path: Path) -> None:
    """Remember that the file at ``path`` was opened."""
    places, place = _read(), str(path.absolute())
    if places.opened[:1] != (place,):
        _write(replace(places, opened=_first(place, places.opened)))


def warn_once(path: Path) -> bool:
    """Tell whether nothing was told yet about ``path``, and remember that it is now."""
    places, place = _read(), str(path.absolute())
    if place in places.warned:
        return False
    _write(replace(places, warned=_first(place, places.warned)))
    return True


def remember_backup(folder: Path) -> None:
    """Remember that a backup was made in ``folder``."""
    places = _read()
    _write(replace(places, backups=_first(str(folder.absolute()), places.backups)))


def backup_folder() -> Path | None:
    """Return the folder in which the last backup was made, if it is there now."""
    return next((folder for folder in map(Path, _read().backups) if folder.is_dir()), None)


def forget(path: Path) -> None:
    """Forget everything about the file at ``path``, and where backups were made."""
    places, place = _read(), str(path.absolute())
    kept = Places(
        tuple(each for each in places.opened if each != place),
        tuple(each for each in places.warned if each != place),
    )
    if kept != Places():
        _write(kept)
        return
    with suppress(OSError):
        (state_dir() / _NAME).unlink()


def _first(place: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return (place, *(other for other in others if other != place))[:_MOST]


def _read() -> Places:
    with suppress(OSError, ValueError):
        read = json.loads((state_dir() / _NAME).read_text(encoding="utf-8"))
        if isinstance(read, dict):
            return Places(*(_texts(read.get(each.name)) for each in fields(Places)))
    return Places()


def _texts(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _write(places: Places) -> None:
    text = json.dumps(asdict(places), indent=1)
    with suppress(OSError, ValueError):
        folder = state_dir()
        private_folder(folder)
        write_file(folder / _NAME, text.encode(), replace=True)
