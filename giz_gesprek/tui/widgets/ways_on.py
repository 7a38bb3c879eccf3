"""The row of buttons under a step: the ways on that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.step_parts import WaysOn


class WaysRow(Horizontal):
    """Back, skip, enough for today, and the large button that goes on."""

    def __init__(self) -> None:
        super().__init__(id="ways")

    def compose(self) -> ComposeResult:
        """Lay out the buttons; their words follow with ``say``."""
        for name in ("back", "skip", "enough"):
            yield PlainButton("", id=name)
        yield Said("", id="gap")
        yield PlainButton("", big=True, id="next")

    def say(self, ways: WaysOn) -> None:
        """Show the ways that this step has."""
        for name, label in (
            ("back", ways.back),
            ("skip", ways.skip),
            ("enough", ways.enough),
            ("next", ways.next),
        ):
            button = self.query_one(f"#{name}", PlainButton)
            button.set_class(not label, "-absent")
            if label:
                button.say(label)
