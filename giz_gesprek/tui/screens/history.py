"""Every conversation of a family at a glance, to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.tui.screens.professional_dialog import ProfessionalDialog
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from giz_gesprek.session.history import ToldOfTalk


class HistoryScreen(ProfessionalDialog[None]):
    """Shows the conversations, the last one first, and closes with nothing."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "family_actions.tcss"]

    def __init__(self, label: str, told: Sequence[ToldOfTalk]) -> None:
        super().__init__()
        self._label = label
        self._told = told

    def compose(self) -> ComposeResult:
        """Lay out each conversation under its day."""
        with VerticalScroll(classes="box"):
            yield Said(self._label, classes="label")
            for talk in self._told:
                yield Said(talk.day, classes="day")
                yield Said("\n".join(talk.lines))
            yield PlainButton(_("Back"), id="back")

    @on(Button.Pressed, "#back")
    def close_now(self) -> None:
        """Close."""
        self.dismiss(None)
