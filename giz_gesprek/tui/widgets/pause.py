"""What is wrong with a passphrase, and how long until the next one, counted down."""

from __future__ import annotations

from typing import Final

from textual.timer import Timer

from giz_gesprek.session.pausing import Tries, wait_for
from giz_gesprek.tui.widgets.field import Problem

SECOND: Final = 1.0


class Pause(Problem):
    """Says why a passphrase was not right, and after several counts down; typing goes on."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._tries = Tries()
        self._left = 0
        self._why = ""
        self._clock: Timer | None = None

    @property
    def is_over(self) -> bool:
        """Whether the next passphrase is looked at."""
        return not self._left

    def tell_wrong(self, why: str) -> None:
        """Say why, and begin to count."""
        self._why, self._left = why, self._tries.wrong()
        self._show()
        if self._left:
            self._clock = self.set_interval(SECOND, self.count_down, repeat=self._left)

    def count_down(self) -> None:
        """Take one second off."""
        self._left -= 1
        self._show()

    def _show(self) -> None:
        self.tell(f"{self._why} {wait_for(self._left)}" if self._left else self._why)
