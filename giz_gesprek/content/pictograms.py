"""The pictograms as art for a terminal: pure data, made from the drawings beforehand.

A drawing is ``content/pictograms/ID.svg``; ``scripts/pictograms.py`` makes ``art.json`` of all of
them. Knows nothing of screens and colours: a character is ink (``▀▄█``) or none (space).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from giz_gesprek import paths
from giz_gesprek.content.findings import Finding
from giz_gesprek.i18n import _

FOLDER = "pictograms"
ART_FILE = "art.json"

_CHARACTERS = frozenset(" ▀▄█")


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


Art = dict[str, dict[str, tuple[str, ...]]]
"""The lines of each pictogram, by id and size."""


class Pictograms:
    """The art of every pictogram; the files are read when the first picture is asked for."""

    def __init__(self, *folders: Path) -> None:
        """Take the art from ``folders``, or from the content that comes with the program.

        A later folder goes before an earlier one, and only the first has to have art.
        """
        self._folders = folders
        self._art: dict[str, tuple[Path, dict[str, tuple[str, ...]]]] | None = None

    def art(self, pictogram: str | None, size: ArtSize) -> tuple[str, ...] | None:
        """Return ``size.rows`` lines of ``size.columns`` characters, or None for an unknown id.

        Content of others may name a pictogram that is not here; it is shown without one.

        Raises:
            OSError: the file with the art is not there; the installation is damaged.
        """
        found = None if pictogram is None else self._known().get(pictogram)
        return None if found is None else found[1][size.value]

    def drawing(self, pictogram: str) -> Path | None:
        """Return the SVG file of a pictogram, for paper; None for an unknown id."""
        found = self._known().get(pictogram)
        return None if found is None else found[0] / f"{pictogram}.svg"

    def _known(self) -> dict[str, tuple[Path, dict[str, tuple[str, ...]]]]:
        """Return of each pictogram its folder and its art."""
        if self._art is None:
            first, *others = self._folders or (paths.content_dir() / FOLDER,)
            places = [first, *(other for other in others if (other / ART_FILE).exists())]
            self._art = {
                id_: (place, sizes) for place in places for id_, sizes in read_art(place).items()
            }
        return self._art


def read_art(folder: Path) -> Art:
    """Return the art in ``folder``.

    Raises:
        OSError: there is none, or it may not be read.
        ValueError: it was not made by ``scripts/pictograms.py``.

    """
    data = json.loads((folder / ART_FILE).read_text(encoding="utf-8"))
    try:
        art = {
            id_: {size: tuple(lines) for size, lines in sizes.items()}
            for id_, sizes in data["art"].items()
        }
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("no art by id and size") from error
    if not all(_is_art(sizes) for sizes in art.values()):
        raise ValueError("art of another size")
    return art


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


def _is_art(sizes: dict[str, tuple[str, ...]]) -> bool:
    return all(
        len(lines) == size.rows
        and all(len(line) == size.columns and set(line) <= _CHARACTERS for line in lines)
        for size, lines in ((size, sizes.get(size.value, ())) for size in ArtSize)
    )
