"""Writing a paper from the app: its kind, its name, its folder, and what went wrong.

Knows no screen; ``write_paper`` is meant for a thread.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from platformdirs import user_documents_path

from giz_gesprek.errors import OutputError, SoundError
from giz_gesprek.export.files import check_place, write_document
from giz_gesprek.export.text import document_text
from giz_gesprek.i18n import _
from giz_gesprek.summary.document import Document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from giz_gesprek.content.pictograms import Pictograms
    from giz_gesprek.conversation.people import SpeechRate
    from giz_gesprek.summary.audience import Readers

Kind = Literal["pdf", "text", "sound"]

LONGEST_NAME: Final = 80
"""Characters of a file name that every system takes, accents and ending included."""
_NOT_IN_A_NAME: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')

_PROBLEMS: Final = {
    errno.ENOSPC: "export.disk_full",
    errno.EDQUOT: "export.disk_full",
    errno.EROFS: "export.read_only",
    errno.EACCES: "export.read_only",
    errno.EPERM: "export.read_only",
    errno.ENOENT: "export.folder_missing",
    errno.ENOTDIR: "export.folder_missing",
    errno.EEXIST: "export.exists",
}


@dataclass(frozen=True)
class Laid:
    """A paper as the bytes of a file; ``replaced`` are characters that could not be on it."""

    data: bytes
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True)
class Means:
    """What papers are made with besides their words, each kind with its own.

    Attributes:
        created: stands in the file where its kind has room for it.
        pictograms: the drawings beside the words.
        pronunciations: how the words of a language are said, by its code.
        rate: how fast it is read out.

    """

    created: datetime
    pictograms: Pictograms
    pronunciations: Callable[[str], Mapping[str, str]]
    rate: SpeechRate


LayOut: TypeAlias = Callable[[Document, Means], Laid]


class NotLaidOutError(OutputError):
    """A paper of this kind cannot be made of this document, wherever it would go."""


class NotReadOutError(OutputError):
    """There is no voice that reads this document, or no sound came of it."""


@dataclass(frozen=True)
class Place:
    """Where a paper goes, as it was typed.

    Without a ``folder`` it is the usual one; without a ``name`` of its own it gets a free one.
    """

    kind: Kind
    folder: str
    name: str | None = None


@dataclass(frozen=True)
class Written:
    """A paper that is on the disk."""

    path: Path
    kind: Kind
    replaced: tuple[str, ...] = ()


def paper_folder() -> Path:
    """Return where papers go when nobody says otherwise."""
    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def kinds_for(audience: Readers) -> tuple[Kind, ...]:
    """Return the kinds of paper that can be made, the one that most people want first."""
    return tuple(kind for kind in _FORMS if kind != "sound" or audience.is_read_out)


def usual_name(today: date, audience: Readers) -> str:
    """Return what a paper is called when nobody says otherwise; no name of the family is in it."""
    return _(audience.file_name).format(date=today.isoformat())


def write_paper(document: Document, place: Place, *, usual: str, means: Means) -> Written:
    """Write a paper and return where it is.

    Args:
        document: what is on it.
        place: where it goes; a file that is there already stays as it is.
        usual: the name where ``place`` has none; it gets a number when it is taken.
        means: what it is made with.

    Raises:
        OutputError: it cannot be written; nothing else was changed. See ``problem_with``.

    """
    ending, lay_out = _FORMS[place.kind]
    try:
        path = _path(place, usual, ending)
    except (OSError, RuntimeError, ValueError) as error:
        # A folder that may not be looked into, a home of nobody, a null character.
        raise OutputError from error
    check_place(str(path))
    laid = lay_out(document, means)
    write_document(laid.data, str(path))
    return Written(path, place.kind, laid.replaced)


def problem_with(error: OutputError) -> str:
    """Return the text that says on the screen what went wrong, and what to do."""
    if isinstance(error, NotLaidOutError):
        return "export.not_laid_out"
    if isinstance(error, NotReadOutError):
        return "export.not_read_out"
    number = error.__cause__.errno if isinstance(error.__cause__, OSError) else None
    return _PROBLEMS.get(number or 0, "export.failed")


def _path(place: Place, usual: str, ending: str) -> Path:
    folder = Path(place.folder or paper_folder()).expanduser().absolute()
    own = _file_name(place.name or "", ending)
    if own:
        return folder / f"{own}{ending}"
    number, path = 1, folder / f"{usual}{ending}"
    while os.path.lexists(path):
        number += 1
        path = folder / f"{usual}-{number}{ending}"
    return path


def _file_name(typed: str, ending: str) -> str:
    """Return a typed name as a file can have it, without its ending; empty where none is left."""
    name = _NOT_IN_A_NAME.sub("-", typed).strip()
    if name.lower().endswith(ending):
        name = name[: -len(ending)]
    # A dot at the begin hides a file, and Windows drops one at the end.
    return name[:LONGEST_NAME].strip(" .-")


def _as_pdf(document: Document, means: Means) -> Laid:
    from giz_gesprek.export.pdf import document_pdf  # slow to import, and seldom needed

    try:
        pdf = document_pdf(document, created=means.created, pictograms=means.pictograms)
    except OutputError as error:
        raise NotLaidOutError(error.sentence) from error
    return Laid(pdf.data, pdf.replaced)


def _as_text(document: Document, means: Means) -> Laid:
    del means
    return Laid(document_text(document).encode())


def _as_sound(document: Document, means: Means) -> Laid:
    # Seldom needed: the voice that reads to people has a worker of its own.
    from giz_gesprek.export.read_out import document_sound
    from giz_gesprek.speech.rendering import Renderer

    pronunciations = means.pronunciations(document.language)
    try:
        with Renderer() as renderer:
            data = document_sound(
                document, renderer, pronunciations=pronunciations, rate=means.rate, form="mp3"
            )
    except SoundError as error:
        raise NotReadOutError(error.sentence) from error
    return Laid(data)


_FORMS: Final[dict[Kind, tuple[str, LayOut]]] = {
    "pdf": (".pdf", _as_pdf),
    "text": (".txt", _as_text),
    # Small enough for a telephone.
    "sound": (".mp3", _as_sound),
}
