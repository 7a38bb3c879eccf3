"""For whom a programme is, its limits and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.help_offer import Facts


FactsWish = Literal["on_request", "change_child"]


class FactsScreen(Dialog[FactsWish]):
    """For whom a programme is, its limits and figures: words of the professional.

    The result is a wish of the professional: to choose what is offered to nobody, or to fill in
    more about the child.
    """

    READS_BY_ITSELF: ClassVar[bool] = False

    def __init__(
        self, phrases: Phrasebook, facts: Sequence[Facts], *, more: bool, about_child: bool
    ) -> None:
        super().__init__(phrases)
        self._facts = tuple(facts)
        self._more = more
        self._about_child = about_child

    def heading(self) -> str:
        """Say whose words these are."""
        return self.say("programmes.for_professional")

    def body(self) -> ComposeResult:
        """Lay out each programme under its name."""
        for facts in self._facts:
            yield Said(facts.name, classes="fact-name")
            yield Said("\n".join(facts.lines))

    def buttons(self) -> ComposeResult:
        """Show closing, and the ways to what the parent has to raise first and to the child."""
        yield from super().buttons()
        if self._about_child:
            yield PlainButton(self.say("programmes.change_child"), big=True, id="change-child")
        if self._more:
            yield PlainButton(self.say("programmes.on_request"), big=True, id="on-request")

    def action_confirm(self) -> None:
        """Close; Enter chooses nothing here."""
        self.dismiss(None)

    @on(PlainButton.Pressed, "#on-request")
    def ask_for_more(self, event: PlainButton.Pressed) -> None:
        """Leave with the wish to choose what is offered to nobody."""
        event.stop()
        self.dismiss("on_request")

    @on(PlainButton.Pressed, "#change-child")
    def ask_about_child(self, event: PlainButton.Pressed) -> None:
        """Leave with the wish to fill in more about the child."""
        event.stop()
        self.dismiss("change_child")
