"""The paper to take home: for whom it is, or a small card instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from giz_gesprek.tui.steps.choice import ChoosingBody
from giz_gesprek.tui.widgets.choice_list import Option

if TYPE_CHECKING:
    from giz_gesprek.summary.items import Audience

_PAPERS: Final[dict[str, Audience]] = {"family": "family", "professional": "professional"}
_CARD: Final = "card"
_DONE: Final = "done"


class ExportBody(ChoosingBody):
    """Choose for whom, or the card, or finish."""

    HELP: ClassVar[str] = "help.export"
    CAN_SKIP = False

    def title(self) -> str:
        """Return the heading of the paper."""
        return self.say("export.title")

    def options(self) -> list[Option]:
        """Return the two papers, the card, and the end."""
        shown = [*_PAPERS, _CARD]
        options = [
            Option(name, self.data.phrases.text(f"export.{name}"), digit)
            for digit, name in enumerate(shown, start=1)
        ]
        done = self.data.phrases.text("finish.done")
        return [*options, Option(_DONE, done, len(options) + 1, aside=True)]

    def question(self) -> str:
        """Return for whom the paper is."""
        return self.say("export.ask")

    def take(self, option: str) -> None:
        """Show a paper or the card, or end the conversation."""
        if option in _PAPERS:
            self.post_message(self.PaperAsked(_PAPERS[option]))
        elif option == _CARD:
            self.post_message(self.CardAsked())
        else:
            self.post_message(self.FinishAsked())
