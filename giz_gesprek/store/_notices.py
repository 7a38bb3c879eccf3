"""What the professional is told about the file and its log. Must not know who tells it, or when."""

from __future__ import annotations

from pathlib import Path

from giz_gesprek.i18n import _
from giz_gesprek.store._place import Found


def foreign_log(aside: Path) -> str:
    """Return that saves of another file lay beside this one."""
    return _(
        "Beside the file with families lay saves that do not belong to it, as after putting back a"
        " backup. They are not used, and kept in {path}."
    ).format(path=aside)


def missing_saves(rest: Path | None) -> str:
    """Return that the last saves are missing, and where what is left of them is."""
    told = _(
        "The program was not closed the last time, and the saves of the last moments before that"
        " cannot be read. Look at the family with whom you talked last, and type again what is"
        " missing, or restore a newer backup."
    )
    if rest is None:
        return told
    kept = _("What is left of them is kept in {path}.").format(path=rest)
    return f"{told} {kept}"


def read_only(path: Path) -> str:
    """Return what can be done with a file that can only be read."""
    return _(
        "The file with families can only be read: families can be shown and exported, and nothing"
        " can be saved. To save, copy {path} to a folder of your own and open that file."
    ).format(path=path)


def moved_out(found: Found, path: Path, *, whole: bool) -> str:
    """Return where the families are kept from now on, and why."""
    if found == "gone":
        why = _("The file with families has disappeared while it was open.")
    else:
        why = _(
            "Another program replaced the file with families while it was open. The newer file"
            " stays as it is."
        )
    what = (
        _("All your families are now kept in {path}.")
        if whole
        else _("The families that you worked on are now kept in {path}.")
    )
    how = _("Open it with giz-gesprek --store, and ask who can bring the two together.")
    return f"{why} {what.format(path=path)} {how}"


def not_moved_out() -> str:
    """Return that what was changed after the last save of the file is lost."""
    return _(
        "The file with families was replaced or has disappeared while it was open, and no other"
        " place could be written. What was saved last is missing."
    )
