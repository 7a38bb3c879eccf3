"""The people around the family: a map where there is room, and a list that tells the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.events import Resize

from giz_gesprek.session.acts import GoNext
from giz_gesprek.session.around_view import AroundView, PersonShown
from giz_gesprek.session.ring_map import RingNames
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
        if view.told or view.asked:
            yield Rings(view.child, _names(view), wanted=self.pictures.wanted)
        if view.before:
            yield Said(view.before, classes="statement")
        if view.keep_all is not None:
            yield WayButton(view.keep_all, id="keep-all")
        for one in view.asked:
            yield from _person(one)
        for ring in view.told:
            yield Said(ring.name, classes="speaker")
            for one in ring.people:
                yield from _person(one)
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


def _names(view: AroundView) -> list[RingNames]:
    """Return who stands in each ring; a question mark is behind whom nobody confirmed yet."""
    return [
        RingNames(
            ring.name, tuple(f"{one.name} ?" if one.asked else one.name for one in ring.people)
        )
        for ring in view.rings
    ]


def _person(one: PersonShown) -> ComposeResult:
    yield Quoted(one.text, classes="plan-step")
    with Horizontal(classes="line-buttons"):
        for way in one.ways:
            yield WayButton(way)
