"""Writing a paper from the app: its kind, its name, its folder, and what went wrong.

Knows no screen; ``write_paper`` is meant for a thread.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from giz_gesprek.errors import OutputError, SoundError
from giz_gesprek.export.files import check_place, write_document
from giz_gesprek.export.forms import FORMS, Laid, Means, PaperForm, ending_of
from giz_gesprek.files import Refusal, is_folder, refusal
from giz_gesprek.i18n import _
from giz_gesprek.paths import NoHome, documents_dir, from_home, home

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from giz_gesprek.export.sound import Synthesiser
    from giz_gesprek.summary.audience import Readers
    from giz_gesprek.summary.document import Document

LONGEST_NAME: Final = 80
"""Characters of a file name that every system takes, accents and ending included."""
_NOT_IN_A_NAME: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_ENDING: Final = re.compile(r"\.(?=.*[a-z])[a-z0-9]{2,5}")
"""What looks like the kind of a file: no day, and no name after an initial."""

_PROBLEMS: Final[Mapping[Refusal, str]] = {
    "no_room": "export.disk_full",
    "not_allowed": "export.read_only",
    "missing": "export.folder_missing",
    "exists": "export.exists",
}


class NotLaidOutError(OutputError):
    """A paper of this kind cannot be made of this document, wherever it would go."""


class OtherEndingError(OutputError):
    """The name that was typed says that it is another kind of file."""


class NotReadOutError(OutputError):
    """There is no voice that reads this document, or no sound came of it."""


@dataclass(frozen=True)
class Place:
    """Where a paper goes, as it was typed.

    Without a ``folder`` it is the usual one; without a ``name`` of its own it gets a free one.
    """

    kind: PaperForm
    folder: str
    name: str | None = None


@dataclass(frozen=True)
class Written:
    """A paper that is on the disk."""

    path: Path
    kind: PaperForm
    replaced: tuple[str, ...] = ()
    other_voice: bool = False


def paper_folder() -> Path:
    """Return where papers go when nobody says otherwise."""
    try:
        documents = documents_dir()
    except NoHome:
        return home()
    return documents if is_folder(documents) else home()


def usual_name(day: date, audience: Readers) -> str:
    """Return what a paper of the talk of ``day`` is called when nobody says otherwise.

    No name of the family is in it.
    """
    return _(audience.file_name).format(date=day.isoformat())


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
    try:
        path = _path(place, usual)
    except (OSError, RuntimeError, ValueError) as error:
        # A folder that may not be looked into, a home of nobody, a null character.
        raise OutputError from error
    check_place(str(path))
    if ending_of(path.name) == ".wav":
        means = replace(means, sound="wav")
    laid = _lay_out(document, place.kind, means)
    write_document(laid.data, str(path))
    return Written(path, place.kind, laid.replaced, laid.other_voice)


def reading_voice(chosen: str | None) -> AbstractContextManager[Synthesiser]:
    """Return what reads papers out, with a worker of its own beside the one that is heard.

    ``chosen`` is the name of a voice, or None for the usual one.
    """
    from giz_gesprek.speech.rendering import Renderer  # seldom needed

    return Renderer(chosen)


def problem_with(error: OutputError) -> str:
    """Return the text that says on the screen what went wrong, and what to do."""
    if isinstance(error, NotLaidOutError):
        return "export.not_laid_out"
    if isinstance(error, OtherEndingError):
        return "export.other_ending"
    if isinstance(error, NotReadOutError):
        return "export.not_read_out"
    return _PROBLEMS.get(refusal(error.__cause__), "export.failed")


def _path(place: Place, usual: str) -> Path:
    folder = from_home(place.folder or paper_folder()).absolute()
    own, ending = _file_name(place.name or "", FORMS[place.kind].endings)
    if own:
        return folder / f"{own}{ending}"
    number, path = 1, folder / f"{usual}{ending}"
    while os.path.lexists(path):
        number += 1
        path = folder / f"{usual}-{number}{ending}"
    return path


def _file_name(typed: str, endings: tuple[str, ...]) -> tuple[str, str]:
    """Return a typed name as a file can have it, empty where none is left; and its ending.

    Raises:
        OtherEndingError: it ends as another kind of file does.

    """
    name, ending = _NOT_IN_A_NAME.sub("-", typed).strip(), endings[0]
    said = ending_of(name)
    if said in endings:
        name, ending = name[: -len(said)], said
    elif _ENDING.fullmatch(said):
        raise OtherEndingError
    # A dot at the begin hides a file, and Windows drops one at the end.
    return name[:LONGEST_NAME].strip(" .-"), ending


def _lay_out(document: Document, kind: PaperForm, means: Means) -> Laid:
    try:
        return FORMS[kind].lay_out(document, means)
    except OutputError as error:
        raise NotLaidOutError(error.sentence) from error
    except SoundError as error:
        raise NotReadOutError(error.sentence) from error
