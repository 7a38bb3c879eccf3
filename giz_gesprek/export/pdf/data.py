"""A document as the plain data that a template reads: every text in it can be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from giz_gesprek.content.pictograms import Pictograms
from giz_gesprek.export.pdf.characters import Printable
from giz_gesprek.summary.picture import Picture

if TYPE_CHECKING:
    from giz_gesprek.summary.booklet_blocks import Booklet
    from giz_gesprek.summary.document import Document


def template_data(
    document: Document | Booklet, pictograms: Pictograms, printable: Printable
) -> Any:  # noqa: ANN401  # as JSON is
    """Return ``document`` as JSON has it, with the drawings (SVG) it needs under ``drawings``.

    A block becomes an object with its fields and its ``block``, the name of its class.
    """
    drawings = {
        picture.pictogram: svg
        for picture in _pictures(document)
        if (svg := _drawing(pictograms, picture.pictogram)) is not None
    }
    data = _plain(document, printable, drawings)
    language = document.language.partition("-")[0]
    return {**data, "language": language, "drawings": drawings}


def _plain(value: object, printable: Printable, drawings: dict[str, str]) -> Any:  # noqa: ANN401  # as JSON is
    match value:
        case str():
            return printable.text(value)
        case tuple():
            return [_plain(one, printable, drawings) for one in value]
        case Picture():
            return value.pictogram if value.pictogram in drawings else None
        case _ if is_dataclass(value):
            named = {
                field.name: _plain(getattr(value, field.name), printable, drawings)
                for field in fields(value)
            }
            return {"block": type(value).__name__, **named}
        case _:
            return value


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
