"""Who asks for help that was chosen for a goal, and by when."""

from __future__ import annotations

from datetime import date

from giz_gesprek.conversation.plan import ChosenProgramme
from giz_gesprek.conversation.planning import goal_of, with_goal
from giz_gesprek.conversation.talk import Talk


def ask_for_programme(
    talk: Talk, goal_id: str, programme: str, asked_by: str | None, by: date | None
) -> Talk:
    """Return the talk in which somebody asks for a programme of a goal, and by when.

    Raises:
        KeyError: the goal has no such programme.

    """
    goal = goal_of(talk.conversation.plan, goal_id)
    if programme not in goal.programme_ids:
        raise KeyError(programme)
    asked = ChosenProgramme(id=programme, asked_by=asked_by, by=by)
    kept = tuple(asked if known.id == programme else known for known in goal.programmes)
    if kept == goal.programmes:
        return talk
    return with_goal(talk, goal_id, programmes=kept, told_back=None)
