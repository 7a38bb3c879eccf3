"""The one way from a conversation to a paper."""

from __future__ import annotations

from typing import Final

from giz_gesprek.content.address import PLAIN
from giz_gesprek.content.library import Library
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.summary.document import Document, PageLine
from giz_gesprek.summary.family import FamilyPaper
from giz_gesprek.summary.items import Audience, visible_items
from giz_gesprek.summary.professional import professional_blocks
from giz_gesprek.summary.words import Calendar, Words

_PROFESSIONAL_RUNG: Final[Rung] = "standard"


def build_document(  # noqa: PLR0913  # what a pure function may not look up is passed in
    library: Library,
    dossier: Dossier,
    conversation_id: str,
    audience: Audience,
    *,
    calendar: Calendar,
    app_version: str,
    language: str | None = None,
    rung: Rung | None = None,
) -> Document:
    """Return the paper of a conversation for ``audience``.

    Args:
        library: the words.
        dossier: the family and its conversations.
        conversation_id: which of them.
        audience: for whom; the professional's paper is always in standard words, and speaks to
            the professional with ``u``.
        calendar: how days are written.
        app_version: stands on the professional's paper.
        language: of the paper; by default the family's.
        rung: how easy the family's paper is; by default as the family likes it.

    Raises:
        KeyError: there is no conversation with this id.

    """
    conversation = dossier.conversation(conversation_id)
    settings = dossier.family.settings
    language, address = language or settings.language, settings.address
    if audience == "professional":
        rung, address = _PROFESSIONAL_RUNG, PLAIN
    words = Words(
        library,
        dossier.family,
        conversation,
        calendar,
        rung or settings.rung,
        language,
        address,
    )
    # Where the words fall back, so does what a screen reader takes them for.
    written = library.written_in(language)
    items = visible_items(library.framework, dossier, conversation_id, audience)
    # Each number is marked by a character that no text holds.
    before, between, after = words.text("document.page", page="\0", pages="\0").split("\0")
    page = PageLine(before, between, after)
    if audience == "family":
        title = words.text("document.family_title")
        blocks = FamilyPaper(words, items).blocks()
        told_last = FamilyPaper(words, items, told_last=True).blocks()
        return Document(title, written, blocks, audience, page, told_last=told_last)
    blocks = professional_blocks(words, items, app_version=app_version)
    title, mark = words.text("document.professional_title"), words.text("document.confidential")
    return Document(title, written, blocks, audience, page, mark)
