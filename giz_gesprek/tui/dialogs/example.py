"""Examples of an answer: the professional's own for this family, and that of the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from giz_gesprek.session.asking import ExampleWish
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import PlainButton, Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Button

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.asking import ExampleShown


class ExampleScreen(Dialog[ExampleWish | None]):
    """Shows what there is; closes with what the professional wants to do with the own example."""

    def __init__(self, phrases: Phrasebook, shown: ExampleShown) -> None:
        super().__init__(phrases)
        self._shown = shown

    def body(self) -> ComposeResult:
        """Lay out both examples, or say that there is none."""
        if self._shown.own is not None:
            yield Said(self.say("common.example_of", name=self._shown.author), classes="heading")
            yield Quoted(self._shown.own)
        if self._shown.example is not None:
            yield Said(self.say("common.example_label"), classes="heading")
            yield Said(self._shown.example)
        elif self._shown.own is None:
            yield Said(self.say("common.no_example"))

    def buttons(self) -> ComposeResult:
        """Show leaving first, then what can be done with the own example."""
        yield from super().buttons()
        write = "button.write_example" if self._shown.own is None else "button.change"
        yield PlainButton(self.say(write), big=True, id="write")
        if self._shown.own is not None:
            yield PlainButton(self.say("button.remove"), big=True, id="remove")

    @on(PlainButton.Pressed, "#write")
    def ask_to_write(self, event: Button.Pressed) -> None:
        """Close to write."""
        event.stop()
        self.dismiss("write")

    @on(PlainButton.Pressed, "#remove")
    def ask_to_remove(self, event: Button.Pressed) -> None:
        """Close to take the own example away."""
        event.stop()
        self.dismiss("remove")
