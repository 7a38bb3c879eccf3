"""A question with two answers, or a message with one; the words are the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container, VerticalScroll
from textual.widgets import Button

from giz_gesprek.tui.screens.professional_dialog import ProfessionalDialog
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class AskScreen(ProfessionalDialog[bool]):
    """Closes with whether ``yes`` was pressed; Escape is no. The safe answer has the focus."""

    def __init__(self, question: str, *, yes: str, no: str | None = None) -> None:
        """Ask ``question``; without ``no`` it is a message to read."""
        super().__init__()
        self._question = question
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        """Lay out the question and the answers, the safe one first."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Said(self._question, classes="question")
            with Container(classes="actions"):
                if self._no is not None:
                    yield PlainButton(self._no, big=True, id="no")
                yield PlainButton(self._yes, big=True, id="yes")

    @on(Button.Pressed)
    def answer(self, event: Button.Pressed) -> None:
        """Close with the answer."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_back(self) -> None:
        """Close with no."""
        self.dismiss(False)  # noqa: FBT003 - Textual's signature
