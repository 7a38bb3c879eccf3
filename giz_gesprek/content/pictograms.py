"""The pictograms as art for a terminal: pure data, made from the drawings beforehand.

A drawing is ``content/pictograms/ID.svg``; ``scripts/pictograms.py`` makes ``art.json`` of all of
them. Knows nothing of screens and colours: a character is ink (``▀▄█``) or none (space).
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path

from giz_gesprek import paths

FOLDER = "pictograms"
ART_FILE = "art.json"


class ArtSize(StrEnum):
    """The sizes in which every pictogram is there: columns x rows of characters."""

    SMALL = "12x6"
    LARGE = "24x12"

    @property
    def columns(self) -> int:
        """The characters in a line."""
        return int(self.value.partition("x")[0])

    @property
    def rows(self) -> int:
        """The lines: half the columns, because a character is two dots high."""
        return int(self.value.partition("x")[2])


class Pictograms:
    """The art of every pictogram; the file is read when the first picture is asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the art from ``folder``, or from the content that comes with the program."""
        self._folder = folder
        self._art: dict[str, dict[str, tuple[str, ...]]] | None = None

    def art(self, pictogram: str | None, size: ArtSize) -> tuple[str, ...] | None:
        """Return ``size.rows`` lines of ``size.columns`` characters, or None for an unknown id.

        Content of others may name a pictogram that is not here; it is shown without one.

        Raises:
            OSError: the file with the art is not there; the installation is damaged.
        """
        if pictogram is None:
            return None
        if self._art is None:
            self._art = self._read()
        sizes = self._art.get(pictogram)
        return sizes[size.value] if sizes is not None else None

    def drawing(self, pictogram: str) -> Path | None:
        """Return the SVG file of a pictogram, for paper; None for an unknown id."""
        if self.art(pictogram, ArtSize.SMALL) is None:
            return None
        return self._place() / f"{pictogram}.svg"

    def _place(self) -> Path:
        return self._folder if self._folder is not None else paths.content_dir() / FOLDER

    def _read(self) -> dict[str, dict[str, tuple[str, ...]]]:
        data = json.loads((self._place() / ART_FILE).read_text(encoding="utf-8"))
        return {
            id_: {size: tuple(lines) for size, lines in sizes.items()}
            for id_, sizes in data["art"].items()
        }
