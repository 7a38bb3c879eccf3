"""Make the terminal art and the contact sheets from the drawings in content/pictograms/.

Run from anywhere::

    uv run python scripts/pictograms.py update   # after drawing or changing a picture
    uv run python scripts/pictograms.py check    # says what is wrong, exits 1

Both take the content folder of a municipality, for the drawings in its own ``pictograms/``.

A drawing is a square of 24 units. It is rendered large; each square of one unit (24x12 cells) or
two units (12x6 cells) becomes a dot when enough of it is inked, and two dots above each other
become one character. ``NAME-small.svg`` is used instead of ``NAME.svg`` for 12x6 cells. The style
rules that ``check`` holds a drawing to are told in docs/pictograms.md.
"""

from __future__ import annotations

import json
import re
import struct
import sys
import zlib
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import resvg_py
import yaml

from giz_gesprek.content.pictograms import ART_FILE, FOLDER, ArtSize
from giz_gesprek.tui.themes import DARK, LIGHT
from scripts.pictogram_sheets import Bitmap, contact_sheet, terminal_sheet

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "content" / "pictograms"
ART = DRAWINGS / "art.json"
SHEET = ROOT / "docs" / "pictograms.svg"
TERMINAL_SHEETS = {
    ROOT / "docs" / "pictograms-terminal-light.svg": LIGHT,
    ROOT / "docs" / "pictograms-terminal-dark.svg": DARK,
}
FRAMEWORK = ROOT / "content" / "framework.yaml"

OTHERS: Final = (
    *("side-development", "side-parenting", "side-surroundings"),
    *("action-next", "action-back", "action-skip", "action-read-aloud", "action-easier"),
    *("action-example", "action-help", "action-help-now", "action-pause", "action-blank"),
    *("action-change", "action-remove", "action-print", "action-goal", "action-calendar"),
    *("action-phone", "dont-know", "rather-not-say"),
)
"""What the screens use beside the pictures that the framework names."""

UNITS: Final = 24
MOST_SHAPES: Final = 8
INKED: Final[Mapping[ArtSize, float]] = {ArtSize.SMALL: 0.474, ArtSize.LARGE: 0.479}
"""The part of a square that has to be inked to make it a dot.

Just below a half, so that a stroke between two squares is drawn thick instead of lost; and where
no square of any drawing comes near, so that every machine gives the same dots.
"""
LEAST_DOTS: Final = 12
LEAST_DIFFERENCE: Final[Mapping[ArtSize, int]] = {ArtSize.SMALL: 10, ArtSize.LARGE: 24}
"""In how many dots any two pictures differ."""

_SVG = "http://www.w3.org/2000/svg"
_SMALL = "-small"
_NAME = re.compile(r"[a-z]+(-[a-z]+)+")
_ROOT_ATTRIBUTES: Final = {
    "viewBox": f"0 0 {UNITS} {UNITS}",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
_SHAPES: Final[Mapping[str, frozenset[str]]] = {
    "path": frozenset({"d"}),
    "circle": frozenset({"cx", "cy", "r"}),
    "rect": frozenset({"x", "y", "width", "height", "rx"}),
}
_ACCENT: Final = {"class": "accent", "fill": "currentColor"}

# Rendered with a margin, so that ink outside the square is seen and not cut off.
_MARGIN = 4
_SCALE = 6
_HALF_BLOCKS: Final = {
    (False, False): " ",
    (True, False): "▀",
    (False, True): "▄",
    (True, True): "█",
}


def required_ids() -> tuple[str, ...]:
    """Return every picture that the content and the screens ask for, in their order."""
    framework = yaml.safe_load(FRAMEWORK.read_text(encoding="utf-8"))
    topics = [framework["topics"][topic]["pictogram"] for topic in _topics(framework)]
    choices = [id_ for scale in framework["scales"].values() for id_ in scale.values()]
    pages = framework["page_pictures"].values()
    return tuple(dict.fromkeys([*topics, *choices, *pages, *OTHERS]))


def _topics(framework: Mapping[str, Mapping[str, Mapping[str, list[str]]]]) -> Iterator[str]:
    for side in framework["sides"].values():
        yield from side["topics"]


def drawings(folder: Path = DRAWINGS) -> dict[str, str]:
    """Return the source of every drawing by its name, the small ones included."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.svg"))}


def ids(sources: Mapping[str, str]) -> list[str]:
    """Return the names that are pictures of their own: all but the small variants."""
    return [name for name in sources if not name.endswith(_SMALL)]


def inked(source: str, across: int, down: int) -> tuple[tuple[float, ...], ...]:
    """Return which part of each of so many pieces is inked (0-1), by row."""
    ink = _ink(source)
    wide, high = UNITS * _SCALE // across, UNITS * _SCALE // down
    start = _MARGIN * _SCALE
    return tuple(
        tuple(
            sum(
                sum(row[start + x * wide : start + (x + 1) * wide])
                for row in ink[start + y * high : start + (y + 1) * high]
            )
            / (wide * high * 255)
            for x in range(across)
        )
        for y in range(down)
    )


def dots_of(source: str, across: int, down: int) -> Bitmap:
    """Return the dots of a drawing in a grid, by row."""
    return tuple(tuple(part > 0.474 for part in row) for row in inked(source, across, down))


def used_for(sources: Mapping[str, str], id_: str, small: bool) -> str:
    """Return the drawing of a picture; the one with less in it where that is wanted and there."""
    return sources.get(id_ + _SMALL, sources[id_]) if small else sources[id_]


def bitmap(source: str, size: ArtSize) -> Bitmap:
    """Return the dots of a drawing, by row."""
    return tuple(
        tuple(part > INKED[size] for part in row)
        for row in inked(source, size.columns, size.columns)
    )


def art(dots: Bitmap) -> list[str]:
    """Return dots as lines of half blocks."""
    pairs = zip(dots[::2], dots[1::2], strict=True)
    return ["".join(_HALF_BLOCKS[pair] for pair in zip(*rows, strict=True)) for rows in pairs]


def rendered(sources: Mapping[str, str]) -> Iterator[tuple[str, ArtSize, str]]:
    """Yield which drawing is used for every picture in every size."""
    for id_ in ids(sources):
        yield id_, ArtSize.SMALL, sources.get(id_ + _SMALL, sources[id_])
        yield id_, ArtSize.LARGE, sources[id_]


def bitmaps(sources: Mapping[str, str]) -> dict[str, dict[ArtSize, Bitmap]]:
    """Return the dots of every picture in every size."""
    pictures: dict[str, dict[ArtSize, Bitmap]] = {}
    for id_, size, source in rendered(sources):
        pictures.setdefault(id_, {})[size] = bitmap(source, size)
    return pictures


def to_json(pictures: Mapping[str, Mapping[ArtSize, Bitmap]]) -> str:
    """Write the art as a data file that shows what it holds."""
    data = {
        id_: {size.value: art(dots) for size, dots in sizes.items()}
        for id_, sizes in pictures.items()
    }
    return json.dumps({"format": 1, "art": data}, ensure_ascii=False, indent=1) + "\n"


@cache
def _ink(source: str) -> tuple[bytes, ...]:
    """Render a drawing and return how much ink each pixel has (0-255), by row."""
    box = f"{-_MARGIN} {-_MARGIN} {UNITS + 2 * _MARGIN} {UNITS + 2 * _MARGIN}"
    side = (UNITS + 2 * _MARGIN) * _SCALE
    png = resvg_py.svg_to_bytes(
        svg_string=source.replace(_ROOT_ATTRIBUTES["viewBox"], box, 1),
        width=side,
        height=side,
        skip_system_fonts=True,
    )
    return _opacity(png)


def _opacity(png: bytes) -> tuple[bytes, ...]:
    """Return the fourth channel of an RGBA image, by row.

    The filters of PNG work on each channel by itself, so the other three are left alone.
    """
    data = b""
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        chunk = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, _, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunk)
            if (depth, colour, interlaced) != (8, 6, 0):
                raise ValueError("the rasteriser no longer gives plain RGBA")
        elif kind == b"IDAT":
            data += chunk
        at += length + 12
    raw = zlib.decompress(data)
    stride = 4 * width + 1
    rows: list[bytes] = []
    above = bytes(width)
    for start in range(0, len(raw), stride):
        above = _unfiltered(raw[start], raw[start + 4 : start + stride : 4], above)
        rows.append(above)
    return tuple(rows)


def _unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """Undo one of the five filters of PNG for one channel of one row."""
    row = bytearray(len(line))
    left = corner = 0
    for x, (value, up) in enumerate(zip(line, above, strict=True)):
        guess = (0, left, up, (left + up) // 2, _paeth(left, up, corner))[kind]
        left = row[x] = (value + guess) & 255
        corner = up
    return bytes(row)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda near: abs(guess - near))


def update_own(content: Path) -> None:
    """Write the art of the drawings in a content folder of others."""
    folder = content / FOLDER
    art_file = folder / ART_FILE
    art_file.write_text(to_json(bitmaps(drawings(folder))), encoding="utf-8", newline="\n")


def findings_in_own(content: Path) -> Iterator[str]:
    """Yield what is against the style or out of date in a content folder of others."""
    folder = content / FOLDER
    sources = drawings(folder)
    pictures = bitmaps(sources)
    yield from drawing_problems(sources)
    yield from art_problems(pictures)
    art_file = folder / ART_FILE
    if not art_file.exists() or art_file.read_text(encoding="utf-8") != to_json(pictures):
        yield f"{art_file}: out of date: run scripts/pictograms.py update {content}"


def update() -> None:
    """Write the art and the contact sheets."""
    sources = drawings()
    for path, text in generated(sources, bitmaps(sources)).items():
        path.write_text(text, encoding="utf-8", newline="\n")


def generated(
    sources: Mapping[str, str], pictures: Mapping[str, Mapping[ArtSize, Bitmap]]
) -> dict[Path, str]:
    """Return every file that is made from the drawings, with what should stand in it."""
    sheets = {path: terminal_sheet(pictures, theme) for path, theme in TERMINAL_SHEETS.items()}
    return {ART: to_json(pictures), SHEET: contact_sheet(sources, pictures), **sheets}


def findings() -> Iterator[str]:
    """Yield a line for everything that is missing, against the style or out of date."""
    sources = drawings()
    for id_ in required_ids():
        if id_ not in sources:
            yield f"{_shown(DRAWINGS)}: missing: {id_}.svg"
    yield from drawing_problems(sources)
    pictures = bitmaps(sources)
    yield from art_problems(pictures)
    for path, text in generated(sources, pictures).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield f"{_shown(path)}: out of date: run scripts/pictograms.py update"


def drawing_problems(sources: Mapping[str, str]) -> Iterator[str]:
    """Yield what is against the style guide in any drawing."""
    for name, source in sources.items():
        yield from (f"{name}.svg: {problem}" for problem in style_problems(name, source))
        if name.endswith(_SMALL) and name.removesuffix(_SMALL) not in sources:
            yield f"{name}.svg: there is no large drawing of this name"


def style_problems(name: str, source: str) -> Iterator[str]:
    """Yield what is against the style guide in one drawing."""
    if not _NAME.fullmatch(name):
        yield "a name is small letters and hyphens"
    if "<!" in source or "<?" in source:
        yield "comments, doctypes and processing instructions stay out"
        return
    root = ET.fromstring(source)  # noqa: S314 - our own file, and without a doctype
    if root.tag != f"{{{_SVG}}}svg" or dict(root.attrib) != _ROOT_ATTRIBUTES:
        yield "the first line differs from that of the style guide"
    shapes = list(root.iter())[1:]
    if not 0 < len(shapes) <= MOST_SHAPES:
        yield f"{len(shapes)} shapes; 1 to {MOST_SHAPES} are allowed"
    for shape in shapes:
        tag = shape.tag.removeprefix(f"{{{_SVG}}}")
        if tag not in _SHAPES or len(shape):
            yield f"<{tag}> is not a plain path, circle or rect"
            continue
        style = {key: value for key, value in shape.attrib.items() if key not in _SHAPES[tag]}
        if style not in ({}, _ACCENT):
            yield f"<{tag}> carries {', '.join(sorted(style))} besides its form and the accent"
    if any(text.strip() for text in root.itertext()):
        yield "there is text in the drawing"
    if _ink_outside(source):
        yield f"there is ink outside the {UNITS} units"


def _ink_outside(source: str) -> bool:
    inner = slice(_MARGIN * _SCALE, -_MARGIN * _SCALE)
    rows = _ink(source)
    # One part in 255 is rounding, not ink.
    total = sum(pixel for row in rows for pixel in row if pixel > 1)
    return total != sum(pixel for row in rows[inner] for pixel in row[inner] if pixel > 1)


def art_problems(pictures: Mapping[str, Mapping[ArtSize, Bitmap]]) -> Iterator[str]:
    """Yield which art is empty, and which two are alike."""
    for size in ArtSize:
        for id_, sizes in pictures.items():
            if _dots(sizes[size]) < LEAST_DOTS:
                yield f"{id_}: hardly a dot at {size.value}"
        for one, other in combinations(pictures, 2):
            differing = distance(pictures[one][size], pictures[other][size])
            if differing < LEAST_DIFFERENCE[size]:
                yield f"{one} and {other}: alike at {size.value} ({differing} dots differ)"


def distance(one: Bitmap, other: Bitmap) -> int:
    """Return in how many dots two pictures differ."""
    return sum(
        a != b
        for row, other_row in zip(one, other, strict=True)
        for a, b in zip(row, other_row, strict=True)
    )


def _dots(dots: Bitmap) -> int:
    return sum(map(sum, dots))


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def main() -> int:
    """Run the chosen action and return the exit code."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("action", choices=["update", "check"])
    parser.add_argument("folder", nargs="?", type=Path, help="a content folder of your own")
    given = parser.parse_args()
    own: Path | None = given.folder
    if own is not None and not drawings(own / FOLDER):
        parser.error(f"there is no drawing in {own / FOLDER}")
    if given.action == "update":
        update() if own is None else update_own(own)
        return 0
    problems = list(findings() if own is None else findings_in_own(own))
    print("\n".join(problems) or "The pictograms are complete, and their art is current.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
