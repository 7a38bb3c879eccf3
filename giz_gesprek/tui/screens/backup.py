"""A backup of all families is made, at a place that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.whole_file_words import backup_explanation
from giz_gesprek.tui.screens.working import WorkingScreen
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class BackupScreen(WorkingScreen[None]):
    """Asks for a place, makes the backup there, and says where it is."""

    def __init__(self) -> None:
        super().__init__()
        self._file = self.app.families.whole_file()

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the place and the ways on."""
        yield Said(_("Make a backup"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(backup_explanation(), classes="said")
            yield Field(_("The backup goes here"), self._file.usual_place(), longest=0, id="place")
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Make the backup"), big=True, id="done")

    def on_mount(self) -> None:
        """Let the place be changed; the explanation is read first."""
        self.query_one("#place", Field).take_focus(scroll_there=False)

    @on(Button.Pressed, "#done")
    def done(self) -> None:
        """Make the backup."""
        if self.begin():
            self._make(self.query_one("#place", Field).value)

    @work(thread=True, exit_on_error=False)
    def _make(self, place: str) -> str:
        return self._file.back_up(place)

    def take_result(self, result: object) -> None:
        """Close, and say where the backup is."""
        self.close_and_tell(None, str(result))
