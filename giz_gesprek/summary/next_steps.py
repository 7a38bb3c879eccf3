"""Which small step of a goal comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from giz_gesprek.conversation.plan import PlanStep


def next_first(steps: Sequence[PlanStep]) -> tuple[PlanStep, ...]:
    """Return the steps of one goal with the next one in front: the earliest day, else the first."""
    if not steps:
        return ()
    following = min(steps, key=lambda step: (step.by is None, step.by or date.max))
    return (following, *(step for step in steps if step is not following))
