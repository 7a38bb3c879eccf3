"""One line of what was written, with the buttons to change it or take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.steps.base import WayButton
from giz_gesprek.tui.widgets.said import Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.step_parts import WrittenLine


class LineView(Vertical):
    """Who said it, what was said, and what can be done with it."""

    def __init__(self, written: WrittenLine) -> None:
        super().__init__()
        self.written = written
        self.set_class(written.quoted, "-quoted")
        self.set_class(written.heard, HEARD)

    def compose(self) -> ComposeResult:
        """Lay out what was asked and the text above its buttons."""
        written = self.written
        if written.asked:
            yield Said(written.asked, classes="asked")
        if written.speaker:
            yield Said(written.speaker, classes="speaker")
        line = Quoted if written.quoted else Said
        yield line(written.text, classes="line-text")
        if written.ways:
            with Horizontal(classes="line-ways"):
                for way in written.ways:
                    yield WayButton(way)
        if written.change is not None or written.remove is not None:
            with Horizontal(classes="line-buttons"):
                if written.change is not None:
                    yield WayButton(written.change, classes="change")
                if written.remove is not None:
                    yield WayButton(written.remove, classes="remove")
