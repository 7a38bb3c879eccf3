"""Who does a step, where not everybody who reads it knows whose words that is in."""

from __future__ import annotations

from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.summary.listed import SAID


def as_typed(step: PlanStep) -> PlanStep:
    """Return a step with a name that was typed by hand between marks.

    "My sister" is the sister of whoever typed it, not of whoever wrote the paper.
    """
    if step.who_else is None:
        return step
    return step.model_copy(update={"who_else": SAID.format(step.who_else)})
