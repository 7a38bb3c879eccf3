"""Asks for a day of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from giz_gesprek.session.asking import ChosenDay, Left
from giz_gesprek.session.dates import DayTyping
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.host.unkept import Unkept
from giz_gesprek.tui.widgets.date_field import DateField
from giz_gesprek.tui.widgets.in_order import FITTED, Line
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.asking import DayAsked


class DateScreen(Dialog[ChosenDay | Left | None], Unkept):
    """A day for a step of the plan, or how often it is done."""

    def __init__(self, phrases: Phrasebook, asked: DayAsked) -> None:
        super().__init__(phrases)
        self._question = asked.question
        self._earlier = asked.earlier
        typing = DayTyping.of(phrases, recurs=asked.recurs)
        self.field = DateField(typing, asked.today, asked.standing)

    def body(self) -> ComposeResult:
        """Lay out the question and the field."""
        yield Said(self._question, classes="question")
        yield self.field

    def buttons(self) -> ComposeResult:
        """Show leaving it open and keeping."""
        yield PlainButton(self.say("button.no_date"), big=True, id="no-date")
        yield PlainButton(self.say("button.save"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Let typing begin at once."""
        self.field.input.focus()

    @on(PlainButton.Pressed, "#no-date")
    def leave_open(self, event: PlainButton.Pressed) -> None:
        """Close without a day."""
        event.stop()
        self.dismiss(ChosenDay(None))

    @on(DateField.Submitted)
    def take_enter(self, event: DateField.Submitted) -> None:
        """Take Enter as keeping."""
        event.stop()
        self.action_confirm()

    @on(Line.Fitted)
    def tell_how_it_fits(self, event: Line.Fitted) -> None:
        """Say what became of the text that was pasted."""
        event.stop()
        self.field.say_what_is_wrong(self.say(FITTED[event.how]))

    def has_unkept(self) -> bool:
        """Tell whether another day stands there."""
        return self.field.input.value not in {"", self._earlier}

    def action_leave(self) -> None:
        """Close with what stands in the field: it is not lost without asking."""
        self.dismiss(Left(self.field.input.value))

    def action_confirm(self) -> None:
        """Close with what was typed when it can be read."""
        typed = self.field.take()
        if typed is not None:
            self.dismiss(ChosenDay(typed.day, typed.rhythm))
