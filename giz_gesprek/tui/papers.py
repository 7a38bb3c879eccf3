"""Writing a paper from the app: its name, its folder, its text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from giz_gesprek.errors import OutputError
from giz_gesprek.export.files import write_document
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.text import document_text
from giz_gesprek.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from giz_gesprek.content.library import Library
    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.summary.items import Audience


def paper_folder() -> Path:
    """Return where papers go when nobody says otherwise."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def free_name(folder: Path, today: date, audience: Audience) -> Path:
    """Return a path that is not taken yet; no name of the family is in it."""
    names = {
        "family": _("conversation-{date}-family"),
        "professional": _("conversation-{date}-professional"),
    }
    stem = names[audience].format(date=today.isoformat())
    number = 1
    path = folder / f"{stem}.txt"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.txt"
    return path


def write_paper(
    library: Library,
    dossier: Dossier,
    conversation_id: str,
    audience: Audience,
    folder: Path,
    today: date,
) -> Path:
    """Write the paper as text and return where it is.

    Raises:
        OutputError: it cannot be written; nothing else was changed.

    """
    document = paper_of(library, dossier, conversation_id, audience)
    try:
        path = free_name(folder.expanduser().absolute(), today, audience)
    except (OSError, RuntimeError, ValueError) as error:
        # A folder that may not be looked into, a home of nobody, a null character.
        raise OutputError from error
    write_document(document_text(document), str(path))
    return path
