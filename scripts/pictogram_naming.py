"""Let somebody name the pictograms, and count what was recognised.

Run from anywhere::

    uv run python -m scripts.pictogram_naming sheets FOLDER --seed 1
    uv run python -m scripts.pictogram_naming score FOLDER/orders/image.txt ANSWERS

``sheets`` writes a folder for every way to show a picture in 12x6 cells of a terminal, with PNG
sheets of numbered pictures in an order of its own; nothing on them tells what they are. ``score``
reads lines of ``number<TAB>name`` and compares with ``pictogram_names.yaml``, which was written
before anybody looked. Keep ``orders`` away from who names.
"""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import resvg_py
import yaml

from giz_gesprek.export.pdf.typeset import FONTS
from scripts.pictogram_art import drawings, ids
from scripts.pictogram_mosaics import MOSAICS, Mosaic
from scripts.pictograms import DRAWINGS

NAMES: Final = Path(__file__).with_name("pictogram_names.yaml")
ORDERS: Final = "orders"
IMAGE: Final = "image"

_ACROSS, _DOWN, _TILE = 5, 6, 180
_CELL = (10, 20)
_COLUMNS, _ROWS = 12, 6
_INK, _PAPER, _COLOUR = "#1c1b19", "#fbf7ef", "#0b4f6c"


# --- what was said ----------------------------------------------------------------------------


def accepted_names() -> dict[str, list[str]]:
    """Return what each pictogram may be called."""
    names: dict[str, list[str]] = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    return names


def is_accepted(said: str, names: Iterable[str]) -> bool:
    """Tell whether an answer holds every part of one of the names."""
    words = _words(said)
    return any(all(_holds(words, part) for part in name.split()) for name in names)


def _holds(words: Sequence[str], part: str) -> bool:
    beginning = _words(part)
    if part.startswith("*"):
        return any(piece in word for piece in beginning for word in words)
    return all(any(word.startswith(piece) for word in words) for piece in beginning)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("-", "").replace("'", ""))
    return re.findall("[a-z]+", "".join(c for c in plain if not unicodedata.combining(c)))


def answers(text: str) -> dict[int, str]:
    """Return what was said of each number."""
    rows = (line.split("\t", 1) for line in text.splitlines() if "\t" in line)
    return {int(number): said.strip() for number, said in rows if number.strip().isdigit()}


def scored(order: Sequence[str], said: Mapping[int, str]) -> list[tuple[str, str]]:
    """Return every pictogram that was not recognised, with what it was taken for."""
    names = accepted_names()
    return [
        (id_, said.get(number, ""))
        for number, id_ in enumerate(order, start=1)
        if not is_accepted(said.get(number, ""), names[id_])
    ]


# --- what is shown ----------------------------------------------------------------------------


def sheets(folder: Path, seed: int) -> None:
    """Write the sheets of every mosaic and of the drawings themselves."""
    sources = drawings(DRAWINGS)
    (folder / ORDERS).mkdir(parents=True, exist_ok=True)
    ways: list[tuple[str, Mosaic | None]] = [*MOSAICS.items(), (IMAGE, None)]
    for at, (way, mosaic) in enumerate(ways):
        order = ids(sources)
        # An order of its own, so that a number tells nothing of the same number elsewhere.
        random.Random(f"{seed}-{at}").shuffle(order)  # noqa: S311 - no secret
        (folder / way).mkdir(parents=True, exist_ok=True)
        (folder / ORDERS / f"{way}.txt").write_text("\n".join(order) + "\n", encoding="utf-8")
        pictures = [
            _image(sources[id_])
            if mosaic is None
            else _mosaic(sources.get(id_ + mosaic.variant, sources[id_]), mosaic)
            for id_ in order
        ]
        for page, svg in enumerate(_pages(pictures), start=1):
            png = resvg_py.svg_to_bytes(
                svg_string=svg,
                skip_system_fonts=True,
                font_files=[str(FONTS / "SourceSansPro-Regular.ttf")],
            )
            (folder / way / f"sheet-{page}.png").write_bytes(bytes(png))


def _image(source: str) -> str:
    style = f'class="accent" color="{_COLOUR}" stroke="{_COLOUR}"'
    width, height = _COLUMNS * _CELL[0], _ROWS * _CELL[1]
    sized = source.replace("<svg ", f'<svg width="{width}" height="{height}" ', 1)
    return sized.replace('class="accent"', style)


def _mosaic(source: str, mosaic: Mosaic) -> str:
    return "".join(mosaic.shapes(source, _CELL))


def _pages(pictures: Sequence[str]) -> Iterator[str]:
    most = _ACROSS * _DOWN
    for start in range(0, len(pictures), most):
        tiles = [
            _tile(start + at, picture, at)
            for at, picture in enumerate(pictures[start : start + most])
        ]
        width, height = _ACROSS * _TILE, -(-len(tiles) // _ACROSS) * _TILE
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'color="{_INK}"><rect width="{width}" height="{height}" fill="{_PAPER}"/>'
            + "".join(tiles)
            + "</svg>"
        )


def _tile(number: int, picture: str, at: int) -> str:
    x, y = at % _ACROSS * _TILE, at // _ACROSS * _TILE
    font = f'font-family="Source Sans Pro" font-size="18" fill="{_INK}"'
    label = f'<text x="{x + 4}" y="{y + 20}" {font}>'
    return f'{label}{number + 1}</text><g transform="translate({x + 40} {y + 30})">{picture}</g>'


def main() -> int:
    """Write sheets, or say what was recognised."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    actions = parser.add_subparsers(dest="action", required=True)
    show = actions.add_parser("sheets")
    show.add_argument("folder", type=Path)
    show.add_argument("--seed", type=int, default=1)
    count = actions.add_parser("score")
    count.add_argument("order", type=Path)
    count.add_argument("answers", type=Path)
    given = parser.parse_args()
    if given.action == "sheets":
        sheets(given.folder, given.seed)
        return 0
    order = given.order.read_text(encoding="utf-8").split()
    missed = scored(order, answers(given.answers.read_text(encoding="utf-8")))
    for id_, said in missed:
        print(f"{id_}\t{said}")
    named = len(order) - len(missed)
    print(f"{named} of {len(order)} recognised ({named / len(order):.0%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
