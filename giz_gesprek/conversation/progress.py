"""How far a conversation is, in words for the people at the table; never a percentage."""

from __future__ import annotations

from giz_gesprek.conversation.agenda import agenda, plan_begins
from giz_gesprek.conversation.choosing import visible_topics
from giz_gesprek.conversation.flow import current_step
from giz_gesprek.conversation.offered import children_of_side
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.steps import ExportStep, QuestionStep, ReadBackStep, SummaryStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import anybody_spoke, family_voices, professional_voices


def topics_left(talk: Talk) -> int:
    """Return how many topics of this side the same person still has before them."""
    steps, here = agenda(talk), current_step(talk)
    if not isinstance(here, QuestionStep | ReadBackStep):
        return 0
    if here.topic is None or here.person_id is None:
        return 0
    side = talk.framework.side_of(here.topic)
    coming = {
        step.topic
        for step in steps[steps.index(here) + 1 :]
        if isinstance(step, QuestionStep)
        # Reasons and advice are asked of the same person once a topic was talked about.
        and _is_of_topic(talk, step)
        and (step.person_id, step.child_id) == (here.person_id, here.child_id)
        and talk.framework.side_of(step.topic or "") == side
    }
    return len(coming - {here.topic})


def begins_topic(talk: Talk, step: QuestionStep) -> bool:
    """Tell whether a topic begins here for the family: it is told what it is about."""
    if step.person_id not in family_voices(talk)[:1] or not _is_of_topic(talk, step):
        return False
    before = _step_before(talk, step)
    here = (step.topic, step.child_id, step.person_id)
    return before is None or (before.topic, before.child_id, before.person_id) != here


def begins_turn(talk: Talk, step: QuestionStep) -> bool:
    """Tell whether the turn of a professional begins here: the family is told, and looks on."""
    if step.person_id not in professional_voices(talk) or not _is_of_topic(talk, step):
        return False
    before = _step_before(talk, step)
    return before is None or before.person_id != step.person_id


def _is_of_topic(talk: Talk, step: QuestionStep) -> bool:
    spec = talk.framework.topics.get(step.topic or "")
    return spec is not None and step.question in talk.framework.question_sets[spec.set]


def _step_before(talk: Talk, step: QuestionStep) -> Position | None:
    steps = agenda(talk)
    place = steps.index(step)
    return steps[place - 1].position if place else None


def can_stop_for_today(talk: Talk) -> bool:
    """Tell whether "enough for today" leads anywhere: after the agreement, before the report."""
    if talk.conversation.state in {"prepared", "declined"}:
        return False
    return not isinstance(current_step(talk), SummaryStep | ExportStep)


def is_past_the_sides(talk: Talk) -> bool:
    """Tell whether no side is asked for any more: the plan, or what comes after it."""
    steps = agenda(talk)
    begins = next((place for place, step in enumerate(steps) if step in plan_begins(talk)), None)
    return begins is not None and steps.index(current_step(talk)) >= begins


def every_side_was_talked_about(talk: Talk) -> bool:
    """Tell whether each side was talked about."""
    return all(was_talked_about(talk, side) for side in talk.framework.sides)


def was_talked_about(talk: Talk, side: str) -> bool:
    """Tell whether somebody spoke on a topic of a side that everybody here may know of."""
    return any(
        anybody_spoke(talk.conversation, topic, child_id)
        for topic in visible_topics(talk, side)
        for child_id in children_of_side(talk, side)
    )
