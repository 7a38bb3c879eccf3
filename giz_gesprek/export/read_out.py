"""A document as it is read out: what a voice says, sentence by sentence, with pauses.

Owns the pauses, and which voice reads what: own words are read by the voice of their language, and
never by another one. Which sentences there are was decided by ``summary``, how they are said is
known by ``spoken``, and what they sound like by a ``Synthesiser``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias, assert_never

from giz_gesprek.errors import SoundError
from giz_gesprek.export.sound import Heard, SoundForm, Synthesiser, sound_file
from giz_gesprek.spoken import PAUSE, another_language, spoken_sentences, year_once
from giz_gesprek.summary.document import Agreement, Document, Heading, Note, Paragraph, Quote
from giz_gesprek.summary.languages import UNKNOWN
from giz_gesprek.summary.linear import Piece, linear, pieces_of
from giz_gesprek.summary.listed import PersonLine, Row

_BEFORE_HEADING: Final = 1.6
_AFTER_OWN_WORDS: Final = 1.3
"""No listener sees the quotation marks: this is where somebody's words end."""

Pronunciations: TypeAlias = Callable[[str], Mapping[str, str]]
"""Returns how the words of a language are said, by its code."""


class ReadSentence(NamedTuple):
    """A sentence as it is said, and the seconds of silence after it.

    ``language`` is that of the voice. ``instead`` is said in the language of the paper where there
    is no such voice, empty for nothing; None for the paper's own words.
    """

    text: str
    pause: float
    language: str
    instead: str | None = None


@dataclass(frozen=True)
class _Part:
    """A text of ours, or what somebody said, in ``language`` where that is another one."""

    text: str
    is_own: bool = False
    language: str | None = None


def document_sentences(
    document: Document, pronunciations: Pronunciations
) -> tuple[ReadSentence, ...]:
    """Return everything that is read of a document, in order."""
    years = year_once(document.language)
    said: list[ReadSentence] = []
    for block in linear(document.blocks):
        if isinstance(block, Heading) and said:
            said[-1] = said[-1]._replace(pause=_BEFORE_HEADING)
        for piece in pieces_of(block):
            for part in _parts(piece):
                text = part.text if part.is_own else years.heard(part.text)
                read = [*_read(part, text, document.language, pronunciations)]
                if isinstance(piece, Quote) and part.is_own and read:
                    read[-1] = read[-1]._replace(pause=_AFTER_OWN_WORDS)
                said.extend(read)
    return tuple(said)


def document_sound(
    document: Document,
    synthesiser: Synthesiser,
    *,
    pronunciations: Pronunciations,
    rate: str = "normal",
    form: SoundForm = "wav",
) -> bytes:
    """Return a document read out, as a sound file.

    Raises:
        SoundError: there is no voice for the language, or no sound came of it.

    """
    sentences = document_sentences(document, pronunciations)
    heard = (_heard(each, synthesiser, document.language, rate) for each in sentences)
    return sound_file((each for each in heard if each is not None), form)


def _heard(
    sentence: ReadSentence, synthesiser: Synthesiser, language: str, rate: str
) -> Heard | None:
    try:
        sound = synthesiser.synthesise(sentence.text, language=sentence.language, rate=rate)
    except SoundError:
        if sentence.instead is None:
            raise
        if not sentence.instead:
            return None
        sound = synthesiser.synthesise(sentence.instead, language=language, rate=rate)
    return Heard(sound, sentence.pause)


def _read(
    part: _Part, text: str, language: str, pronunciations: Pronunciations
) -> Iterator[ReadSentence]:
    """Yield the sentences of a part; what nobody can read is named once, and left out."""
    own = part.language or language
    unread = another_language(language)
    if own == UNKNOWN:
        if unread:
            yield ReadSentence(unread, PAUSE, language)
        return
    said = spoken_sentences(text, language=own, pronunciations=pronunciations(own))
    for number, sentence in enumerate(said):
        instead = None if own == language else "" if number else unread
        yield ReadSentence(sentence.text, PAUSE, own, instead)


def _parts(piece: Piece) -> Iterator[_Part]:
    """Yield what is read of a piece, one text after the other."""
    match piece:
        case Heading() | Paragraph() | Note() | PersonLine():
            yield _Part(piece.text)
        case Quote():
            yield _Part(piece.lead)
            yield _Part(piece.text, is_own=True, language=piece.language)
            yield from _ours(piece.see)
        case Agreement():
            yield from _agreed(piece)
            yield from _ours(piece.by, piece.see)
        case Row():
            yield _Part(piece.label)
            yield _Part(piece.value, piece.literal, piece.language)
        case _:
            assert_never(piece)


def _ours(*texts: str | None) -> Iterator[_Part]:
    yield from (_Part(text) for text in texts if text)


def _agreed(piece: Agreement) -> Iterator[_Part]:
    """Yield who does what: in one sentence, but not in two languages."""
    if piece.language is None:
        yield _Part(piece.sentence, is_own=True)
        return
    who, _what, _stop = piece.sentence.rpartition(piece.what)
    yield from _ours(who.strip())
    yield _Part(piece.what, is_own=True, language=piece.language)
