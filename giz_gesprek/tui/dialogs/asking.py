"""Dialogs that ask: yes or no, one of a list, own words, a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from giz_gesprek.conversation.text import clean_line, clean_text
from giz_gesprek.errors import StoreError
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.choice_list import ChoiceList, Option
from giz_gesprek.tui.widgets.date_field import DateField
from giz_gesprek.tui.widgets.notes_field import NotesField
from giz_gesprek.tui.widgets.said import PlainButton, Quoted, Said

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook

_DIGITS: Final = "123456789"
DRAFT_SECONDS: Final = 2.0


class SureScreen(Dialog[bool]):
    """Two buttons. Enter presses only the one with the focus: nothing is taken away by accident."""

    def __init__(
        self, phrases: Phrasebook, question: str, *, yes: str, no: str, text: str = ""
    ) -> None:
        super().__init__(phrases)
        self._question = question
        self._text = text
        self._yes = yes
        self._no = no

    def body(self) -> ComposeResult:
        """Show the question."""
        if self._text:
            yield Quoted(self._text, classes="quote")
        yield Said(self._question, classes="question")

    def buttons(self) -> ComposeResult:
        """Show both ways, the safe one first."""
        yield PlainButton(self._no, big=True, id="leave")
        yield PlainButton(self._yes, big=True, id="confirm")

    def action_enter(self) -> None:
        """Decide nothing without a button."""

    def action_confirm(self) -> None:
        """Close with yes."""
        self.dismiss(True)  # noqa: FBT003 - Textual's signature

    def action_leave(self) -> None:
        """Close with no."""
        self.dismiss(False)  # noqa: FBT003 - Textual's signature

    def on_mount(self) -> None:
        """Stand on the safe button."""
        self.query_one("#leave").focus()


class ChooseScreen(Dialog[str | None]):
    """One of a list; a digit lights, Enter takes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(digit, f"choose({digit})", show=False) for digit in _DIGITS
    ]

    def __init__(
        self,
        phrases: Phrasebook,
        question: str,
        options: Sequence[tuple[str, str]],
        *,
        heading: str = "",
        chosen: str | None = None,
    ) -> None:
        """Offer ``options`` as pairs of id and words, at most nine; ``chosen`` was so before."""
        super().__init__(phrases)
        self._question = question
        self._heading = heading
        self.choices = ChoiceList(
            [Option(name, label, digit) for digit, (name, label) in enumerate(options, start=1)],
            chosen,
        )

    def heading(self) -> str:
        """Return the given heading."""
        return self._heading

    def body(self) -> ComposeResult:
        """Lay out the question and the list."""
        yield Said(self._question, classes="question")
        yield self.choices
        yield Said("", id="box-problem", classes="problem")

    def buttons(self) -> ComposeResult:
        """Show leaving and taking."""
        yield PlainButton(self.say("button.cancel"), big=True, id="leave")
        yield PlainButton(self.say("button.confirm"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Let the arrows work at once."""
        self.choices.focus()

    def action_choose(self, digit: int) -> None:
        """Light the choice of a digit."""
        self.choices.choose_digit(digit)

    def action_confirm(self) -> None:
        """Close with the lit choice."""
        if self.choices.chosen is None:
            self.tell_problem("common.choose_only")
        else:
            self.dismiss(self.choices.chosen)


@dataclass(frozen=True)
class Draft:
    """Where a dialog keeps what is being typed: what was there, and how to keep more."""

    text: str | None
    save: Callable[[str], None]


class WordsScreen(Dialog[str | None]):
    """Own words in a field, kept as a draft while they are typed."""

    def __init__(
        self,
        phrases: Phrasebook,
        question: str,
        *,
        earlier: str = "",
        draft: Draft,
        may_be_empty: bool = False,
        problem: str = "",
    ) -> None:
        """Ask ``question``; ``problem`` is a sentence about what was given before."""
        super().__init__(phrases)
        self._question = question
        self._problem = problem
        self._draft = draft
        self._may_be_empty = may_be_empty
        self.field = NotesField(earlier if draft.text is None else draft.text, id="words")
        self._kept = self.field.text

    def body(self) -> ComposeResult:
        """Lay out the question and the field."""
        yield Said(self._question, classes="question")
        yield self.field
        yield Said(self._problem, id="box-problem", classes="problem")

    def buttons(self) -> ComposeResult:
        """Show leaving and keeping."""
        yield PlainButton(self.say("button.cancel"), big=True, id="leave")
        yield PlainButton(self.say("button.save"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Let typing begin at once, and keep a draft from now on."""
        self.field.focus()
        self.set_interval(DRAFT_SECONDS, self.save_draft_now)

    def on_screen_suspend(self) -> None:
        """Keep a draft when something covers this dialog: it may be asked to stop."""
        if self in self.app.screen_stack:
            self.save_draft_now()

    def save_draft_now(self) -> None:
        """Keep what was typed since the last draft."""
        if self.field.text == self._kept:
            return
        try:
            self._draft.save(self.field.text)
        except StoreError:
            self.tell_problem("common.not_saved")
        else:
            self._kept = self.field.text

    @on(NotesField.Submitted)
    def take_enter(self, event: NotesField.Submitted) -> None:
        """Take Enter as keeping."""
        event.stop()
        self.action_confirm()

    @on(NotesField.TooLong)
    def say_too_long(self, event: NotesField.TooLong) -> None:
        """Say that the end was cut."""
        event.stop()
        self.tell_problem("common.too_long")

    def action_confirm(self) -> None:
        """Close with the words, or ask for some."""
        if clean_text(self.field.text) or self._may_be_empty:
            self.dismiss(self.field.text)
        else:
            self.tell_problem("common.words_needed")


class NameScreen(Dialog[str | None]):
    """One line: a name that is not in the list."""

    def __init__(self, phrases: Phrasebook, question: str, earlier: str = "") -> None:
        super().__init__(phrases)
        self._question = question
        self._earlier = earlier

    def body(self) -> ComposeResult:
        """Lay out the question and the field."""
        yield Said(self._question, classes="question")
        yield Input(self._earlier, max_length=120, id="name")
        yield Said("", id="box-problem", classes="problem")

    def buttons(self) -> ComposeResult:
        """Show leaving and keeping."""
        yield PlainButton(self.say("button.cancel"), big=True, id="leave")
        yield PlainButton(self.say("button.save"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Let typing begin at once."""
        self.query_one("#name", Input).focus()

    @on(Input.Submitted)
    def take_enter(self, event: Input.Submitted) -> None:
        """Take Enter as keeping."""
        event.stop()
        self.action_confirm()

    def action_confirm(self) -> None:
        """Close with the name, or ask for one."""
        typed = clean_line(self.query_one("#name", Input).value)
        if typed:
            self.dismiss(typed)
        else:
            self.tell_problem("common.words_needed")


@dataclass(frozen=True)
class ChosenDay:
    """A day, or that there is none yet; leaving the dialog gives no ``ChosenDay`` at all."""

    day: date | None


class DateScreen(Dialog[ChosenDay | None]):
    """A day for a step of the plan."""

    def __init__(
        self, phrases: Phrasebook, question: str, *, today: date, day: date | None
    ) -> None:
        super().__init__(phrases)
        self._question = question
        self.field = DateField(phrases, today, day)

    def body(self) -> ComposeResult:
        """Lay out the question and the field."""
        yield Said(self._question, classes="question")
        yield self.field

    def buttons(self) -> ComposeResult:
        """Show leaving it open and keeping."""
        yield PlainButton(self.say("button.no_date"), big=True, id="no-date")
        yield PlainButton(self.say("button.save"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Let typing begin at once."""
        self.field.input.focus()

    @on(PlainButton.Pressed, "#no-date")
    def leave_open(self, event: PlainButton.Pressed) -> None:
        """Close without a day."""
        event.stop()
        self.dismiss(ChosenDay(None))

    @on(DateField.Submitted)
    def take_enter(self, event: DateField.Submitted) -> None:
        """Take Enter as keeping."""
        event.stop()
        self.action_confirm()

    def action_confirm(self) -> None:
        """Close with the day when it can be read."""
        readable, day = self.field.take()
        if readable:
            self.dismiss(ChosenDay(day))
