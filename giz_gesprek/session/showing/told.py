"""What the steps show on which what was told is shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.steps import (
    AgainStep,
    AroundStep,
    ExportStep,
    GoalsStep,
    HardDaysStep,
    HelpCameStep,
    HelpedStep,
    LeftStep,
    LookingBackStep,
    ReachedStep,
    ReadBackStep,
    SideBySideStep,
    SinceStep,
    StepReachedStep,
    SummaryStep,
    ThenStep,
    WholeStep,
)
from giz_gesprek.session.showing import (
    again,
    around,
    ending,
    goals,
    hard_days,
    lines,
    looking_back,
    side_by_side,
    whole,
)

if TYPE_CHECKING:
    from giz_gesprek.session.step_data import StepData
    from giz_gesprek.session.step_view import StepView

    Told = (
        AgainStep
        | AroundStep
        | ExportStep
        | GoalsStep
        | LeftStep
        | LookingBackStep
        | ReadBackStep
        | SideBySideStep
        | SummaryStep
        | WholeStep
    )


def told(data: StepData, step: Told) -> StepView:  # noqa: C901, PLR0911 - one a kind of step
    """Return what ``step``, that of ``data``, shows."""
    if isinstance(step, LookingBackStep):
        return _looking_back(data, step)
    match step:
        case LeftStep():
            return again.left(data)
        case AgainStep():
            return again.again(data)
        case ReadBackStep():
            return lines.read_back(data, step)
        case SideBySideStep():
            return side_by_side.side_by_side(data, step)
        case WholeStep():
            return whole.whole(data)
        case AroundStep():
            return around.around(data)
        case GoalsStep():
            return goals.goals(data)
        case SummaryStep():
            return lines.summary(data)
        case ExportStep():
            return ending.export(data)


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
