"""A screen on which the words of the glossary are explained.

Owns collecting the words that stand on it. What shows the explanations, and where it says that
there are any, is up to the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from textual import events, on
from textual.message import Message

from giz_gesprek.session.explaining import Explained
from giz_gesprek.tui.host.drawn import DrawnSparingly
from giz_gesprek.tui.reading.terms import TERM, Terms
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from giz_gesprek.content.phrases import Phrasebook

Result = TypeVar("Result")


class ExplainingScreen(DrawnSparingly[Result]):
    """Texts of the content underline the words that ``terms`` knows; F1 explains them."""

    @dataclass
    class WordsAsked(Message):
        """Somebody asks what ``words`` mean; who asks cannot show it, a box is built on it."""

        phrases: Phrasebook
        words: Explained

    @property
    def terms(self) -> Terms | None:
        """The words that are explained; None while there are none."""
        return None

    def explained_words(self) -> Explained:
        """Return the terms on this screen with what they mean, from top to bottom."""
        if self.terms is None:
            return ()
        texts = (
            str(widget.label) if isinstance(widget, PlainButton) else widget.searched
            for widget in self.query("Said, PlainButton")
            if isinstance(widget, Said | PlainButton)
        )
        return self.terms.explained(texts)

    @on(events.Click)
    async def explain_pointed_at(self, event: events.Click) -> None:
        """Explain the word that was pointed at."""
        if TERM in event.style.meta:
            event.stop()
            await self.run_action("help")
