"""What the program shows of the drawings: half blocks, dots of braille, and images."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from giz_gesprek.content.pictograms import (
    ART_FILE,
    BLANK_BRAILLE,
    SIZES,
    ArtSize,
    Look,
    read_art,
)
from giz_gesprek.tui.images.pixels import MOST_INK, Rows, palette, read, write
from scripts.pictogram_raster import inked, pixels
from scripts.pictogram_style import SMALL

Bitmap: TypeAlias = tuple[tuple[bool, ...], ...]
"""Half blocks or dots, by row."""

INKED: Final[Mapping[ArtSize, float]] = {ArtSize.SMALL: 0.487, ArtSize.LARGE: 0.483}
"""The part of a square that has to be inked to make it a dot.

Just below a half, so that a stroke between two squares is drawn thick instead of lost; and where
no square of any drawing comes near, so that every machine gives the same dots.
"""
DOT: Final = 0.474
"""The part of a piece that has to be inked to make it a dot of braille.

These pieces are so many that some come near; see ``MOST_ROUNDED``.
"""
MOST_ROUNDED: Final = 3
"""How many dots or pixels of a picture may differ where another machine rounds otherwise."""
COLOURS: Final = palette((251, 247, 239), (28, 27, 25), (11, 79, 108))
"""Of the files; the program takes those of its theme."""
# The eight dots of a cell in their order, across and down.
_BRAILLE: Final = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
_HALF_BLOCKS: Final = {
    (False, False): " ",
    (True, False): "▀",
    (False, True): "▄",
    (True, True): "█",
}


def drawings(folder: Path) -> dict[str, str]:
    """Return the source of every drawing by its name, the small ones included."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.svg"))}


def ids(sources: Mapping[str, str]) -> list[str]:
    """Return the names that are pictures of their own: all but the small variants."""
    return [name for name in sources if not name.endswith(SMALL)]


def bitmap(source: str, size: ArtSize) -> Bitmap:
    """Return the dots of a drawing in half blocks, by row."""
    limit = INKED[size]
    return tuple(tuple(part > limit for part in row) for row in inked(source, size.columns))


def dots_of(source: str, size: ArtSize) -> Bitmap:
    """Return the dots of a drawing in braille, by row: two by four in a cell."""
    grid = inked(source, 2 * size.columns, 4 * size.rows)
    return tuple(tuple(part > DOT for part in row) for row in grid)


def braille(dots: Bitmap) -> list[str]:
    """Return dots as lines of braille characters."""
    return [
        "".join(_cell(dots, x, y) for x in range(0, len(dots[0]), 2))
        for y in range(0, len(dots), 4)
    ]


def _cell(dots: Bitmap, x: int, y: int) -> str:
    bits = (1 << bit for bit, (right, down) in enumerate(_BRAILLE) if dots[y + down][x + right])
    return chr(BLANK_BRAILLE + sum(bits))


def art(blocks: Bitmap) -> list[str]:
    """Return blocks as lines of half blocks."""
    pairs = zip(blocks[::2], blocks[1::2], strict=True)
    return ["".join(_HALF_BLOCKS[pair] for pair in zip(*rows, strict=True)) for rows in pairs]


def rendered(sources: Mapping[str, str]) -> Iterator[tuple[str, ArtSize, str]]:
    """Yield which drawing is used for every picture in every size of blocks."""
    for id_ in ids(sources):
        yield id_, ArtSize.SMALL, sources.get(id_ + SMALL, sources[id_])
        yield id_, ArtSize.LARGE, sources[id_]


def bitmaps(sources: Mapping[str, str]) -> dict[str, dict[ArtSize, Bitmap]]:
    """Return the blocks of every picture in every size."""
    pictures: dict[str, dict[ArtSize, Bitmap]] = {}
    for id_, size, source in rendered(sources):
        pictures.setdefault(id_, {})[size] = bitmap(source, size)
    return pictures


def dot_bitmaps(sources: Mapping[str, str]) -> dict[str, dict[ArtSize, Bitmap]]:
    """Return the dots of every picture in every size."""
    sizes = SIZES[Look.DOTS]
    return {id_: {size: dots_of(sources[id_], size) for size in sizes} for id_ in ids(sources)}


def to_json(sources: Mapping[str, str]) -> str:
    """Write the art as a data file that shows what it holds."""
    blocks, dots = (
        {
            id_: {size.value: lines(found) for size, found in sizes.items()}
            for id_, sizes in pictures.items()
        }
        for pictures, lines in ((bitmaps(sources), art), (dot_bitmaps(sources), braille))
    )
    data = {"format": 2, "art": blocks, "dots": dots}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def make(folder: Path, sources: Mapping[str, str]) -> None:
    """Write what the program shows of the drawings in a folder."""
    text = to_json(sources)
    (folder / ART_FILE).write_text(text, encoding="utf-8", newline="\n")
    for id_ in ids(sources):
        (folder / f"{id_}.png").write_bytes(write(pixels(sources[id_]), COLOURS))


def is_current(folder: Path, sources: Mapping[str, str]) -> bool:
    """Tell whether a folder holds what ``make`` would write, but for what a machine rounds."""
    try:
        found = json.loads((folder / ART_FILE).read_text(encoding="utf-8"))
        read_art(folder)
        made = json.loads(to_json(sources))
        return (
            found["art"] == made["art"]
            and found["dots"].keys() == made["dots"].keys()
            and all(_are_near(found["dots"][id_], made["dots"][id_]) for id_ in made["dots"])
            and {path.stem for path in folder.glob("*.png")} == set(ids(sources))
            and all(
                _is_near(read((folder / f"{id_}.png").read_bytes()), pixels(sources[id_]))
                for id_ in ids(sources)
            )
        )
    except (KeyError, OSError, ValueError):
        return False


def _are_near(found: Mapping[str, list[str]], made: Mapping[str, list[str]]) -> bool:
    return all(
        sum(
            (ord(one) ^ ord(other)).bit_count()
            for one, other in zip("".join(found[size]), "".join(lines), strict=True)
        )
        <= MOST_ROUNDED
        for size, lines in made.items()
    )


def _is_near(found: Rows, made: Rows) -> bool:
    pairs = zip(b"".join(found), b"".join(made), strict=True)
    return (
        sum(abs((one & MOST_INK) - (other & MOST_INK)) > 1 for one, other in pairs) <= MOST_ROUNDED
    )
