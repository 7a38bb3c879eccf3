"""The PDF of a conversation, for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Final

from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.export.pdf import Pdf, document_pdf
from giz_gesprek.i18n import format_weekday
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.document import Document
from giz_gesprek.summary.withheld import NOTHING_WITHHELD, Withheld
from tests.support.dossiers import last_talk, library

CREATED: Final = datetime(2026, 11, 22, 9, tzinfo=UTC)


def document_of(
    dossier: Dossier,
    audience: Readers,
    language: str = "nl",
    rung: Rung = "easy",
    withheld: Withheld = NOTHING_WITHHELD,
) -> Document:
    """Return the paper of the last conversation, before it is laid out."""
    calendar = Calendar(
        partial(format_weekday, language=language), lambda moment: moment.astimezone(UTC).date()
    )
    return build_document(
        library(),
        last_talk(dossier),
        audience,
        calendar=calendar,
        app_version="0.0.0",
        language=language,
        rung=rung,
        withheld=withheld,
    )


def pdf_of(document: Document) -> Pdf:
    """Return a document as PDF, made at a moment that never changes."""
    return document_pdf(document, created=CREATED, pictograms=library().pictograms)
