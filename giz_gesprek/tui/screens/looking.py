"""What the screens share that take a file of families, after showing what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.widgets import Button, Input

from giz_gesprek.i18n import _
from giz_gesprek.tui.screens.working import Result, WorkingScreen
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Wording(NamedTuple):
    """The words on such a screen: what it is for, its two lines, and the ways on."""

    title: str
    explanation: str
    file: str
    passphrase: str
    look: str
    take: str


class LookingScreen(WorkingScreen[Result]):
    """Asks for a file and its passphrase, and offers to take it once it was looked into."""

    def wording(self) -> Wording:
        """Return the words of this screen."""
        raise NotImplementedError

    def look_into(self, place: str, passphrase: str) -> object:
        """Return what is in the file, for ``take_result``; called on a thread."""
        raise NotImplementedError

    def forget(self) -> None:
        """Forget what was found: it may be another file now."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the file, its passphrase, what it holds and the ways on."""
        words = self.wording()
        yield Said(words.title, classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(words.explanation, classes="said")
            yield Field(words.file, longest=0, id="place")
            yield Field(words.passphrase, secret=True, id="passphrase")
            yield Said("", id="holds", classes="said gap")
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(words.look, big=True, id="look")
            yield PlainButton(words.take, big=True, id="take")

    def on_mount(self) -> None:
        """Let typing begin; there is nothing to take yet."""
        self.look_again()
        self.query_one("#place", Field).take_focus(scroll_there=False)

    @on(Input.Changed)
    def look_again(self) -> None:
        """Offer to look, and nothing to take."""
        self.forget()
        self.query_one("#holds", Said).update("")
        self._offer(take=False)

    @on(Button.Pressed, "#look")
    def done(self) -> None:
        """Look into the file, or say what is wrong."""
        if self.begin():
            self._look(
                self.query_one("#place", Field).value, self.query_one("#passphrase", Field).value
            )

    @work(thread=True, exit_on_error=False)
    def _look(self, place: str, passphrase: str) -> object:
        return self.look_into(place, passphrase)

    def show_holds(self, holds: str, *, can_be_taken: bool = True) -> None:
        """Show what is in the file, and the way on from there."""
        said = self.query_one("#holds", Said)
        said.update(holds)
        self._offer(take=can_be_taken)
        said.scroll_visible(animate=False)
        self.query_one("#take" if can_be_taken else "#back").focus(scroll_visible=False)

    def take_result(self, result: object) -> None:
        """Be done with what took a moment."""
        del result
        self.busy = False
        self.query_one("#failure", Problem).tell(None)

    def _offer(self, *, take: bool) -> None:
        self.query_one("#look").display = not take
        self.query_one("#take").display = take
