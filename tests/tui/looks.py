"""What is really drawn: every character with its colours and its shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region

from tests.tui.support import Table

TEXT: Final = 7.0
LINES: Final = 3.0


def luminance(color: Color) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [part / 255 for part in color.rgb]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours by WCAG 2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def segments(t: Table) -> Iterator[Segment]:
    """Yield everything that is drawn."""
    for line in t.top._compositor.render_strips():
        yield from line


def is_line(text: str) -> bool:
    """Tell whether only borders and scrollbars are drawn here."""
    return all(char.isspace() or "\u2500" <= char <= "\u259f" for char in text)


def too_faint(t: Table) -> list[tuple[str, float]]:
    """Return what has too little contrast, with its contrast."""
    found = []
    for text, style, _control in segments(t):
        if not text.strip() or style is None:
            continue
        assert not style.dim, f"how dim is dim? {text}"
        assert style.color is not None, text
        assert style.bgcolor is not None, text
        there = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
        if there < (LINES if is_line(text) else TEXT):
            found.append((text, round(there, 2)))
    return found


def drawn(t: Table, region: Region) -> list[tuple[str, bool, bool, bool]]:
    """Return what is drawn in a region, but not its colours."""
    found = []
    for line in t.top._compositor.render_strips()[region.y : region.bottom]:
        for text, style, _control in line.crop(region.x, region.right):
            shape = style or Style()
            found.append((text, bool(shape.bold), bool(shape.reverse), bool(shape.underline)))
    return found
