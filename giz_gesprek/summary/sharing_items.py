"""What was said about sharing, each as one thing to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from giz_gesprek.summary.item_base import ItemShown


@dataclass(frozen=True)
class SharingSaid(ItemShown):
    """Somebody was asked to share with a recipient, or came back to that.

    ``by`` is who it was, where that is known.
    """

    recipient: str
    moment: datetime
    by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shared(SharingSaid):
    """They consented."""


@dataclass(frozen=True)
class SharingRefused(SharingSaid):
    """They said no."""


@dataclass(frozen=True)
class SharingWithdrawn(SharingSaid):
    """They had consented, and withdrew that."""
