"""What a next visit keeps about the visits before it: what became of something that was left."""

from __future__ import annotations

from typing import Literal

from giz_gesprek.conversation.base import Identifier, Instant, Record

LeftKind = Literal["differed", "topic"]
"""People still saw a topic differently; or it was chosen and not talked about."""

LeftThen = Literal["later", "solved", "not_needed"]
"""It is left once more; a difference that is none any more; a topic that is needed no more."""


class LeftBefore(Record):
    """What became of something that an earlier conversation left, said by those ``present``.

    Talking about it now is no record of this kind: then its topic is chosen.
    """

    conversation_id: Identifier
    kind: LeftKind
    topic: Identifier
    child_id: Identifier | None = None
    then: LeftThen
    present: tuple[Identifier, ...] = ()
    at: Instant
