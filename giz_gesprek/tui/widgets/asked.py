"""What was asked, and below it what each said to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.widgets.said import Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.step_parts import AskedShown


class AskedBox(Vertical):
    """A question with its answers."""

    def __init__(self, asked: AskedShown) -> None:
        super().__init__(classes=HEARD if asked.heard else "")
        self._asked = asked

    def compose(self) -> ComposeResult:
        """Lay out the question once, above everybody who answered it."""
        yield Said(self._asked.question, classes="asked")
        for quote in self._asked.quotes:
            with Horizontal(classes="answer"):
                yield Said(quote.lead, classes="speaker")
                yield Quoted(quote.text, classes="quote")
