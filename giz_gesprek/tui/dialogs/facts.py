"""For whom a programme is, its limits and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.help_offer import Facts


class FactsScreen(Dialog[bool]):
    """For whom a programme is, its limits and figures: words of the professional.

    The result is whether the professional wants to choose what is offered to nobody.
    """

    READS_BY_ITSELF: ClassVar[bool] = False

    def __init__(self, phrases: Phrasebook, facts: Sequence[Facts], *, more: bool) -> None:
        super().__init__(phrases)
        self._facts = tuple(facts)
        self._more = more

    def heading(self) -> str:
        """Say whose words these are."""
        return self.say("programmes.for_professional")

    def body(self) -> ComposeResult:
        """Lay out each programme under its name."""
        for facts in self._facts:
            yield Said(facts.name, classes="fact-name")
            yield Said("\n".join(facts.lines))

    def buttons(self) -> ComposeResult:
        """Show closing, and the way to what the parent has to raise first."""
        yield from super().buttons()
        if self._more:
            yield PlainButton(self.say("programmes.on_request"), big=True, id="on-request")

    def action_confirm(self) -> None:
        """Close; Enter chooses nothing here."""
        self.dismiss(None)

    @on(PlainButton.Pressed, "#on-request")
    def ask_for_more(self, event: PlainButton.Pressed) -> None:
        """Leave with the wish to choose what is offered to nobody."""
        event.stop()
        self.dismiss(True)  # noqa: FBT003 - Textual's
