"""Brings what is being read into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

if TYPE_CHECKING:
    from giz_gesprek.tui.reading.parts import Range


def bring_into_view(widget: Widget, sentence: Range, letters: int) -> None:
    """Scroll whatever scrolls around ``widget`` until its ``sentence`` can be seen.

    Where in the widget that is follows from how many of its ``letters`` stand before: exact for a
    text on a few lines, a line off at most for a long one.
    """
    if not widget.is_attached or not letters:
        return
    height = max(widget.region.height, 1)
    first, last = (int(height * place / letters) for place in sentence)
    for around in widget.ancestors:
        if isinstance(around, Widget) and around.is_scrollable and around.allow_vertical_scroll:
            top = widget.region.y - around.content_region.y + around.scroll_offset.y
            lines = max(last - first, 1)
            around.scroll_to_region(
                Region(0, top + first, around.content_region.width, lines), animate=False
            )
            return
