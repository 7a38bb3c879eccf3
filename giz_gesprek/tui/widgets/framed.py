"""A border around something else: lighting it draws the border alone.

What is inside draws itself, and all that the frame has there is one empty line, again and again.
Textual would draw each of those lines anew, and send all that is in them to the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from textual._styles_cache import StylesCache
from textual.containers import Vertical
from textual.geometry import Offset, Region

if TYPE_CHECKING:
    from textual.css.styles import StylesBase
    from textual.geometry import Size
    from textual.strip import Strip
    from textual.widget import Widget


class Framed(Vertical):
    """What stands in it covers all of it but the border."""

    DEFAULT_CSS = "Framed { height: auto; }"

    def __init__(self, *children: Widget) -> None:
        super().__init__(*children)
        self._styles_cache = _FrameLines()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw again; where nothing moves, the border alone."""
        if not (regions or layout or recompose):
            regions = tuple(self._edges())
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _edges(self) -> list[Region]:
        """Return the lines and columns of the border, seen from what is inside; none without."""
        width, height = self.outer_size
        gutter = self.styles.gutter
        if not gutter.top:
            return []
        edges = (
            Region(0, 0, width, 1),
            Region(0, height - 1, width, 1),
            Region(0, 0, 1, height),
            Region(width - 1, 0, 1, height),
        )
        return [edge.translate(Offset(-gutter.left, -gutter.top)) for edge in edges]


class _FrameLines(StylesCache):
    """The lines of a frame: those between the first and the last one are one and the same."""

    def __init__(self) -> None:
        super().__init__()
        self._between: Strip | None = None

    def set_dirty(self, *regions: Region) -> None:
        """Draw these lines anew when they are asked for."""
        super().set_dirty(*regions)
        self._between = None

    def clear(self) -> None:
        """Draw every line anew."""
        super().clear()
        self._between = None

    def render_line(self, styles: StylesBase, y: int, size: Size, *rest: Any) -> Strip:  # noqa: ANN401 - as Textual's
        """Return one line."""
        if not 0 < y < size.height - 1:
            return super().render_line(styles, y, size, *rest)
        if self._between is None:
            self._between = super().render_line(styles, y, size, *rest)
        return self._between
