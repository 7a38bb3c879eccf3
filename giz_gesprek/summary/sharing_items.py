"""What was said about sharing, each as one thing to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from giz_gesprek.conversation.sharing import SharedPart
from giz_gesprek.summary.item_base import ItemShown


@dataclass(frozen=True)
class SharingSaid(ItemShown):
    """Somebody was asked to share with a recipient, or came back to that.

    ``by`` is who it was, where that is known, and ``parts`` what it was about.
    """

    recipient: str
    moment: datetime
    by: tuple[str, ...] = ()
    parts: tuple[SharedPart, ...] = ()


@dataclass(frozen=True)
class Shared(SharingSaid):
    """They consented."""


@dataclass(frozen=True)
class SharingRefused(SharingSaid):
    """They said no."""


@dataclass(frozen=True)
class SharingWithdrawn(SharingSaid):
    """They had consented, and withdrew that."""


@dataclass(frozen=True)
class MayKnow(ItemShown):
    """A part that a recipient may know, by its id, and the last day on which that holds.

    ``by`` are those who said yes. ``delicate``: it can put somebody in danger that others hear it.
    """

    recipient: str
    part: SharedPart
    by: tuple[str, ...]
    until: date
    delicate: bool
