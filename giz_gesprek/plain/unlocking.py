"""Unlocking the file in lines: a wrong passphrase can be typed again, after a while that grows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from giz_gesprek.errors import WrongPassphrase
from giz_gesprek.i18n import _
from giz_gesprek.session.opening import open_store
from giz_gesprek.session.pausing import Tries, wait_for

if TYPE_CHECKING:
    from giz_gesprek.plain.lines import Lines
    from giz_gesprek.session.opening import Unlocked


def unlocked(lines: Lines, place: Path, given: str | None, *, demo: bool) -> Unlocked:
    """Return the store at ``place``, opened with ``given`` or with what is typed.

    Raises:
        StoreError: it does not open; a wrong passphrase only where nobody can type another.
        EndOfInput: nobody typed one.

    """
    tries = Tries()
    while True:
        typed = lines.read_secret(_("Your passphrase")) if given is None else given
        try:
            found = open_store(place, typed, demo=demo)
        except WrongPassphrase as error:
            if given is not None or not lines.live:
                raise
            lines.say(str(error))
            if seconds := tries.wrong():
                lines.say(wait_for(seconds))
                lines.pause(seconds)
        else:
            lines.show_typing()
            return found
