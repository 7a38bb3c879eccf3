"""The views beside each other. Nothing is averaged, nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Grid, Horizontal, Vertical

from giz_gesprek.session.acts import GoNext
from giz_gesprek.session.step_parts import Card
from giz_gesprek.session.written_views import SideBySideView
from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.asked import AskedBox
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

_THREE: Final = 3
"""Voices that stand beside each other in narrower cards; of more, two stand beside each other."""


class SideBySideBody(StepBody[SideBySideView]):
    """A card for each voice, and whether they see it the same."""

    def compose(self) -> ComposeResult:
        """Lay out the sentence about the voices, which has to be in sight, and what they said."""
        view = self.view
        if view.verdict:
            yield Said(view.verdict, classes="statement", id="verdict")
        if view.question:
            yield Said(view.question, classes=f"asked {HEARD}")
        with Grid(classes="cards -three" if len(view.cards) == _THREE else "cards"):
            for card in view.cards:
                yield from self._card(card)
        for asked in view.asked:
            yield AskedBox(asked)

    def confirm(self) -> None:
        """Go on."""
        self.act(GoNext())

    def _card(self, card: Card) -> ComposeResult:
        with Horizontal(classes=f"card with-picture{f' {HEARD}' if card.heard else ''}"):
            yield self.pictures.picture(card.pictogram)
            with Vertical(classes="beside"):
                if card.choice:
                    yield Said(card.choice, classes="card-choice")
                if card.change:
                    yield Said(card.change)
                if card.wish:
                    yield Said(card.wish)
