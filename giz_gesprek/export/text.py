"""A document as plain text, in columns: for a screen, a printer and a screen reader.

Headings start with ``#``, one for each level, at the beginning of a line: a person sees them and
a screen reader finds them. What people said never starts a line, so it cannot pass for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from wcwidth import wrap

from giz_gesprek.export.columns import COLUMNS
from giz_gesprek.summary.document import (
    Agreement,
    Chosen,
    Document,
    Heading,
    LinearBlock,
    Note,
    Paragraph,
    Question,
    Quote,
)
from giz_gesprek.summary.linear import Piece, linear, pieces_of
from giz_gesprek.summary.listed import PersonLine, Row

_INDENT: Final = "  "
_BULLET: Final = "- "
_DEEP: Final = 3
"""The level from which a heading stands close to what follows it."""


def document_text(document: Document, columns: int = COLUMNS) -> str:
    """Return a document as text that ends with one line feed.

    Args:
        document: what to write.
        columns: cells of a terminal that a line takes at most, from ``FEWEST_COLUMNS`` on. A word
            that is longer is broken.

    """
    lines: list[str] = []
    previous: LinearBlock | None = None
    for block in linear(document.blocks):
        if previous is not None and not _stands_close(previous, block):
            lines.append("")
        for piece in pieces_of(block):
            lines.extend(_Wrapping(columns).lines(piece))
        previous = block
    return "\n".join(lines) + "\n"


def _stands_close(previous: LinearBlock, block: LinearBlock) -> bool:
    """Tell whether two blocks belong together, without an empty line between them."""
    if isinstance(previous, Heading):
        return previous.level >= _DEEP
    if isinstance(previous, Question):
        return True
    if isinstance(previous, Quote | Chosen) and isinstance(block, Quote | Chosen):
        return _voice(previous) == _voice(block)
    return isinstance(previous, Agreement) and isinstance(block, Agreement)


def _voice(block: Quote | Chosen) -> str | None:
    return block.speaker if isinstance(block, Quote) else block.name


@dataclass(frozen=True)
class _Wrapping:
    """Lays out one piece after the other in so many columns."""

    columns: int

    def lines(self, piece: Piece) -> Iterator[str]:
        """Yield the lines of one piece."""
        match piece:
            case Heading():
                yield from self._wrapped(piece.text, f"{'#' * piece.level} ")
            case Paragraph() | Note():
                yield from self._sentences(piece.text)
            case Quote():
                yield from self._wrapped(f"{piece.lead}:")
                yield from self._hanging(piece.marked, _INDENT)
                if piece.see is not None:
                    yield from self._sentences(piece.see)
            case Agreement():
                yield from self._hanging(piece.sentence, _BULLET)
                for below in filter(None, (piece.by, piece.see)):
                    yield from self._hanging(below, _INDENT)
            case Row():
                yield from self._hanging(f"{piece.label}: {piece.marked}", "")
            case PersonLine():
                yield from self._wrapped(piece.text, _BULLET)
            case _:
                assert_never(piece)

    def _wrapped(self, text: str, first: str = "") -> Iterator[str]:
        """Yield one line of ``text`` as the lines it takes; ``first`` is before the first one."""
        if not first and text.startswith("#"):
            first = " "  # a name that looks like a heading
        yield from wrap(
            text,
            self.columns,
            control_codes="ignore",
            propagate_sgr=False,
            break_on_hyphens=False,
            initial_indent=first,
            subsequent_indent=_INDENT,
        )

    def _sentences(self, text: str) -> Iterator[str]:
        """Yield the lines of a text of ours: each sentence starts a line."""
        for line in text.splitlines():
            yield from self._wrapped(line)

    def _hanging(self, text: str, first: str) -> Iterator[str]:
        """Yield the lines of a text that people typed, all but the first indented.

        Empty lines are left out: between blocks they mean that something else begins.
        """
        for line in filter(None, map(str.strip, text.splitlines())):
            yield from self._wrapped(line, first)
            first = _INDENT
