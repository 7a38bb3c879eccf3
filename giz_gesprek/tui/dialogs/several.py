"""Asks for some of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from giz_gesprek.tui.dialogs.listed import ListDialog
from giz_gesprek.tui.widgets.choice_list import MOST_BOXES, ChoiceItem, Choices

if TYPE_CHECKING:
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.asking import SeveralAsked
    from giz_gesprek.session.step_parts import Option


class SeveralScreen(ListDialog[tuple[str, ...] | None]):
    """Some of a list; a digit, or the space bar where the keys stand, chooses one or leaves it.

    Enter takes what is chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "walk(1)", show=False),
        Binding("up", "walk(-1)", show=False),
        Binding("space", "choose_here", show=False),
    ]

    def __init__(self, phrases: Phrasebook, asked: SeveralAsked) -> None:
        super().__init__(phrases, asked.question, asked.options, asked.hint)
        self._may_be_none = asked.may_be_none
        self.chosen = set(asked.chosen)
        self.choices = Choices(self.options, mark="✔")
        for item in self.choices.items:
            item.can_focus = True
        # Under the hint there is room for one box less.
        many = len(self.options) >= MOST_BOXES or asked.may_be_none
        self.choices.set_class(many, "-many")

    def listed(self) -> Choices:
        """Return the list."""
        return self.choices

    def on_mount(self) -> None:
        """Light what was chosen before. Enter takes what is chosen, and never leaves."""
        self.choices.light(self.chosen)
        self.query_one("#confirm").focus()

    def action_choose(self, digit: int) -> None:
        """Choose the one of a digit, or leave it."""
        for option in self.options:
            if option.digit == digit:
                self._toggle(option)

    def action_walk(self, by: int) -> None:
        """Go to the next or previous of the list."""
        if by > 0:
            self.focus_next(ChoiceItem)
        else:
            self.focus_previous(ChoiceItem)

    def action_choose_here(self) -> None:
        """Choose the one where the keys stand, or leave it."""
        if isinstance(self.focused, ChoiceItem):
            self._toggle(self.focused.option)

    @on(ChoiceItem.Clicked)
    def toggle(self, event: ChoiceItem.Clicked) -> None:
        """Choose or leave what was pointed at."""
        event.stop()
        self._toggle(event.option)

    def action_confirm(self) -> None:
        """Close with what is chosen, in the order of the list."""
        if self.chosen or self._may_be_none:
            listed = (option.id for option in self.options)
            self.dismiss(tuple(each for each in listed if each in self.chosen))
        else:
            self.tell_problem("common.choose_only")

    def _toggle(self, option: Option) -> None:
        self.chosen ^= {option.id}
        self.choices.light(self.chosen)
