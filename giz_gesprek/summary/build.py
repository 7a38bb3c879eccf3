"""The one way from a conversation to a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from giz_gesprek.content.library import Library
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.document import Document, PageLine
from giz_gesprek.summary.items import Item
from giz_gesprek.summary.sentences import family_title
from giz_gesprek.summary.withheld import NOTHING_WITHHELD, Withheld, told
from giz_gesprek.summary.words import PaperNames


def build_document(  # noqa: PLR0913 - what a pure function may not look up is passed in
    library: Library,
    talk: Talk,
    audience: Readers,
    *,
    calendar: Calendar,
    app_version: str,
    language: str | None = None,
    rung: Rung | None = None,
    withheld: Withheld = NOTHING_WITHHELD,
    overview: bool = False,
) -> Document:
    """Return the paper of a conversation for ``audience``.

    Args:
        library: the words.
        talk: the conversation.
        audience: for whom; says which words, and what the paper looks like.
        calendar: how days are written.
        app_version: stands on the professional's paper.
        language: of the paper; by default the family's.
        rung: how easy it is, where the family chooses; by default as the family likes it.
        withheld: what is left out of it.
        overview: a family's paper has the faces of all voices in short as well.
    """
    open_talk, items = told(talk, audience, withheld)
    words = PaperNames.of(library, open_talk, calendar)
    words = replace(words, language=language or words.language, rung=rung or words.rung)
    words = _for_whom(words, audience, withheld)
    # Where the words fall back, so does what a screen reader takes them for.
    written = library.written_in(words.language)
    empty = Document(_title(words, audience), written, (), audience.look, page_line(words))
    # Each with what makes it: whoever wants one paper waits for one.
    if audience.look == "family":
        from giz_gesprek.summary.family import FamilyPaper

        first, then = FamilyPaper(words, items, overview=overview).blocks()
        return replace(empty, blocks=(*first, *then), first_page=len(first))
    return _for_the_record(empty, words, items, app_version)


def _for_the_record(
    empty: Document, words: PaperNames, items: Sequence[Item], app_version: str
) -> Document:
    from giz_gesprek.summary.professional import professional_blocks

    blocks = professional_blocks(words, items, app_version=app_version)
    return replace(empty, blocks=blocks, mark=words.text("document.confidential"))


def _for_whom(words: PaperNames, audience: Readers, withheld: Withheld) -> PaperNames:
    if withheld.but_of is not None:
        words = replace(words, company="alone")
    return words if audience.as_the_family_likes else words.for_the_professional()


def _title(words: PaperNames, audience: Readers) -> str:
    day = words.day_of(words.talk.conversation.started_at)
    title = family_title(words) if audience.look == "family" else words.text(audience.title)
    return f"{title}, {day}"


def page_line(words: PaperNames) -> PageLine:
    """Return what stands on every sheet around the numbers of the page."""
    # Each number is marked by a character that no text holds.
    before, between, after = words.text("document.page", page="\0", pages="\0").split("\0")
    return PageLine(before, between, after)
