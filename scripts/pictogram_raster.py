"""A drawing as pixels, and how much ink there is in each piece of a grid.

Called by ``scripts/pictograms.py``. One rendering serves every size, so they show the same drawing.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Final

import resvg_py
from PIL import Image

from giz_gesprek.tui.images.pixels import ACCENT, MOST_INK, Rows

UNITS: Final = 24
VIEW: Final = f"0 0 {UNITS} {UNITS}"
SCALE: Final = 10
"""Pixels of a unit: the grids of the program divide 240."""

_SIDE: Final = UNITS * SCALE
# Rendered with a margin, so that ink outside the square is seen and not cut off.
_MARGIN: Final = 2
_FULL: Final = 255
_STYLE: Final = ".accent{fill:#00f;stroke:#00f}"


def inked(source: str, across: int, down: int | None = None) -> tuple[tuple[float, ...], ...]:
    """Return which part of each piece of a grid is inked (0-1), by row."""
    ink = _inner(_rendered(source)[0])
    columns, rows = _spans(across), _spans(down or across)
    return tuple(
        tuple(
            sum(sum(row[left:right]) for row in ink[top:bottom])
            / ((right - left) * (bottom - top) * _FULL)
            for left, right in columns
        )
        for top, bottom in rows
    )


def _spans(pieces: int) -> list[tuple[int, int]]:
    return list(pairwise(at * _SIDE // pieces for at in range(pieces + 1)))


def pixels(source: str) -> Rows:
    """Return the drawing as the program shows it where a terminal has real images."""
    ink, blue = (_inner(rows) for rows in _rendered(source))
    accent = bytes(ACCENT if value > _FULL // 2 else 0 for value in range(256))
    level = bytes((2 * value * MOST_INK + _FULL) // (2 * _FULL) for value in range(256))
    return tuple(
        bytes(
            part | accented if part else 0
            for part, accented in zip(row.translate(level), blues.translate(accent), strict=True)
        )
        for row, blues in zip(ink, blue, strict=True)
    )


def has_ink_outside(source: str) -> bool:
    """Tell whether something is drawn beyond the edge."""
    rows = _rendered(source)[0]
    # One part in 255 is rounding, not ink.
    total = sum(pixel for row in rows for pixel in row if pixel > 1)
    return total != sum(pixel for row in _inner(rows) for pixel in row if pixel > 1)


def _inner(rows: tuple[bytes, ...]) -> tuple[bytes, ...]:
    inner = slice(_MARGIN * SCALE, -_MARGIN * SCALE)
    return tuple(row[inner] for row in rows[inner])


@cache
def _rendered(source: str) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """Return how much ink each pixel has (0-255), and how blue it is: that is the accent."""
    side = (UNITS + 2 * _MARGIN) * SCALE
    box = f"{-_MARGIN} {-_MARGIN} {UNITS + 2 * _MARGIN} {UNITS + 2 * _MARGIN}"
    png = resvg_py.svg_to_bytes(
        svg_string=source.replace(VIEW, box, 1),
        width=side,
        height=side,
        skip_system_fonts=True,
        style_sheet=_STYLE,
    )
    with Image.open(BytesIO(bytes(png))) as image:
        channels = [image.convert("RGBA").getchannel(name).tobytes() for name in "AB"]
    ink, blue = (
        tuple(data[start : start + side] for start in range(0, len(data), side))
        for data in channels
    )
    return ink, blue
