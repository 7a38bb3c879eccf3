"""The views beside each other. Nothing is averaged, nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Grid, Vertical

from giz_gesprek.session.acts import GoNext
from giz_gesprek.session.step_parts import Card
from giz_gesprek.session.step_view import SideBySideView
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.said import Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class SideBySideBody(StepBody[SideBySideView]):
    """A card for each voice, and whether they see it the same."""

    def compose(self) -> ComposeResult:
        """Lay out the cards, and the sentence about them."""
        view = self.view
        with Grid(classes="cards"):
            for card in view.cards:
                yield from _card(card)
        if view.verdict:
            yield Said(view.verdict, classes="statement", id="verdict")

    def confirm(self) -> None:
        """Go on."""
        self.act(GoNext())


def _card(card: Card) -> ComposeResult:
    with Vertical(classes="card"):
        if card.choice:
            yield Said(card.choice, classes="card-choice")
        if card.lead:
            yield Said(card.lead, classes="speaker")
        for text in card.quotes:
            yield Quoted(text, classes="quote")
