"""From a conversation to what its step shows: one function for every kind of step.

Pure: nothing is read, kept or drawn here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from giz_gesprek.session.showing import choices, days, goals, lines, pages, side_by_side, triangle

if TYPE_CHECKING:
    from giz_gesprek.conversation.position import StepKind
    from giz_gesprek.session.step_data import StepData
    from giz_gesprek.session.step_view import StepView

_VIEWS: Final[dict[StepKind, Callable[[StepData], StepView]]] = {
    "page": pages.page,
    "consent": choices.consent,
    "practice": choices.practice,
    "practice_skip": pages.practice_skip,
    "triangle": triangle.triangle,
    "topics": triangle.topics,
    "opening": pages.opening,
    "question": choices.question,
    "read_back": lines.read_back,
    "turn": pages.turn,
    "side_by_side": side_by_side.side_by_side,
    "later_date": days.later_date,
    "goals": goals.goals,
    "look_back": days.look_back,
    "summary": lines.summary,
    "export": choices.export,
}


def step_view(data: StepData) -> StepView:
    """Return what the step of ``data`` shows."""
    return _VIEWS[data.step.kind](data)
