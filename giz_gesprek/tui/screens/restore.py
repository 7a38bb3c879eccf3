"""A backup takes the place of the file with families, after seeing what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.widgets import Button, Input

from giz_gesprek.i18n import _
from giz_gesprek.session.clock import utc_now
from giz_gesprek.session.opening import Unlocked, is_first_start
from giz_gesprek.session.whole_file import look, open_restored
from giz_gesprek.session.whole_file_words import restore_explanation
from giz_gesprek.tui.screens.working import WorkingScreen
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult


class RestoreScreen(WorkingScreen[Unlocked]):
    """Asks for a backup and its passphrase, shows what is in it, and puts it back.

    With a ``path``, no file is open: the backup is put there, and the screen closes with what was
    unlocked. Without one the open file goes on in the backup.
    """

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self._path = path
        self._looked_into: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the backup, its passphrase, what it holds and the ways on."""
        onto_nothing = self._path is not None and is_first_start(self._path)
        yield Said(_("Put back a backup"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(restore_explanation(onto_nothing=onto_nothing), classes="said")
            yield Field(_("The backup is here"), longest=0, id="place")
            yield Field(_("Passphrase of the backup"), secret=True, id="passphrase")
            yield Said("", id="holds", classes="said gap")
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Look into it"), big=True, id="look")
            yield PlainButton(_("Put it back"), big=True, id="take")

    def on_mount(self) -> None:
        """Let typing begin; there is nothing to put back yet."""
        self._show(None)
        self.query_one("#place", Field).take_focus(scroll_there=False)

    @on(Input.Changed)
    def forget_what_was_found(self) -> None:
        """Look again: it may be another file now."""
        self._show(None)

    @on(Button.Pressed, "#look")
    def done(self) -> None:
        """Read the backup to its end, or say what is wrong."""
        if self.begin():
            self._look(
                self.query_one("#place", Field).value, self.query_one("#passphrase", Field).value
            )

    @work(thread=True, exit_on_error=False)
    def _look(self, place: str, passphrase: str) -> tuple[str, str, str]:
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
        self.busy = False
        self.query_one("#failure", Problem).tell(None)
        match result:
            case Unlocked() if self._path is not None:
                self.dismiss(result)
            case Unlocked(_store, profile, check):
                self.app.use_profile(profile)
                self.app.guard(check)
                self.app.show_families_again()
            case (str(holds), str(place), str(passphrase)):
                self._show(holds)
                self._looked_into = (place, passphrase)

    def _show(self, holds: str | None) -> None:
        self._looked_into = None
        said = self.query_one("#holds", Said)
        said.update(holds or "")
        self.query_one("#look").display = holds is None
        take = self.query_one("#take")
        take.display = holds is not None
        if holds is not None:
            said.scroll_visible(animate=False)
            take.focus(scroll_visible=False)
