"""A paper line by line: for plain text, a voice, and whoever has no room for columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giz_gesprek.summary.comparison import Comparison
from giz_gesprek.summary.document import (
    Agreement,
    Asked,
    Block,
    Chosen,
    DayLine,
    DifferenceLine,
    Heading,
    LinearBlock,
    Note,
    Paragraph,
    Question,
    Quote,
    Section,
    SideBySide,
    Steps,
    Together,
)
from giz_gesprek.summary.listed import Contacts, PeopleList, PersonLine, Row, Rows
from giz_gesprek.summary.rings import Rings

Piece = Heading | Paragraph | Note | Quote | Agreement | Row | PersonLine
"""What a block consists of, for who lays out one piece after the other."""


def linear(blocks: Iterable[Block]) -> Iterator[LinearBlock]:  # noqa: C901 - one a kind of block
    """Yield the same words in the same order, with nothing beside each other any more."""
    for block in blocks:
        match block:
            case Section():
                yield block.heading
                yield from linear(block.blocks)
            case Together():
                yield from block.choices
            case Asked():
                yield block.question
                yield from block.quotes
            case SideBySide():
                yield block.question
                for voice in block.voices:
                    yield from voice.chosen
            case Contacts():
                for contact in block.contacts:
                    yield Paragraph(contact.text)
            case Steps():
                yield from _steps(block)
            case Rings():
                yield from block.rows
            case Comparison():
                yield from _voices(block)
            case _:
                yield block


def pieces_of(block: LinearBlock) -> Iterator[Piece]:
    """Yield what a block consists of, in order; most are one piece themselves."""
    match block:
        case Chosen():
            yield Paragraph(block.sentence)
        case DifferenceLine() | DayLine() | Question():
            yield Paragraph(block.text)
        case Rows():
            yield from block.rows
        case PeopleList():
            yield from block.people
        case _:
            yield block


def _steps(block: Steps) -> Iterator[LinearBlock]:
    for step in block.steps:
        if not block.in_parts:
            yield step
            continue
        rows = [Row(block.labels.what, step.what, literal=True, language=step.language)]
        if step.who is not None:
            rows.append(Row(block.labels.who, step.who))
        if step.day is not None:
            rows.append(Row(block.labels.day, step.day))
        if step.said_by is not None and block.labels.said_by is not None:
            rows.append(Row(block.labels.said_by, step.said_by))
        if step.proposed_by is not None and block.labels.proposed_by is not None:
            rows.append(Row(block.labels.proposed_by, step.proposed_by))
        yield Rows(tuple(rows))


def _voices(block: Comparison) -> Iterator[LinearBlock]:
    for column, voice in enumerate(block.voices):
        yield Heading(voice, block.level)
        yield Rows(
            tuple(
                Row(row.label, said.text, said.literal, said.language)
                for row in block.rows
                for said in row.cells[column]
            )
        )
