"""Asks for a name that is not in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from giz_gesprek.conversation.text import LONGEST_LINE, clean_line
from giz_gesprek.session.asking import Left
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.host.unkept import Unkept
from giz_gesprek.tui.widgets.in_order import FITTED, Line
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook


class NameScreen(Dialog[str | Left | None], Unkept):
    """One line: a name that is not in the list."""

    def __init__(
        self,
        phrases: Phrasebook,
        question: str,
        earlier: str = "",
        *,
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(phrases)
        self._may_be_empty = may_be_empty
        self._question = question
        self._earlier = earlier

    def body(self) -> ComposeResult:
        """Lay out the question and the field."""
        yield Said(self._question, classes="question")
        yield Line(self._earlier, max_length=LONGEST_LINE, id="name")
        yield Said("", id="box-problem", classes="problem")

    def buttons(self) -> ComposeResult:
        """Show leaving and keeping."""
        yield PlainButton(self.say("button.back"), big=True, id="leave")
        yield PlainButton(self.say("button.save"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Let typing begin at once."""
        self.query_one("#name", Input).focus()

    @on(Line.Fitted)
    def tell_how_it_fits(self, event: Line.Fitted) -> None:
        """Say what became of the text that was pasted."""
        event.stop()
        self.tell_problem(FITTED[event.how])

    @on(Input.Submitted)
    def take_enter(self, event: Input.Submitted) -> None:
        """Take Enter as keeping."""
        event.stop()
        self.action_confirm()

    def has_unkept(self) -> bool:
        """Tell whether another name stands there."""
        return self.query_one("#name", Input).value not in {"", self._earlier}

    def action_leave(self) -> None:
        """Close with what stands in the field: it is not lost without asking."""
        self.dismiss(Left(self.query_one("#name", Input).value))

    def action_confirm(self) -> None:
        """Close with the name, or ask for one."""
        typed = clean_line(self.query_one("#name", Input).value)
        if typed or self._may_be_empty:
            self.dismiss(typed)
        else:
            self.tell_problem("common.words_needed")
