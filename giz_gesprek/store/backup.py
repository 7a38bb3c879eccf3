"""The whole store as one encrypted file elsewhere, and that file back in its place.

Owns what is proved before something takes the place of something else. Must not know who asks,
nor what people are told about it: that is in ``session.backup``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from shutil import copyfile

from giz_gesprek.errors import AlreadyOpen, InputError, StoreUnwritable
from giz_gesprek.files import clear_unfinished, new_file, private_folder
from giz_gesprek.i18n import _
from giz_gesprek.store._cipher import is_held
from giz_gesprek.store._files import in_plain_words, real_place, store_exists
from giz_gesprek.store._log import log_of, set_aside
from giz_gesprek.store._proving import Holds, look_into, proved
from giz_gesprek.store._records import in_utc
from giz_gesprek.store._store import Store
from giz_gesprek.system import keep_private

__all__ = ["ASIDE", "Holds", "Restored", "back_up", "look_into", "restore", "restore_open"]

ASIDE = "before-restore"
"""In the name under which the file is kept whose place a backup takes."""


@dataclass(frozen=True)
class Restored:
    """A backup that is in its place.

    Attributes:
        holds: what is in it.
        aside: where the file is now that was there before, if one was.

    """

    holds: Holds
    aside: Path | None


def back_up(store: Store, path: Path, now: datetime, *, force: bool = False) -> Holds:
    """Make one encrypted file of an open store, under the passphrase of that store.

    It is there when it was opened again and read to its end, and the store remembers it then.

    Raises:
        InputError: *path* is the store itself.
        FileExistsError: there is a file at *path*, and *force* does not replace it.
        OSError: the system refuses it.
        StoreFull, StoreUnwritable: it cannot be written.
        StoreDamaged: the store cannot be read to its end.

    """
    _refuse_same(path, store.path)
    if log_of(path).exists():
        # It would be taken for the log of the backup.
        raise FileExistsError
    profile = store.profile().model_copy(update={"backed_up_at": in_utc(now)})
    with new_file(path, replace=force) as draft:
        holds = store.copy_to(draft, profile)
    if not store.read_only:
        store.save_profile(profile)
        store.note_everywhere("backed_up", now)
    return holds


def restore(source: Path, path: Path, passphrase: str, now: datetime) -> Restored:
    """Put a copy of the backup *source* in the place of the store at *path*, which is closed.

    The copy was opened, brought up to date and read to its end before anything happens to the
    store. What was there stays beside it under another name, with its log.

    Raises:
        AlreadyOpen: the store, or the backup, is open.
        InputError, WrongPassphrase, NewerStore, StoreDamaged: as :func:`look_into` does.
        StoreUnwritable, StoreFull: there is no room, or the folder may not be written.

    """
    source, path = real_place(source), real_place(path)
    _refuse_same(source, path)
    if is_open(path) or is_open(source):
        raise AlreadyOpen
    aside = None
    with in_plain_words():
        private_folder(path.parent)
        try:
            with new_file(path, replace=True) as draft:
                holds = _made_ready(source, draft, passphrase, now)
                aside = _make_room(path, now)
        except OSError:
            _put_back(path, aside)
            raise
        clear_unfinished(path)
    return Restored(holds, aside)


def restore_open(store: Store, source: Path, passphrase: str, now: datetime) -> Restored:
    """Put a backup in the place of an open store, which goes on in it; as :func:`restore` does.

    Whatever that raises, the store is open as it was.
    """
    return store.give_place(lambda: restore(source, store.path, passphrase, now), passphrase)


def is_open(path: Path) -> bool:
    """Tell whether a process has the store at *path* open."""
    return store_exists(path) and is_held(path)


def _refuse_same(one: Path, other: Path) -> None:
    same = one.absolute() == other.absolute()
    if not same and one.exists() and other.exists():
        same = one.samefile(other)
    if same:
        raise InputError(_("This is the file with families itself. Choose another place."))


def _made_ready(source: Path, draft: Path, passphrase: str, now: datetime) -> Holds:
    """Copy the backup, as whoever copied it left it, and make it a closed store of today."""
    # It is proved before it is opened to write: what is told is about this file, as it is.
    found = look_into(source, passphrase)
    copyfile(source, draft)
    if log_of(source).exists():
        copyfile(log_of(source), log_of(draft))
        keep_private(log_of(draft))
    with Store.open(draft, passphrase) as store:
        if store.read_only:
            raise StoreUnwritable
        store.note_everywhere("restored", now)
        holds = proved(store._database)  # noqa: SLF001 - its own package
    if log_of(draft).exists():
        raise StoreUnwritable  # closing it did not succeed
    return replace(holds, was_open=found.was_open)


def _make_room(path: Path, now: datetime) -> Path | None:
    """Keep what is at *path* under another name as well, so that something can take its place."""
    log = log_of(path)
    if not os.path.lexists(path):
        if log.exists():
            set_aside(path)
        return None
    aside = _free_place(path, now)
    _second_name(path, aside)
    if log.exists():
        # Both names first: killed at any moment, a file and its log are together somewhere.
        _second_name(log, log_of(aside))
        log.unlink()
    return aside


def _put_back(path: Path, aside: Path | None) -> None:
    """Undo ``_make_room``: nothing took the place after all."""
    if aside is not None and path.exists():
        if log_of(aside).exists():
            log_of(aside).rename(log_of(path))
        aside.unlink()


def _free_place(path: Path, now: datetime) -> Path:
    stem = f"{path.stem}-{ASIDE}-{now:%Y-%m-%d}"
    place, number = path.with_name(f"{stem}{path.suffix}"), 1
    while os.path.lexists(place) or os.path.lexists(log_of(place)):
        number += 1
        place = path.with_name(f"{stem}-{number}{path.suffix}")
    return place


def _second_name(path: Path, name: Path) -> None:
    try:
        name.hardlink_to(path)
    except OSError:  # a memory stick knows no links
        with new_file(name) as draft:
            copyfile(path, draft)
