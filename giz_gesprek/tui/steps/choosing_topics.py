"""The triangle: first a side, then its topics, a few at a time. The parent chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal

from giz_gesprek.session.step_view import TopicsView, TriangleView
from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.steps.base import StepBody, WayButton
from giz_gesprek.tui.steps.choice import ChoosingBody
from giz_gesprek.tui.widgets.choice_list import ChoiceItem, Choices
from giz_gesprek.tui.widgets.said import Said
from giz_gesprek.tui.widgets.triangle import SIDES, Triangle

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.shown import Shown
    from giz_gesprek.session.step_parts import Option
    from giz_gesprek.tui.widgets.picture import Pictures


class TriangleBody(ChoosingBody[TriangleView]):
    """The sides. One that was walked stays open to go back to."""

    def choosing(self) -> ComposeResult:
        """Yield the sides, and the triangle that they make."""
        view = self.view
        wanted = self.pictures.wanted and len(view.sides) == SIDES
        with Horizontal(classes="with-triangle"):
            yield self.choices
            yield Triangle(view.child, view.sides, view.chosen, wanted=wanted)

    def compose(self) -> ComposeResult:
        """Add a line about the lit side."""
        yield from super().compose()
        yield Said("", id="about", classes="hint")

    def tell_about(self, option: Option) -> None:
        """Say in a line what belongs to the lit side, and light it in the triangle."""
        self.query_one(Triangle).lit = option.id
        self.query_one("#about", Said).say(option.about)


class TopicsBody(StepBody[TopicsView]):
    """A few topics of a side; each can be chosen and left again."""

    def __init__(self, view: TopicsView, pictures: Pictures) -> None:
        super().__init__(view, pictures)
        others = view.others
        self._others = ChoiceItem(others) if others is not None else None

    def compose(self) -> ComposeResult:
        """Lay out the question and the topics."""
        view = self.view
        heard = f" {HEARD}" if view.asked_before else ""
        yield Said(view.question, classes=f"question{heard}")
        choices = Choices(view.options, mark="✔", picture=self.pictures.picture)
        choices.light(view.chosen)
        yield choices
        yield Said("\n".join(view.echo), id="echo", classes=f"echo {HEARD}")
        yield Said(view.hint, classes=f"hint{heard}")
        with Horizontal(classes="asides"):
            if self._others is not None:
                self._others.set_class(view.asked_before, HEARD)
                yield self._others
            if view.add is not None:
                yield WayButton(view.add, id="add-topic", classes=HEARD)

    def choose(self, digit: int) -> None:
        """Choose or leave the topic of this digit, or show the other topics."""
        others = () if self.view.others is None else (self.view.others,)
        for option in (*self.view.options, *others):
            if option.digit == digit and option.act is not None:
                self.act(option.act)

    @on(ChoiceItem.Clicked)
    def take(self, event: ChoiceItem.Clicked) -> None:
        """Choose or leave the topic that was pointed at, or show the other topics."""
        event.stop()
        self.choose(event.option.digit)

    def confirm(self) -> None:
        """Go on with what is chosen."""
        self.act(self.view.confirm)

    def renew(self, view: Shown) -> None:
        """Show what is chosen now, on every page."""
        if isinstance(view, TopicsView):
            self.view = view
            self.query_one(Choices).light(view.chosen)
            self.query_one("#echo", Said).say("\n".join(view.echo))
            self.post_message(self.Echoed())
