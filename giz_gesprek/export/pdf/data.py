"""A document as the plain data that a template reads: every text in it can be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from giz_gesprek.content.pictograms import Pictograms
from giz_gesprek.export.pdf.characters import Printable
from giz_gesprek.summary.document import SideBySide
from giz_gesprek.summary.picture import Picture

if TYPE_CHECKING:
    from giz_gesprek.summary.booklet_blocks import Booklet
    from giz_gesprek.summary.document import Document

_LETTERS: Final = 31
"""In a line of half a page; the largest letters of a paper are 14 points."""
_LINE: Final = 7.4
_OTHER_ALPHABETS: Final = 0x250
"""The first letter that is not of the Latin alphabet, and may be twice as wide."""
_BETWEEN: Final = 3.0
_DRAWN: Final = 13.0
"""Millimetres of a line, of what is between two blocks, and of a picture."""


def template_data(
    document: Document | Booklet, pictograms: Pictograms, printable: Printable
) -> Any:  # noqa: ANN401  # as JSON is
    """Return ``document`` as JSON has it, with the drawings (SVG) it needs under ``drawings``.

    A block becomes an object with its fields and its ``block``, the name of its class, and
    ``high``, how many millimetres it takes at most: a template that wants to keep something on one
    page lays out twice only what may be too high for that.
    """
    drawings = {
        picture.pictogram: svg
        for picture in _pictures(document)
        if (svg := _drawing(pictograms, picture.pictogram)) is not None
    }
    data = _Plain(printable, drawings).of(document)
    language = document.language.partition("-")[0]
    return {**data, "language": language, "drawings": drawings}


class _Plain:
    """Makes plain data of a document; how high each part of it is, is added up once."""

    def __init__(self, printable: Printable, drawings: dict[str, str]) -> None:
        self._printable = printable
        self._drawings = drawings
        self._highs: dict[int, float] = {}

    def of(self, value: object) -> Any:  # noqa: ANN401  # as JSON is
        """Return one part of the document, and all that is in it."""
        match value:
            case str():
                return self._printable.text(value)
            case tuple():
                return [self.of(one) for one in value]
            case Picture():
                return value.pictogram if value.pictogram in self._drawings else None
            case _ if is_dataclass(value):
                named = {field.name: self.of(getattr(value, field.name)) for field in fields(value)}
                # Its parts come first, and the document holds all of them until the end.
                self._highs[id(value)] = high = _high(value, self._highs)
                return {"block": type(value).__name__, **named, "high": round(high, 1)}
            case _:
                return value


def _high(value: object, known: Mapping[int, float]) -> float:  # noqa: PLR0911 - one a kind
    """Return how many millimetres ``value`` takes at most, in half the width of a page.

    ``known`` has what was found of its parts, by their identity.
    """
    if id(value) in known:
        return known[id(value)]
    match value:
        case str():
            return _LINE * sum(1 + _wide(line) // _LETTERS for line in value.split("\n"))
        case tuple():
            return sum(_high(one, known) for one in value)
        case Picture():
            return _DRAWN
        case SideBySide():
            voices = [_high(one, known) for one in value.voices]
            rows = (voices[place : place + 2] for place in range(0, len(voices), 2))
            return _high(value.question, known) + sum(map(max, rows))
        case _ if is_dataclass(value):
            parts = [getattr(value, field.name) for field in fields(value)]
            # Words stand beside their picture; a name that is in a sentence stands in that alone.
            drawn = _DRAWN if any(isinstance(one, Picture) for one in parts) else 0
            said = [one for one in parts if isinstance(one, str) and not _is_in(one, parts)]
            others = [one for one in parts if not isinstance(one, str | Picture)]
            words, below = (sum(_high(x, known) for x in each) for each in (said, others))
            return _BETWEEN + max(drawn, words) + below
        case _:
            return 0


def _is_in(text: str, beside: Sequence[object]) -> bool:
    return any(isinstance(one, str) and text in one and text != one for one in beside)


def _wide(line: str) -> int:
    """Return how many letters of our own alphabet are as wide as this line."""
    others = 0 if line.isascii() else sum(ord(letter) >= _OTHER_ALPHABETS for letter in line)
    return len(line) + others


def _pictures(value: object) -> Iterator[Picture]:
    if isinstance(value, Picture):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _pictures(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _pictures(getattr(value, field.name))


def _drawing(pictograms: Pictograms, pictogram: str) -> str | None:
    path = pictograms.drawing(pictogram)
    return path.read_text(encoding="utf-8") if path is not None and path.exists() else None
