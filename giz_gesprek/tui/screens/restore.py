"""A backup takes the place of the file with families, after seeing what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.clock import utc_now
from giz_gesprek.session.opening import Unlocked, is_first_start
from giz_gesprek.session.whole_file import look, open_restored
from giz_gesprek.session.whole_file_words import restore_explanation
from giz_gesprek.tui.screens.looking import LookingScreen, Wording

if TYPE_CHECKING:
    from pathlib import Path


class RestoreScreen(LookingScreen[Unlocked]):
    """Asks for a backup and its passphrase, shows what is in it, and puts it back.

    With a ``path``, no file is open: the backup is put there, and the screen closes with what was
    unlocked. Without one the open file goes on in the backup.
    """

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self._path = path
        self._looked_into: tuple[str, str] | None = None

    def wording(self) -> Wording:
        """Say what putting back does, here."""
        onto_nothing = self._path is not None and is_first_start(self._path)
        return Wording(
            title=_("Put back a backup"),
            explanation=restore_explanation(onto_nothing=onto_nothing),
            file=_("The backup is here"),
            passphrase=_("Passphrase of the backup"),
            look=_("Look into it"),
            take=_("Put it back"),
        )

    def forget(self) -> None:
        """Put back nothing that was not looked into."""
        self._looked_into = None

    def look_into(self, place: str, passphrase: str) -> tuple[str, str, str]:
        """Read the backup to its end."""
        return "\n".join(look(place, passphrase)), place, passphrase

    @on(Button.Pressed, "#take")
    def put_back(self) -> None:
        """Put the backup back that was looked into."""
        if self._looked_into is not None and self.begin():
            self._put_back(*self._looked_into)

    @work(thread=True, exit_on_error=False)
    def _put_back(self, place: str, passphrase: str) -> Unlocked:
        if self._path is not None:
            return open_restored(self._path, place, passphrase, utc_now())
        return self.app.families.whole_file().restore(place, passphrase)

    def take_result(self, result: object) -> None:
        """Show what is in the backup, or go to the families that are back."""
        super().take_result(result)
        match result:
            case Unlocked() if self._path is not None:
                self.dismiss(result)
            case Unlocked(_store, profile, check):
                self.app.use_profile(profile)
                self.app.guard(check)
                self.app.show_families_again()
            case (str(holds), str(place), str(passphrase)):
                self.show_holds(holds)
                self._looked_into = (place, passphrase)
