"""A family's conversations in a row: what was talked about, what was agreed, what became of it.

Of what is delicate there is nothing: whoever looks along may read all of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.delicate import is_delicate_goal, sensitive_topics
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.looked_back import Outcome
from giz_gesprek.conversation.plan import Goal
from giz_gesprek.conversation.voices import anybody_spoke


@dataclass(frozen=True)
class GoalThen:
    """A goal, and what was said to have become of it; None where nobody said so."""

    goal: Goal
    outcome: Outcome | None


@dataclass(frozen=True)
class TalkThen:
    """One conversation: its topics, each with its child, and its goals."""

    conversation: Conversation
    topics: tuple[tuple[str, str | None], ...]
    goals: tuple[GoalThen, ...]


def history(framework: Framework, conversations: Iterable[Conversation]) -> tuple[TalkThen, ...]:
    """Return what there is to tell of each conversation, the oldest first.

    Of one that the family did not want there are only the day and that they did not.
    """
    in_order = sorted(conversations, key=lambda each: each.started_at)
    became = {
        (said.conversation_id, said.goal_id): said.outcome
        for each in in_order
        for said in each.looked_back
    }
    return tuple(
        TalkThen(each, _topics(framework, each), _goals(framework, each, became))
        if each.state != "declined"
        else TalkThen(each, (), ())
        for each in in_order
    )


def _topics(framework: Framework, conversation: Conversation) -> tuple[tuple[str, str | None], ...]:
    delicate = sensitive_topics(framework)
    abouts = dict.fromkeys((view.topic, view.child_id) for view in conversation.views)
    return tuple(
        (topic, child_id)
        for topic, child_id in abouts
        if topic not in delicate and anybody_spoke(conversation, topic, child_id)
    )


def _goals(
    framework: Framework,
    conversation: Conversation,
    became: dict[tuple[str, str], Outcome],
) -> tuple[GoalThen, ...]:
    return tuple(
        GoalThen(goal, became.get((conversation.id, goal.id)))
        for goal in conversation.plan.goals
        if not is_delicate_goal(framework, conversation, goal)
    )
