"""Choosing a day: to talk about a difference again, or to look back together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical

from giz_gesprek.session.plan_views import DayView
from giz_gesprek.session.shown import Shown
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.date_field import DateField
from giz_gesprek.tui.widgets.in_order import FITTED, Line
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.tui.widgets.picture import Pictures


class DayBody(StepBody[DayView]):
    """A question whose answer is a day; leaving it empty is fine."""

    def __init__(self, view: DayView, pictures: Pictures) -> None:
        super().__init__(view, pictures)
        self.field = DateField(view.typing, view.today, view.entered)

    def compose(self) -> ComposeResult:
        """Lay out the question and the field."""
        with Horizontal(classes="with-picture"):
            yield self.pictures.picture(self.view.pictogram, modest=True)
            with Vertical(classes="beside"):
                yield Said(self.view.question, classes="question")
                yield self.field

    def first_focus(self) -> Widget | None:
        """Let typing begin at once."""
        return self.field.input

    def typed(self) -> str | None:
        """Return what stands in the field."""
        return self.field.input.value

    def take_over(self, before: StepBody[Shown]) -> None:
        """Put back what was typed."""
        if isinstance(before, DayBody):
            self.field.input.value = before.field.input.value

    def confirm(self) -> None:
        """Keep the day when it can be read."""
        typed = self.field.take()
        if typed is not None:
            self.act(self.view.give(typed.day))

    @on(Line.Fitted)
    def tell_how_it_fits(self, event: Line.Fitted) -> None:
        """Say what became of the text that was pasted."""
        event.stop()
        self.post_message(self.Noticed(FITTED[event.how]))

    @on(DateField.Submitted)
    def go_on(self, event: DateField.Submitted) -> None:
        """Take Enter as going on."""
        event.stop()
        self.confirm()
