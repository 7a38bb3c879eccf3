"""What was agreed the time before, and what became of it: a next visit begins there.

Owns which goals are asked about, and what is kept of the answer. A goal about something that waits
for a moment alone waits too, and nothing tells so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from giz_gesprek.conversation.delicate import is_delicate_goal
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.plan import Goal, LookedBack, Outcome
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, is_private


@dataclass(frozen=True)
class GoalBefore:
    """A goal, and the conversation in which it was set."""

    conversation: Conversation
    goal: Goal


def goals_before(talk: Talk) -> tuple[GoalBefore, ...]:
    """Return the goals of the last conversation before this one that has any, in their order.

    Those which everybody who sits there may hear.
    """
    return tuple(before for before in _all_before(talk) if may_hear(talk, before))


def may_hear(talk: Talk, before: GoalBefore) -> bool:
    """Tell whether everybody who sits there may hear a goal.

    A delicate one is heard by who set it, with professionals and nobody else.
    """
    if not is_delicate_goal(talk.framework, before.conversation, before.goal):
        return True
    return is_private(talk) and set(before.goal.words.authors).issuperset(family_voices(talk))


def said_of(talk: Talk) -> tuple[tuple[GoalBefore, LookedBack], ...]:
    """Return each goal of which somebody said what became of it, with what was said."""
    goals = {(one.conversation.id, one.goal.id): one for one in _all_before(talk)}
    return tuple(
        (goals[said.conversation_id, said.goal_id], said)
        for said in talk.conversation.looked_back
        if (said.conversation_id, said.goal_id) in goals
    )


def look_back_at(talk: Talk, goal_id: str, outcome: Outcome, *, now: datetime) -> Talk:
    """Return the talk in which everybody who sits there says what became of a goal.

    Raises:
        KeyError: nobody is asked about such a goal.

    """
    asked = {before.goal.id: before.conversation.id for before in goals_before(talk)}
    said = LookedBack(
        conversation_id=asked[goal_id],
        goal_id=goal_id,
        outcome=outcome,
        present=talk.conversation.participant_ids(),
        at=now,
    )
    order = [before.goal.id for before in _all_before(talk)]
    kept = (*take_back(talk, goal_id).conversation.looked_back, said)
    here = [each for each in kept if each.goal_id in order]
    return talk.changed(looked_back=tuple(sorted(here, key=lambda each: order.index(each.goal_id))))


def take_back(talk: Talk, goal_id: str) -> Talk:
    """Return the talk in which nothing is said of this goal of the conversation before."""
    others = (each for each in talk.conversation.looked_back if each.goal_id != goal_id)
    return talk.changed(looked_back=tuple(others))


def _all_before(talk: Talk) -> tuple[GoalBefore, ...]:
    last = next((each for each in reversed(talk.earlier) if each.plan.goals), None)
    return () if last is None else tuple(GoalBefore(last, goal) for goal in last.plan.goals)
