"""A field for a day: what was understood stands below it while one types, or what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from giz_gesprek.session.dates import DayTyping, TypedDay
from giz_gesprek.tui.widgets.in_order import Line
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

_LONGEST: Final = 60


class DateField(Vertical):
    """A day as one says it; empty means that there is no day yet."""

    @dataclass
    class Submitted(Message):
        """Enter was pressed in the field."""

    def __init__(self, typing: DayTyping, today: date, text: str) -> None:
        """Begin with ``text``."""
        super().__init__()
        self._typing = typing
        self._today = today
        self.input = Line(text, max_length=_LONGEST, id="date")

    def compose(self) -> ComposeResult:
        """Lay out how to type it, the field and the place for what is said about it."""
        yield Said(self._typing.format, classes="hint")
        yield self.input
        yield Said(self._typed.words, id="date-said", classes="echo")

    def take(self) -> TypedDay | None:
        """Return what was typed; None where it cannot be kept, and says why."""
        typed = self._typed
        self._tell(typed.words, typed.problem)
        return None if typed.problem else typed

    @property
    def _typed(self) -> TypedDay:
        return self._typing.read(self.input.value, self._today)

    def _tell(self, words: str, problem: str = "") -> None:
        said = self.query_one("#date-said", Said)
        said.set_class(bool(problem), "problem")
        said.update(problem or words)
        said.call_after_refresh(said.scroll_visible, animate=False)

    @on(Input.Changed)
    def show_what_is_understood(self, event: Input.Changed) -> None:
        """Show which day this is; what is wrong waits until all is typed."""
        event.stop()
        self._tell(self._typed.words)

    def say_what_is_wrong(self, sentence: str) -> None:
        """Say this below the field, until something else is typed."""
        self._tell("", sentence)

    @on(Input.Submitted)
    def pass_on(self, event: Input.Submitted) -> None:
        """Take Enter as going on."""
        event.stop()
        self.post_message(self.Submitted())
