"""What was written, line by line: one person's answers on a topic, or the whole report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical

from giz_gesprek.session.acts import GoNext
from giz_gesprek.session.step_view import LinesView
from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.steps.base import StepBody, WayButton
from giz_gesprek.tui.steps.line_view import LineView
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

_STATEMENT: Final = "statement"


class LinesBody(StepBody[LinesView]):
    """Each line with its buttons; beside a picture where the view has one."""

    def compose(self) -> ComposeResult:
        """Lay out what was written, and the way back to where the conversation was left."""
        view = self.view
        if view.pictogram is None:
            yield from self._written()
        else:
            with Horizontal(classes="with-picture"):
                yield self.pictures.picture(view.pictogram, modest=True)
                with Vertical(classes="beside"):
                    yield from self._written()
        if view.resume is not None:
            yield WayButton(view.resume, id="go-on")

    def _written(self) -> ComposeResult:
        view = self.view
        yield Said(view.intro, classes=f"{_STATEMENT} -page" if view.is_empty else _STATEMENT)
        for part in view.parts:
            if part.heading:
                yield Said(part.heading, classes=f"heading {HEARD}" if part.is_heard else "heading")
            for line in part.lines:
                yield LineView(line)
        if view.question:
            yield Said(view.question, classes="question")
        if view.hint:
            yield Said(view.hint, classes="hint")

    def confirm(self) -> None:
        """Go on: it is right as it stands."""
        self.act(GoNext())
