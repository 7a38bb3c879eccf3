"""What people say on a step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.left import Then


@dataclass(frozen=True)
class GiveChoice:
    """A choice of the scale was made and confirmed."""

    choice: str


@dataclass(frozen=True)
class GiveState:
    """That somebody does not know or would rather not say was confirmed."""

    state: AnswerState


@dataclass(frozen=True)
class GiveWords:
    """Own words are ready to be kept; empty text means that nothing was said."""

    text: str


@dataclass(frozen=True)
class GiveDay:
    """A day was chosen, or left open."""

    day: date | None


@dataclass(frozen=True)
class GiveConsent:
    """Somebody wants to talk, or does not; a young person may not know, which is None."""

    wants_to_talk: bool | None


@dataclass(frozen=True)
class PointAt:
    """The parent pointed at the topic that comes first, or at none; ``child_id`` as in a view."""

    topic: str | None
    child_id: str | None = None


@dataclass(frozen=True)
class OpenSide:
    """A side of the triangle was chosen."""

    side: str


@dataclass(frozen=True)
class ToggleTopic:
    """A topic was chosen, or left again."""

    side: str
    topic: str


@dataclass(frozen=True)
class TellAnew:
    """Somebody wants to tell about this topic from the beginning, instead of what changed."""


@dataclass(frozen=True)
class WantAnotherTopic:
    """A topic besides those of the time before is wanted, or not after all."""


@dataclass(frozen=True)
class SettleLeft:
    """What becomes of something that was left for later, by its name."""

    left: str
    then: Then


@dataclass(frozen=True)
class AnotherTopic:
    """Another topic is to be talked about after all, of any side."""


@dataclass(frozen=True)
class AddTopic:
    """The professional wants to add a topic of this side."""

    side: str


@dataclass(frozen=True)
class SeekAdvice:
    """The professional wants to ask others for advice on the topic of this step."""


@dataclass(frozen=True)
class LeaveAdvice:
    """The professional takes that back."""
