"""A document as pieces of text for the terminal, in order; a widget puts each on the screen.

Decides nothing: every block of the document is here, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Literal

from giz_gesprek.summary.document import (
    Agreement,
    Chosen,
    DayLine,
    DifferenceLine,
    Document,
    Heading,
    LinearBlock,
    Note,
    Paragraph,
    PeopleList,
    Quote,
    Rows,
)
from giz_gesprek.summary.linear import linear

Look = Literal["title", "heading", "topic", "sentence", "hint", "speaker", "quote", "row", "listed"]


@dataclass(frozen=True)
class Piece:
    """A text and how it looks; ``typed`` when people's own words or names are in it."""

    look: Look
    text: str
    typed: bool = False


def pieces(document: Document) -> Iterator[Piece]:
    """Yield the pieces of a document from top to bottom."""
    for block in linear(document.blocks):
        yield from _pieces(block)


@singledispatch
def _pieces(block: LinearBlock) -> Iterator[Piece]:
    """Yield the pieces of one block."""
    raise TypeError(f"no pieces for {type(block).__name__}")


@_pieces.register
def _(block: Heading) -> Iterator[Piece]:
    looks: dict[int, Look] = {1: "title", 2: "heading"}
    yield Piece(looks.get(block.level, "topic"), block.text)


@_pieces.register(Paragraph)
@_pieces.register(DifferenceLine)
@_pieces.register(DayLine)
def _(block: Paragraph | DifferenceLine | DayLine) -> Iterator[Piece]:
    yield Piece("sentence", block.text)


@_pieces.register
def _(block: Note) -> Iterator[Piece]:
    yield Piece("hint", block.text)


@_pieces.register
def _(block: Chosen) -> Iterator[Piece]:
    yield Piece("sentence", block.sentence)


@_pieces.register
def _(block: Quote) -> Iterator[Piece]:
    yield Piece("speaker", f"{block.lead}:")
    yield Piece("quote", _quoted(block.text), typed=True)
    if block.see is not None:
        yield Piece("hint", block.see)


@_pieces.register
def _(block: Agreement) -> Iterator[Piece]:
    lines = "\n".join(filter(None, (block.sentence, block.by)))
    yield Piece("listed", lines, typed=True)
    if block.see is not None:
        yield Piece("hint", block.see)


@_pieces.register
def _(block: Rows) -> Iterator[Piece]:
    for row in block.rows:
        value = _quoted(row.value) if row.literal else row.value
        yield Piece("row", f"{row.label}: {value}", typed=True)


@_pieces.register
def _(block: PeopleList) -> Iterator[Piece]:
    for person in block.people:
        parts = (person.name, person.role, person.organisation)
        yield Piece("listed", ", ".join(filter(None, parts)), typed=True)


def _quoted(text: str) -> str:
    """Return what somebody said between marks that show whose words they are."""
    return f"“{text}”"
