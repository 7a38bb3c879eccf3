"""A page to read: welcome, agreement, the turn of somebody else of the family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.voices import small_children, young_people
from giz_gesprek.session.acts import Delete, Finish
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Way
from giz_gesprek.session.step_view import PageView

if TYPE_CHECKING:
    from giz_gesprek.conversation.steps import PageStep
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
    pages = data.framework.pages
    is_greeting = text_id in {pages["welcome"][0], pages["again"][0]}
    return PageView(
        **frame(data, title, can_skip=False),
        text=data.say(text_id),
        to_children=_to_children(data) if is_greeting else (),
        pictogram=data.page_picture(text_id),
    )


def _to_children(data: StepData) -> tuple[str, ...]:
    """Return a line for each child who sits there: one that is twelve can join in."""
    said = dict.fromkeys(small_children(data.talk), "welcome.child")
    said |= dict.fromkeys(young_people(data.talk), "welcome.young")
    return tuple(data.say(text_id, who=data.name(one)) for one, text_id in said.items())


def turn(data: StepData) -> PageView:
    """Return whose turn of the family it is: the laptop goes to somebody else."""
    return PageView(
        **frame(data, data.say("turn.title"), "help.turn", can_skip=False),
        text=data.say("turn.family"),
        pictogram=data.page_picture("turn.family"),
    )
