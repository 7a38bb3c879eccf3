"""What the screens share that work on the file of a family."""

from __future__ import annotations

from giz_gesprek.session.family_files import FamilyFiles
from giz_gesprek.tui.screens.working import WorkingScreen


class FamilyFileScreen(WorkingScreen[None]):
    """Works on the file of a family."""

    def __init__(self) -> None:
        super().__init__()
        self.files: FamilyFiles = self.app.families.files()
