"""The ways to put a drawing in the cells of a terminal, and what they look like there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scripts.pictograms import dots_of

_INK: Final = "#1c1b19"


@dataclass(frozen=True)
class Mosaic:
    """How many dots across and down a cell has; ``round`` ones stand apart, as in braille."""

    across: int
    down: int
    small: bool = False
    """Whether the drawing with less in it is used, where there is one."""
    round: bool = False

    def shapes(self, source: str, columns: int, rows: int, cell: tuple[int, int]) -> Iterator[str]:
        """Yield the dots of a drawing as SVG, for cells of so many pixels."""
        wide, high = cell[0] / self.across, cell[1] / self.down
        dots = dots_of(source, columns * self.across, rows * self.down)
        for y, row in enumerate(dots):
            for x, dot in enumerate(row):
                if not dot:
                    continue
                if self.round:
                    middle = f'cx="{(x + 0.5) * wide}" cy="{(y + 0.5) * high}"'
                    yield f'<circle {middle} r="{0.36 * wide}" fill="{_INK}"/>'
                else:
                    size = f'width="{wide}" height="{high}"'
                    at = f'x="{x * wide}" y="{y * high}"'
                    yield f'<rect {at} {size} fill="{_INK}" shape-rendering="crispEdges"/>'


MOSAICS: Final = {
    "half": Mosaic(1, 2, small=True),
    "quadrant": Mosaic(2, 2),
    "sextant": Mosaic(2, 3),
    "braille": Mosaic(2, 4, round=True),
}
