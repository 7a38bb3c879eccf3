"""What is said about the file with families as a whole, before and after something is done with it.

Pure. Knows neither who asks nor how it is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from giz_gesprek.i18n import _, format_date, format_datetime, local_time, ngettext

if TYPE_CHECKING:
    from giz_gesprek.store.backup import Holds, Restored
    from giz_gesprek.store.wiping import Wiped


def backup_explanation() -> str:
    """Return what a backup is."""
    return _(
        "All your families go into one file, locked with your passphrase of now. Put it on a stick"
        " that you keep apart from this laptop: when the laptop is lost, you still have them."
    )


def restore_explanation(*, onto_nothing: bool = False) -> str:
    """Return what putting back a backup does, where there is a file or ``onto_nothing``."""
    if onto_nothing:
        what = _(
            "You see first what is in the backup. When you put it back, your families are here"
            " again."
        )
    else:
        what = _(
            "You see first what is in the backup. When you put it back, it takes the place of the"
            " families that are here now. Those families are not thrown away: they stay beside it,"
            " under another name."
        )
    return f"{what} {_its_passphrase()}"


def _its_passphrase() -> str:
    return _(
        "It opens with the passphrase that you had when you made it. Afterwards your families here"
        " open with that one too."
    )


def passphrase_explanation() -> str:
    """Return what another passphrase means for what was made before."""
    return _(
        "Your families stay as they are. Backups and files that you made before keep the old"
        " passphrase: keep that too, for as long as you keep them."
    )


def wipe_explanation() -> str:
    """Return what is gone after wiping, and what is not."""
    what = _(
        "All families, all conversations and your own details on this computer go. Without a backup"
        " nobody can bring them back. Files that the program set aside itself go as well."
    )
    return f"{what} {_not_reached()}"


def wipe_word() -> str:
    """Return what has to be typed before everything is deleted."""
    return _("delete everything")


def is_wipe_word(typed: str) -> bool:
    """Tell whether that was typed."""
    return " ".join(typed.split()).casefold() == wipe_word().casefold()


def _not_reached() -> str:
    return _(
        "Not reached: backups and papers that you made, files that you gave along, and copies of"
        " this file that another program made. Delete those yourself."
    )


def receipt(wiped: Wiped, now: datetime) -> str:
    """Return the proof of a deletion, without personal data, and what was not reached."""
    told = ngettext(
        "Deleted for good on {moment}: everything that this program kept here, {count} file.",
        "Deleted for good on {moment}: everything that this program kept here, {count} files.",
        wiped.files,
    ).format(moment=format_datetime(now), count=wiped.files)
    left = [
        _("This file may hold families too, and was left: {path}").format(path=each)
        for each in wiped.left
    ]
    return "\n".join((told, _not_reached(), *left))


def made(path: Path, holds: Holds, *, same_disk: bool) -> Iterator[str]:
    """Yield what there is to say of a backup that was made."""
    yield _("The backup is here: {path}.").format(path=path)
    yield _families(holds)
    if holds.unreadable:
        yield _unreadable(holds)
    else:
        yield _("It was opened and read, and is whole.")
    if same_disk:
        yield _("It is on the same disk as your families: copy it to a stick as well.")


def in_words(holds: Holds) -> tuple[str, ...]:
    """Return what is in a backup, a line each, before it is put back."""
    lines = [_families(holds)]
    if holds.made_at is not None:
        moment = format_datetime(holds.made_at)
        lines.insert(0, _("Backup made on {moment}.").format(moment=moment))
    if holds.last_at is not None:
        day = format_date(local_time(holds.last_at).date())
        lines.append(_("The last conversation in it is of {day}.").format(day=day))
    if holds.unreadable:
        lines.append(_unreadable(holds))
    if holds.was_open:
        lines.append(
            _("It was copied while the program was open: what was written last can be missing.")
        )
    lines.append(
        _(
            "What was deleted or taken back after this backup is in it again: take it away once"
            " more."
        )
    )
    return tuple(lines)


def _families(holds: Holds) -> str:
    families = ngettext("{count} family", "{count} families", holds.families)
    talks = ngettext("{count} conversation", "{count} conversations", holds.conversations)
    return _("It holds {families}, {conversations}.").format(
        families=families.format(count=holds.families),
        conversations=talks.format(count=holds.conversations),
    )


def _unreadable(holds: Holds) -> str:
    return ngettext(
        "{count} family in it cannot be read: an older backup may still hold it.",
        "{count} families in it cannot be read: an older backup may still hold them.",
        holds.unreadable,
    ).format(count=holds.unreadable)


def put_back(restored: Restored) -> str:
    """Return what there is to say of a backup that is in its place."""
    told = [
        _("The backup is put back. Your families open with the passphrase of that backup now."),
        _families(restored.holds),
    ]
    if restored.aside is not None:
        told.append(
            _(
                "What was here before is kept in {path}. It holds families too: delete it when you"
                " no longer need it."
            ).format(path=restored.aside)
        )
    return " ".join(told)
