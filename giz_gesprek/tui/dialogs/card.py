"""The small card to copy by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.paper_view import PaperView
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.summary.document import Document


class CardScreen(Dialog[None]):
    """The small card, as large as the screen."""

    def __init__(self, phrases: Phrasebook, card: Document) -> None:
        super().__init__(phrases)
        self._card = card

    def body(self) -> ComposeResult:
        """Lay out the card, and what to do with it."""
        yield PaperView(self._card)
        yield Said(self.say("card.how"), id="how", classes="hint")
