"""The map of the people around the family, drawn with lines.

It shows what the list below it tells, so it can be left out where there is no room or no wish for
pictures. Where each name stands is decided by ``session.ring_map``.
"""

from __future__ import annotations

from typing import ClassVar, Final

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from giz_gesprek.session.ring_map import FEWEST_COLUMNS, RingsDrawn, ring_map

_BESIDE: Final = 6
"""Columns of the screen beside the map, at most."""


class Rings(Widget):
    """The child in the middle, and everybody in their ring."""

    DEFAULT_CSS = """
    Rings { width: 1fr; height: auto; text-wrap: nowrap; }
    Rings { color: $foreground; background: $background; }
    """
    # Copying a screen should give its words, not its lines.
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, drawn: RingsDrawn, *, wanted: bool) -> None:
        super().__init__()
        self._drawn = drawn
        self._wanted = wanted
        self.display = False

    def fit(self, columns: int) -> None:
        """Show the map where a terminal of so many columns has room for it."""
        self.display = self._wanted and columns >= FEWEST_COLUMNS + _BESIDE

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the map takes."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw it as wide as there is room for."""
        return Content("\n".join(self._lines(self.size.width)))

    def _lines(self, width: int) -> tuple[str, ...]:
        return ring_map(self._drawn, width, measure=cell_len).lines
