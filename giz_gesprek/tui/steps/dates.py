"""Choosing a day: to talk about a difference again, or to look back together."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical

from giz_gesprek.conversation.records import difference_on
from giz_gesprek.tui.steps.base import StepBody, StepData
from giz_gesprek.tui.widgets.date_field import DateField
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget


class DateBody(StepBody):
    """A question whose answer is a day; leaving it empty is fine."""

    HELP: ClassVar[str] = "help.conclusion"
    ASK: ClassVar[str]

    def __init__(self, data: StepData) -> None:
        super().__init__(data)
        self.field = DateField(data.phrases, data.today, self.kept())

    def kept(self) -> date | None:
        """Return the day that was chosen before."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the question and the field."""
        with Horizontal(classes="with-picture"):
            yield self.page_picture(self.ASK, modest=True)
            with Vertical(classes="beside"):
                yield Said(self.say(self.ASK), classes="question")
                yield self.field

    def first_focus(self) -> Widget | None:
        """Let typing begin at once."""
        return self.field.input

    def take_over(self, before: StepBody) -> None:
        """Put back what was typed."""
        if isinstance(before, DateBody):
            self.field.input.value = before.field.input.value

    def confirm(self) -> None:
        """Keep the day when it can be read."""
        readable, day = self.field.take()
        if readable:
            self.leave_with(self.DateGiven(day))

    @on(DateField.Submitted)
    def go_on(self, event: DateField.Submitted) -> None:
        """Take Enter as going on."""
        event.stop()
        self.confirm()


class LaterDateBody(DateBody):
    """When is a difference talked about again?"""

    ASK = "difference.later_when"

    def title(self) -> str:
        """Return the topic."""
        return self.data.topic_title()

    def kept(self) -> date | None:
        """Return the day kept with the difference."""
        difference = difference_on(
            self.data.conversation, self.step.topic or "", self.step.child_id
        )
        return difference.later_on if difference else None


class LookBackBody(DateBody):
    """When does everybody look back together?"""

    ASK = "look_back.ask"

    def title(self) -> str:
        """Return the heading of looking back."""
        return self.say("look_back.title")

    def kept(self) -> date | None:
        """Return the day kept with the plan."""
        return self.data.conversation.plan.look_back_on
