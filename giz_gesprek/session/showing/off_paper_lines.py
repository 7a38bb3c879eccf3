"""What a line of the report says of what stands on no paper of the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.summary.items import Item, LaterOn
from giz_gesprek.summary.looked_back import SINCE
from giz_gesprek.summary.looked_back_items import SinceSaid
from giz_gesprek.summary.off_paper_items import ManyExplained, OfGoneTalk, OtherParentSaid

if TYPE_CHECKING:
    from giz_gesprek.conversation.answers import OwnWords
    from giz_gesprek.summary.words import PaperNames


def words_off_paper(item: Item) -> OwnWords | None:
    """Return the own words that stand on such a line; None where it is a choice."""
    match item:
        case ManyExplained(words=own):
            return own
        case OfGoneTalk(said=said):
            return said.helped
        case _:
            return None


def text_off_paper(words: PaperNames, item: Item) -> str | None:
    """Return what was chosen as a sentence of ours; None where only own words tell it."""
    match item:
        case LaterOn(day=day) if day is not None:
            return words.day(day)
        case SinceSaid(since=since):
            return words.text(SINCE[since.how])
        case OfGoneTalk(said=said) if said.helped is None:
            return words.text(f"looked_back.{said.outcome}")
        case OtherParentSaid(said=other):
            return words.text(f"around.other_{other}")
        case _:
            return None
