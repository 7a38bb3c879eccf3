"""What was said about sharing, in the order in which it was asked."""

from __future__ import annotations

from collections.abc import Iterator

from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.summary.sharing_items import Shared, SharingRefused, SharingWithdrawn


def sharing_said(
    conversation: Conversation,
) -> Iterator[Shared | SharingRefused | SharingWithdrawn]:
    """Yield each consent, given or refused, and behind it that it was withdrawn."""
    for consent in conversation.sharing:
        asked = Shared if consent.granted else SharingRefused
        yield asked(consent.recipient, consent.at, consent.said_by)
        if consent.withdrawn_at is not None:
            yield SharingWithdrawn(consent.recipient, consent.withdrawn_at, consent.withdrawn_by)
