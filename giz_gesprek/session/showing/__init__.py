"""From a conversation to what its step shows: one function for every kind of step.

Pure: nothing is read, kept or drawn here. Where something is told it stands here; where what was
told is shown again, in ``told``, which brings along how it is put into words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from giz_gesprek.content.texts import LADDER
from giz_gesprek.conversation.steps import (
    ChildConsentStep,
    ConsentStep,
    LaterDateStep,
    LookBackStep,
    PageStep,
    PracticeStep,
    QuestionStep,
    TopicsStep,
    TriangleStep,
    TurnStep,
)
from giz_gesprek.session.showing import beginning, choices, days, pages, triangle

if TYPE_CHECKING:
    from giz_gesprek.session.step_data import StepData
    from giz_gesprek.session.step_view import StepView


def step_view(data: StepData) -> StepView:
    """Return what the step of ``data`` shows, and whether another rung says it in other words."""
    view, place = _view(data), LADDER.index(data.phrases.rung)

    def differs(other: int) -> bool:
        beyond = not 0 <= other < len(LADDER)
        return not beyond and _view(data.at(LADDER[other])).said != view.said

    return replace(view, has_easier=differs(place + 1), has_plainer=differs(place - 1))


def _view(data: StepData) -> StepView:  # noqa: C901, PLR0911 - one a kind of step
    match data.step:
        case PageStep() as step:
            return pages.page(data, step)
        case ConsentStep():
            return beginning.consent(data)
        case ChildConsentStep() as step:
            return beginning.child_consent(data, step)
        case PracticeStep():
            return beginning.practice(data)
        case TriangleStep() as step:
            return triangle.triangle(data, step)
        case TopicsStep() as step:
            return triangle.topics(data, step)
        case QuestionStep() as step:
            return choices.question(data, step)
        case TurnStep():
            return pages.turn(data)
        case LaterDateStep() as step:
            return days.later_date(data, step)
        case LookBackStep():
            return days.look_back(data)
        case step:
            from giz_gesprek.session.showing.told import told

            return told(data, step)
