"""The words of a screen that are in the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.explaining import Explained
    from giz_gesprek.tui.reading.terms import Terms


class WordsHelpScreen(Dialog[None]):
    """The words of a screen that are in the glossary, with what they mean."""

    def __init__(self, phrases: Phrasebook, words: Explained) -> None:
        super().__init__(phrases)
        self._words = words

    @property
    def terms(self) -> Terms | None:
        """None: what is explained here needs no line under it."""
        return None

    def heading(self) -> str:
        """Return the heading of the words."""
        return self.say("help.words_title")

    def body(self) -> ComposeResult:
        """Lay out each word above what it means."""
        for word, meaning in self._words:
            yield Said(word[:1].upper() + word[1:], classes="term")
            yield Said(meaning)
