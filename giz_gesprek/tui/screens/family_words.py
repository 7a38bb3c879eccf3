"""Changes how a family likes the words, in a conversation that was prepared or begun as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.screens.wording_form import WordingForm
from giz_gesprek.tui.widgets.field import Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.conversation.dossier import Dossier


class FamilyWordsScreen(ProfessionalScreen[None]):
    """The words of one family; closes when they are kept, or left as they were."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "family_words.tcss"]

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier

    def compose(self) -> ComposeResult:
        """Lay out the lines and the ways on."""
        family = self._dossier.family
        yield Said(_("The words for {label}").format(label=family.label), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield WordingForm(self.app.library, family.settings)
        yield Problem(id="failure")
        with Container(classes="actions -large"):
            yield PlainButton(_("Back"), id="back")
            yield PlainButton(_("Save"), big=True, id="save")

    @on(Button.Pressed, "#save")
    def save_words(self) -> None:
        """Keep what was chosen."""
        with self.telling():
            self.app.families.change_words(self._dossier, self.query_one(WordingForm).settings)
            self.dismiss(None)

    def has_unkept(self) -> bool:
        """Tell whether something was changed."""
        return self.query_one(WordingForm).settings != self._dossier.family.settings

    @on(Button.Pressed, "#back")
    def go_back(self) -> None:
        """Do what Escape does."""
        self.action_back()
