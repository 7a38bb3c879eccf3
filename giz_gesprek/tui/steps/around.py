"""The people around the family: a map where there is room, and a list that tells the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.events import Resize

from giz_gesprek.session.acts import GoNext
from giz_gesprek.session.around_view import AroundView, RingShown
from giz_gesprek.tui.steps.base import StepBody, WayButton
from giz_gesprek.tui.widgets.rings import Rings
from giz_gesprek.tui.widgets.said import Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.session.acts import Act
    from giz_gesprek.session.shown import Shown


class AroundBody(StepBody[AroundView]):
    """Everybody around the child, and what can be done with each."""

    def compose(self) -> ComposeResult:
        """Lay out the question, the map and the list; what adds somebody stands below."""
        view = self.view
        yield Said(view.question, classes="question")
        if not view.hint:
            yield Rings(view.drawn, wanted=self.pictures.wanted)
        yield from _rings(view.told)
        if view.before:
            yield Said(view.before, classes="statement")
        yield from _rings(view.asked)
        if view.keep_all is not None:
            yield WayButton(view.keep_all, id="keep-all")
        if view.hint:
            yield Said(view.hint, classes="hint")
        yield WayButton(view.add, big=bool(view.hint), id="add")
        if view.other_parent is not None:
            yield WayButton(view.other_parent, id="other-parent")

    @on(Resize)
    def fit(self) -> None:
        """Show the map where there is room for it."""
        for rings in self.query(Rings):
            rings.fit(self.app.size.width)

    def first_focus(self) -> Widget | None:
        """Stand where somebody is named, while there is nobody."""
        return self.query_one("#add") if self.view.hint else None

    def focus_after(self, before: StepBody[Shown], act: Act) -> Widget | None:
        """Stay at what was done; where that is gone, where somebody is named."""
        same = super().focus_after(before, act)
        return same or (self.query_one("#add") if isinstance(before, AroundBody) else None)

    def confirm(self) -> None:
        """Go on."""
        self.act(GoNext())


def _rings(rings: Iterable[RingShown]) -> ComposeResult:
    for ring in rings:
        yield Said(ring.name, classes="speaker")
        for one in ring.people:
            yield Quoted(one.name, classes="plan-step")
            for quote in one.told:
                with Horizontal(classes="already"):
                    yield Said(quote.lead, classes="already-lead")
                    yield Quoted(quote.text)
            with Horizontal(classes="line-buttons"):
                for way in one.ways:
                    yield WayButton(way)
