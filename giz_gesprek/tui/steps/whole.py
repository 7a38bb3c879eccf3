"""Everything that was talked about in one picture: the triangle, and a list that tells the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from giz_gesprek.session.step_view import WholeView
from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.steps.base import WayButton
from giz_gesprek.tui.steps.choice import ChoosingBody
from giz_gesprek.tui.widgets.choice_list import ChoiceItem, ChoiceList, Choices
from giz_gesprek.tui.widgets.face_line import FaceLine
from giz_gesprek.tui.widgets.said import Quoted, Said
from giz_gesprek.tui.widgets.triangle import SIDES, Triangle

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.step_parts import Option
    from giz_gesprek.tui.widgets.picture import Pictures


class WholeList(ChoiceList):
    """The topics under their sides, each with the faces and what helps already."""

    def __init__(self, view: WholeView, *, drawn: bool) -> None:
        super().__init__(view.options, view.chosen)
        self._view = view
        self._drawn = drawn

    def laid_out(self, choices: Choices) -> ComposeResult:
        """Yield each topic, and below it what was chosen and said."""
        items = {item.option.id: item for item in choices.items}
        for part in self._view.parts:
            yield Said(part.heading, classes="speaker")
            for topic in part.topics:
                yield items[topic.id]
                for face in topic.faces:
                    yield FaceLine(face, drawn=self._drawn)
                for asked in topic.helps:
                    yield Said(asked.question, classes=f"already asked {HEARD}")
                    for quote in asked.quotes:
                        with Horizontal(classes=f"already {HEARD}"):
                            yield Said(quote.lead, classes="already-lead")
                            yield Quoted(quote.text)


class WholeBody(ChoosingBody[WholeView]):
    """The triangle beside the list of its topics; without room for it the list alone."""

    def __init__(self, view: WholeView, pictures: Pictures) -> None:
        super().__init__(view, pictures)
        self.choices = WholeList(view, drawn=pictures.wanted)

    def choosing(self) -> ComposeResult:
        """Yield the list, and the triangle beside it."""
        view = self.view
        wanted = self.pictures.wanted and len(view.sides) == SIDES
        with Horizontal(classes="with-triangle"):
            yield self.choices
            yield Triangle(view.child, view.sides, self._side_of(view.chosen), wanted=wanted)

    def compose(self) -> ComposeResult:
        """Add the way to one more topic."""
        yield from super().compose()
        if self.view.another is not None:
            yield WayButton(self.view.another, id="another")

    def tell_about(self, option: Option) -> None:
        """Light the side of the lit topic in the triangle, and keep the topic on the screen."""
        self.query_one(Triangle).lit = self._side_of(option.id)
        for item in self.choices.query(ChoiceItem):
            if item.option.id == option.id:
                item.scroll_visible(animate=False)

    def _side_of(self, name: str | None) -> str | None:
        digit = next((option.digit for option in self.choices.options if option.id == name), None)
        return next((side.id for side in self.view.sides if digit in side.digits), None)
