"""A field for a day, with a sentence when it cannot be read or has gone by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from giz_gesprek.session.dates import DayTyping, write_date
from giz_gesprek.tui.widgets.in_order import Line
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class DateField(Vertical):
    """Day, month, year; empty means that there is no day yet."""

    @dataclass
    class Submitted(Message):
        """Enter was pressed in the field."""

    def __init__(self, typing: DayTyping, today: date, day: date | None) -> None:
        super().__init__()
        self._typing = typing
        self._today = today
        self.input = Line(write_date(day) if day else "", max_length=10, id="date")

    def compose(self) -> ComposeResult:
        """Lay out how to type it, the field and the place for a sentence."""
        yield Said(self._typing.format, classes="hint")
        yield self.input
        yield Said("", id="date-problem", classes="problem")

    def take(self) -> tuple[bool, date | None]:
        """Return whether what was typed can be kept, and the day; says why when it cannot."""
        typed = self._typing.read(self.input.value, self._today)
        self.query_one("#date-problem", Said).update(typed.problem)
        return not typed.problem, typed.day

    @on(Input.Submitted)
    def pass_on(self, event: Input.Submitted) -> None:
        """Take Enter as going on."""
        event.stop()
        self.post_message(self.Submitted())
