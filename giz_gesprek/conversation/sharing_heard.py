"""Who may hear what is shared, and with whom: what one told alone is named to nobody else.

Pure. Owns what is offered and told at a table. Who has to say yes is in ``consent``.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from giz_gesprek.conversation.consent import (
    is_delicate,
    is_of_family,
    own_words_in,
    parts_of,
    sayers,
)
from giz_gesprek.conversation.sharing import RecipientKind, SharedPart, Sharing
from giz_gesprek.conversation.table import waits
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, is_alone

_KNOWN_TO_ALL: Final[tuple[RecipientKind, ...]] = ("jgz", "school", "doctor", "childcare")
"""Everybody at home knows that these are there."""


def can_share(talk: Talk) -> bool:
    """Tell whether there is anything to share, or with whom something was shared before."""
    if talk.conversation.state == "declined":
        return False
    return bool(talk.family.recipients) or any(may_be_named(talk, part) for part in parts_of(talk))


def parts_to_offer(talk: Talk, recipient_id: str, today: date) -> tuple[SharedPart, ...]:
    """Return what can be asked about at this table: what does not go to this recipient yet.

    What is delicate is offered to the one who told it, alone with a professional.
    """
    return tuple(
        part
        for part in parts_of(talk)
        if may_be_named(talk, part) and not sayers(talk, recipient_id, part, today)
    )


def may_be_named(talk: Talk, part: SharedPart) -> bool:
    """Tell whether a part can be named to everybody who sits at the table now."""
    if not is_delicate(talk, part):
        return True
    speakers = own_words_in(talk, part)
    return is_alone(talk) and not waits(talk) and set(family_voices(talk)) <= set(speakers)


def is_discreet(talk: Talk, consent: Sharing) -> bool:
    """Tell whether it can put somebody in danger that others hear with whom something is shared.

    Who says it alone with a professional may not want that known; school, care for the youngest
    and the doctor everybody knows of.
    """
    kind = talk.family.recipient(consent.recipient).kind
    there = [one for one in consent.present if is_of_family(talk, one)]
    return kind not in _KNOWN_TO_ALL and len(there) < 2  # noqa: PLR2004 - two hear each other


def may_be_named_to(talk: Talk, recipient_id: str) -> bool:
    """Tell whether everybody who sits there may hear of a recipient, or spoke of it alone.

    Of one that no conversation speaks of any more nobody knows who did.
    """
    said = [
        consent
        for conversation in talk.dossier.conversations
        for consent in conversation.sharing
        if consent.recipient == recipient_id
    ]
    if not said and talk.family.recipient(recipient_id).kind not in _KNOWN_TO_ALL:
        return False
    return all(_spoke_alone(talk, consent) for consent in said if is_discreet(talk, consent))


def may_be_told(talk: Talk, consent: Sharing, part: SharedPart) -> bool:
    """Tell whether who sits there may hear of a consent: all may, or they said it alone."""
    if not is_delicate(talk, part) and not is_discreet(talk, consent):
        return True
    return _spoke_alone(talk, consent)


def _spoke_alone(talk: Talk, consent: Sharing) -> bool:
    """Tell whether who sits there alone with professionals is the one who said this."""
    there = set(family_voices(talk))
    return is_alone(talk) and not waits(talk) and there <= set(consent.said_by)
