"""Asks for one of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.tui.dialogs.listed import ListDialog
from giz_gesprek.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.asking import ChoiceAsked


class ChooseScreen(ListDialog[str | None]):
    """One of a list; a digit lights, Enter takes."""

    def __init__(self, phrases: Phrasebook, asked: ChoiceAsked) -> None:
        super().__init__(phrases, asked.question, asked.options)
        self._asked = asked
        self.choices = ChoiceList(self.options, asked.chosen)

    def heading(self) -> str:
        """Return the given heading."""
        return self._asked.heading

    def listed(self) -> ChoiceList:
        """Return the list."""
        return self.choices

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
