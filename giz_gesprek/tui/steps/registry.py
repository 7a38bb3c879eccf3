"""Which body shows which view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from giz_gesprek.session.around_view import AroundView
from giz_gesprek.session.plan_views import DayView, GoalsView
from giz_gesprek.session.step_view import (
    AgainView,
    ChoiceView,
    PageView,
    TopicsView,
    TriangleView,
    WholeView,
    WordsView,
)
from giz_gesprek.session.written_views import LinesView, SideBySideView
from giz_gesprek.tui.steps.around import AroundBody
from giz_gesprek.tui.steps.choice import ChoiceBody
from giz_gesprek.tui.steps.choosing_again import AgainBody
from giz_gesprek.tui.steps.choosing_topics import TopicsBody, TriangleBody
from giz_gesprek.tui.steps.day import DayBody
from giz_gesprek.tui.steps.goals import GoalsBody
from giz_gesprek.tui.steps.lines import LinesBody
from giz_gesprek.tui.steps.own_words import OwnWordsBody
from giz_gesprek.tui.steps.page import PageBody
from giz_gesprek.tui.steps.side_by_side import SideBySideBody
from giz_gesprek.tui.steps.whole import WholeBody

if TYPE_CHECKING:
    from giz_gesprek.session.shown import Shown
    from giz_gesprek.session.step_view import StepView
    from giz_gesprek.tui.steps.base import StepBody
    from giz_gesprek.tui.widgets.picture import Pictures

# Each body takes the view that stands before it, which a mapping cannot say.
_BODIES: Final[dict[type[Shown], Any]] = {
    PageView: PageBody,
    ChoiceView: ChoiceBody,
    TriangleView: TriangleBody,
    WholeView: WholeBody,
    TopicsView: TopicsBody,
    AgainView: AgainBody,
    WordsView: OwnWordsBody,
    LinesView: LinesBody,
    SideBySideView: SideBySideBody,
    DayView: DayBody,
    AroundView: AroundBody,
    GoalsView: GoalsBody,
}


def make_body(view: StepView, pictures: Pictures) -> StepBody[Shown]:
    """Return the body that lays out ``view``."""
    body: StepBody[Shown] = _BODIES[type(view)](view, pictures)
    return body
