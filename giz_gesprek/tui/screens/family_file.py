"""What the screens share that work on the file of a family."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.types import CSSPathType
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.family_files import FamilyFiles
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.widgets.field import Problem

if TYPE_CHECKING:
    from giz_gesprek.errors import GizError


class FamilyFileScreen(ProfessionalScreen[None]):
    """Works on a file in a thread, once at a time."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "family_file.tcss"]
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.files: FamilyFiles = self.app.families.files()
        self.busy = False

    def begin(self) -> bool:
        """Tell whether the file can be worked on now; it takes a moment."""
        if self.busy:
            return False
        self.busy = True
        self.query_one("#failure", Problem).tell(_("One moment: this takes a few seconds."))
        return True

    def take_failure(self, error: GizError) -> None:
        """Say why it did not succeed."""
        self.busy = False
        super().take_failure(error)

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Do what Escape does."""
        self.action_back()
