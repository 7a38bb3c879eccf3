"""A family is taken over from a file, after seeing what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.widgets import Button, Input

from giz_gesprek.i18n import _
from giz_gesprek.session.family_files import explanation
from giz_gesprek.session.taking_over import Incoming
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


from giz_gesprek.tui.screens.family_file import FamilyFileScreen


class TakeOverScreen(FamilyFileScreen):
    """Asks for a file and its passphrase, shows what is in it, and takes it over."""

    def __init__(self) -> None:
        """Begin without a file."""
        super().__init__()
        self._found: Incoming | None = None

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the file, its passphrase, what it holds and the ways on."""
        yield Said(_("Take over a file"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(explanation(), classes="said")
            yield Field(_("The file is here"), longest=0, id="place")
            yield Field(_("Passphrase of the file"), secret=True, id="passphrase")
            yield Said("", id="holds", classes="said gap")
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Look into the file"), big=True, id="look")
            yield PlainButton(_("Take over this family"), big=True, id="take")

    def on_mount(self) -> None:
        """Let typing begin; there is nothing to take over yet."""
        self._show(None)
        self.query_one("#place", Field).take_focus(scroll_there=False)

    @on(Input.Changed)
    def forget_what_was_found(self) -> None:
        """Look again: it may be another file now."""
        self._show(None)

    @on(Button.Pressed, "#look")
    def done(self) -> None:
        """Open the file, or say what is missing."""
        if self.begin():
            self._look(
                self.query_one("#place", Field).value, self.query_one("#passphrase", Field).value
            )

    @work(thread=True, exit_on_error=False)
    def _look(self, place: str, passphrase: str) -> Incoming:
        return self.files.look_into(place, passphrase)

    def take_result(self, result: object) -> None:
        """Show what the file holds."""
        self.busy = False
        self.query_one("#failure", Problem).tell(None)
        if isinstance(result, Incoming):
            self._show(result)

    def _show(self, found: Incoming | None) -> None:
        self._found = found
        holds = self.query_one("#holds", Said)
        holds.update("" if found is None else "\n".join((*found.holds, "", found.told)))
        can_be_taken = found is not None and found.can_be_taken
        self.query_one("#look").display = not can_be_taken
        take = self.query_one("#take")
        take.display = can_be_taken
        if found is not None:
            holds.scroll_visible(animate=False)
            (take if can_be_taken else self.query_one("#back")).focus(scroll_visible=False)

    @on(Button.Pressed, "#take")
    def take_family_over(self) -> None:
        """Keep the family, and go back to the list."""
        if self._found is None:
            return
        with self.telling():
            told = self.files.take_over(self._found)
            self.close_and_tell(None, told)
