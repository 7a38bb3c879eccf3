"""A question with a few choices. Choosing and confirming are two acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual import on

from giz_gesprek.session.shown import Shown
from giz_gesprek.session.step_parts import Option
from giz_gesprek.session.step_view import ChoiceView
from giz_gesprek.tui.steps.base import StepBody
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.said import Quoted, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.tui.widgets.picture import Pictures

Choice = TypeVar("Choice", bound=ChoiceView)


class ChoosingBody(StepBody[Choice], Generic[Choice]):
    """A question, its choices and the echo of what is lit."""

    def __init__(self, view: Choice, pictures: Pictures) -> None:
        super().__init__(view, pictures)
        self.choices = ChoiceList(
            view.options,
            view.chosen,
            picture=pictures.picture,
            asides_heard=view.asides_heard,
            # What was said has to stand beside what is chosen, on the smallest screen too.
            in_rows=view.in_rows,
        )

    def choosing(self) -> ComposeResult:
        """Yield the choices, and what stands beside them."""
        yield self.choices

    def compose(self) -> ComposeResult:
        """Lay out the question, the choices and the echo."""
        if self.view.intro:
            yield Said(self.view.intro, classes="statement")
        for quote in self.view.quotes:
            yield Said(quote.lead, classes="speaker")
            yield Quoted(quote.text, classes="quote")
        yield Said(self.view.question, classes="question")
        yield from self.choosing()
        yield Said(self.view.echo, id="echo", classes="echo")
        yield from self.own()
        yield from self.to_do()

    def first_focus(self) -> Widget | None:
        """Let the arrows work at once."""
        return self.choices

    def take_over(self, before: StepBody[Shown]) -> None:
        """Light again what was lit."""
        lit = before.choices.chosen if isinstance(before, ChoosingBody) else None
        for option in self.choices.options:
            if option.id == lit and lit != self.view.chosen:
                self.choices.choose_digit(option.digit)

    def choose(self, digit: int) -> None:
        """Light the choice of this digit; Enter confirms it from then on, whatever had the keys."""
        self.choices.choose_digit(digit)
        self.screen.set_focus(self.choices, scroll_visible=False)

    def confirm(self) -> None:
        """Take the lit choice, or say that there is none yet."""
        lit = self._lit()
        if lit is None or lit.act is None:
            self.post_message(self.Noticed(self.view.missing, until_chosen=True))
        else:
            self.act(lit.act)

    def on_mount(self) -> None:
        """Say in words what is lit, at once: the light and the words are painted together."""
        self.watch(self.choices, "chosen", self._show_echo, init=False)

    def _show_echo(self) -> None:
        lit = self._lit()
        if lit is not None:
            self.query_one("#echo", Said).say(lit.echo)
            self.tell_about(lit)

    @on(ChoiceList.Chosen)
    def tell_echo(self, event: ChoiceList.Chosen) -> None:
        """Let it be known that somebody chose; what was lit before is chosen now."""
        event.stop()
        self._show_echo()
        self.post_message(self.Echoed())
        if self.view.remark is not None:
            self.post_message(self.Noticed(self.view.remark))

    def tell_about(self, option: Option) -> None:
        """Tell more about what is lit, where there is more."""

    def _lit(self) -> Option | None:
        lit = self.choices.chosen
        return next((option for option in self.choices.options if option.id == lit), None)


class ChoiceBody(ChoosingBody[ChoiceView]):
    """A choice, with nothing beside it."""
