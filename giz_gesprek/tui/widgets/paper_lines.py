"""A document as lines for the terminal, in order; a widget puts each on the screen.

Decides nothing: every piece of the document is here, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from giz_gesprek.summary.document import Agreement, Document, Heading, Note, Paragraph, Quote
from giz_gesprek.summary.linear import Piece, linear, pieces_of
from giz_gesprek.summary.listed import PersonLine, Row

Look = Literal["title", "heading", "topic", "sentence", "hint", "speaker", "quote", "row", "listed"]


@dataclass(frozen=True)
class PaperLine:
    """A text and how it looks; ``typed`` when people's own words or names are in it."""

    look: Look
    text: str
    typed: bool = False


def paper_lines(document: Document) -> Iterator[PaperLine]:
    """Yield the lines of a document from top to bottom."""
    for block in linear(document.blocks):
        for piece in pieces_of(block):
            yield from _lines(piece)


def _lines(piece: Piece) -> Iterator[PaperLine]:
    match piece:
        case Heading():
            looks: dict[int, Look] = {1: "title", 2: "heading"}
            yield PaperLine(looks.get(piece.level, "topic"), piece.text)
        case Paragraph():
            yield PaperLine("sentence", piece.text)
        case Note():
            yield PaperLine("hint", piece.text)
        case Quote():
            yield PaperLine("speaker", f"{piece.lead}:")
            yield PaperLine("quote", piece.marked, typed=True)
            yield from _hint(piece.see)
        case Agreement():
            sentences = "\n".join(filter(None, (piece.sentence, piece.by)))
            yield PaperLine("listed", sentences, typed=True)
            yield from _hint(piece.see)
        case Row():
            yield PaperLine("row", f"{piece.label}: {piece.marked}", typed=True)
        case PersonLine():
            yield PaperLine("listed", piece.text, typed=True)
        case _:
            assert_never(piece)


def _hint(text: str | None) -> Iterator[PaperLine]:
    if text is not None:
        yield PaperLine("hint", text)
