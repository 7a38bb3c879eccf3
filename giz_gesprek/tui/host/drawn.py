"""A screen of which only is drawn what changed, and nothing that something else covers.

Textual draws every widget on the lines of a change, cuts it at each edge of each other one, and
keeps the pieces that lie in front. Here a piece is asked of the widget in front, and of nobody
else. Stands on two methods of Textual that it calls its own (``_render_chops``, ``_compositor``).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.strip import Strip

Result = TypeVar("Result")


class SparingCompositor(Compositor):
    """As Textual's: the same characters in the same places, from fewer widgets."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what has changed since the last picture; None for nothing."""
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        if not spans:
            return None
        return ChopsUpdate(self._pieces(spans), spans, [cuts[1:] for cuts in self.cuts])

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        lines = filter(is_rendered_line, crop.line_range)
        return self._pieces((y, crop.x, crop.right) for y in lines)  # type: ignore[return-value]

    def _pieces(self, spans: Iterable[tuple[int, int, int]]) -> list[dict[int, Strip | None]]:
        """Return the pieces of each line by where they begin; None where no span wants one."""
        pieces: list[dict[int, Strip | None]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        wanted = self._wanted(spans)
        for widget, (region, clip) in self.visible_widgets.items():  # the one in front first
            seen = region.intersection(clip)
            left, right = seen.column_span
            lines = [
                y
                for y, starts in wanted.items()
                if seen.y <= y < seen.bottom and any(left <= start < right for start in starts)
            ]
            if not lines:
                continue
            top, height = min(lines), max(lines) + 1 - min(lines)
            strips = widget.render_lines(
                Region(left - region.x, top - region.y, seen.width, height)
            )
            for y in lines:
                cuts = [cut for cut in self.cuts[y] if left <= cut <= right]
                cut_up = strips[y - top].divide([cut - left for cut in cuts[1:]])
                for start, piece in zip(cuts, cut_up, strict=False):
                    if start in wanted[y]:
                        pieces[y][start] = piece
                wanted[y].difference_update(cuts[:-1])
        return pieces

    def _wanted(self, spans: Iterable[tuple[int, int, int]]) -> dict[int, set[int]]:
        wanted: dict[int, set[int]] = {}
        for y, left, right in spans:
            cuts = self.cuts[y]
            wanted.setdefault(y, set()).update(
                start for start, end in pairwise(cuts) if start < right and end > left
            )
        return wanted


class DrawnSparingly(Screen[Result]):
    """A screen that draws what changed."""

    def __init__(
        self,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(name, id, classes)
        self._compositor = SparingCompositor()
