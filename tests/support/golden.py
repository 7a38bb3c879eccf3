"""The papers of the example as they were read and found good, in ``tests/export/golden/``.

After a change of words or structure, write them anew and read them line by line, once as the
parent and once as the professional::

    uv run python -m tests.support.golden
"""

from __future__ import annotations

from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Final

from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.i18n import format_weekday
from giz_gesprek.summary.audience import READERS, Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.document import Document
from tests.support.dossiers import library
from tests.support.example import NEXT_TALK, TALK

_FOLDER: Final = Path(__file__).parent.parent / "export" / "golden"
_CALENDAR: Final = Calendar(
    partial(format_weekday, language="nl"), lambda moment: moment.astimezone(UTC).date()
)


def golden_path(audience: Readers, talk: Talk = TALK) -> Path:
    """Return where the paper of ``audience`` is kept."""
    return _FOLDER / f"{audience}{'' if talk is TALK else '-next'}.txt"


def document_of_today(audience: Readers, talk: Talk = TALK) -> Document:
    """Return the paper of ``audience`` as the code makes it now."""
    return build_document(library(), talk, audience, calendar=_CALENDAR, app_version="0.0.0")


def paper_of_today(audience: Readers, talk: Talk = TALK) -> str:
    """Return the same as text."""
    return document_text(document_of_today(audience, talk))


if __name__ == "__main__":
    for each in READERS:
        for visit in (TALK, NEXT_TALK):
            golden_path(each, visit).write_text(paper_of_today(each, visit), encoding="utf-8")
