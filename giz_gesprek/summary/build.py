"""The one way from a conversation to a paper."""

from __future__ import annotations

from dataclasses import replace

from giz_gesprek.content.library import Library
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.document import Document, PageLine
from giz_gesprek.summary.family import FamilyPaper
from giz_gesprek.summary.items import Audience, visible_items
from giz_gesprek.summary.professional import professional_blocks
from giz_gesprek.summary.words import Calendar, Words


def build_document(  # what a pure function may not look up is passed in
    library: Library,
    talk: Talk,
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
        talk: the conversation.
        audience: for whom; the professional's paper is always in standard words, and speaks to
            the professional with ``u``.
        calendar: how days are written.
        app_version: stands on the professional's paper.
        language: of the paper; by default the family's.
        rung: how easy the family's paper is; by default as the family likes it.
    """
    words = Words.of(library, talk, calendar)
    words = replace(words, language=language or words.language, rung=rung or words.rung)
    if audience == "professional":
        words = words.for_the_professional()
    # Where the words fall back, so does what a screen reader takes them for.
    written = library.written_in(words.language)
    items = visible_items(talk, audience)
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
