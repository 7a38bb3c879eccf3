"""A document as it is read out: what a voice says, sentence by sentence, with pauses.

Owns the pauses. Which sentences there are was decided by ``summary``, how they are said is
known by ``spoken``, and what they sound like by a ``Synthesiser``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import singledispatch
from typing import Final, NamedTuple

from giz_gesprek.export.sound import Heard, SoundForm, Synthesiser, sound_file
from giz_gesprek.spoken import PAUSE, spoken_sentences
from giz_gesprek.summary.document import (
    Agreement,
    Chosen,
    DayLine,
    DifferenceLine,
    Document,
    Heading,
    Note,
    Paragraph,
    PeopleList,
    Quote,
    Rows,
)
from giz_gesprek.summary.linear import linear

_BEFORE_HEADING: Final = 1.6


class Utterance(NamedTuple):
    """A sentence as it is said, and the seconds of silence after it."""

    text: str
    pause: float


def document_utterances(
    document: Document, pronunciations: Mapping[str, str]
) -> tuple[Utterance, ...]:
    """Return everything that is read of a document, in order.

    ``pronunciations`` are those of :func:`giz_gesprek.spoken.spoken_sentences`.
    """
    said: list[Utterance] = []
    for block in linear(document.blocks):
        if isinstance(block, Heading) and said:
            said[-1] = said[-1]._replace(pause=_BEFORE_HEADING)
        said.extend(
            Utterance(sentence.text, PAUSE)
            for text in _texts(block)
            for sentence in spoken_sentences(
                text, language=document.language, pronunciations=pronunciations
            )
        )
    return tuple(said)


def document_sound(
    document: Document,
    synthesiser: Synthesiser,
    *,
    pronunciations: Mapping[str, str],
    rate: str = "normal",
    form: SoundForm = "wav",
) -> bytes:
    """Return a document read out, as a sound file.

    Raises:
        SoundError: there is no voice for the language, or no sound came of it.

    """
    return sound_file(
        (
            Heard(
                synthesiser.synthesise(each.text, language=document.language, rate=rate),
                each.pause,
            )
            for each in document_utterances(document, pronunciations)
        ),
        form,
    )


@singledispatch
def _texts(block: object) -> Iterator[str]:
    """Yield the pieces of a block that are read after each other."""
    raise TypeError(f"no voice for {type(block).__name__}")


@_texts.register(Heading)
@_texts.register(Paragraph)
@_texts.register(Note)
@_texts.register(DifferenceLine)
@_texts.register(DayLine)
def _(block: Heading | Paragraph | Note | DifferenceLine | DayLine) -> Iterator[str]:
    yield block.text


@_texts.register
def _(block: Chosen) -> Iterator[str]:
    yield block.sentence


@_texts.register
def _(block: Quote) -> Iterator[str]:
    yield block.lead
    yield block.text
    if block.see is not None:
        yield block.see


@_texts.register
def _(block: Agreement) -> Iterator[str]:
    yield from filter(None, (block.sentence, block.by, block.see))


@_texts.register
def _(block: Rows) -> Iterator[str]:
    for row in block.rows:
        yield row.label
        yield row.value


@_texts.register
def _(block: PeopleList) -> Iterator[str]:
    for person in block.people:
        yield ", ".join(filter(None, (person.name, person.role, person.organisation)))
