"""What belongs to an agreement besides its steps: why it matters, how it was told back."""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.plan import FirstContact
from giz_gesprek.summary.item_base import ItemShown


@dataclass(frozen=True)
class OfGoal(ItemShown):
    """It belongs to a goal, and goes where that goes."""

    goal_id: str


@dataclass(frozen=True)
class WhyItMatters(OfGoal):
    """Why a goal matters to the family."""

    words: OwnWords


@dataclass(frozen=True)
class CalledFirst(ItemShown):
    """Whom the family calls first about the plan, and the number where that is known."""

    contact: FirstContact
    phone: str | None


@dataclass(frozen=True)
class ToldBackSaid(OfGoal):
    """A goal and its steps, as the parent told them back."""

    words: OwnWords


@dataclass(frozen=True)
class ToTellBack(OfGoal):
    """A goal that was not told back: for the professional. ``rather_not``: the parent was asked."""

    rather_not: bool = False
