"""The file with families as a whole: where it is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.tui.screens.backup import BackupScreen
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.screens.restore import RestoreScreen
from giz_gesprek.tui.screens.wipe import WipeScreen
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class FileScreen(ProfessionalScreen[None]):
    """Offers a backup, putting one back, another passphrase, and deleting everything."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "working.tcss"]

    def compose(self) -> ComposeResult:
        """Lay out what there is to know, and the ways."""
        yield Said(_("Your file"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(str(self.app.families.whole_file().path), classes="said place")
            yield Said("", id="last", classes="said")
            yield PlainButton(_("Make a backup"), id="backup", classes="gap")
            yield PlainButton(_("Put back a backup"), id="restore", classes="gap")
            yield PlainButton(_("Change the passphrase"), id="passphrase", classes="gap")
            yield PlainButton(_("Delete everything"), id="wipe", classes="gap")
        with Container(classes="actions"):
            yield PlainButton(_("Back"), id="back")

    def on_screen_resume(self) -> None:
        """Say when the last backup was made."""
        with self.telling():
            self.query_one("#last", Said).update(self.app.families.whole_file().last_backup())

    @on(Button.Pressed, "#backup")
    def make_backup(self) -> None:
        """Ask where a backup goes."""
        self.app.push_screen(BackupScreen())

    @on(Button.Pressed, "#restore")
    def put_back_backup(self) -> None:
        """Ask for a backup; the file goes on in it."""
        self.app.push_screen(RestoreScreen())

    @on(Button.Pressed, "#passphrase")
    def change_passphrase(self) -> None:
        """Ask for another passphrase."""
        # It brings the check of passphrases along.
        from giz_gesprek.tui.screens.change_passphrase import ChangePassphraseScreen

        self.app.push_screen(ChangePassphraseScreen())

    @on(Button.Pressed, "#wipe")
    def delete_everything(self) -> None:
        """Ask whether everything has to go."""
        self.app.push_screen(WipeScreen())

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Do what Escape does."""
        self.action_back()
