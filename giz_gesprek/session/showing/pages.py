"""A page to read: welcome, agreement, the opening of a topic, somebody's turn, practice skip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.session.acts import Delete, Finish, GoNext
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Quote, Way
from giz_gesprek.session.step_view import PageView

if TYPE_CHECKING:
    from giz_gesprek.conversation.position import OpeningStep, PageStep, TurnStep
    from giz_gesprek.session.step_data import StepData

_DECLINED: Final = "declined.thanks"


def page(data: StepData, step: PageStep) -> PageView:
    """Return a text of the welcome or the agreement; after a no, whether to delete."""
    text_id = step.text
    title = data.say(f"{text_id.partition('.')[0]}.title")
    if text_id == _DECLINED:
        return PageView(
            **frame(data, title, going_on="button.keep_talk", can_skip=False),
            text=data.say(text_id),
            pictogram=data.page_picture(text_id),
            question=data.say("declined.delete"),
            aside=Way(data.say("button.delete_talk"), Delete()),
            confirm=Finish(),
        )
    return PageView(
        **frame(data, title, can_skip=False),
        text=data.say(text_id),
        pictogram=data.page_picture(text_id),
    )


def practice_skip(data: StepData) -> PageView:
    """Return the invitation to skip once; nothing happens, and that is the lesson."""
    return PageView(
        **frame(data, data.say("practice.title")),
        text=data.say("practice.skip"),
        pictogram=data.page_picture("practice.skip"),
        confirm=GoNext("practice.done"),
    )


def opening(data: StepData, step: OpeningStep) -> PageView:
    """Return what a topic is about, and why it was added where somebody said so."""
    topic = step.topic
    spec = data.framework.topics.get(topic)
    reasons = tuple(
        Quote(data.say("side_by_side.said", name=data.name(added.by_id)), added.reason.text)
        for visit in data.conversation.visits
        for added in visit.added
        if added.topic == topic and added.reason is not None
    )
    return PageView(
        **frame(data, data.topic_title()),
        text=data.say(f"{topic}.opening"),
        pictogram=spec.pictogram if spec is not None else None,
        quotes=reasons,
    )


def turn(data: StepData, step: TurnStep) -> PageView:
    """Return whose turn it is, in the words for the family or for a professional."""
    person = data.talk.family.person(step.person_id)
    text_id = "turn.professional" if person.role == "professional" else "turn.family"
    return PageView(
        **frame(data, data.say("turn.title"), "help.turn", can_skip=False),
        text=data.say(text_id),
        pictogram=data.page_picture(text_id),
    )
