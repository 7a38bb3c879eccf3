"""All conversations of one family, to choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button

from giz_gesprek.i18n import _
from giz_gesprek.session.labels import conversation_in_short
from giz_gesprek.tui.screens.professional_dialog import ProfessionalDialog
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from giz_gesprek.conversation.dossier import Conversation


class ConversationButton(PlainButton):
    """One conversation: when it began, and how far it is."""

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation_in_short(conversation))
        self.conversation = conversation


class ConversationsScreen(ProfessionalDialog["Conversation"]):
    """Closes with the conversation that was chosen, or with nothing."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "family_actions.tcss"]

    def __init__(self, label: str, conversations: Sequence[Conversation]) -> None:
        super().__init__()
        self._label = label
        self._conversations = conversations

    def compose(self) -> ComposeResult:
        """Lay out the conversations under each other."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Said(self._label, classes="label")
            for conversation in self._conversations:
                yield ConversationButton(conversation)
            yield PlainButton(_("Back"), id="back")

    @on(Button.Pressed)
    def choose(self, event: Button.Pressed) -> None:
        """Close with what was chosen."""
        event.stop()
        pressed = event.button
        self.dismiss(pressed.conversation if isinstance(pressed, ConversationButton) else None)
