"""The forms a paper can have: how its file ends, who may have it, and how it is made.

The one table of them, for the command line and for whoever shows a conversation. Knows no voice:
what reads out is passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from giz_gesprek.export.columns import COLUMNS

if TYPE_CHECKING:
    from datetime import datetime

    from giz_gesprek.content.pictograms import Pictograms
    from giz_gesprek.conversation.people import SpeechRate
    from giz_gesprek.export.sound import SoundForm, Synthesiser
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.document import Document

PaperForm = Literal["pdf", "text", "html", "sound"]


@dataclass(frozen=True)
class Means:
    """What papers are made with besides their words, each form with its own.

    Attributes:
        created: stands in the file where its form has room for it.
        pictograms: the drawings beside the words.
        pronunciations: how the words of a language are said, by its code.
        voice: gives what reads out, for as long as that takes.
        rate: how fast it is read out.
        sound: what a sound file is; MP3 is small enough for a telephone.
        columns: how wide text is; None is for a record, where a paragraph is one line.

    """

    created: datetime
    pictograms: Pictograms
    pronunciations: Callable[[str], Mapping[str, str]]
    voice: Callable[[], AbstractContextManager[Synthesiser]]
    rate: SpeechRate = "normal"
    sound: SoundForm = "mp3"
    columns: int | None = COLUMNS


@dataclass(frozen=True)
class Laid:
    """A paper as the bytes of a file.

    ``replaced`` are characters that could not be on it; ``other_voice`` tells whether another voice
    reads it than the one that was chosen.
    """

    data: bytes
    replaced: tuple[str, ...] = ()
    other_voice: bool = False


LayOut: TypeAlias = Callable[["Document", Means], Laid]
"""Makes a paper; raises ``OutputError`` or, where there is no voice for it, ``SoundError``."""


@dataclass(frozen=True)
class Form:
    """One form.

    Attributes:
        endings: of the names of its files, in small letters, the usual one first.
        is_read_out: it is for those to whom a paper is read.
        lay_out: how it is made.

    """

    endings: tuple[str, ...]
    lay_out: LayOut
    is_read_out: bool = False


def _as_pdf(document: Document, means: Means) -> Laid:
    from giz_gesprek.export.pdf import document_pdf  # slow to import, and seldom needed

    pdf = document_pdf(document, created=means.created, pictograms=means.pictograms)
    return Laid(pdf.data, pdf.replaced)


def _as_html(document: Document, means: Means) -> Laid:
    from giz_gesprek.export.html import document_html  # for the reason above

    return Laid(document_html(document, means.pictograms))


def _as_text(document: Document, means: Means) -> Laid:
    from giz_gesprek.export.text import document_text  # for the reason above
    from giz_gesprek.export.unwrapped import unwrapped_text

    columns = means.columns
    text = unwrapped_text(document) if columns is None else document_text(document, columns)
    return Laid(text.encode())


def _as_sound(document: Document, means: Means) -> Laid:
    from giz_gesprek.export.read_out import document_sound  # for the reason above

    with means.voice() as voice:
        data = document_sound(
            document, voice, pronunciations=means.pronunciations, rate=means.rate, form=means.sound
        )
        return Laid(data, other_voice=voice.is_another)


FORMS: Final[Mapping[PaperForm, Form]] = MappingProxyType(
    {
        "pdf": Form((".pdf",), _as_pdf),
        "text": Form((".txt",), _as_text),
        "html": Form((".html",), _as_html),
        "sound": Form((".mp3", ".wav"), _as_sound, is_read_out=True),
    }
)
"""Every form, the one that most people want first."""


def ending_of(name: str) -> str:
    """Return which kind of file the end of a name says it is: ``.pdf``, or nothing.

    In small letters. Also of a name that begins with its only dot.
    """
    _begin, dot, end = PurePath(name).name.rpartition(".")
    return f"{dot}{end}".lower() if dot else ""


def forms_for(readers: Readers) -> tuple[PaperForm, ...]:
    """Return the forms in which a paper can be made for somebody."""
    return tuple(
        name for name, form in FORMS.items() if readers.is_read_out or not form.is_read_out
    )
