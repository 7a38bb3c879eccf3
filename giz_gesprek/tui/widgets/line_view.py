"""One line of what was written, with the buttons to change it or take it away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button

from giz_gesprek.tui.widgets.said import PlainButton, Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.conversation.lines import Line


class LineView(Vertical):
    """Who said it, what was said, and what can be done with it."""

    @dataclass
    class ChangePressed(Message):
        """The line is to be changed."""

        line: Line

    @dataclass
    class RemovePressed(Message):
        """The line is to be taken away."""

        line: Line

    def __init__(
        self,
        line: Line | None,
        text: str,
        *,
        speaker: str = "",
        change: str = "",
        remove: str = "",
        quoted: bool = False,
    ) -> None:
        """Show ``text``; a button without words, or without a ``line``, is left out."""
        super().__init__()
        self.line = line
        self.text = text
        self._speaker = speaker
        self._change = change
        self._remove = remove
        self.set_class(quoted, "-quoted")

    def compose(self) -> ComposeResult:
        """Lay out the text above its buttons."""
        if self._speaker:
            yield Said(self._speaker, classes="speaker")
        line = Quoted if self.has_class("-quoted") else Said
        yield line(self.text, classes="line-text")
        if self.line is not None and (self._change or self._remove):
            with Horizontal(classes="line-buttons"):
                if self._change:
                    yield PlainButton(self._change, classes="change")
                if self._remove:
                    yield PlainButton(self._remove, classes="remove")

    @on(Button.Pressed, ".change")
    def ask_to_change(self, event: Button.Pressed) -> None:
        """Pass on that the line is to be changed."""
        event.stop()
        if self.line is not None:
            self.post_message(self.ChangePressed(self.line))

    @on(Button.Pressed, ".remove")
    def ask_to_remove(self, event: Button.Pressed) -> None:
        """Pass on that the line is to go."""
        event.stop()
        if self.line is not None:
            self.post_message(self.RemovePressed(self.line))
