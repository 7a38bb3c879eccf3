"""The paper for one recipient: what was shared with it, by whom, and until when that holds.

Built of the talk in which nothing else was ever said. Must not know who else there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from giz_gesprek.content.library import Library
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.consent import holds_until
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.acting import page_heading
from giz_gesprek.summary.audience import for_recipient
from giz_gesprek.summary.build import page_line
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.document import Block, Document, Heading, Paragraph, Section
from giz_gesprek.summary.family import FamilyPaper
from giz_gesprek.summary.items import AdviceGiven, AtTheTable, Item, TopicAdded, TopicChosen
from giz_gesprek.summary.shared_talk import shared_talk
from giz_gesprek.summary.sharing_items import MayKnow
from giz_gesprek.summary.visible import visible_items
from giz_gesprek.summary.words import PaperNames, in_a_row

_TITLE: Final = "document.recipient_title"
_NOT_THEIRS: Final = (AtTheTable, AdviceGiven, TopicAdded, TopicChosen, MayKnow)
"""Who sat there, and what was not talked about yet, says more than what was shared."""


def recipient_document(  # noqa: PLR0913 - what a pure function may not look up is passed in
    library: Library,
    talk: Talk,
    recipient_id: str,
    *,
    today: date,
    calendar: Calendar,
    language: str | None = None,
    rung: Rung | None = None,
    delicate: bool = True,
    asked: bool = True,
) -> Document | None:
    """Return what a recipient gets of a conversation; None where nothing is shared with it today.

    Args:
        library: the words.
        talk: the conversation.
        recipient_id: one of the family's.
        today: consents that do not hold any more on this day are none.
        calendar: how days are written.
        language: of the paper; by default the family's.
        rung: how easy it is; by default as the family likes it.
        delicate: also what can put somebody in danger; not where others look along.
        asked: who said yes stands on it; not while people look what they would say yes to.
    """
    shared = shared_talk(talk, recipient_id, today, delicate=delicate)
    if shared is None:
        return None
    words = PaperNames.of(library, shared, calendar)
    words = replace(words, language=language or words.language, rung=rung or words.rung)
    said = _who_said_yes(words) if asked else ()
    paper = FamilyPaper(words, _theirs(shared), overview=False)
    return Document(
        f"{words.text(_TITLE)}, {words.day_of(shared.conversation.started_at)}",
        library.written_in(words.language),
        (*_head(words), *said, *paper.for_another()),
        page=page_line(words),
        mark=words.text("document.confidential"),
    )


def _theirs(shared: Talk) -> tuple[Item, ...]:
    items = visible_items(shared, for_recipient(shared.family.recipients[0].id))
    return tuple(item for item in items if not isinstance(item, _NOT_THEIRS))


def _head(words: PaperNames) -> Iterator[Block]:
    """Yield for whom it is, about whom, and until when it holds."""
    talk, conversation = words.talk, words.talk.conversation
    who = talk.family.recipients[0].name
    children = dict.fromkeys((conversation.focus_child, *conversation.other_children))
    about = words.text(
        "document.recipient_about",
        child=in_a_row(words, [words.child(one) for one in children]),
        date=words.day_of(conversation.started_at),
    )
    until = min(holds_until(consent) for consent in conversation.sharing)
    holds = words.text("document.recipient_until", date=words.day(until))
    only = words.text("document.recipient_only", who=who)
    yield Heading(words.text("document.recipient_for", who=who), 1)
    yield Paragraph(f"{about}\n{only}\n{holds}")


def _who_said_yes(words: PaperNames) -> Iterator[Block]:
    """Yield who said yes, and on which day."""
    said = dict.fromkeys(
        words.text(
            "document.recipient_yes",
            name=words.person(person_id),
            date=words.day_of(consent.at),
        )
        for consent in words.talk.conversation.sharing
        for person_id in consent.said_by
    )
    heading = page_heading(words, "document.recipient_who_said_yes")
    yield Section("people", heading, (Paragraph("\n".join(said)),))
