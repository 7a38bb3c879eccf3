"""An empty screen, at once; any key brings the conversation back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook


class BlankScreen(Screen[None]):
    """Nothing of the family is on it."""

    CSS_PATH = "blank.tcss"

    def __init__(self, phrases: Phrasebook) -> None:
        super().__init__()
        self._phrases = phrases

    def compose(self) -> ComposeResult:
        """Say only how to go on."""
        yield Said(self._phrases.text("blank.text"))

    def on_key(self, event: events.Key) -> None:
        """Bring back what was there; the key itself does nothing more."""
        event.stop()
        event.prevent_default()
        self.dismiss(None)

    def on_click(self) -> None:
        """Bring back what was there."""
        self.dismiss(None)
