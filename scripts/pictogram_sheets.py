"""Sheets with every pictogram and its name: as drawn, and as a terminal shows it.

Called by ``scripts/pictograms.py``; draws what it is given and reads no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from giz_gesprek.content.pictograms import ArtSize

if TYPE_CHECKING:
    from textual.theme import Theme

    from scripts.pictogram_art import Bitmap

_SVG: Final = "http://www.w3.org/2000/svg"
_INK, _PAPER, _COLOUR = "#1c1b19", "#fbf7ef", "#0b4f6c"
_ACROSS, _TILE_WIDTH, _TILE_HEIGHT = 6, 150, 106
_DOT: Final = 1.5
# Each run of dots is a line of round dashes without length: the dots of braille.
_DASHES: Final = "fill:none;stroke-width:.8;stroke-linecap:round;stroke-dasharray:0 1"
_SECTIONS: Final = (
    ("topic-", "side-"),
    (
        *("face-", "help-", "difference-", "change-", "outcome-", "reached-"),
        *("drink-", "dont-", "rather-"),
    ),
    ("action-",),
)


def contact_sheet(
    sources: Mapping[str, str], pictures: Mapping[str, Mapping[ArtSize, Bitmap]]
) -> str:
    """Draw every picture with its name, and its art for 12x6 cells beside it."""
    style = f".accent{{fill:{_COLOUR};stroke:{_COLOUR}}}.d{{stroke:{_INK};{_DASHES}}}"
    lines = []
    for x, y, id_ in _tiles(list(pictures)):
        shapes = sources[id_].replace(
            "<svg ", f'<svg x="{x + 15}" y="{y}" width="72" height="72" ', 1
        )
        lines += [
            shapes.replace(f' xmlns="{_SVG}"', "").replace("\n", "").replace("  <", "<"),
            _dots(pictures[id_][ArtSize.SMALL], x + 99, y + 18),
        ]
    return _sheet(list(pictures), lines, _INK, _PAPER, style)


def terminal_sheet(pictures: Mapping[str, Mapping[ArtSize, Bitmap]], theme: Theme) -> str:
    """Draw the art of every picture in both sizes, in the colours that a theme gives it."""
    ink, paper = str(theme.foreground), str(theme.background)
    lines = []
    for x, y, id_ in _tiles(list(pictures)):
        large, small = pictures[id_][ArtSize.LARGE], pictures[id_][ArtSize.SMALL]
        lines += [_dots(large, x + 15, y), _dots(small, x + 99, y + 36)]
    return _sheet(list(pictures), lines, ink, paper, f".d{{stroke:{ink};{_DASHES}}}")


def _rows(ids: Sequence[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    for section in _SECTIONS:
        names = [id_ for id_ in ids if id_.startswith(section)]
        rows += [names[at : at + _ACROSS] for at in range(0, len(names), _ACROSS)]
    return rows


def _tiles(ids: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the left upper corner of each picture."""
    for row, names in enumerate(_rows(ids)):
        for column, id_ in enumerate(names):
            yield column * _TILE_WIDTH, row * _TILE_HEIGHT + 14, id_


def _sheet(ids: Sequence[str], lines: Sequence[str], ink: str, paper: str, style: str) -> str:
    """Put names under the pictures and everything on a page."""
    width, height = _ACROSS * _TILE_WIDTH, len(_rows(ids)) * _TILE_HEIGHT + 12
    names = [f'<text x="{x + 75}" y="{y + 86}">{id_}</text>' for x, y, id_ in _tiles(ids)]
    head = [
        f'<svg xmlns="{_SVG}" viewBox="0 0 {width} {height}" color="{ink}">',
        f"<style>{style}",
        f"text{{fill:{ink};font:9px sans-serif;text-anchor:middle}}</style>",
        f'<rect width="{width}" height="{height}" fill="{paper}"/>',
    ]
    return "\n".join([*head, *lines, *names, "</svg>", ""])


def _dots(dots: Bitmap, x: int, y: int) -> str:
    """Draw dots as one path; runs in a row are joined."""
    pieces = []
    for at, row in enumerate(dots):
        text = "".join("#" if dot else " " for dot in row)
        for run in re.finditer("#+", text):
            length = run.end() - run.start() - 1
            pieces.append(f"M{run.start()} {at}h{length or '.01'}")
    place = f"translate({x} {y}) scale({_DOT})"
    return f'<path class="d" d="{"".join(pieces)}" transform="{place}"/>'
