"""All families: search, continue, begin, delete; and the way to the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek.errors import StoreError
from giz_gesprek.i18n import N_, _, ngettext
from giz_gesprek.session.families import Families, ListedFamily, to_open
from giz_gesprek.session.searching import FEWEST_LETTERS, found_families
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.screens.reminders import Reminders
from giz_gesprek.tui.widgets.family_list import FamilyList
from giz_gesprek.tui.widgets.field import Field, Problem
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.tui.screens.family_desk import FamilyDesk

_NO_FAMILIES: Final = N_(
    "There are no families here yet. Choose New family to prepare a first conversation; that can be"
    " done before the visit."
)
_NAMES_HIDDEN: Final = N_(
    "The names are not on the screen: somebody may be looking along. Type three letters of a name."
    " The arrow down shows all names."
)


class FamiliesScreen(ProfessionalScreen[None]):
    """The list of families; typing searches, the arrows move, Enter opens."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "families.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._listed: tuple[ListedFamily, ...] = ()
        self._all_shown = self.app.demo

    def compose(self) -> ComposeResult:
        """Lay out the search field, the list and the buttons."""
        yield Said("", classes="screen-title")
        if self.app.demo:
            yield Said(_("Demonstration: this family is invented, and nothing is kept."), id="demo")
        yield Reminders()
        yield Field(_("Search"), id="search")
        yield Said(_(_NO_FAMILIES), id="none")
        yield Said(_("No family has these letters in its name."), id="none-found")
        with Container(id="hidden"):
            yield Said(_(_NAMES_HIDDEN))
            yield PlainButton(_("Show all names"), id="show-all")
        yield FamilyList(id="families")
        yield Problem(id="unlisted")
        with Container(classes="actions"):
            yield PlainButton(_("New family"), id="new")
            yield PlainButton(_("Take over"), id="take-over")
            yield PlainButton(_("Settings"), id="settings")
            yield PlainButton(_("Lock"), id="lock", disabled=self.app.demo)
            yield PlainButton(_("Stop"), id="stop")

    @property
    def _desk(self) -> FamilyDesk:
        """What is done with a family; it is loaded behind the list."""
        from giz_gesprek.tui.screens.family_desk import FamilyDesk

        return FamilyDesk(self, self._delete)

    def on_mount(self) -> None:
        """Go on at once with the last conversation of a demonstration."""
        self.app.behind_picture(self.app.read_on)
        if self.app.demo:
            self._go_on_with_the_first()

    def _go_on_with_the_first(self) -> None:
        with self.telling():
            dossier = self.app.families.read(self.app.families.listed()[0].id)
            self._desk.act("continue", dossier, to_open(dossier)[0])

    def on_screen_resume(self) -> None:
        """Show the families as they are now."""
        try:
            self._listed = self.app.families.listed()
        except StoreError as error:
            # Not in a box: when that closes, this is where it all begins again.
            self.query_one("#unlisted", Problem).tell(str(error))
            self.query_one("#none").display = False
            return
        self.query_one("#unlisted", Problem).tell(None)
        self.query_one(Reminders).look()
        self._show_listed()
        if notices := self.app.families.take_notices():
            self.tell("\n\n".join(notices))
        self._settle(self.app.families)

    @work(thread=True, group="settle", exit_on_error=False)
    def _settle(self, families: Families) -> None:
        families.settle()

    def _show_listed(self) -> None:
        count = len(self._listed)
        title = ngettext("{count} family", "{count} families", count).format(count=count)
        self.query_one(".screen-title", Said).update(title if count else _("Your families"))
        self.query_one("#search").display = bool(self._listed)
        self.query_one("#none").display = not self._listed
        self._show_found()
        if not self._listed:
            self.query_one("#new").focus()
        elif self.focused is None or isinstance(self.focused, Button):
            # Never one Enter away from stopping, or from what was done last.
            self.query_one("#search", Field).take_focus()

    @on(Input.Changed, "#search Input")
    def show_found_families(self) -> None:
        """Leave only the families whose label holds what was typed."""
        self._show_found()

    def _show_found(self) -> None:
        typed = self.query_one("#search", Field).value
        found = found_families(self._listed, typed, all_shown=self._all_shown)
        nothing = bool(self._listed) and not found
        hidden = nothing and not self._all_shown and len(typed.strip()) < FEWEST_LETTERS
        families = self.query_one(FamilyList)
        families.show(found)
        families.display = bool(found)
        self.query_one("#hidden").display = hidden
        self.query_one("#none-found").display = nothing and not hidden

    @on(Button.Pressed, "#show-all")
    def show_all_names(self) -> None:
        """Show every name, for who has looked who is looking along."""
        self._all_shown = True
        self._show_found()
        self.query_one("#search", Field).take_focus()

    def hide_names(self) -> None:
        """Take all names from the screen until they are asked for again."""
        self.query_one(Reminders).end()
        self._all_shown = self.app.demo
        self.query_one("#search", Field).clear()
        self._show_found()

    @on(Input.Submitted, "#search Input")
    def open_first_found(self) -> None:
        """Open the family under the cursor."""
        self.query_one(FamilyList).action_open()

    def action_move(self, by: int) -> None:
        """Move through the list, also while searching; down from no names shows them."""
        if by > 0 and self.query_one("#hidden").display:
            self.show_all_names()
        else:
            self.query_one(FamilyList).action_move(by)

    def action_move_page(self, by: int) -> None:
        """Move through the list by pages, also while searching."""
        self.query_one(FamilyList).action_move_page(by)

    @on(FamilyList.Opened)
    def offer_actions(self, event: FamilyList.Opened) -> None:
        """Ask what to do with a family; one that cannot be read can still be deleted."""
        family, dossier, problem = event.family, None, None
        try:
            dossier = self.app.families.read(family.id)
        except StoreError as error:
            problem = str(error)
        self._desk.offer(family, dossier, problem)

    @work(thread=True, group="delete", exit_on_error=False)
    def _delete(self, families: Families, family_id: str, conversation_id: str | None) -> str:
        return families.delete(family_id, conversation_id)

    def take_result(self, result: object) -> None:
        """Show the receipt of a deletion."""
        if isinstance(result, str):
            self.on_screen_resume()
            self._desk.tell_receipt(result)

    @on(Button.Pressed, "#new")
    def set_up_new_family(self) -> None:
        """Prepare a conversation with a family that is not in the list."""
        self._desk.set_up(None)

    @on(Button.Pressed, "#take-over")
    def take_over_a_file(self) -> None:
        """Ask for a file of a family."""
        # Seldom wanted, as are the settings.
        from giz_gesprek.tui.screens.take_over import TakeOverScreen

        self.app.push_screen(TakeOverScreen())

    @on(Button.Pressed, "#settings")
    def show_settings(self) -> None:
        """Show the settings."""
        from giz_gesprek.tui.screens.settings import SettingsScreen

        with self.telling():
            self.app.push_screen(SettingsScreen(self.app.families.settings()))

    @on(Button.Pressed, "#lock")
    def lock_now(self) -> None:
        """Lock at once."""
        self.app.lock()

    @on(Button.Pressed, "#stop")
    def action_back(self) -> None:
        """Ask whether to stop: there is no screen before this one."""
        self.call_later(self.app.action_leave)
