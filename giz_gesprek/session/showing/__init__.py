"""From a conversation to what its step shows: one function for every kind of step.

Pure: nothing is read, kept or drawn here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from giz_gesprek.content.texts import LADDER
from giz_gesprek.conversation.steps import (
    AgainStep,
    AroundStep,
    ChildConsentStep,
    ConsentStep,
    ExportStep,
    GoalsStep,
    HardDaysStep,
    HelpCameStep,
    HelpedStep,
    LaterDateStep,
    LeftStep,
    LookBackStep,
    LookingBackStep,
    PageStep,
    PracticeStep,
    QuestionStep,
    ReachedStep,
    ReadBackStep,
    SideBySideStep,
    SinceStep,
    StepReachedStep,
    SummaryStep,
    ThenStep,
    TopicsStep,
    TriangleStep,
    TurnStep,
    WholeStep,
)
from giz_gesprek.session.showing import (
    again,
    around,
    beginning,
    choices,
    days,
    goals,
    hard_days,
    lines,
    looking_back,
    pages,
    side_by_side,
    triangle,
    whole,
)

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


def _view(data: StepData) -> StepView:  # noqa: C901, PLR0911, PLR0912 - one a kind of step
    if isinstance(data.step, LookingBackStep):
        return _looking_back(data, data.step)
    match data.step:
        case PageStep() as step:
            return pages.page(data, step)
        case ConsentStep():
            return beginning.consent(data)
        case ChildConsentStep() as step:
            return beginning.child_consent(data, step)
        case LeftStep() | AgainStep():
            return again.left(data) if isinstance(data.step, LeftStep) else again.again(data)
        case PracticeStep():
            return beginning.practice(data)
        case TriangleStep() as step:
            return triangle.triangle(data, step)
        case TopicsStep() as step:
            return triangle.topics(data, step)
        case QuestionStep() as step:
            return choices.question(data, step)
        case ReadBackStep() as step:
            return lines.read_back(data, step)
        case TurnStep():
            return pages.turn(data)
        case SideBySideStep() as step:
            return side_by_side.side_by_side(data, step)
        case LaterDateStep() as step:
            return days.later_date(data, step)
        case WholeStep():
            return whole.whole(data)
        case AroundStep():
            return around.around(data)
        case GoalsStep():
            return goals.goals(data)
        case LookBackStep():
            return days.look_back(data)
        case SummaryStep():
            return lines.summary(data)
        case ExportStep():
            return choices.export(data)


def _looking_back(data: StepData, step: LookingBackStep) -> StepView:  # noqa: PLR0911 - one a kind of step
    match step:
        case SinceStep():
            return looking_back.since(data)
        case HardDaysStep():
            return hard_days.hard_days(data)
        case ReachedStep():
            return looking_back.reached(data, step)
        case StepReachedStep():
            return looking_back.step_reached(data, step)
        case HelpedStep():
            return looking_back.helped(data, step)
        case HelpCameStep():
            return looking_back.help_came(data, step)
        case ThenStep():
            return looking_back.then(data, step)
