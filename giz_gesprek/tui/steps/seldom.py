"""The bodies that come a few times in a visit, each with the view that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from giz_gesprek.session.around_view import AroundView
from giz_gesprek.session.plan_views import DayView, GoalsView
from giz_gesprek.session.step_view import AgainView, TopicsView, TriangleView, WholeView
from giz_gesprek.session.written_views import LinesView, SideBySideView
from giz_gesprek.tui.steps.around import AroundBody
from giz_gesprek.tui.steps.choosing_again import AgainBody
from giz_gesprek.tui.steps.choosing_topics import TopicsBody, TriangleBody
from giz_gesprek.tui.steps.day import DayBody
from giz_gesprek.tui.steps.goals import GoalsBody
from giz_gesprek.tui.steps.lines import LinesBody
from giz_gesprek.tui.steps.side_by_side import SideBySideBody
from giz_gesprek.tui.steps.whole import WholeBody

if TYPE_CHECKING:
    from giz_gesprek.session.shown import Shown

BODIES: Final[dict[type[Shown], Any]] = {
    TriangleView: TriangleBody,
    WholeView: WholeBody,
    TopicsView: TopicsBody,
    AgainView: AgainBody,
    LinesView: LinesBody,
    SideBySideView: SideBySideBody,
    DayView: DayBody,
    AroundView: AroundBody,
    GoalsView: GoalsBody,
}
