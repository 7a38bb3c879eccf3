"""All families: search, continue, begin, delete; and the way to the settings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek.conversation.choosing import park
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.errors import GizError, StoreError
from giz_gesprek.i18n import _, format_date, format_datetime, ngettext
from giz_gesprek.session.dates import write_date
from giz_gesprek.session.labels import state_name
from giz_gesprek.store import DeletionReceipt, FamilyRow, Store
from giz_gesprek.tui.screens.ask import AskScreen
from giz_gesprek.tui.screens.family_actions import FamilyAction, FamilyActionsScreen, latest
from giz_gesprek.tui.screens.family_words import FamilyWordsScreen
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.screens.settings import SettingsScreen
from giz_gesprek.tui.screens.setup import SetupScreen
from giz_gesprek.tui.widgets.family_list import FamilyList
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.conversation.dossier import Dossier
    from giz_gesprek.tui.screens.setup import Prepared


_NONE: Final = "-"


def day_of_last(row: FamilyRow, *, short: bool) -> str:
    """Return when the last conversation began, in local time: in words, or short in digits."""
    if row.last_at is None:
        return _NONE if short else _("no conversation")
    day = row.last_at.astimezone().date()
    return write_date(day) if short else format_date(day)


def read_states(store: Store, rows: tuple[FamilyRow, ...]) -> dict[str, str]:
    """Return how far the last conversation of each family is, by family id."""
    return {row.id: _state_of(store, row) for row in rows}


def _state_of(store: Store, row: FamilyRow) -> str:
    if not row.conversations:
        return _NONE
    try:
        conversation = latest(store.read(row.id))
    except StoreError:
        return _("unreadable")
    return state_name(conversation.state) if conversation else _NONE


class FamiliesScreen(ProfessionalScreen[None]):
    """The list of families; typing searches, the arrows move, Enter opens."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "families.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[FamilyRow, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the search field, the list and the buttons."""
        yield Said("", classes="screen-title")
        if self.app.demo:
            yield Said(_("Demonstration: this family is invented, and nothing is kept."), id="demo")
        yield Field(_("Search"), id="search")
        yield Said(
            _(
                "There are no families here yet. Choose New family to prepare a first"
                " conversation; that can be done before the visit."
            ),
            id="none",
        )
        yield Said(_("No family has these letters in its name."), id="none-found")
        yield FamilyList(day_of_last, id="families")
        with Container(classes="actions"):
            yield PlainButton(_("New family"), id="new")
            yield PlainButton(_("Settings"), id="settings")
            yield PlainButton(_("Lock"), id="lock", disabled=self.app.demo)
            yield PlainButton(_("Stop"), id="stop")

    def on_screen_resume(self) -> None:
        """Show the families as they are now."""
        self._rows = self.app.opened_store.families()
        count = len(self._rows)
        title = ngettext("{count} family", "{count} families", count).format(count=count)
        self.query_one(".screen-title", Said).update(title if count else _("Your families"))
        for one in ("#search", "#families"):
            self.query_one(one).display = bool(self._rows)
        self.query_one("#none").display = not self._rows
        self.query_one(FamilyList).forget_states()
        self._show_found()
        if self._rows and self.focused is None:
            self.query_one("#search", Field).take_focus()
        elif not self._rows:
            self.query_one("#new").focus()

    @on(Input.Changed, "#search Input")
    def show_found_families(self) -> None:
        """Leave only the families whose label holds what was typed."""
        self._show_found()

    def _show_found(self) -> None:
        wanted = self.query_one("#search", Field).value.casefold().strip()
        found = tuple(row for row in self._rows if wanted in row.label.casefold())
        self.query_one(FamilyList).show(found)
        self.query_one("#none-found").display = bool(self._rows) and not found

    @on(Input.Submitted, "#search Input")
    def open_first_found(self) -> None:
        """Open the family under the cursor."""
        self.query_one(FamilyList).action_open()

    def action_move(self, by: int) -> None:
        """Move through the list, also while searching."""
        self.query_one(FamilyList).action_move(by)

    def action_move_page(self, by: int) -> None:
        """Move through the list by pages, also while searching."""
        self.query_one(FamilyList).action_move_page(by)

    @on(FamilyList.Looked)
    def look_up_states(self, event: FamilyList.Looked) -> None:
        """Find out how far the conversations in view are; reading them takes a moment."""
        self._read_states(self.app.opened_store, event.rows)

    @work(thread=True, exclusive=True, group="states", exit_on_error=False)
    def _read_states(self, store: Store, rows: tuple[FamilyRow, ...]) -> dict[str, str]:
        return read_states(store, rows)

    @on(FamilyList.Opened)
    def offer_actions(self, event: FamilyList.Opened) -> None:
        """Ask what to do with a family; one that cannot be read can still be deleted."""
        row = event.row
        try:
            dossier = self.app.opened_store.read(row.id)
        except StoreError as error:
            self._offer(row, None, str(error))
        else:
            self._offer(row, dossier, None)

    def _offer(self, row: FamilyRow, dossier: Dossier | None, problem: str | None) -> None:
        def chosen(action: FamilyAction | None) -> None:
            if action == "delete":
                self._ask_to_delete(row)
            elif action == "continue" and dossier and (conversation := latest(dossier)):
                self.app.open_conversation(row.id, conversation.id)
            elif action == "new" and dossier:
                self._set_up(dossier)
            elif action == "words" and dossier:
                self.app.push_screen(FamilyWordsScreen(dossier))
            elif action == "alone" and dossier and (conversation := latest(dossier)):
                talk = Talk(self.app.library.framework, dossier, conversation.id)
                changed = park(talk, ()).dossier
                self.app.opened_store.save(changed, now=datetime.now(UTC))
                self.app.open_conversation(row.id, conversation.id)

        self.app.push_screen(FamilyActionsScreen(row.label, dossier, problem), chosen)

    def _set_up(self, dossier: Dossier | None) -> None:
        def done(prepared: Prepared | None) -> None:
            if prepared is not None and prepared.begin:
                self.app.open_conversation(prepared.family_id, prepared.conversation_id)

        self.app.push_screen(SetupScreen(dossier), done)

    def _ask_to_delete(self, row: FamilyRow) -> None:
        self.ask(
            _(
                "Delete {label} for good? All conversations of this family go, and nobody can bring"
                " them back. The organisation's own record is the dossier."
            ).format(label=row.label),
            yes=_("Delete for good"),
            no=_("Keep"),
            then=lambda: self._delete_now(row.id),
        )

    def _delete_now(self, family_id: str) -> None:
        self._delete(self.app.opened_store, family_id)

    @work(thread=True, group="delete", exit_on_error=False)
    def _delete(self, store: Store, family_id: str) -> DeletionReceipt:
        return store.delete_family(family_id, datetime.now(UTC))

    def take_result(self, result: object) -> None:
        """Show the states that were read, or the receipt of a deletion."""
        if isinstance(result, dict):
            self.query_one(FamilyList).tell_states(result)
        elif isinstance(result, DeletionReceipt):
            self.on_screen_resume()
            self.app.push_screen(AskScreen(receipt_text(result), yes=_("Close")))

    def take_failure(self, error: GizError) -> None:
        """Say why a deletion did not succeed."""
        self.app.push_screen(AskScreen(str(error), yes=_("Close")))

    @on(Button.Pressed, "#new")
    def set_up_new_family(self) -> None:
        """Prepare a conversation with a family that is not in the list."""
        self._set_up(None)

    @on(Button.Pressed, "#settings")
    def show_settings(self) -> None:
        """Show the settings."""
        self.app.push_screen(SettingsScreen())

    @on(Button.Pressed, "#lock")
    def lock_now(self) -> None:
        """Lock at once."""
        self.app.lock()

    @on(Button.Pressed, "#stop")
    def action_back(self) -> None:
        """Ask whether to stop: there is no screen before this one."""
        self.call_later(self.app.action_leave)


def receipt_text(receipt: DeletionReceipt) -> str:
    """Return a receipt in words, without personal data."""
    count = receipt.conversations
    return ngettext(
        "Deleted for good on {moment}: one family with {count} conversation. File {store_id}.",
        "Deleted for good on {moment}: one family with {count} conversations. File {store_id}.",
        count,
    ).format(moment=format_datetime(receipt.at), count=count, store_id=receipt.store_id)
