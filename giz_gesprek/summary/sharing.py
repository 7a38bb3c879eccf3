"""What was said about sharing: for the record as it was asked, for the family as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from giz_gesprek.conversation.consent import (
    consents_behind,
    holds_until,
    is_delicate,
    shared_parts,
)
from giz_gesprek.conversation.sharing import SharedPart
from giz_gesprek.conversation.sharing_heard import is_discreet, may_be_told
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.document import Block, Heading, Paragraph
from giz_gesprek.summary.item_base import ItemShown
from giz_gesprek.summary.sharing_items import MayKnow, Shared, SharingRefused, SharingWithdrawn
from giz_gesprek.summary.words import PaperNames


def sharing_said(talk: Talk) -> Iterator[Shared | SharingRefused | SharingWithdrawn]:
    """Yield each consent, given or refused, and behind it that it was withdrawn."""
    for consent in talk.conversation.sharing:
        asked = Shared if consent.granted else SharingRefused
        recipient = talk.family.recipient(consent.recipient).name
        yield asked(recipient, consent.at, consent.said_by, consent.parts)
        if consent.withdrawn_at is not None:
            yield SharingWithdrawn(
                recipient, consent.withdrawn_at, consent.withdrawn_by, consent.parts
            )


def may_know(talk: Talk) -> Iterator[MayKnow]:
    """Yield what each recipient may know, as far as everybody who sits there may hear of that.

    Also what does not hold any more: until when it does stands with it.
    """
    for recipient in talk.family.recipients:
        for part, who in shared_parts(talk, recipient.id, date.min).items():
            behind = consents_behind(talk, recipient.id, {part: who}, date.min)
            if all(may_be_told(talk, consent, part) for consent in behind):
                delicate = is_delicate(talk, part)
                delicate = delicate or any(is_discreet(talk, consent) for consent in behind)
                until = min(holds_until(consent) for consent in behind)
                yield MayKnow(recipient.id, part, who, until, delicate)


def for_the_family(words: PaperNames, items: Sequence[ItemShown]) -> Iterator[Block]:
    """Yield what each recipient may know, and that sharing can always stop."""
    known = [item for item in items if isinstance(item, MayKnow)]
    if known:
        yield Heading(words.text("document.may_know_title"), 2)
        for sentences in knows(words, known):
            yield Paragraph("\n".join(sentences))
        yield Paragraph(words.text("document.may_know_back"))


def part_title(words: PaperNames, part: SharedPart) -> str:
    """Return what a part is called."""
    if part.topic is not None:
        return words.topic(part.topic, part.child_id)
    return words.text(f"share.{part.kind}")


def parts_inside(words: PaperNames, parts: Sequence[SharedPart]) -> str:
    """Return what parts are called, in a row inside a sentence."""
    return ", ".join(words.inside(part_title(words, part)) for part in dict.fromkeys(parts))


def knows(words: PaperNames, items: Sequence[MayKnow]) -> Iterator[tuple[str, str]]:
    """Yield for each recipient what it may know, and until when, as sentences."""
    for recipient in dict.fromkeys(item.recipient for item in items):
        theirs = [item for item in items if item.recipient == recipient]
        what = parts_inside(words, [item.part for item in theirs])
        who = words.talk.family.recipient(recipient).name
        until = words.day(min(item.until for item in theirs))
        yield (
            words.text("document.may_know", who=who, what=what),
            words.text("document.recipient_until", date=until),
        )
