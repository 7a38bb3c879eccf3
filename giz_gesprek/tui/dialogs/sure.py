"""Asks whether to go on with what cannot be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import PlainButton, Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.asking import SureAsked


class SureScreen(Dialog[bool]):
    """Two buttons. Enter presses only the one with the focus: nothing is taken away by accident."""

    def __init__(self, phrases: Phrasebook, asked: SureAsked) -> None:
        super().__init__(phrases)
        self._asked = asked

    def body(self) -> ComposeResult:
        """Show the question."""
        if self._asked.about:
            yield Quoted(self._asked.about, classes="quote")
        yield Said(self._asked.question, classes="question")

    def buttons(self) -> ComposeResult:
        """Show both ways, the safe one first."""
        yield PlainButton(self._asked.no, big=True, id="leave")
        yield PlainButton(self._asked.yes, big=True, id="confirm")

    def action_enter(self) -> None:
        """Decide nothing without a button."""

    def action_confirm(self) -> None:
        """Close with yes."""
        self.dismiss(True)  # noqa: FBT003 - Textual's signature

    def action_leave(self) -> None:
        """Close with no."""
        self.dismiss(False)  # noqa: FBT003 - Textual's signature

    def on_mount(self) -> None:
        """Stand on the safe button."""
        self.query_one("#leave").focus()
