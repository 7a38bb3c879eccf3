"""Something in which a digit chooses: all that a screen that gets the digit wants to know of it."""

from __future__ import annotations

from textual.widget import Widget


class ByDigit(Widget):
    """A widget with numbered choices."""

    def choose_digit(self, digit: int) -> None:
        """Choose by digit; a digit without a choice does nothing."""
        raise NotImplementedError
