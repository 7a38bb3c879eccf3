"""How far a conversation is, in words for the people at the table; never a percentage."""

from __future__ import annotations

from giz_gesprek.conversation.agenda import agenda, children_of_side
from giz_gesprek.conversation.choosing import visible_topics
from giz_gesprek.conversation.flow import current_step
from giz_gesprek.conversation.position import (
    ExportStep,
    OpeningStep,
    QuestionStep,
    ReadBackStep,
    SummaryStep,
)
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import anybody_spoke


def topics_left(talk: Talk) -> int:
    """Return how many topics of this side the same person still has before them."""
    steps, here = agenda(talk), current_step(talk)
    if not isinstance(here, OpeningStep | QuestionStep | ReadBackStep):
        return 0
    if here.topic is None or here.person_id is None:
        return 0
    side = talk.framework.side_of(here.topic)
    coming = {
        step.topic
        for step in steps[steps.index(here) + 1 :]
        if isinstance(step, OpeningStep | QuestionStep)
        and (step.person_id, step.child_id) == (here.person_id, here.child_id)
        and talk.framework.side_of(step.topic or "") == side
    }
    return len(coming - {here.topic})


def can_stop_for_today(talk: Talk) -> bool:
    """Tell whether "enough for today" leads anywhere: after the agreement, before the report."""
    if talk.conversation.state in {"prepared", "declined"}:
        return False
    return not isinstance(current_step(talk), SummaryStep | ExportStep)


def every_side_was_talked_about(talk: Talk) -> bool:
    """Tell whether somebody spoke on each side, of a topic that everybody here may know of."""
    return all(
        any(
            anybody_spoke(talk.conversation, topic, child_id)
            for topic in visible_topics(talk, side)
            for child_id in children_of_side(talk, side)
        )
        for side in talk.framework.sides
    )
