"""A question that is answered in own words, literally typed; empty is fine."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal

from giz_gesprek.conversation.dossier import own_words_of
from giz_gesprek.tui.steps.base import StepBody, StepData
from giz_gesprek.tui.steps.choice import ASIDES, step_title
from giz_gesprek.tui.widgets.notes_field import NotesField
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget
    from textual.widgets import Button


class OwnWordsBody(StepBody):
    """A question and a field; the screen keeps what is typed as a draft."""

    HELP: ClassVar[str] = "help.own_words"

    def __init__(self, data: StepData) -> None:
        super().__init__(data)
        earlier = data.answer.words.text if data.answer and data.answer.words else ""
        self.field = NotesField(data.draft if data.draft is not None else earlier, id="words")

    def title(self) -> str:
        """Return the topic and whose words are asked."""
        return step_title(self.data)

    def question_id(self) -> str:
        """Return the text that asks."""
        return self.data.framework.question_text(self.step.question or "", self.step.topic)

    def example_id(self) -> str | None:
        """Return the question, which may carry an example."""
        return self.question_id()

    def compose(self) -> ComposeResult:
        """Lay out the question, the field and the two answers set apart."""
        if (intro := self._intro()) is not None:
            yield from self.lines(intro)
        yield Said(self.say(self.question_id()), classes="question")
        yield self.field
        with Horizontal(classes="asides"):
            for text_id, state in ASIDES.items():
                # An answer that stands here has the mark of a choice that is lit.
                mark = "▶ " if self.data.answer and self.data.answer.state == state else ""
                yield PlainButton(f"{mark}{self.say(text_id)}", id=state.replace("_", "-"))
            yield Said(self.say("common.empty_is_fine"), classes="hint")

    def first_focus(self) -> Widget | None:
        """Let typing begin at once."""
        return self.field

    def typed(self) -> str | None:
        """Return what stands in the field."""
        return self.field.text

    def take_over(self, before: StepBody) -> None:
        """Put back what stood in the field."""
        if isinstance(before, OwnWordsBody) and before.field.text != self.field.text:
            self.field.load_text(before.field.text)
            self.field.move_cursor(self.field.document.end)

    def confirm(self) -> None:
        """Keep the words; without words nothing is kept and the conversation goes on."""
        self.leave_with(self.WordsGiven(self.field.text))

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

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keep one of the two answers set apart; what was typed stays as a draft until then."""
        event.stop()
        for state in ASIDES.values():
            if event.button.id == state.replace("_", "-"):
                self.leave_with(self.StateConfirmed(state))

    def _intro(self) -> str | None:
        """Return the text above the question; the first time of all, how typing goes."""
        intro = self.data.framework.questions[self.step.question or ""].intro
        if intro is None and next(own_words_of(self.data.conversation), None) is None:
            return "common.typing"
        return intro
