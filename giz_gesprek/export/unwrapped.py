"""A document as text to paste into a record: a paragraph a line, headings on lines of their own.

A record wraps by itself, and shows a mark for a heading as it is; so there are neither columns nor
marks here. Nothing people typed starts a line of its own.
"""

from __future__ import annotations

from typing import assert_never

from giz_gesprek.summary.document import Agreement, Document, Heading, Note, Paragraph, Quote
from giz_gesprek.summary.linear import Piece, linear, pieces_of
from giz_gesprek.summary.listed import PersonLine, Row


def unwrapped_text(document: Document) -> str:
    """Return a document as text that ends with one line feed; a heading has a line before it."""
    lines: list[str] = []
    for block in linear(document.blocks):
        if isinstance(block, Heading) and lines:
            lines.append("")
        lines.extend(map(_line, pieces_of(block)))
    return "\n".join(lines) + "\n"


def _line(piece: Piece) -> str:
    """Return one piece as one line."""
    match piece:
        case Heading() | Paragraph() | Note() | PersonLine():
            parts = [piece.text]
        case Quote():
            parts = [f"{piece.lead}: {piece.marked}", piece.see or ""]
        case Agreement():
            parts = [piece.sentence, piece.by or "", piece.see or ""]
        case Row():
            parts = [f"{piece.label}: {piece.marked}"]
        case _:
            assert_never(piece)
    return " ".join(" ".join(parts).split())
