"""Asks for one of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from giz_gesprek.session.step_parts import Option
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.asking import ChoiceAsked

_DIGITS: Final = "123456789"


class ChooseScreen(Dialog[str | None]):
    """One of a list; a digit lights, Enter takes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(digit, f"choose({digit})", show=False) for digit in _DIGITS
    ]

    def __init__(self, phrases: Phrasebook, asked: ChoiceAsked) -> None:
        super().__init__(phrases)
        self._asked = asked
        options = [
            Option(name, label, digit) for digit, (name, label) in enumerate(asked.options, 1)
        ]
        self.choices = ChoiceList(options, asked.chosen)

    def heading(self) -> str:
        """Return the given heading."""
        return self._asked.heading

    def body(self) -> ComposeResult:
        """Lay out the question and the list."""
        yield Said(self._asked.question, classes="question")
        yield self.choices
        yield Said("", id="box-problem", classes="problem")

    def buttons(self) -> ComposeResult:
        """Show leaving and taking."""
        yield PlainButton(self.say("button.back"), big=True, id="leave")
        yield PlainButton(self.say("button.confirm"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Let the arrows work at once."""
        self.choices.focus()

    def action_choose(self, digit: int) -> None:
        """Light the choice of a digit."""
        self.choices.choose_digit(digit)

    def action_confirm(self) -> None:
        """Close with the lit choice."""
        if self.choices.chosen is None:
            self.tell_problem("common.choose_only")
        else:
            self.dismiss(self.choices.chosen)
