"""Changes what decides about help in a conversation that was prepared or begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.child_details import details_of, details_problem
from giz_gesprek.tui.screens.child_details_form import ChildDetailsForm
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.widgets.field import Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.conversation.dossier import Conversation, Dossier


class FamilyChildScreen(ProfessionalScreen[None]):
    """The child of one conversation; closes when that is kept, or left as it was."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "family_words.tcss"]

    def __init__(self, dossier: Dossier, conversation: Conversation) -> None:
        super().__init__()
        self._dossier = dossier
        self._conversation = conversation
        self._child = dossier.family.person(conversation.focus_child)

    def compose(self) -> ComposeResult:
        """Lay out the lines and the ways on."""
        yield Said(self._child.name, classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            first = details_of(self._conversation.child_now)
            yield ChildDetailsForm(self.app.library.framework, first)
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Save"), big=True, id="save")

    def on_mount(self) -> None:
        """Ask what matters at this age."""
        form = self.query_one(ChildDetailsForm)
        form.ask_about(self._child.age_band)
        form.take_focus()

    @on(Button.Pressed, "#save")
    def save_details(self) -> None:
        """Keep what was filled in, or say what has to change."""
        form = self.query_one(ChildDetailsForm)
        problem = details_problem(self.app.library.framework, self._child.age_band, form.details)
        form.tell(problem)
        if problem is not None:
            form.take_focus()
            return
        with self.telling():
            self.app.families.change_child(self._dossier, self._conversation, form.details)
            self.dismiss(None)

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
