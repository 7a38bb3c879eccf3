"""The file with families was here before and is not now, as lines: another place, or a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.i18n import _
from giz_gesprek.session.opening import is_first_start
from giz_gesprek.session.places import is_missing, last_opened

if TYPE_CHECKING:
    from pathlib import Path

    from giz_gesprek.plain.form import Form


def ask_where(form: Form, path: Path) -> Path:
    """Return where the families are, or where a new file is to be; asks only if one is missing."""
    if not is_missing(path):
        return path
    lines = form.lines
    lines.say(
        _("Your file is not there"),
        _("The file with families was here before:"),
        str(path),
        _(
            "Is it on a stick or another disk? Connect that, and look again. Was the file"
            " moved? Then type where it is. Make a new file only when you want to begin"
            " without families, or to put back a backup in it."
        ),
    )
    while True:
        ways = {False: _("Look for my file"), True: _("Make a new file")}
        if form.choice(_("What do you want to do?"), ways):
            return path
        found = form.path(_("The file is here"), str(last_opened() or path))
        if not is_first_start(found):
            return found
        lines.say(_("There is no file with families at this place."))
