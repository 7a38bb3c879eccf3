"""Which body shows which step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.tui.steps.choice import ChoiceBody, ConsentBody, PracticeBody, TogetherBody
from giz_gesprek.tui.steps.choosing_topics import TopicsBody, TriangleBody
from giz_gesprek.tui.steps.dates import LaterDateBody, LookBackBody
from giz_gesprek.tui.steps.export import ExportBody
from giz_gesprek.tui.steps.goals import GoalsBody
from giz_gesprek.tui.steps.own_words import OwnWordsBody
from giz_gesprek.tui.steps.page import (
    DeclinedBody,
    OpeningBody,
    PageBody,
    PracticeSkipBody,
    TurnBody,
)
from giz_gesprek.tui.steps.read_back import ReadBackBody
from giz_gesprek.tui.steps.side_by_side import SideBySideBody
from giz_gesprek.tui.steps.summary import SummaryBody

if TYPE_CHECKING:
    from giz_gesprek.tui.steps.base import StepBody, StepData

_BODIES: Final[dict[str, type[StepBody]]] = {
    "page": PageBody,
    "consent": ConsentBody,
    "practice": PracticeBody,
    "practice_skip": PracticeSkipBody,
    "triangle": TriangleBody,
    "topics": TopicsBody,
    "opening": OpeningBody,
    "read_back": ReadBackBody,
    "turn": TurnBody,
    "side_by_side": SideBySideBody,
    "later_date": LaterDateBody,
    "goals": GoalsBody,
    "look_back": LookBackBody,
    "summary": SummaryBody,
    "export": ExportBody,
}


def make_body(data: StepData) -> StepBody:
    """Return the body for the step of ``data``."""
    step = data.step
    if step.kind == "question":
        spec = data.framework.questions[step.question or ""]
        if spec.answer != "choice":
            return OwnWordsBody(data)
        return TogetherBody(data) if step.person_id is None else ChoiceBody(data)
    if step.text == "declined.thanks":
        return DeclinedBody(data)
    return _BODIES[step.kind](data)
