"""A few sentences to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook


class NoticeScreen(Dialog[None]):
    """A heading and a text."""

    def __init__(self, phrases: Phrasebook, heading: str, text: str) -> None:
        super().__init__(phrases)
        self._heading = heading
        self._text = text

    def heading(self) -> str:
        """Return the given heading."""
        return self._heading

    def body(self) -> ComposeResult:
        """Show the given text."""
        yield Said(self._text)
