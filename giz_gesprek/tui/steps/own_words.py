"""A question that is answered in own words, literally typed; empty is fine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical

from giz_gesprek.session.shown import Shown
from giz_gesprek.session.step_parts import Option, Way
from giz_gesprek.session.step_view import WordsView
from giz_gesprek.tui.reading.parts import HEARD
from giz_gesprek.tui.steps.base import StepBody, WayButton
from giz_gesprek.tui.widgets.notes_field import NotesField
from giz_gesprek.tui.widgets.said import Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.tui.widgets.picture import Pictures


class OwnWordsBody(StepBody[WordsView]):
    """A question and a field; the screen keeps what is typed as a draft."""

    def __init__(self, view: WordsView, pictures: Pictures) -> None:
        super().__init__(view, pictures)
        self.field = NotesField(view.typed, id="words")

    def compose(self) -> ComposeResult:
        """Lay out the question, the field and the two answers set apart."""
        view = self.view
        if view.intro or view.quotes:
            yield from self._intro()
        yield Said(view.question, classes="question")
        yield self.field
        if view.hint:
            with Horizontal(classes=f"asides {HEARD}" if view.asides_heard else "asides"):
                for option in view.asides:
                    yield from self._aside(option)
                yield Said(view.hint, classes="hint")
        yield from self.own()

    def _intro(self) -> ComposeResult:
        """Yield what stands above the question, beside its picture where a topic begins."""
        view = self.view
        with Horizontal(classes="with-picture"):
            if view.pictogram is not None:
                yield self.pictures.picture(view.pictogram, modest=True)
            with Vertical(classes="beside"):
                if view.intro:
                    yield Said(view.intro, classes="statement")
                for quote in view.quotes:
                    yield Said(quote.lead, classes="speaker")
                    yield Quoted(quote.text, classes="quote")

    def _aside(self, option: Option) -> ComposeResult:
        if option.act is not None:
            # An answer that stands here has the mark of a choice that is lit.
            mark = "▶ " if option.id == self.view.chosen else ""
            name = option.id.replace("_", "-")
            yield WayButton(Way(f"{mark}{option.label}", option.act), id=name)

    def first_focus(self) -> Widget | None:
        """Let typing begin at once."""
        return self.field

    def typed(self) -> str | None:
        """Return what stands in the field."""
        return self.field.text

    def take_over(self, before: StepBody[Shown]) -> None:
        """Put back what stood in the field."""
        if isinstance(before, OwnWordsBody) and before.field.text != self.field.text:
            self.field.load_text(before.field.text)
            self.field.move_cursor(self.field.document.end)

    def confirm(self) -> None:
        """Keep the words; without words nothing is kept and the conversation goes on."""
        self.act(self.view.give(self.field.text))

    @on(NotesField.Submitted)
    def go_on(self, event: NotesField.Submitted) -> None:
        """Take Enter as going on."""
        event.stop()
        self.confirm()

    @on(NotesField.TooLong)
    def say_too_long(self, event: NotesField.TooLong) -> None:
        """Say that the end was cut."""
        event.stop()
        self.post_message(self.Noticed("common.too_long"))
