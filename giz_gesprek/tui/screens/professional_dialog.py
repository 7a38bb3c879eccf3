"""A box over a screen, in the professional's own words (gettext)."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import getters
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.types import CSSPathType

from giz_gesprek.tui.host.drawn import DrawnSparingly
from giz_gesprek.tui.host.host import Host

Result = TypeVar("Result")


class ProfessionalDialog(ModalScreen[Result], DrawnSparingly[Result]):
    """Escape closes it without a result; the arrows walk through what can be pressed."""

    CSS_PATH: ClassVar[CSSPathType] = "professional.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("up,left", "app.focus_previous", show=False),
        Binding("down,right", "app.focus_next", show=False),
    ]

    app = getters.app(Host)

    def action_back(self) -> None:
        """Close without a result."""
        self.dismiss(None)
