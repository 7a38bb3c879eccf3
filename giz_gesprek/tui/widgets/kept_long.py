"""The reminder of families that are kept long after their report: it names nobody."""

from __future__ import annotations

from giz_gesprek.tui.widgets.said import Said


class KeptLong(Said):
    """A sentence above the list of families; nothing where there is nothing to remind of."""

    DEFAULT_CSS = "KeptLong { text-style: bold; color: $warning; margin: 0 0 1 0; }"

    def __init__(self) -> None:
        super().__init__("", id="kept-long")

    def remind(self, told: str) -> None:
        """Show a reminder, empty for none."""
        self.update(told)
        self.display = bool(told)
