"""With whom something is shared, and what of it: recipients, parts, consent, who decides.

Owns the records. Who has to say yes, and what came of that, is in ``consent``.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from giz_gesprek.conversation.base import Identifier, Instant, Record
from giz_gesprek.conversation.text_fields import ShortText

RecipientKind = Literal[
    "jgz",
    "school",
    "neighbourhood_team",
    "doctor",
    "childcare",
    "youth_care",
    "other",
]
"""What a recipient is; each has a name in the content."""

PartKind = Literal["topic", "plan", "people", "hard_days"]
"""What can be shared by itself: a topic, the plan, who helps, and the page for hard days."""


class Recipient(Record):
    """Somebody outside the family with whom something can be shared."""

    id: Identifier
    name: ShortText
    kind: RecipientKind = "other"


class SharedPart(Record):
    """One part of a conversation; ``topic`` and ``child_id`` as in a view, of a topic only."""

    kind: PartKind
    topic: Identifier | None = None
    child_id: Identifier | None = None

    @model_validator(mode="after")
    def _a_topic_has_its_name(self) -> Self:
        if (self.kind == "topic") != (self.topic is not None):
            message = "a part that is a topic names it, and no other part does"
            raise ValueError(message)
        if self.kind != "topic" and self.child_id is not None:
            message = "only a topic is about one child"
            raise ValueError(message)
        return self


class Sharing(Record):
    """Consent to share some ``parts`` with one recipient, given or refused.

    Withdrawing keeps the record of both moments. ``said_by`` gave or refused it and
    ``withdrawn_by`` took it back; empty where that is not known. ``present`` sat at the table when
    it was said. Without ``parts`` it is not known what was meant: nothing is shared on it.
    """

    recipient: Identifier
    parts: tuple[SharedPart, ...] = ()
    granted: bool
    at: Instant
    said_by: tuple[Identifier, ...] = ()
    present: tuple[Identifier, ...] = ()
    withdrawn_at: Instant | None = None
    withdrawn_by: tuple[Identifier, ...] = ()


class Custody(Record):
    """What was said about somebody: whether they decide about a child. No legal check."""

    person_id: Identifier
    child_id: Identifier
    decides: bool
