"""The file with families gets another passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.passphrase_check import PassphraseCheck
from giz_gesprek.session.whole_file_words import passphrase_explanation
from giz_gesprek.tui.screens.choose_passphrase import ChoosePassphrase
from giz_gesprek.tui.screens.working import WorkingScreen
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ChangePassphraseScreen(WorkingScreen[None]):
    """Asks for the passphrase of now, and for another one twice."""

    def compose(self) -> ComposeResult:
        """Lay out the explanation, both passphrases and the ways on."""
        yield Said(_("Change the passphrase"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(passphrase_explanation(), classes="said")
            yield Field(_("Passphrase of now"), secret=True, id="used")
            yield ChoosePassphrase(self.app.families.whole_file().about_me)
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Change it"), big=True, id="done")

    def on_mount(self) -> None:
        """Let typing begin; the explanation is read first."""
        self.query_one("#used", Field).take_focus(scroll_there=False)

    @on(ChoosePassphrase.Chosen)
    @on(Button.Pressed, "#done")
    def done(self) -> None:
        """Change the passphrase, or say what is missing."""
        new = self.query_one(ChoosePassphrase).passphrase()
        if new is not None and self.begin():
            self._change(self.query_one("#used", Field).value, new)

    @work(thread=True, exit_on_error=False)
    def _change(self, used: str, new: str) -> tuple[str, PassphraseCheck]:
        return self.app.families.whole_file().change_passphrase(used, new), PassphraseCheck.of(new)

    def take_result(self, result: object) -> None:
        """Lock with the new passphrase from now on, close, and say what it opens."""
        if isinstance(result, tuple):
            told, check = result
            self.app.guard(check)
            self.close_and_tell(None, told)
