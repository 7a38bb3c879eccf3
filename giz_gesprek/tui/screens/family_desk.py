"""What is done with one family, question after question, over the list of families.

Most days a conversation is opened, and the screens for all else are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.i18n import _
from giz_gesprek.session.deleting import conversation_question, family_question
from giz_gesprek.session.families import to_open
from giz_gesprek.session.labels import conversation_in_words
from giz_gesprek.tui.screens.family_actions import FamilyAction, FamilyActionsScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from giz_gesprek.conversation.dossier import Conversation, Dossier
    from giz_gesprek.session.families import Families, ListedFamily, Prepared
    from giz_gesprek.tui.screens.professional import ProfessionalScreen


class FamilyDesk:
    """Offers what can be done with a family and its conversations, and does it."""

    def __init__(
        self,
        screen: ProfessionalScreen[None],
        delete: Callable[[Families, str, str | None], object],
    ) -> None:
        """Work over ``screen``; ``delete`` deletes a family or one conversation, in a while."""
        self._screen = screen
        self._delete = delete

    def offer(self, family: ListedFamily, dossier: Dossier | None, problem: str | None) -> None:
        """Ask what to do; without ``dossier`` the family cannot be read, for the ``problem``."""
        first = next(iter(to_open(dossier)), None) if dossier is not None else None
        self._offer_at(family, dossier, first, problem)

    def _offer_at(
        self,
        family: ListedFamily,
        dossier: Dossier | None,
        conversation: Conversation | None,
        problem: str | None = None,
    ) -> None:
        def chosen(action: FamilyAction | None) -> None:
            if action == "delete":
                self._ask_to_delete(family_question(family.label), family.id)
            elif action == "delete_talk" and conversation is not None:
                question = conversation_question(conversation_in_words(conversation))
                self._ask_to_delete(question, family.id, conversation.id)
            elif action is not None and dossier is not None:
                if action == "others":
                    self._offer_others(family, dossier, conversation)
                else:
                    self.act(action, dossier, conversation)

        kept_long = ""
        with self._screen.telling():
            kept_long = self._screen.app.families.retention().of_family(family.id)
        screen = FamilyActionsScreen(
            family.label, dossier, problem, conversation, kept_long=kept_long
        )
        self._screen.app.push_screen(screen, chosen)

    def _ask_to_delete(
        self, question: str, family_id: str, conversation_id: str | None = None
    ) -> None:
        families = self._screen.app.families
        self._screen.ask(
            question,
            yes=_("Delete for good"),
            no=_("Keep"),
            then=lambda: self._delete(families, family_id, conversation_id),
        )

    def tell_receipt(self, receipt: str) -> None:
        """Show the receipt of a deletion; it can be kept as a file."""

        def keep() -> None:
            with self._screen.telling():
                self._screen.tell(self._screen.app.families.keep_receipt(receipt))

        self._screen.ask(receipt, yes=_("Keep it as a file"), no=_("Close"), then=keep)

    def _offer_others(
        self, family: ListedFamily, dossier: Dossier, before: Conversation | None
    ) -> None:
        from giz_gesprek.tui.screens.conversations import ConversationsScreen

        def chosen(conversation: Conversation | None) -> None:
            self._offer_at(family, dossier, conversation or before)

        self._screen.app.push_screen(ConversationsScreen(family.label, to_open(dossier)), chosen)

    def act(
        self, action: FamilyAction, dossier: Dossier, conversation: Conversation | None
    ) -> None:
        """Do what was chosen, with a conversation of this family."""
        if action == "new":
            self.set_up(dossier)
        elif action == "keep":
            self._keep_longer(dossier.family.id)
        elif action == "log" and conversation is not None:
            self._screen.app.run_worker(self._show_log(dossier, conversation))
        elif (screen := self._screen_for(action, dossier, conversation)) is not None:
            self._screen.app.push_screen(screen)
        elif conversation is not None:
            self._open(dossier.family.id, conversation.id, alone=action == "alone")

    def _screen_for(
        self, action: FamilyAction, dossier: Dossier, conversation: Conversation | None
    ) -> Screen[None] | None:
        """Return the screen on which this is done; None where there is none for it."""
        if action == "words":
            from giz_gesprek.tui.screens.family_words import FamilyWordsScreen

            return FamilyWordsScreen(dossier)
        if action == "history":
            from giz_gesprek.tui.screens.history import HistoryScreen

            told = self._screen.app.families.look_back(dossier)
            return HistoryScreen(dossier.family.label, told)
        if action == "give":
            from giz_gesprek.tui.screens.give_along import GiveAlongScreen

            return GiveAlongScreen(dossier.family)
        if action == "child" and conversation is not None:
            from giz_gesprek.tui.screens.family_child import FamilyChildScreen

            return FamilyChildScreen(dossier, conversation)
        return None

    def _keep_longer(self, family_id: str) -> None:
        with self._screen.telling():
            self._screen.tell(self._screen.app.families.retention().keep_longer(family_id))

    async def _show_log(self, dossier: Dossier, conversation: Conversation) -> None:
        """Show who looked and wrote; nobody knows here who looks along."""
        from giz_gesprek.session.log_flow import show_log
        from giz_gesprek.tui.dialogs.answers import DialogAsk

        app = self._screen.app
        with self._screen.telling():
            session = app.families.to_look_up(dossier, conversation.id)
            ask = DialogAsk(app.push_screen_wait, session.phrases, app.copies)
            done = await show_log(session, ask, at_table=False)
            if done.notice is not None:
                self._screen.tell(session.phrases().text(done.notice))

    def _open(self, family_id: str, conversation_id: str, *, alone: bool = False) -> None:
        families = self._screen.app.families
        open_it = families.open_alone if alone else families.open
        with self._screen.telling():
            self._screen.app.open_conversation(open_it(family_id, conversation_id))

    def set_up(self, dossier: Dossier | None) -> None:
        """Prepare a conversation, with a new family where there is no ``dossier``."""
        from giz_gesprek.tui.screens.setup import SetupScreen

        def done(prepared: Prepared | None) -> None:
            if prepared is not None:
                self._open(prepared.family_id, prepared.conversation_id)

        with self._screen.telling():
            first = self._screen.app.families.first_draft(dossier)
            self._screen.app.push_screen(SetupScreen(dossier, first), done)
