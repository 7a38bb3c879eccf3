"""The file with families was here before and is not now: another place, or a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek.i18n import _
from giz_gesprek.paths import from_home
from giz_gesprek.session.opening import is_first_start
from giz_gesprek.session.places import last_opened
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class MissingScreen(ProfessionalScreen[None]):
    """Says which file is not there, and asks where it is."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "missing.tcss"]
    # The explanation is read first.
    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the place and the ways on."""
        path = self.app.store_path
        yield Said(_("Your file is not there"), classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            yield Said(_("The file with families was here before:"), classes="said")
            yield Said(str(path), classes="said place")
            yield Said(
                _(
                    "Is it on a stick or another disk? Connect that, and look again. Was the file"
                    " moved? Then type where it is. Make a new file only when you want to begin"
                    " without families, or to put back a backup in it."
                ),
                classes="said",
            )
            yield Field(_("The file is here"), str(last_opened() or path), longest=0, id="place")
        with Container(classes="actions -large"):
            yield PlainButton(_("Stop"), id="stop")
            yield PlainButton(_("New file"), id="new")
            yield PlainButton(_("Look again"), big=True, id="done")

    def on_mount(self) -> None:
        """Let typing begin."""
        self.query_one("#place", Field).take_focus(scroll_there=False)

    @on(Button.Pressed, "#done")
    @on(Input.Submitted, "#place Input")
    def look_again(self) -> None:
        """Open the file when it is there."""
        field = self.query_one("#place", Field)
        path = from_home(field.value.strip())
        if not is_first_start(path):
            self.app.store_path = path
            self.app.show_unlocking()
        else:
            field.tell(_("There is no file with families at this place."))

    @on(Button.Pressed, "#new")
    def ask_for_new(self) -> None:
        """Ask whether to begin without families."""
        self.ask(
            _("Begin with a new file, without your families? The other file stays where it is."),
            yes=_("Make a new file"),
            no=_("Look for my file"),
            then=self._begin_anew,
        )

    def _begin_anew(self) -> None:
        # The box is still there while it is answered.
        self.app.call_later(self.app.show_unlocking)

    @on(Button.Pressed, "#stop")
    def action_back(self) -> None:
        """Ask whether to stop: there is no screen before this one."""
        self.call_later(self.app.action_leave)
