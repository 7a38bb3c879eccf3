"""What the professional has still to do, for the screens at the end of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.planning import visible_goals
from giz_gesprek.conversation.telling_back import not_agreed
from giz_gesprek.summary.agreed import goal_title

if TYPE_CHECKING:
    from giz_gesprek.session.step_data import StepData


def to_explain(data: StepData) -> str:
    """Return which goals nobody told back yet; empty for none."""
    there, still = visible_goals(data.talk), not_agreed(data.talk)
    if not still or data.conversation.state == "declined":
        return ""
    words = data.words.for_the_professional()
    titles = [
        goal_title(words, goal.topics, number if len(there) > 1 else None)
        for number, goal in enumerate(there, start=1)
        if goal in still
    ]
    return data.to_professional("summary.not_agreed", what="; ".join(titles))
