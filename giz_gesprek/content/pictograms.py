"""The pictograms as a terminal shows them: pure data, made from the drawings beforehand.

A drawing is ``content/pictograms/ID.svg``; ``scripts/pictograms.py`` makes ``art.json`` of all of
them, and ``ID.png`` for terminals with real images. Knows nothing of screens and colours: a
character is ink (``▀▄█``, or the dots of braille) or none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

from giz_gesprek import paths
from giz_gesprek.content.findings import Finding
from giz_gesprek.i18n import _

FOLDER = "pictograms"
ART_FILE = "art.json"

BLANK_BRAILLE: Final = 0x2800
"""The cell without a dot; the next 255 characters have every other pattern."""


class ArtSize(StrEnum):
    """The sizes in which every pictogram is there: columns x rows of characters."""

    TINY = "10x5"
    SMALL = "12x6"
    LARGE = "24x12"

    @property
    def columns(self) -> int:
        """The characters in a line."""
        return int(self.value.partition("x")[0])

    @property
    def rows(self) -> int:
        """The lines: half the columns, because a character is twice as high as it is wide."""
        return int(self.value.partition("x")[2])


class Look(StrEnum):
    """The mosaics: dots tell more, and blocks are in every font."""

    DOTS = "dots"
    BLOCKS = "blocks"


SIZES: Final = {Look.DOTS: tuple(ArtSize), Look.BLOCKS: (ArtSize.SMALL, ArtSize.LARGE)}
"""In which sizes there is art; in fewer cells blocks show too little."""

_CHARACTERS: Final = {
    Look.DOTS: frozenset(chr(BLANK_BRAILLE + dots) for dots in range(256)),
    Look.BLOCKS: frozenset(" ▀▄█"),
}

Lines = tuple[str, ...]
Art = dict[str, dict[tuple[Look, ArtSize], Lines]]
"""The lines of each pictogram, by id, look and size."""


class Pictograms:
    """The art of every pictogram; the files are read when the first picture is asked for."""

    def __init__(self, *folders: Path) -> None:
        """Take the art from ``folders``, or from the content that comes with the program.

        A later folder goes before an earlier one, and only the first has to have art.
        """
        self._folders = folders
        self._art: dict[str, tuple[Path, dict[tuple[Look, ArtSize], Lines]]] | None = None

    def art(self, pictogram: str | None, size: ArtSize, look: Look = Look.DOTS) -> Lines | None:
        """Return ``size.rows`` lines of ``size.columns`` characters.

        None for an unknown id: content of others may name a pictogram that is not here, and it is
        shown without one. None as well where it would show too little.

        Raises:
            OSError: the file with the art is not there; the installation is damaged.
        """
        found = None if pictogram is None else self._known().get(pictogram)
        return None if found is None else found[1].get((look, size))

    def drawing(self, pictogram: str) -> Path | None:
        """Return the SVG file of a pictogram, for paper; None for an unknown id."""
        return self._file(pictogram, ".svg")

    def image(self, pictogram: str) -> bytes | None:
        """Return the PNG of a pictogram, for a terminal with images; None where there is none."""
        path = self._file(pictogram, ".png")
        try:
            return None if path is None else path.read_bytes()
        except OSError:
            # A folder of others can be without; its art is shown.
            return None

    def _file(self, pictogram: str, suffix: str) -> Path | None:
        found = self._known().get(pictogram)
        return None if found is None else found[0] / f"{pictogram}{suffix}"

    def _known(self) -> dict[str, tuple[Path, dict[tuple[Look, ArtSize], Lines]]]:
        """Return of each pictogram its folder and its art."""
        if self._art is None:
            first, *others = self._folders or (paths.content_dir() / FOLDER,)
            places = [first, *(other for other in others if (other / ART_FILE).exists())]
            self._art = {
                id_: (place, sizes) for place in places for id_, sizes in read_art(place).items()
            }
        return self._art


def read_art(folder: Path) -> Art:
    """Return the art in ``folder``. One that was made earlier can be without dots.

    Raises:
        OSError: there is none, or it may not be read.
        ValueError: it was not made by ``scripts/pictograms.py``.

    """
    data = json.loads((folder / ART_FILE).read_text(encoding="utf-8"))
    try:
        blocks = _sizes(data["art"], Look.BLOCKS)
        dots = _sizes(data.get("dots", {}), Look.DOTS)
        return {id_: _as_dots(sizes) | sizes | dots.get(id_, {}) for id_, sizes in blocks.items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("no art by id and size") from error


def _sizes(art: dict[str, dict[str, list[str]]], look: Look) -> Art:
    found: Art = {}
    for id_, sizes in art.items():
        found[id_] = {(look, size): tuple(sizes[size.value]) for size in SIZES[look]}
        for (_look, size), lines in found[id_].items():
            if len(lines) != size.rows or any(not _is_line(line, size, look) for line in lines):
                raise ValueError("art of another size")
    return found


def _as_dots(blocks: dict[tuple[Look, ArtSize], Lines]) -> dict[tuple[Look, ArtSize], Lines]:
    """Return what is shown for dots that are not there: the blocks."""
    return {(Look.DOTS, size): lines for (_look, size), lines in blocks.items()}


def _is_line(line: str, size: ArtSize, look: Look) -> bool:
    return len(line) == size.columns and set(line) <= _CHARACTERS[look]


def art_findings(folders: Iterable[Path]) -> Iterator[Finding]:
    """Yield a finding for each of ``folders`` with art that cannot be used."""
    for folder in folders:
        path = folder / ART_FILE
        if not path.exists():
            continue
        try:
            read_art(folder)
        except (OSError, ValueError) as error:
            message = _("cannot be used: make it anew with scripts/pictograms.py")
            yield Finding(str(path), getattr(error, "lineno", 1), "art", "", message)
