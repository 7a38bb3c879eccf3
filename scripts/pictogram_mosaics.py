"""The ways to put a drawing in the cells of a terminal, and what they look like there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scripts.pictogram_art import DOT
from scripts.pictogram_raster import inked
from scripts.pictogram_style import SMALL

_INK: Final = "#1c1b19"


@dataclass(frozen=True)
class Mosaic:
    """How many dots across and down a cell has; ``round`` ones stand apart, as in braille."""

    across: int
    down: int
    variant: str = ""
    """How the name of the drawing ends that is used, where there is one."""
    round: bool = False
    cells: tuple[int, int] = (12, 6)

    def shapes(self, source: str, cell: tuple[int, int]) -> Iterator[str]:
        """Yield the dots of a drawing as SVG, for cells of so many pixels."""
        columns, rows = self.cells
        wide, high = cell[0] / self.across, cell[1] / self.down
        parts = inked(source, columns * self.across, rows * self.down)
        for y, row in enumerate(parts):
            for x, part in enumerate(row):
                if part <= DOT:
                    continue
                if self.round:
                    middle = f'cx="{(x + 0.5) * wide}" cy="{(y + 0.5) * high}"'
                    yield f'<circle {middle} r="{0.36 * wide}" fill="{_INK}"/>'
                else:
                    size = f'width="{wide}" height="{high}"'
                    at = f'x="{x * wide}" y="{y * high}"'
                    yield f'<rect {at} {size} fill="{_INK}" shape-rendering="crispEdges"/>'


MOSAICS: Final = {
    "half": Mosaic(1, 2, variant=SMALL),
    "quadrant": Mosaic(2, 2),
    "sextant": Mosaic(2, 3),
    "braille": Mosaic(2, 4, round=True),
    "braille-narrow": Mosaic(2, 4, round=True, cells=(10, 5)),
}
