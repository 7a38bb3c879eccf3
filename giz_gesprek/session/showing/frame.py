"""What every view has around its middle: the heading, the help and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.progress import can_stop_for_today, topics_left
from giz_gesprek.session.step_parts import WaysOn

if TYPE_CHECKING:
    from giz_gesprek.conversation.steps import QuestionStep, Step
    from giz_gesprek.session.step_data import StepData


class Frame(TypedDict):
    """The fields of ``step_view.Shown``."""

    step: Step
    title: str
    help: str
    ways: WaysOn
    example: str | None


def frame(
    data: StepData,
    title: str,
    help_id: str = "help.statement",
    *,
    going_on: str = "button.next",
    can_skip: bool = True,
    example: str | None = None,
) -> Frame:
    """Return what stands around a step; ``help_id`` and ``going_on`` are ids of texts."""
    return Frame(
        step=data.step,
        title=title,
        help=data.say(help_id),
        ways=WaysOn(
            next=data.say(going_on),
            back="" if data.step == agenda(data.talk)[0] else data.say("button.back"),
            skip=data.say("button.skip") if can_skip else "",
            enough=data.say("button.enough") if can_stop_for_today(data.talk) else "",
            left_to_do=_left_to_do(data),
        ),
        example=example,
    )


def question_title(data: StepData, step: QuestionStep) -> str:
    """Return the heading of a question step: the topic, and whose turn it is."""
    if step.topic is None:
        return data.say("hard_again.title")
    topic = data.topic_title()
    if step.person_id is None:
        return f"{topic} · {data.say('conclusion.title')}"
    return f"{topic} · {data.name(step.person_id)}"


def _left_to_do(data: StepData) -> str:
    left = topics_left(data.talk)
    if left == 0:
        return ""
    if left == 1:
        return data.say("common.one_topic_left")
    return data.say("common.topics_left", number=str(left))
