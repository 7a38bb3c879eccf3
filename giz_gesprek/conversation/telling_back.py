"""An agreement told back: the parent tells in their own words what everybody is going to do.

Owns when a goal with its steps counts as agreed. What is not told back is for the professional to
explain better; the family is told nothing of it.
"""

from __future__ import annotations

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.plan import Goal, Plan, ToldBack
from giz_gesprek.conversation.planning import goal_of, visible_goals, with_goal
from giz_gesprek.conversation.records import of_family
from giz_gesprek.conversation.talk import Talk


def not_agreed(talk: Talk) -> tuple[Goal, ...]:
    """Return the goals that nobody told back, of those that everybody here may hear."""
    return tuple(goal for goal in visible_goals(talk) if not goal.is_agreed)


def tell_back(talk: Talk, goal_id: str, words: OwnWords) -> Talk:
    """Return the talk after the parent told a goal and its steps in their own words."""
    told = goal_of(talk.conversation.plan, goal_id).told_back
    said = of_family(talk, words, told.words if told is not None else None)
    return with_goal(talk, goal_id, told_back=ToldBack(state="told", words=said))


def rather_not_tell(talk: Talk, goal_id: str) -> Talk:
    """Return the talk after the parent would rather not tell it."""
    return with_goal(talk, goal_id, told_back=ToldBack(state="rather_not"))


def without_told_words(talk: Talk, goal_id: str) -> Talk:
    """Return the talk without the words; that it was told stays."""
    told = goal_of(talk.conversation.plan, goal_id).told_back
    if told is None:
        return talk
    return with_goal(talk, goal_id, told_back=told.model_copy(update={"words": None}))


def has_to_be_told_again(before: Plan, after: Plan) -> bool:
    """Tell whether a goal that was told back is another one now."""
    told = {goal.id for goal in before.goals if goal.is_agreed}
    return any(goal.id in told and goal.told_back is None for goal in after.goals)
