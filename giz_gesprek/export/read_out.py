"""A document as it is read out: what a voice says, sentence by sentence, with pauses.

Owns the pauses. Which sentences there are was decided by ``summary``, how they are said is
known by ``spoken``, and what they sound like by a ``Synthesiser``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, assert_never

from giz_gesprek.export.sound import Heard, SoundForm, Synthesiser, sound_file
from giz_gesprek.spoken import PAUSE, spoken_sentences
from giz_gesprek.summary.document import (
    Agreement,
    Document,
    Heading,
    Note,
    Paragraph,
    PersonLine,
    Quote,
    Row,
)
from giz_gesprek.summary.linear import Piece, linear, pieces_of

_BEFORE_HEADING: Final = 1.6


class ReadSentence(NamedTuple):
    """A sentence as it is said, and the seconds of silence after it."""

    text: str
    pause: float


def document_sentences(
    document: Document, pronunciations: Mapping[str, str]
) -> tuple[ReadSentence, ...]:
    """Return everything that is read of a document, in order.

    ``pronunciations`` are those of :func:`giz_gesprek.spoken.spoken_sentences`.
    """
    said: list[ReadSentence] = []
    for block in linear(document.blocks):
        if isinstance(block, Heading) and said:
            said[-1] = said[-1]._replace(pause=_BEFORE_HEADING)
        said.extend(
            ReadSentence(sentence.text, PAUSE)
            for piece in pieces_of(block)
            for text in _texts(piece)
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
            for each in document_sentences(document, pronunciations)
        ),
        form,
    )


def _texts(piece: Piece) -> Iterator[str]:
    """Yield what is read of a piece, one text after the other."""
    match piece:
        case Heading() | Paragraph() | Note() | PersonLine():
            yield piece.text
        case Quote():
            yield from filter(None, (piece.lead, piece.text, piece.see))
        case Agreement():
            yield from filter(None, (piece.sentence, piece.by, piece.see))
        case Row():
            yield from (piece.label, piece.value)
        case _:
            assert_never(piece)
