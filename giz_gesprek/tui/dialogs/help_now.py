"""Where to get help now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.tui.widgets.picture import Picture


class HelpNowScreen(Dialog[None]):
    """Numbers to call, the same at every moment of the conversation."""

    def __init__(self, phrases: Phrasebook, numbers: Sequence[str], picture: Picture) -> None:
        super().__init__(phrases)
        self._numbers = tuple(numbers)
        self._picture = picture

    def heading(self) -> str:
        """Return the heading."""
        return self.say("help_now.title")

    def body(self) -> ComposeResult:
        """Lay out the numbers."""
        with Horizontal(classes="with-picture"):
            yield self._picture
            with Vertical(classes="beside"):
                for number in self._numbers:
                    yield Said(number, classes="number")

    def on_mount(self) -> None:
        """Show the picture where it fits."""
        self._picture.fit(*self.app.size)

    def on_resize(self) -> None:
        """Show the picture where it fits now."""
        self._picture.fit(*self.app.size)
