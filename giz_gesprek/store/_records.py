"""What the store takes and gives, besides the dossier itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal
from uuid import uuid4

from pydantic import Field

from giz_gesprek.conversation.base import Identifier, Record
from giz_gesprek.conversation.text_fields import ShortText

MOST_WEEKS: Final = 520
"""The longest term after which the program reminds of a family."""


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A family in the list.

    Attributes:
        id: of the family.
        label: the professional's word for it.
        conversations: how many there are.
        last_at: when the last one started.
        states: how far they are, each state once, that of the last one first; None of a family that
            an earlier version could not read.

    """

    id: str
    label: str
    conversations: int
    last_at: datetime | None
    states: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Where something is being typed.

    Attributes:
        conversation_id: in which conversation.
        key: of a step, a line, or whatever else holds own words.

    """

    conversation_id: str
    key: str


@dataclass(frozen=True)
class Forgotten:
    """Lines that were taken away: the log and the drafts forget them too.

    Attributes:
        conversation_id: where they stood; None for what every conversation of the family shares.
        items: the names of the lines, in the log and among the drafts.
        of_actor: who took back everything that they said: the log forgets all that they did there,
            and the file keeps no trace of it, as after a deletion.

    """

    conversation_id: str | None
    items: tuple[str, ...]
    of_actor: str | None = None


@dataclass(frozen=True, slots=True)
class WentOut:
    """When something of a family went out of the program.

    Attributes:
        exported_at: the last time.
        counts_from: that, or when it was said after it that the family is kept longer.

    """

    exported_at: datetime
    counts_from: datetime


@dataclass(frozen=True, slots=True)
class DeletionReceipt:
    """Proof of a deletion, without personal data.

    Attributes:
        at: when.
        conversations: how many were deleted.
        store_id: of which file; made at random with the file.

    """

    at: datetime
    conversations: int
    store_id: str


class Profile(Record):
    """The professional who owns the store, and how they like the program."""

    name: ShortText | None = None
    organisation: ShortText | None = None
    phone: ShortText | None = None
    theme: Identifier | None = None
    kept_weeks: int | None = Field(default=12, ge=1, le=MOST_WEEKS)
    """Weeks after the last report before the program reminds of a family; None for never."""
    idle_minutes: int = Field(default=15, ge=1, le=120)
    pictures: Literal["automatic", "blocks", "off"] = "automatic"
    voice: Identifier | None = None
    """What reads to families that have no voice of their own; None for the usual one."""
    backed_up_at: datetime | None = None
    """When the last backup of this file was made; in a backup, when that itself was made."""

    @property
    def first_name(self) -> str:
        """What families say: the first word of the name; a title alone is no name."""
        name = self.name or ""
        first = name.split(maxsplit=1)[0] if name.strip() else ""
        return name if first.endswith(".") else first


def new_id() -> str:
    """Return a new id, unique without asking anybody."""
    return uuid4().hex


def to_text(moment: datetime) -> str:
    """Return an aware moment as text in UTC, the way it is stored.

    Raises:
        ValueError: the moment has no time zone, so nobody can say when it was.

    """
    return in_utc(moment).isoformat()


def in_utc(moment: datetime) -> datetime:
    """Return an aware moment in UTC; raises ``ValueError`` for one without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC)
