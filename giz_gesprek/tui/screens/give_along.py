"""A family is given along as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.family_files import names_in, warning
from giz_gesprek.tui.screens.choose_passphrase import ChoosePassphrase
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.conversation.people import Family


from giz_gesprek.tui.screens.working import WorkingScreen


class GiveAlongScreen(WorkingScreen[None]):
    """Asks for a passphrase and a place, and writes the family there."""

    def __init__(self, family: Family) -> None:
        """Give this family along."""
        super().__init__()
        self._family = family
        self._files = self.app.families.files()
        self._usual = self._files.usual_place()
        self._choose = ChoosePassphrase(lambda: names_in(family))

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the passphrase, the place and the ways on."""
        yield Said(_("Give this family along as a file"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(self._family.label, classes="said")
            yield Said(warning(), classes="said gap")
            yield self._choose
            yield Field(_("The file goes here"), self._usual, longest=0, id="place")
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Make the file"), big=True, id="done")

    def on_mount(self) -> None:
        """Let typing begin; the explanation is read first."""
        self.query_one("#place").display = False
        self._choose.first.take_focus(scroll_there=False)

    @on(ChoosePassphrase.Chosen)
    def ask_place(self) -> None:
        """Go on to where the file goes."""
        self.query_one("#place").display = True
        place = self.query_one("#place", Field)
        place.take_focus()
        self.call_after_refresh(place.scroll_visible, animate=False)  # it has no place yet

    @on(ChoosePassphrase.Reopened)
    def wait_for_passphrase(self) -> None:
        """Ask for nothing else until there is a passphrase."""
        self.query_one("#place").display = False

    def has_unkept(self) -> bool:
        """Tell whether something was filled in."""
        return self.query_one("#place", Field).value != self._usual

    @on(Button.Pressed, "#done")
    def done(self) -> None:
        """Make the file, or say what is missing."""
        place = self.query_one("#place", Field)
        passphrase = self._choose.passphrase()
        if passphrase is not None and place.display and self.begin():
            self._write(place.value, passphrase)

    @work(thread=True, exit_on_error=False)
    def _write(self, place: str, passphrase: str) -> Path:
        return self._files.write(self._family.id, place, passphrase)

    def take_result(self, result: object) -> None:
        """Close, and say where the file is."""
        self.close_and_tell(None, _("The file is here: {path}").format(path=result))
