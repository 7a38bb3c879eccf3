"""Choosing a day: to talk about a difference again, or to look back together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from giz_gesprek.conversation.records import difference_on
from giz_gesprek.session.dates import DayTyping, day_as_typed
from giz_gesprek.session.plan_views import DayView
from giz_gesprek.session.showing.frame import frame

if TYPE_CHECKING:
    from giz_gesprek.conversation.steps import LaterDateStep
    from giz_gesprek.session.step_data import StepData


def later_date(data: StepData, step: LaterDateStep) -> DayView:
    """Return the question when a difference is talked about again."""
    found = difference_on(data.conversation, step.topic, step.child_id)
    kept = found.later_on if found is not None else None
    return _day(data, data.topic_title(), "difference.later_when", kept)


def look_back(data: StepData) -> DayView:
    """Return the question when everybody looks back together."""
    kept = data.conversation.plan.look_back_on
    return _day(data, data.say("look_back.title"), "look_back.ask", kept)


def _day(data: StepData, title: str, text_id: str, kept: date | None) -> DayView:
    return DayView(
        **frame(data, title, "help.conclusion"),
        question=data.say(text_id),
        typing=DayTyping.of(data.phrases),
        entered=data.draft if data.draft is not None else day_as_typed(kept),
        day=kept,
        today=data.today,
        pictogram=data.page_picture(text_id),
    )
