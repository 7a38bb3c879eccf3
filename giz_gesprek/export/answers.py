"""Every answer of a dossier as the bytes of a table."""

from __future__ import annotations

from giz_gesprek.content.library import Library
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.calendar import local_calendar
from giz_gesprek.export.csv import csv_table
from giz_gesprek.summary.answer_rows import AnswerRow, answer_rows


def answers_csv(
    library: Library,
    dossier: Dossier,
    conversation_id: str | None = None,
    *,
    language: str | None = None,
) -> bytes:
    """Return every answer of one conversation, or of all of them, as CSV, one row an answer.

    What is left out of the professional's record is left out here. The words are in the family's
    language or in ``language``, and standard ones.
    """
    wanted = language or dossier.family.settings.language
    calendar = local_calendar(library.written_in(wanted))
    rows = (
        row
        for conversation in dossier.conversations
        if conversation_id in {None, conversation.id}
        for row in answer_rows(
            library,
            Talk(library.framework, dossier, conversation.id),
            calendar=calendar,
            language=wanted,
        )
    )
    return csv_table(AnswerRow._fields, rows)
