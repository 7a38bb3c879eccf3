"""The triangle: first a side, then its topics, a few at a time. The parent chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal

from giz_gesprek.session.step_parts import Option
from giz_gesprek.session.step_view import TopicsView, TriangleView
from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.steps.base import StepBody, WayButton
from giz_gesprek.tui.steps.choice import ChoosingBody
from giz_gesprek.tui.widgets.choice_list import ChoiceItem, Choices
from giz_gesprek.tui.widgets.said import Said
from giz_gesprek.tui.widgets.triangle import SIDES, Triangle

if TYPE_CHECKING:
    from textual.app import ComposeResult

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
        self.query_one("#about", Said).update(option.about)


class TopicsBody(StepBody[TopicsView]):
    """A few topics of a side; each can be chosen and left again."""

    def __init__(self, view: TopicsView, pictures: Pictures) -> None:
        super().__init__(view, pictures)
        self._chosen = set(view.chosen)

    def compose(self) -> ComposeResult:
        """Lay out the question and the topics."""
        view = self.view
        heard = f" {HEARD}" if view.asked_before else ""
        yield Said(view.question, classes=f"question{heard}")
        choices = Choices(view.options, mark="✔", picture=self.pictures.picture)
        choices.light(self._chosen)
        yield choices
        yield Said("", id="echo", classes="echo")
        yield Said(view.hint, classes=f"hint{heard}")
        with Horizontal(classes="asides"):
            if view.enough is not None:
                yield WayButton(view.enough, id="enough-topics")
            yield WayButton(view.add, id="add-topic", classes=HEARD)

    def choose(self, digit: int) -> None:
        """Choose or leave the topic of this digit."""
        for option in self.view.options:
            if option.digit == digit:
                self._toggle(option)

    @on(ChoiceItem.Clicked)
    def toggle(self, event: ChoiceItem.Clicked) -> None:
        """Choose or leave the topic that was pointed at."""
        event.stop()
        self._toggle(event.option)

    def confirm(self) -> None:
        """Go on with what is chosen."""
        self.act(self.view.confirm(self._chosen))

    def _toggle(self, option: Option) -> None:
        self._chosen ^= {option.id}
        self.query_one("#echo", Said).update(option.echo if option.id in self._chosen else "")
        self.post_message(self.Echoed())
        self.query_one(Choices).light(self._chosen)
        if option.act is not None:
            self.act(option.act)
