"""Asks for some of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType

from giz_gesprek.session.step_parts import Option
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.choice_list import MOST_BOXES, ChoiceItem, Choices
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.asking import SeveralAsked

_DIGITS: Final = "123456789"


class SeveralScreen(Dialog[tuple[str, ...] | None]):
    """Some of a list; a digit chooses one or leaves it again, Enter takes them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(digit, f"choose({digit})", show=False) for digit in _DIGITS
    ]

    def __init__(self, phrases: Phrasebook, asked: SeveralAsked) -> None:
        super().__init__(phrases)
        self._asked = asked
        self._options = [
            Option(name, label, digit) for digit, (name, label) in enumerate(asked.options, 1)
        ]
        self.chosen = set(asked.chosen)
        self.choices = Choices(self._options, mark="✔")
        self.choices.set_class(len(self._options) > MOST_BOXES, "-many")

    def body(self) -> ComposeResult:
        """Lay out the question and the list."""
        yield Said(self._asked.question, classes="question")
        yield Said(self._asked.hint, classes="hint")
        yield self.choices
        yield Said("", id="box-problem", classes="problem")

    def buttons(self) -> ComposeResult:
        """Show leaving and taking."""
        yield PlainButton(self.say("button.back"), big=True, id="leave")
        yield PlainButton(self.say("button.confirm"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Light what was chosen before. Enter takes what is chosen, and never leaves."""
        self.choices.light(self.chosen)
        self.query_one("#confirm").focus()

    def action_choose(self, digit: int) -> None:
        """Choose the one of a digit, or leave it."""
        for option in self._options:
            if option.digit == digit:
                self._toggle(option)

    @on(ChoiceItem.Clicked)
    def toggle(self, event: ChoiceItem.Clicked) -> None:
        """Choose or leave what was pointed at."""
        event.stop()
        self._toggle(event.option)

    def action_confirm(self) -> None:
        """Close with what is chosen, in the order of the list."""
        if self.chosen:
            listed = (option.id for option in self._options)
            self.dismiss(tuple(each for each in listed if each in self.chosen))
        else:
            self.tell_problem("common.choose_only")

    def _toggle(self, option: Option) -> None:
        self.chosen ^= {option.id}
        self.choices.light(self.chosen)
