"""What asking for one of a list and for some of it share: the list, its digits, taking."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from giz_gesprek.session.step_parts import Option
from giz_gesprek.tui.dialogs.base import Dialog, Result
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.content.phrases import Phrasebook

_DIGITS: Final = "123456789"


class ListDialog(Dialog[Result]):
    """A question above a list; what comes after the ninth has no digit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(digit, f"choose({digit})", show=False) for digit in _DIGITS
    ]

    def __init__(
        self,
        phrases: Phrasebook,
        question: str,
        options: Sequence[tuple[str, str]],
        hint: str = "",
    ) -> None:
        super().__init__(phrases)
        self._question, self._hint = question, hint
        self.options = tuple(
            Option(name, label, place if place <= len(_DIGITS) else 0)
            for place, (name, label) in enumerate(options, 1)
        )

    def body(self) -> ComposeResult:
        """Lay out the question and the list."""
        yield Said(self._question, classes="question")
        if self._hint:
            yield Said(self._hint, classes="hint")
        yield self.listed()
        yield Said("", id="box-problem", classes="problem")

    def buttons(self) -> ComposeResult:
        """Show leaving and taking."""
        yield PlainButton(self.say("button.back"), big=True, id="leave")
        yield PlainButton(self.say("button.confirm"), big=True, id="confirm")

    @abstractmethod
    def listed(self) -> Widget:
        """Return the list."""

    @abstractmethod
    def action_choose(self, digit: int) -> None:
        """Choose the one of a digit."""
