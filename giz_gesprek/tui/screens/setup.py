"""Prepares a conversation: the family, who is at the table, and how it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek.i18n import _
from giz_gesprek.session import setup as preparing
from giz_gesprek.session.families import Prepared
from giz_gesprek.session.setup_problems import problems
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.screens.setup_form import SetupForm
from giz_gesprek.tui.widgets.field import Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.conversation.dossier import Dossier


class SetupScreen(ProfessionalScreen[Prepared]):
    """Closes with the conversation to begin, or with nothing: it was kept for later, or left."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "setup.tcss"]

    def __init__(self, dossier: Dossier | None, first: preparing.SetupDraft) -> None:
        """Prepare a conversation with the family of ``dossier``, or with a new one.

        ``first`` is what is filled in beforehand.
        """
        super().__init__()
        self._dossier = dossier
        self._first = first

    def compose(self) -> ComposeResult:
        """Lay out the form and the ways on."""
        title = _("New conversation") if self._dossier else _("New family")
        yield Said(title, classes="screen-title")
        yield SetupForm(self.app.library, self._first)
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Keep for later"), id="keep")
            yield PlainButton(_("Begin"), big=True, id="begin")

    @property
    def form(self) -> SetupForm:
        """The page with everything that is filled in."""
        return self.query_one(SetupForm)

    @on(Button.Pressed, "#begin")
    def prepare_and_begin(self) -> None:
        """Keep the conversation and begin it."""
        self._prepare(begin=True)

    @on(Button.Pressed, "#keep")
    def prepare_for_later(self) -> None:
        """Keep the conversation and go back to the families."""
        self._prepare(begin=False)

    def _prepare(self, *, begin: bool) -> None:
        if not self.is_current:
            return  # a second press that came after the first had its effect
        draft = self.form.draft.filled_in
        found = problems(self.app.library.framework, draft)
        self.form.show_problems(found)
        if found:
            return
        with self.telling():
            prepared = self.app.families.prepare(draft, self._dossier)
            self.dismiss(prepared if begin else None)

    @on(Input.Submitted)
    def go_to_next_line(self) -> None:
        """Take Enter as going to the next line."""
        self.focus_next()

    def has_unkept(self) -> bool:
        """Tell whether something was filled in."""
        return self.form.draft != self._first

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Do what Escape does."""
        self.action_back()
