"""What can be done with one family."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.containers import VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.child_details import asks_about
from giz_gesprek.session.labels import conversation_in_words
from giz_gesprek.session.still_to_explain import still_to_explain
from giz_gesprek.session.waiting import can_be_shown_alone, waits_for_alone
from giz_gesprek.tui.screens.professional_dialog import ProfessionalDialog
from giz_gesprek.tui.widgets.field import Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.conversation.dossier import Conversation, Dossier

FamilyAction = Literal[
    "continue",
    "new",
    "delete",
    "alone",
    "words",
    "child",
    "others",
    "give",
    "history",
    "log",
    "keep",
    "delete_talk",
]


class FamilyActionsScreen(ProfessionalDialog[FamilyAction]):
    """Closes with what to do with a family and one of its conversations, if it has any."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "family_actions.tcss"]

    def __init__(
        self,
        label: str,
        dossier: Dossier | None,
        problem: str | None,
        conversation: Conversation | None = None,
        *,
        kept_long: str = "",
    ) -> None:
        """Ask about a family; without a ``dossier`` it cannot be read, and ``problem`` says why.

        ``kept_long`` reminds of one that is kept long after its report.
        """
        super().__init__()
        self._conversation = conversation
        self._label = label
        self._dossier = dossier
        self._problem = problem
        self._kept_long = kept_long

    def compose(self) -> ComposeResult:
        """Lay out what is known and what can be done."""
        conversation = self._conversation
        with VerticalScroll(classes="box", can_focus=False):
            yield Said(self._label, classes="label")
            yield Problem(id="problem")
            if self._kept_long:
                yield Said(self._kept_long, classes="reminder")
            if conversation is not None:
                yield from self._about(conversation)
            if self._dossier is not None:
                words = _("New conversation") if conversation else _("First conversation")
                yield PlainButton(words, id="new")
                yield PlainButton(_("Change the words"), id="words")
                framework = self.app.library.framework
                if conversation is not None and asks_about(framework, self._dossier, conversation):
                    yield PlainButton(_("Change what decides about help"), id="child")
                if conversation is not None:
                    yield PlainButton(_("Who looked and wrote"), id="log")
                yield PlainButton(_("Give this family along as a file"), id="give")
            if self._kept_long:
                yield PlainButton(_("Keep it longer"), id="keep")
            if conversation is not None:
                yield PlainButton(_("Delete only this conversation"), id="delete-talk")
            yield PlainButton(_("Delete this family"), id="delete")
            yield PlainButton(_("Back"), id="back")

    def _about(self, conversation: Conversation) -> ComposeResult:
        words = conversation_in_words(conversation)
        yield Said(_("Conversation of {words}.").format(words=words))
        over = conversation.state in {"finished", "declined"}
        if over:
            yield Said(
                _(
                    "The organisation's own record is the dossier: delete this family here when"
                    " the report is in it."
                ),
                classes="reminder",
            )
        words = _("Look at this conversation") if over else _("Go on with this conversation")
        yield PlainButton(words, id="continue")
        if to_explain := still_to_explain(conversation):
            yield Said(to_explain, classes="reminder")
        if self._dossier is not None and (
            waits := waits_for_alone(self.app.library, self._dossier, conversation)
        ):
            yield Said(waits, classes="reminder")
        if self._dossier is not None and can_be_shown_alone(
            self.app.library, self._dossier, conversation
        ):
            yield PlainButton(_("We are alone: show the sensitive topics again"), id="alone")
        if self._dossier is not None and len(self._dossier.conversations) > 1:
            yield PlainButton(_("Another conversation of this family"), id="others")
            yield PlainButton(_("All conversations at a glance"), id="history")

    def on_mount(self) -> None:
        """Say why a family cannot be read; then nothing is safe but going back."""
        self.query_one(Problem).tell(self._problem)
        if self._dossier is None:
            # The first button would be the one that deletes.
            self.query_one("#back").focus()

    @on(Button.Pressed, "#continue")
    def choose_to_go_on(self) -> None:
        """Close with going on."""
        self.dismiss("continue")

    @on(Button.Pressed, "#alone")
    def choose_to_offer_sensitive_topics(self) -> None:
        """Close with taking the parked topics back."""
        self.dismiss("alone")

    @on(Button.Pressed, "#others")
    def choose_another(self) -> None:
        """Close with looking at the other conversations."""
        self.dismiss("others")

    @on(Button.Pressed, "#history")
    def choose_history(self) -> None:
        """Close with looking at all conversations at once."""
        self.dismiss("history")

    @on(Button.Pressed, "#log")
    def choose_log(self) -> None:
        """Close with looking at who looked and wrote."""
        self.dismiss("log")

    @on(Button.Pressed, "#new")
    def choose_new(self) -> None:
        """Close with a new conversation."""
        self.dismiss("new")

    @on(Button.Pressed, "#words")
    def choose_to_change_words(self) -> None:
        """Close with changing how this family likes the words."""
        self.dismiss("words")

    @on(Button.Pressed, "#child")
    def choose_to_change_child(self) -> None:
        """Close with changing what decides about help."""
        self.dismiss("child")

    @on(Button.Pressed, "#give")
    def choose_to_give_along(self) -> None:
        """Close with giving the family along as a file."""
        self.dismiss("give")

    @on(Button.Pressed, "#keep")
    def choose_to_keep(self) -> None:
        """Close with keeping it longer."""
        self.dismiss("keep")

    @on(Button.Pressed, "#delete-talk")
    def choose_to_delete_conversation(self) -> None:
        """Close with deleting one conversation."""
        self.dismiss("delete_talk")

    @on(Button.Pressed, "#delete")
    def choose_to_delete(self) -> None:
        """Close with deleting."""
        self.dismiss("delete")

    @on(Button.Pressed, "#back")
    def choose_nothing(self) -> None:
        """Close without doing anything."""
        self.dismiss(None)
