"""The people around a child as a map of lines: the child in the middle, rings around it.

Pure: from names to lines of a terminal. Owns where each name stands: in its ring, above or below
the middle, and never over another one. A name that is too long ends in ``…``; the list beside the
map has all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

Measure: TypeAlias = Callable[[str], int]
"""Returns how many cells of the terminal a text takes: only a face knows."""

LONGEST: Final = 18
"""Cells that a name takes at most."""
FEWEST_COLUMNS: Final = 56
"""Narrower than this a map is no help."""
MOST_COLUMNS: Final = 96
_EDGE: Final = 4
"""Cells from the line of one ring to that of the next one, on each side."""
_GAP: Final = 2
"""Cells between two names at least."""


@dataclass(frozen=True)
class RingNames:
    """One ring: what it is called, and the names in it."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class RingsDrawn:
    """What a map shows: who is in the middle, and the rings around it, the closest first."""

    middle: str
    rings: tuple[RingNames, ...]


@dataclass(frozen=True)
class Placed:
    """A name as it stands on the map; ``ring`` counts from the closest one."""

    text: str
    line: int
    column: int
    ring: int


@dataclass(frozen=True)
class RingMap:
    """The lines of a map, and where each name stands in them."""

    lines: tuple[str, ...]
    placed: tuple[Placed, ...]


def ring_map(drawn: RingsDrawn, columns: int, *, measure: Measure) -> RingMap:
    """Return the map, in as many of ``columns`` as it takes."""
    width = max(FEWEST_COLUMNS, min(columns, MOST_COLUMNS))
    return _Layout(measure, width).map_of(drawn.middle, drawn.rings)


@dataclass(frozen=True)
class _Box:
    """Where one ring is drawn, both corners included, and its names above and below the middle."""

    ring: int
    label: str
    left: int
    right: int
    top: int
    bottom: int
    above: tuple[tuple[str, ...], ...]
    below: tuple[tuple[str, ...], ...]

    @property
    def across(self) -> int:
        """The cells between its two sides."""
        return self.right - self.left - 1


@dataclass(frozen=True)
class _Layout:
    """Lays rings out in a width."""

    measure: Measure
    width: int

    def map_of(self, middle: str, rings: Sequence[RingNames]) -> RingMap:
        boxes = self._boxes(rings)
        canvas = [[" "] * self.width for _line in range(boxes[-1].bottom + 1)]
        for box in boxes:
            self._draw(canvas, box)
        placed = tuple(one for box in boxes for one in self._placed(box))
        for one in placed:
            self._put(canvas[one.line], one.column, one.text)
        inner = boxes[0]
        name = f"● {self._cut(middle, inner.across - 4)}"
        column = inner.left + 1 + (inner.across - self.measure(name)) // 2
        self._put(canvas[inner.top + 1 + len(inner.above)], column, name)
        return RingMap(tuple("".join(cells) for cells in canvas), placed)

    def _boxes(self, rings: Sequence[RingNames]) -> list[_Box]:
        """Return the rings from the closest to the farthest, each around the one before it."""
        lefts = [_EDGE * (len(rings) - 1 - number) for number in range(len(rings))]
        halves = []
        for left, ring in zip(lefts, rings, strict=True):
            names = [self._cut(name, LONGEST) for name in ring.names]
            rows = self._rows(names, self.width - 2 * left - 2)
            half = (len(rows) + 1) // 2
            halves.append((rows[:half], rows[half:]))
        top = bottom = sum(1 + len(above) for above, _below in halves)
        boxes: list[_Box] = []
        for number, (above, below) in enumerate(halves):
            top -= 1 + len(above)
            bottom += 1 + len(below)
            left, right = lefts[number], self.width - 1 - lefts[number]
            label = rings[number].label
            boxes.append(_Box(number, label, left, right, top, bottom, above, below))
        return boxes

    def _rows(self, names: Sequence[str], room: int) -> tuple[tuple[str, ...], ...]:
        """Return names in rows, two where there are two names: they stand around the middle."""
        rows: list[list[str]] = []
        most = -(-len(names) // 2)
        for name in names:
            taken = sum(self.measure(each) + _GAP for each in (*rows[-1], name)) if rows else room
            if not rows or len(rows[-1]) == most or taken + _GAP > room:
                rows.append([])
            rows[-1].append(name)
        return tuple(map(tuple, rows))

    def _placed(self, box: _Box) -> Iterator[Placed]:
        """Yield each name of a ring where it stands."""
        below = box.bottom - len(box.below)
        for first, rows in ((box.top + 1, box.above), (below, box.below)):
            for number, row in enumerate(rows):
                columns = self._columns(row, box.across)
                for name, column in zip(row, columns, strict=True):
                    yield Placed(name, first + number, box.left + 1 + column, box.ring)

    def _columns(self, row: Sequence[str], room: int) -> Iterator[int]:
        """Yield where each name of a row begins: as much is between them as at both ends."""
        free, parts, column = room - sum(map(self.measure, row)), len(row) + 1, 0
        for number, name in enumerate(row):
            column += free * (number + 1) // parts - free * number // parts
            yield column
            column += self.measure(name)

    def _draw(self, canvas: list[list[str]], box: _Box) -> None:
        label = f" {self._cut(box.label, box.across - 6)} "
        line = "─" * (box.across - 2 - self.measure(label))
        self._put(canvas[box.top], box.left, f"╭──{label}{line}╮")
        self._put(canvas[box.bottom], box.left, f"╰{'─' * box.across}╯")
        for row in canvas[box.top + 1 : box.bottom]:
            row[box.left] = row[box.right] = "│"

    def _put(self, line: list[str], column: int, words: str) -> None:
        """Write words over a line of cells; a wide letter takes two of them."""
        cells = self.measure(words)
        line[column : column + cells] = [words, *[""] * (cells - 1)]

    def _cut(self, words: str, room: int) -> str:
        kept = whole = self._seen(words)
        while self.measure(kept if kept == whole else f"{kept}…") > room:
            kept = kept[:-1].rstrip()
        return kept if kept == whole else f"{kept}…"

    def _seen(self, words: str) -> str:
        """Return words on one line, without what changes how wide the letter beside it is."""
        seen = ""
        for char in " ".join(words.split()):
            cells = self.measure(char)
            is_seen = cells > 0 or bool(seen)
            if is_seen and self.measure(f" {char} ") == cells + 2 and self._adds(seen, char):
                seen += char
        return seen.rstrip() or "…"

    def _adds(self, seen: str, char: str) -> bool:
        return self.measure(seen + char) == self.measure(seen) + self.measure(char)
