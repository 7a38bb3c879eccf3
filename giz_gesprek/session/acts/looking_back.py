"""What is done with what was agreed and told the time before."""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.conversation.looked_back import Then


@dataclass(frozen=True)
class LookAtSteps:
    """The steps of a goal that was reached are to be looked at one by one all the same."""

    goal: str


@dataclass(frozen=True)
class GoOnWith:
    """How everybody goes on with a goal of the time before."""

    goal: str
    then: Then


@dataclass(frozen=True)
class CarryOver:
    """An answer of the time before about hard days is kept after all, or it goes."""

    question: str
    kept: bool
