"""The professional's answers as rows with a label, and several voices on one topic as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from giz_gesprek.summary.document import ComparedRow, Comparison, Row, Said
from giz_gesprek.summary.items import Item
from giz_gesprek.summary.topics import questions_of
from giz_gesprek.summary.words import Words

_MOST_COLUMNS: Final = 3
"""Voices next to each other on a sheet of A4; more of them stand in a second table."""


def comparisons(words: Words, views: Sequence[Item]) -> Iterator[Comparison]:
    """Yield the voices on one topic next to each other, in order."""
    voices = [
        (person_id or "", list(answers))
        for person_id, answers in groupby(views, key=lambda item: item.person_id)
    ]
    for start in range(0, len(voices), _MOST_COLUMNS):
        yield _comparison(words, voices[start : start + _MOST_COLUMNS])


def answer_row(words: Words, item: Item, *, voice: str | None = None) -> Row:
    """Return an answer under its label; ``voice`` is whose it is, where that is not clear.

    Own words that somebody else gave than the one who was asked name their author.
    """
    question = item.question or ""
    label = words.label(item.topic, question)
    if item.words is not None and item.person_id not in {None, item.words.author_id}:
        voice = words.person(item.words.author_id)
    if voice is not None:
        label = f"{label} ({voice})"
    if item.words is not None:
        return Row(label, item.words.text, literal=True)
    return Row(label, words.choice(question, item.choice or ""))


def _comparison(words: Words, voices: Sequence[tuple[str, Sequence[Item]]]) -> Comparison:
    """Return the voices next to each other; a question that two were asked is one row."""
    place: dict[str, int] = {}
    cells: dict[str, list[list[Said]]] = {}
    for column, (_person_id, answers) in enumerate(voices):
        order = questions_of(words.framework, answers[0].topic or "")
        for item in answers:
            row = answer_row(words, item)
            asked = order.index(item.question) if item.question in order else len(order)
            place[row.label] = min(asked, place.get(row.label, asked))
            empty: list[list[Said]] = [[] for _ in voices]
            cells.setdefault(row.label, empty)[column].append(_cell(words, item, row))
    return Comparison(
        3,
        words.text("document.question_label"),
        tuple(_voice(words, person_id) for person_id, _answers in voices),
        tuple(
            ComparedRow(label, tuple(tuple(said) for said in cells[label]))
            for label in sorted(cells, key=place.__getitem__)
        ),
    )


def _cell(words: Words, item: Item, row: Row) -> Said:
    drawing = words.pictogram(item.question or "", item.choice or "")
    return Said(row.value, row.literal, words.picture(drawing, row.value))


def _voice(words: Words, person_id: str) -> str:
    person = words.talk.family.person(person_id)
    return f"{person.name} ({words.role(person.role)})"
