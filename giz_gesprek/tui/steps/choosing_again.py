"""Topics of the time before, with what each said on them; each can be chosen and left again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical

from giz_gesprek.session.step_view import AgainView
from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.choice_list import ChoiceItem
from giz_gesprek.tui.widgets.face_line import FaceLine
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.shown import Shown
    from giz_gesprek.tui.widgets.picture import Pictures


class AgainBody(StepBody[AgainView]):
    """Each topic above the faces of the time before; what is chosen is ticked."""

    def __init__(self, view: AgainView, pictures: Pictures) -> None:
        super().__init__(view, pictures)
        self._items = [ChoiceItem(option, "✔") for option in view.options]

    def compose(self) -> ComposeResult:
        """Lay out the question, the topics and what is chosen."""
        yield Said(self.view.question, classes="question")
        with Vertical(classes="again"):
            for item in self._items:
                yield item
                for face in self.view.faces(item.option):
                    yield FaceLine(face, drawn=self.pictures.wanted)
        yield Said("\n".join(self.view.echo), id="echo", classes=f"echo {HEARD}")

    def on_mount(self) -> None:
        """Tick what is chosen."""
        self._light()

    def choose(self, digit: int) -> None:
        """Choose or leave the topic of this digit."""
        for option in self.view.options:
            if option.digit == digit and option.act is not None:
                self.act(option.act)

    @on(ChoiceItem.Clicked)
    def take(self, event: ChoiceItem.Clicked) -> None:
        """Choose or leave the topic that was pointed at."""
        event.stop()
        self.choose(event.option.digit)

    def confirm(self) -> None:
        """Go on with what is chosen."""
        self.act(self.view.confirm)

    def renew(self, view: Shown) -> None:
        """Show what is chosen now."""
        if isinstance(view, AgainView):
            self.view = view
            self._light()
            self.query_one("#echo", Said).say("\n".join(view.echo))
            self.post_message(self.Echoed())

    def _light(self) -> None:
        for item in self._items:
            item.light(lit=item.option.id in self.view.chosen)
