"""The triangle of the three sides, the child in the middle, drawn in half blocks.

It shows what the list beside it tells: a side that was walked has a thicker line and a ``✔``, the
lit one a ``▶``. So it can be left out where there is no room or no wish for pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from giz_gesprek.content.pictograms import ArtSize
from giz_gesprek.session.step_parts import TriangleSide
from giz_gesprek.tui.widgets.picture import fitting_size, has_room_at_choices

SIDES: Final = 3
"""Content with fewer or more sides has no triangle."""

_ROWS: Final = {ArtSize.SMALL: 12, ArtSize.LARGE: 20}
_THICKER: Final = 2
"""Dots by which the line of a side that was walked is wider."""
_MIDDLE: Final = 0.66
"""How far down the child's name stands: high enough to be in the middle, low enough to fit."""
_HALF_BLOCKS: Final = {
    (False, False): " ",
    (True, False): "▀",
    (False, True): "▄",
    (True, True): "█",
}


class Triangle(Widget):
    """Left, right and lower side are the first, the second and the third."""

    DEFAULT_CSS = """
    Triangle { color: $foreground; background: $background; text-wrap: nowrap; }
    """
    # Copying a screen should give its words, not its dots.
    ALLOW_SELECT: ClassVar[bool] = False

    lit: reactive[str | None] = reactive(None, init=False)

    def __init__(
        self, child: str, sides: Sequence[TriangleSide], lit: str | None, *, wanted: bool
    ) -> None:
        super().__init__()
        self._child = child
        self._sides = tuple(sides)
        self._wanted = wanted
        self.display = False
        self.set_reactive(Triangle.lit, lit)

    def fit(self, columns: int, rows: int) -> None:
        """Take the height that a terminal of these measures has room for, or none at all."""
        size = fitting_size(columns, rows)
        self.display = self._wanted and has_room_at_choices(columns, rows)
        self.styles.height = _ROWS.get(size, _ROWS[ArtSize.SMALL])

    def render(self) -> Content:
        """Draw it as large as there is room for; nothing where none has been given yet."""
        if not self.size:
            return Content("")
        return Content("\n".join(draw(self.size, self._child, self._sides, self.lit)))


def draw(size: Size, child: str, sides: Sequence[TriangleSide], lit: str | None) -> list[str]:
    """Return ``size.height`` lines of ``size.width`` columns: three sides, and the names at them.

    The last line is for the name of the lower side. A name that is too long ends in ``…``.
    """
    width, lines = size.width, size.height - 1
    canvas = [*_half_blocks(_ink(width, 2 * lines, [side.done for side in sides])), [" "] * width]
    left, right, base = (_mark(side, lit) for side in sides)
    # Lower down they would stand better in a small triangle, but have no room.
    top = max(1, (lines - 8) // 3)
    names = ((top, left, right), (top + 1, sides[0].name, sides[1].name))
    for line, at_left, at_right in names:
        edge = _edge(2 * line + 1, width, 2 * lines)
        words = _cut(at_left, edge - 1)
        _put(canvas[line], edge - 1 - cell_len(words), words)
        _put(canvas[line], width - edge + 1, _cut(at_right, edge - 1))
    _put_in_middle(canvas[-1], f"{base} {sides[2].name}".strip(), width)
    middle = int(_MIDDLE * lines)
    _put_in_middle(canvas[middle], child, width - 2 * (_edge(2 * middle, width, 2 * lines) + 4))
    return ["".join(line) for line in canvas]


def _ink(width: int, dots: int, thick: Sequence[bool]) -> list[list[bool]]:
    """Return which dots are ink, by row. Two rows make a line, so that a slope is even."""
    left, right, base = thick
    ink = [[False] * width for _ in range(dots)]
    for y, row in enumerate(ink):
        edge = _edge(y, width, dots)
        # Where the next row begins further out, what lies between is inked too: no gaps.
        step = max(edge - _edge(y + 1, width, dots), 1)
        for x in range(edge, width - edge):
            from_left, from_right, from_base = x - edge, width - edge - 1 - x, dots - 1 - y
            row[x] = (
                from_left < step + _THICKER * left
                or from_right < step + _THICKER * right
                or from_base < 1 + base
            )
    return ink


def _edge(y: int, width: int, dots: int) -> int:
    """Return in which column the left side begins in a row of dots; the right one mirrors it."""
    return max(round(width / 2 * (1 - (y + 1) / dots)), 0)


def _half_blocks(ink: Sequence[Sequence[bool]]) -> list[list[str]]:
    pairs = zip(ink[::2], ink[1::2], strict=True)
    return [[_HALF_BLOCKS[pair] for pair in zip(*rows, strict=True)] for rows in pairs]


def _mark(side: TriangleSide, lit: str | None) -> str:
    before = ("▶",) if side.id == lit else ()
    after = ("✔",) if side.done else ()
    return " ".join((*before, *map(str, side.digits), *after))


def _put_in_middle(line: list[str], words: str, room: int) -> None:
    words = _cut(words, room)
    _put(line, (len(line) - cell_len(words)) // 2, words)


def _put(line: list[str], column: int, words: str) -> None:
    """Write words over a line of cells; a wide letter takes two of them."""
    line[column : column + cell_len(words)] = [words, *[""] * (cell_len(words) - 1)]


def _cut(words: str, room: int) -> str:
    if cell_len(words) <= room:
        return words
    return set_cell_size(words, max(room - 1, 0)).rstrip() + "…"
