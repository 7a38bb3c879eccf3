"""A paper line by line: for plain text, a voice, and whoever has no room for columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giz_gesprek.summary.document import (
    Block,
    Comparison,
    Contacts,
    Heading,
    LinearBlock,
    Paragraph,
    Row,
    Rows,
    Section,
    SideBySide,
    Steps,
    Together,
)


def linear(blocks: Iterable[Block]) -> Iterator[LinearBlock]:
    """Yield the same words in the same order, with nothing beside each other any more."""
    for block in blocks:
        match block:
            case Section():
                yield block.heading
                yield from linear(block.blocks)
            case Together():
                yield from block.choices
            case SideBySide():
                for voice in block.voices:
                    yield from voice.said
            case Contacts():
                for contact in block.contacts:
                    yield Paragraph(contact.text)
            case Steps():
                yield from _steps(block)
            case Comparison():
                yield from _voices(block)
            case _:
                yield block


def _steps(block: Steps) -> Iterator[LinearBlock]:
    for step in block.steps:
        if not block.in_parts:
            yield step
            continue
        rows = [Row(block.labels.what, step.what, literal=True)]
        if step.who is not None:
            rows.append(Row(block.labels.who, step.who))
        if step.day is not None:
            rows.append(Row(block.labels.day, step.day))
        yield Rows(tuple(rows))


def _voices(block: Comparison) -> Iterator[LinearBlock]:
    for column, voice in enumerate(block.voices):
        yield Heading(voice, block.level)
        yield Rows(
            tuple(
                Row(row.label, said.text, said.literal)
                for row in block.rows
                for said in row.cells[column]
            )
        )
