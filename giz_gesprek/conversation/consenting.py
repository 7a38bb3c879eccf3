"""Saying yes or no to sharing, taking it back, and with whom: each gives the talk anew.

Owns changing the records. Who has to be asked is in ``consent``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.sharing import Custody, Recipient, SharedPart, Sharing
from giz_gesprek.conversation.talk import Talk


def with_recipient(talk: Talk, recipient: Recipient) -> Talk:
    """Return the talk whose family knows one recipient more, or another name of one it knew."""
    others = tuple(one for one in talk.family.recipients if one.id != recipient.id)
    family = talk.family.model_copy(update={"recipients": (*others, recipient)})
    return talk.with_family(family)


def free_recipient_id(talk: Talk) -> str:
    """Return an id that no recipient of the family has."""
    taken, number = {one.id for one in talk.family.recipients}, 1
    while f"recipient-{number}" in taken:
        number += 1
    return f"recipient-{number}"


def without_unnamed_recipients(dossier: Dossier) -> Dossier:
    """Return a dossier whose family knows no recipient that no conversation speaks of."""
    named = {each.recipient for talk in dossier.conversations for each in talk.sharing}
    left = tuple(one for one in dossier.family.recipients if one.id in named)
    family = dossier.family.model_copy(update={"recipients": left})
    return dossier.model_copy(update={"family": family})


def with_custody(talk: Talk, person_id: str, child_id: str, *, decides: bool) -> Talk:
    """Return the talk in which it was said whether somebody decides about a child."""
    here = (person_id, child_id)
    others = [one for one in talk.family.custody if (one.person_id, one.child_id) != here]
    said = Custody(person_id=person_id, child_id=child_id, decides=decides)
    return talk.with_family(talk.family.model_copy(update={"custody": (*others, said)}))


def say(
    talk: Talk,
    recipient_id: str,
    parts: Collection[SharedPart],
    person_id: str,
    *,
    granted: bool,
    now: datetime,
) -> Talk:
    """Return the talk in which somebody says yes or no to sharing ``parts``, besides before."""
    said = Sharing(
        recipient=recipient_id,
        parts=tuple(parts),
        granted=granted,
        at=now,
        said_by=(person_id,),
        present=talk.conversation.participant_ids(),
    )
    return talk.changed(sharing=(*talk.conversation.sharing, said))


@dataclass(frozen=True)
class Standing:
    """A part to which somebody said yes and that was not taken back, in any conversation."""

    conversation_id: str
    consent: Sharing
    part: SharedPart


def standing(talk: Talk, recipient_id: str) -> Iterator[Standing]:
    """Yield what was said yes to for a recipient, of all conversations, and not taken back.

    Also what does not hold any more: taking it back is never too late.
    """
    for conversation in talk.dossier.conversations:
        for consent in conversation.sharing:
            if consent.recipient != recipient_id or not consent.granted:
                continue
            if consent.withdrawn_at is None:
                yield from (Standing(conversation.id, consent, part) for part in consent.parts)


def withdraw(talk: Talk, taken_back: Iterable[Standing], person_id: str, *, now: datetime) -> Talk:
    """Return the talk in which somebody takes back parts that they said yes to.

    What else the same yes was for stands on, as it was said.
    """
    gone: dict[tuple[str, Sharing], set[SharedPart]] = {}
    for each in taken_back:
        gone.setdefault((each.conversation_id, each.consent), set()).add(each.part)
    for conversation in talk.dossier.conversations:
        changed = [
            new
            for consent in conversation.sharing
            for new in _parted(consent, gone.get((conversation.id, consent), set()), person_id, now)
        ]
        talk = _with_sharing(talk, conversation, tuple(changed))
    return talk


def _with_sharing(talk: Talk, conversation: Conversation, sharing: tuple[Sharing, ...]) -> Talk:
    if sharing == conversation.sharing:
        return talk
    changed = conversation.model_copy(update={"sharing": sharing})
    if conversation.id == talk.conversation_id:
        return talk.with_conversation(changed)
    return Talk(talk.framework, talk.dossier.with_conversation(changed), talk.conversation_id)


def _parted(
    consent: Sharing, gone: Collection[SharedPart], person_id: str, now: datetime
) -> Iterator[Sharing]:
    """Yield a consent as what is taken back of it and what stands on."""
    if not gone:
        yield consent
        return
    left = tuple(part for part in consent.parts if part in gone)
    stays = tuple(part for part in consent.parts if part not in gone)
    back = {"parts": left, "withdrawn_at": now, "withdrawn_by": (person_id,)}
    yield consent.model_copy(update=back)
    if stays:
        yield consent.model_copy(update={"parts": stays})
