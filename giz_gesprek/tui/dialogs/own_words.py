"""Asks for own words, which are kept as a draft while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from giz_gesprek.conversation.text import clean_text
from giz_gesprek.errors import StoreError
from giz_gesprek.session.asking import DRAFT_SECONDS, Instead, Left
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.host.drafting import Drafting
from giz_gesprek.tui.widgets.notes_field import NotesField
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.asking import WordsAsked


class WordsScreen(Dialog[str | Left | Instead | None], Drafting):
    """Own words in a field, kept as a draft while they are typed."""

    def __init__(self, phrases: Phrasebook, asked: WordsAsked) -> None:
        super().__init__(phrases)
        self._asked = asked
        draft = asked.draft.text
        self.field = NotesField(asked.earlier if draft is None else draft, id="words")
        self._kept = self.field.text

    def body(self) -> ComposeResult:
        """Lay out the question and the field."""
        yield Said(self._asked.question, classes="question")
        yield self.field
        yield Said(self._asked.problem, id="box-problem", classes="problem")
        if self._asked.instead:
            yield PlainButton(self._asked.instead, id="instead")

    def buttons(self) -> ComposeResult:
        """Show leaving and keeping."""
        yield PlainButton(self.say("button.back"), big=True, id="leave")
        yield PlainButton(self.say("button.save"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Let typing begin at once, and keep a draft from now on."""
        self.field.focus()
        self.set_interval(DRAFT_SECONDS, self.keep_draft)

    def on_screen_suspend(self) -> None:
        """Keep a draft when something covers this dialog: it may be asked to stop."""
        if self in self.app.screen_stack:
            self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what was typed since the last draft."""
        if self.field.text == self._kept:
            return
        try:
            self._asked.draft.save(self.field.text)
        except StoreError:
            self.tell_problem("common.not_saved")
        else:
            self._kept = self.field.text

    @on(NotesField.Submitted)
    def take_enter(self, event: NotesField.Submitted) -> None:
        """Take Enter as keeping."""
        event.stop()
        self.action_confirm()

    @on(PlainButton.Pressed, "#instead")
    def answer_without_words(self, event: PlainButton.Pressed) -> None:
        """Close with the answer beside the field, and what stands in it."""
        event.stop()
        self.keep_draft()
        self.dismiss(Instead(self.field.text))

    @on(NotesField.TooLong)
    def say_too_long(self, event: NotesField.TooLong) -> None:
        """Say that the end was cut."""
        event.stop()
        self.tell_problem("common.too_long")

    def action_leave(self) -> None:
        """Close with what stands in the field: it is not lost without asking."""
        self.keep_draft()
        self.dismiss(Left(self.field.text))

    def action_confirm(self) -> None:
        """Close with the words, or ask for some."""
        if clean_text(self.field.text) or self._asked.may_be_empty:
            self.dismiss(self.field.text)
        else:
            self.tell_problem("common.words_needed")
