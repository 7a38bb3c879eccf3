"""The place of a file as somebody typed it, in the app or behind a command."""

from __future__ import annotations

from pathlib import Path

from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _
from giz_gesprek.paths import from_home


def typed_place(typed: str) -> Path:
    """Return the place from the root of its disk, with ``~`` read as a shell does.

    Raises:
        InputError: nothing was typed, or it is told from a folder that is gone.

    """
    if not typed.strip():
        raise InputError(_("Type the place of the file."))
    try:
        return from_home(typed.strip()).absolute()
    except OSError as error:
        raise InputError(
            _("The folder that you are in is gone. Go to another folder and try again.")
        ) from error
