"""What can put somebody in danger when another hears or reads it: topics, and goals about them.

Owns what counts as delicate. Who may hear it now is for ``voices``, who reads it for the papers.
"""

from __future__ import annotations

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.plan import Goal


def sensitive_topics(framework: Framework) -> tuple[str, ...]:
    """Return the topics that wait for a moment alone while somebody listens."""
    return tuple(topic for topic, spec in framework.topics.items() if spec.sensitive)


def is_delicate_goal(framework: Framework, conversation: Conversation, goal: Goal) -> bool:
    """Tell whether a goal belongs to a sensitive topic, also to one that is on no paper."""
    if not goal.topics:
        return is_all_delicate(framework, conversation)
    return not set(goal.topics).isdisjoint(sensitive_topics(framework))


def is_delicate_programme(framework: Framework, programme: str) -> bool:
    """Tell whether help is for sensitive topics only."""
    spec = framework.programmes.get(programme)
    return spec is not None and set(sensitive_topics(framework)).issuperset(spec.topics)


def has_delicate_plan(framework: Framework, conversation: Conversation) -> bool:
    """Tell whether hard days can be about something delicate: they belong to the whole plan.

    So do answers that were carried over from such a plan.
    """
    plan = conversation.plan
    return (
        is_all_delicate(framework, conversation)
        or any(is_delicate_goal(framework, conversation, goal) for goal in plan.goals)
        or any(carried.delicate for carried in plan.carried)
    )


def is_all_delicate(framework: Framework, conversation: Conversation) -> bool:
    """Tell whether people spoke about sensitive topics, and about nothing else."""
    spoken = {view.topic for view in conversation.views}
    return bool(spoken) and spoken.issubset(sensitive_topics(framework))


def is_asked_alone(framework: Framework, question: str) -> bool:
    """Tell whether a question is asked of one person alone with professionals."""
    spec = framework.questions.get(question)
    return spec is not None and spec.alone
