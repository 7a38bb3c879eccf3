"""A document as plain text: 76 columns, for a screen, a printer and a screen reader.

Headings start with ``#``, one for each level, at the beginning of a line: a person sees them and
a screen reader finds them. What people said never starts a line, so it cannot pass for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import Final

from wcwidth import wrap

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

COLUMNS: Final = 76
_INDENT: Final = "  "
_BULLET: Final = "- "
_DEEP: Final = 3
"""The level from which a heading stands close to what follows it."""


def document_text(document: Document) -> str:
    """Return a document as text that ends with one line feed."""
    lines: list[str] = []
    previous: LinearBlock | None = None
    for block in linear(document.blocks):
        if previous is not None and not _stands_close(previous, block):
            lines.append("")
        lines.extend(_lines(block))
        previous = block
    return "\n".join(lines) + "\n"


def _stands_close(previous: LinearBlock, block: LinearBlock) -> bool:
    """Tell whether two blocks belong together, without an empty line between them."""
    if isinstance(previous, Heading):
        return previous.level >= _DEEP
    if isinstance(previous, Quote | Chosen) and isinstance(block, Quote | Chosen):
        return _voice(previous) == _voice(block)
    return isinstance(previous, Agreement) and isinstance(block, Agreement)


def _voice(block: Quote | Chosen) -> str | None:
    return block.speaker if isinstance(block, Quote) else block.name


def _wrapped(text: str, first: str = "", following: str = _INDENT) -> Iterator[str]:
    """Yield one line of ``text`` as the lines it takes; ``first`` is before the first of them."""
    if not first and text.startswith("#"):
        first = " "  # a name that looks like a heading
    yield from wrap(
        text,
        COLUMNS,
        control_codes="ignore",
        propagate_sgr=False,
        break_on_hyphens=False,
        initial_indent=first,
        subsequent_indent=following,
    )


def _sentences(text: str) -> Iterator[str]:
    """Yield the lines of a text of ours: each sentence starts a line."""
    for line in text.splitlines():
        yield from _wrapped(line)


def _hanging(text: str, first: str) -> Iterator[str]:
    """Yield the lines of a text that people typed, the first after ``first``, all others indented.

    Empty lines are left out: between blocks they mean that something else begins.
    """
    for line in filter(None, map(str.strip, text.splitlines())):
        yield from _wrapped(line, first)
        first = _INDENT


@singledispatch
def _lines(block: object) -> Iterator[str]:
    """Yield the lines of one block."""
    raise TypeError(f"no text for {type(block).__name__}")


@_lines.register
def _(block: Heading) -> Iterator[str]:
    yield from _wrapped(block.text, f"{'#' * block.level} ")


@_lines.register(Paragraph)
@_lines.register(Note)
@_lines.register(DifferenceLine)
@_lines.register(DayLine)
def _(block: Paragraph | Note | DifferenceLine | DayLine) -> Iterator[str]:
    yield from _sentences(block.text)


@_lines.register
def _(block: Chosen) -> Iterator[str]:
    yield from _sentences(block.sentence)


@_lines.register
def _(block: Quote) -> Iterator[str]:
    yield from _wrapped(f"{block.lead}:")
    yield from _hanging(_quoted(block.text), _INDENT)
    if block.see is not None:
        yield from _sentences(block.see)


@_lines.register
def _(block: Agreement) -> Iterator[str]:
    yield from _hanging(block.sentence, _BULLET)
    for below in (block.by, block.see):
        if below is not None:
            yield from _hanging(below, _INDENT)


@_lines.register
def _(block: Rows) -> Iterator[str]:
    for row in block.rows:
        value = _quoted(row.value) if row.literal else row.value
        yield from _hanging(f"{row.label}: {value}", "")


@_lines.register
def _(block: PeopleList) -> Iterator[str]:
    for person in block.people:
        parts = (person.name, person.role, person.organisation)
        yield from _wrapped(", ".join(part for part in parts if part), _BULLET)


def _quoted(text: str) -> str:
    return f"“{text}”"
