"""The file with families as a whole: a backup, putting one back, another passphrase, all gone.

Owns what is told about it, for every front end. Deriving a key takes a moment: call everything
that makes, opens or changes a file in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from giz_gesprek.errors import (
    InputError,
    OutputError,
    StoreFull,
    StoreUnwritable,
    WrongPassphrase,
)
from giz_gesprek.files import Refusal, refusal
from giz_gesprek.i18n import N_, _, format_date, format_datetime, local_time
from giz_gesprek.session.opening import Unlocked, open_store
from giz_gesprek.session.papers import paper_folder
from giz_gesprek.session.passphrase_check import PassphraseCheck
from giz_gesprek.session.places import backup_folder, forget, remember_backup
from giz_gesprek.session.trace import leave_trace_everywhere
from giz_gesprek.session.typed_place import typed_place
from giz_gesprek.session.whole_file_words import in_words, made, put_back, receipt
from giz_gesprek.store.backup import back_up, look_into, restore, restore_open
from giz_gesprek.store.wiping import Wiped, wipe, wipe_open

if TYPE_CHECKING:
    from giz_gesprek.store import Store

_NAME: Final = "giz-gesprek-backup"
_LONGEST_WITHOUT: Final = timedelta(days=7)
_REFUSED: Final[Mapping[Refusal, str]] = {
    "no_room": N_("There is no room for the backup here. Make room, or choose another place."),
    "not_allowed": N_("Nothing may be written here, so no backup was made. Choose another place."),
    "in_use": N_(
        "Another program has this file open, so no backup was made. Close it there and try again,"
        " or choose another name."
    ),
    "missing": N_(
        "This folder is not there, so no backup was made. Is the stick connected? Or choose another"
        " place."
    ),
    "exists": N_("There is a file of this name already. Choose another name."),
    "name_too_long": N_("This file name is too long. Choose a shorter one."),
}


class WholeFile:
    """What can be done with an open file as a whole.

    Every method raises an ``InputError``, ``OutputError`` or ``StoreError`` whose sentence says
    what is wrong; everything is as it was before then.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._store.path

    def last_backup(self) -> str:
        """Return when the last backup was made, in a sentence."""
        at = self._store.profile().backed_up_at
        if at is None:
            return _("No backup was made of this file yet.")
        return _("The last backup was made on {moment}.").format(moment=format_datetime(at))

    def reminder(self) -> str:
        """Return what is said when there was no backup for a week; empty when nothing is needed.

        That is when nothing was written since, too.
        """
        profile, saved = self._store.profile(), self._store.last_saved()
        last = profile.backed_up_at
        since = last or self._store.created_at()
        if saved is None or self._store.read_only or self._clock() - since < _LONGEST_WITHOUT:
            return ""
        if last is None:
            return _("There is no backup yet. When this laptop is lost, your families are gone.")
        if saved <= last:
            return ""
        return _("The last backup is of {day}. What came after it is only on this laptop.").format(
            day=format_date(local_time(last).date())
        )

    def usual_place(self) -> str:
        """Return where a backup goes when nobody says otherwise: where the last one went."""
        return str(_free_name(backup_folder() or paper_folder(), self._clock()))

    def back_up(self, typed: str, *, force: bool = False) -> str:
        """Make a backup in the folder, or as the file, that was typed; return what there is to say.

        Only with ``force`` it takes the place of a file.
        """
        path = typed_place(typed)
        with _refused():
            if path.is_dir():
                path = _free_name(path, self._clock())
            if not path.parent.is_dir():
                raise FileNotFoundError(2, "")
            holds = back_up(self._store, path, self._clock(), force=force)
        remember_backup(path.parent)
        return " ".join(made(path, holds, same_disk=_same_disk(path, self._store.path)))

    def restore(self, typed: str, passphrase: str) -> Unlocked:
        """Put a backup in the place of this file, and go on in it; return it as it is now.

        A notice tells where the file is that was there.
        """
        restored = restore_open(self._store, _backup(typed), passphrase, self._clock())
        self._store.tell(put_back(restored))
        return Unlocked(self._store, self._store.profile(), PassphraseCheck.of(passphrase))

    def about_me(self) -> tuple[str, ...]:
        """Return what a new passphrase may not lean on: who the professional is."""
        me = self._store.profile()
        return tuple(text for text in (me.name, me.organisation, me.phone) if text)

    def require(self, used: str) -> None:
        """Refuse whoever does not know the passphrase of now."""
        if not self._store.fits(used):
            raise WrongPassphrase(_("This is not the passphrase of now. Nothing was changed."))

    def change_passphrase(self, used: str, new: str) -> str:
        """Put the file under another passphrase; return what there is to say."""
        self.require(used)
        if not new:
            raise InputError(_("Type a passphrase."))
        self._store.change_passphrase(new)
        leave_trace_everywhere(self._store, "rekeyed", now=self._clock())
        return _(
            "From now on the file opens with the new passphrase only. Backups and files that were"
            " made before keep the old one: keep that too, or make a new backup now."
        )

    def wipe(self) -> None:
        """Delete everything, and close the file; a notice is the receipt."""
        self._store.tell(_wiped(wipe_open(self._store), self._store.path, self._clock()))


def look(typed: str, passphrase: str) -> tuple[str, ...]:
    """Return what is in a backup that is whole, a line each; nothing is changed.

    Raises:
        InputError, StoreError: it cannot be put back, and why.

    """
    return in_words(look_into(_backup(typed), passphrase))


def restore_closed(typed: str, path: Path, passphrase: str, now: datetime) -> str:
    """Put a backup at ``path``, where no file is or one that is closed; return what is to say.

    Raises:
        InputError, StoreError: it cannot be put back; everything is as it was.

    """
    return put_back(restore(_backup(typed), path, passphrase, now))


def open_restored(path: Path, typed: str, passphrase: str, now: datetime) -> Unlocked:
    """Put a backup at ``path`` as ``restore_closed`` does, and open it; a notice tells the rest."""
    told = restore_closed(typed, path, passphrase, now)
    unlocked = open_store(path, passphrase)
    unlocked.store.tell(told)
    return unlocked


def wipe_closed(path: Path, now: datetime, passphrase: str | None = None) -> str:
    """Delete everything of a closed file and forget where it was; return the receipt.

    Raises:
        StoreError: it is open, there is nothing, or the system refuses it.

    """
    return _wiped(wipe(path, passphrase), path, now)


def _wiped(wiped: Wiped, path: Path, now: datetime) -> str:
    forget(path)
    return receipt(wiped, now)


def _backup(typed: str) -> Path:
    """Return the backup that was typed; of a folder, such as a stick, the last one in it."""
    path = typed_place(typed)
    with suppress(OSError):
        found = [*path.glob(f"{_NAME}-*.db")] if path.is_dir() else []
        return max(found, key=lambda each: each.stat().st_mtime, default=path)
    return path


def _free_name(folder: Path, now: datetime) -> Path:
    """Return a place for a backup of today, with nothing about anybody in its name."""
    stem = f"{_NAME}-{local_time(now).date().isoformat()}"
    number, path = 1, folder / f"{stem}.db"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


@contextmanager
def _refused() -> Iterator[None]:
    """Tell in a sentence why a backup cannot be written."""
    try:
        yield
    except StoreFull as error:
        raise _output_error("no_room") from error
    except StoreUnwritable as error:
        raise _output_error("not_allowed") from error
    except (OSError, ValueError) as error:
        # ValueError: a null character in the name.
        raise _output_error(refusal(error)) from error


def _output_error(why: Refusal) -> OutputError:
    other = N_("The backup cannot be written here. Choose another place.")
    return OutputError(_(_REFUSED.get(why, other)))


def _same_disk(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.stat().st_dev == other.stat().st_dev
    return False
