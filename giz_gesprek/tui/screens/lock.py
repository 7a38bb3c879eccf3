"""Covers everything while nobody is there; unlocking brings the same screen back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek.i18n import _
from giz_gesprek.tui.host.typed_on import Checking
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.pause import Pause
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.passphrase_check import PassphraseCheck


class LockScreen(ProfessionalScreen[None], Checking):
    """Shows nothing of the family, and asks for the passphrase."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "lock.tcss"]

    def __init__(self, check: PassphraseCheck, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._check = check

    def compose(self) -> ComposeResult:
        """Lay out one line."""
        yield Said(_("Locked"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(
                _("Everything that was typed is still there. Unlock to go on where you were."),
                classes="said",
            )
            yield Field(_("Your passphrase"), secret=True, id="unlock")
            yield Pause(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Stop"), id="stop")
            yield PlainButton(_("Unlock"), big=True, id="done")

    def on_mount(self) -> None:
        """Let typing begin at once."""
        self.query_one("#unlock", Field).take_focus()

    @on(Button.Pressed, "#done")
    @on(Input.Submitted, "#unlock Input")
    def try_passphrase(self) -> None:
        """Compare what was typed, in a thread: guessing is slow on purpose."""
        pause = self.query_one("#failure", Pause)
        if self.is_checking or not pause.is_over:
            return
        self.is_checking = True
        pause.tell(None)
        self._compare(self.query_one("#unlock", Field).value)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _compare(self, passphrase: str) -> bool:
        return self._check.fits(passphrase)

    def take_result(self, result: object) -> None:
        """Uncover what was there, or say that this is not the passphrase."""
        if result is True:
            self.dismiss(None)
            return
        self.is_checking = False
        field = self.query_one("#unlock", Field)
        field.clear()
        self.query_one("#failure", Pause).tell_wrong(
            _("This is not your passphrase. Try again, and check capitals and spaces.")
        )
        field.take_focus()

    @on(Button.Pressed, "#stop")
    def action_back(self) -> None:
        """Ask whether to stop: going back would unlock."""
        self.call_later(self.app.action_leave)
