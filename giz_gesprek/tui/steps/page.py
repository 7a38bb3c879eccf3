"""A page to read: welcome, agreement, the turn of somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.session.step_view import PageView
from giz_gesprek.tui.steps.base import StepBody, WayButton
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class PageBody(StepBody[PageView]):
    """A text, large and alone, with its picture."""

    def compose(self) -> ComposeResult:
        """Lay out the text, what is asked, and what can be done besides going on."""
        view = self.view
        yield from self.page(view.pictogram, view.text)
        for line in view.to_children:
            yield Said(line, classes="statement")
        if view.question:
            yield Said(view.question, classes="question")
        if view.aside is not None:
            yield WayButton(view.aside, big=True, id="aside")

    def confirm(self) -> None:
        """Go on; only its own button does what stands aside."""
        self.act(self.view.confirm)
