"""A family as a file: giving one along, and taking one over after seeing what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek.i18n import _
from giz_gesprek.session.family_files import FamilyFiles, explanation, warning
from giz_gesprek.session.taking_over import Incoming
from giz_gesprek.tui.screens.choose_passphrase import ChoosePassphrase
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.conversation.people import Family
    from giz_gesprek.errors import GizError


class _FileScreen(ProfessionalScreen[None]):
    """Works on a file in a thread, once at a time."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "family_files.tcss"]
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.files: FamilyFiles = self.app.families.files()
        self.busy = False

    def begin(self) -> bool:
        """Tell whether the file can be worked on now; it takes a moment."""
        if self.busy:
            return False
        self.busy = True
        self.query_one("#failure", Problem).tell(_("One moment: this takes a few seconds."))
        return True

    def take_failure(self, error: GizError) -> None:
        """Say why it did not succeed."""
        self.busy = False
        super().take_failure(error)

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Do what Escape does."""
        self.action_back()


class GiveAlongScreen(_FileScreen):
    """Asks for a passphrase and a place, and writes the family there."""

    def __init__(self, family: Family) -> None:
        """Give this family along."""
        super().__init__()
        self._family = family
        self._usual = self.files.usual_place()

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the passphrase, the place and the ways on."""
        yield Said(_("Give this family along as a file"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(self._family.label, classes="said")
            yield Said(warning(), classes="said gap")
            yield ChoosePassphrase()
            yield Field(_("The file goes here"), self._usual, longest=0, id="place")
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Make the file"), big=True, id="done")

    def on_mount(self) -> None:
        """Let typing begin; the explanation is read first."""
        self.query_one(ChoosePassphrase).first.take_focus(scroll_there=False)

    def has_unkept(self) -> bool:
        """Tell whether something was filled in."""
        return self.query_one("#place", Field).value != self._usual

    @on(Input.Submitted)
    def go_to_next_line(self, event: Input.Submitted) -> None:
        """Take Enter as going to the next line, and on the last one as done."""
        event.stop()
        if event.input is self.query_one("#place", Field).input:
            self.make_file()
        else:
            self.focus_next(Input)

    @on(Button.Pressed, "#done")
    def make_file(self) -> None:
        """Make the file, or say what is missing."""
        passphrase = self.query_one(ChoosePassphrase).passphrase()
        if passphrase is not None and self.begin():
            self._write(self.query_one("#place", Field).value, passphrase)

    @work(thread=True, exit_on_error=False)
    def _write(self, place: str, passphrase: str) -> Path:
        return self.files.write(self._family.id, place, passphrase)

    def take_result(self, result: object) -> None:
        """Close, and say where the file is."""
        beneath = self.app.screen_stack[-2]
        self.dismiss(None)
        if isinstance(beneath, ProfessionalScreen):
            beneath.tell(_("The file is here: {path}").format(path=result))


class TakeOverScreen(_FileScreen):
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

    @on(Input.Submitted)
    def go_to_next_line(self, event: Input.Submitted) -> None:
        """Take Enter as going to the next line, and on the last one as looking."""
        event.stop()
        if event.input is self.query_one("#passphrase", Field).input:
            self.look_into_file()
        else:
            self.focus_next(Input)

    @on(Input.Changed)
    def forget_what_was_found(self) -> None:
        """Look again: it may be another file now."""
        self._show(None)

    @on(Button.Pressed, "#look")
    def look_into_file(self) -> None:
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
            beneath = self.app.screen_stack[-2]
            self.dismiss(None)
            if isinstance(beneath, ProfessionalScreen):
                beneath.tell(told)
