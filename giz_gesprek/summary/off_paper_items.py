"""What stands written, is on no paper of the family, and is of no other kind."""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.around import OtherParent
from giz_gesprek.conversation.looked_back import LookedBack
from giz_gesprek.summary.item_base import ItemShown


@dataclass(frozen=True)
class OfGoneTalk(ItemShown):
    """What was said of a goal that is known no more: its conversation was deleted."""

    said: LookedBack


@dataclass(frozen=True)
class OtherParentSaid(ItemShown):
    """What was said of another parent who was not named."""

    said: OtherParent


@dataclass(frozen=True)
class ManyExplained(ItemShown):
    """Why more professionals are needed than a family should have."""

    words: OwnWords
