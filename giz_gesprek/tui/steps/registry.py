"""Which body shows which view.

Those of every topic stand here; those that come a few times in a visit, in ``seldom``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from giz_gesprek.session.step_view import ChoiceView, PageView, WordsView
from giz_gesprek.tui.steps.choice import ChoiceBody
from giz_gesprek.tui.steps.own_words import OwnWordsBody
from giz_gesprek.tui.steps.page import PageBody

if TYPE_CHECKING:
    from giz_gesprek.session.shown import Shown
    from giz_gesprek.session.step_view import StepView
    from giz_gesprek.tui.steps.base import StepBody
    from giz_gesprek.tui.widgets.picture import Pictures

# Each body takes the view that stands before it, which a mapping cannot say.
_BODIES: Final[dict[type[Shown], Any]] = {
    PageView: PageBody,
    ChoiceView: ChoiceBody,
    WordsView: OwnWordsBody,
}


def make_body(view: StepView, pictures: Pictures) -> StepBody[Shown]:
    """Return the body that lays out ``view``."""
    kind = _BODIES.get(type(view))
    if kind is None:
        from giz_gesprek.tui.steps.seldom import BODIES

        kind = BODIES[type(view)]
    body: StepBody[Shown] = kind(view, pictures)
    return body
