"""What the screens share that work on a file, which takes a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek.errors import WrongPassphrase
from giz_gesprek.i18n import _
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.widgets.field import Field, Problem

if TYPE_CHECKING:
    from giz_gesprek.errors import GizError

Result = TypeVar("Result")


class WorkingScreen(ProfessionalScreen[Result]):
    """Works on a file in a thread, once at a time."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "working.tcss"]
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.busy = False

    def begin(self) -> bool:
        """Tell whether the file can be worked on now; it takes a moment."""
        if self.busy:
            return False
        self.busy = True
        self.query_one("#failure", Problem).tell(_("One moment: this takes a few seconds."))
        return True

    def take_failure(self, error: GizError) -> None:
        """Say why it did not succeed."""
        self.busy = False
        super().take_failure(error)
        if isinstance(error, WrongPassphrase):
            self._ask_again()

    def _ask_again(self) -> None:
        """Empty what was typed for a passphrase: the next one is typed there, and nowhere else."""
        secret = [
            each for each in self.query(Field) if each.input.password and each.input.focusable
        ]
        for field in secret:
            field.clear()
        for field in secret[:1]:
            field.take_focus()

    def action_back(self) -> None:
        """Go back, but not while the file is being worked on: what comes of it has to be told."""
        if not self.busy:
            super().action_back()

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Do what Escape does."""
        self.action_back()

    def close_and_tell(self, result: Result | None, sentence: str) -> None:
        """Go back to the screen beneath, and say there what was done."""
        beneath = self.app.screen_stack[-2]
        self.dismiss(result)
        if isinstance(beneath, ProfessionalScreen):
            beneath.tell(sentence)

    @on(Input.Submitted)
    def go_to_next_line(self, event: Input.Submitted) -> None:
        """Take Enter as going to the next line, and on the last one as done."""
        event.stop()
        if event.input is list(self.query(Input))[-1]:
            self.done()
        else:
            self.focus_next(Input)

    def done(self) -> None:
        """Do what the screen is for with what was filled in, or say what is missing."""
        raise NotImplementedError
