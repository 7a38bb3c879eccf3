"""The first start: a passphrase, chosen with care, and who the professional is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from giz_gesprek.i18n import _
from giz_gesprek.session.passphrase_advice import advice_on, from_elsewhere
from giz_gesprek.session.settings import SettingsDraft, problems
from giz_gesprek.tui.screens.choose_passphrase import ChoosePassphrase
from giz_gesprek.tui.screens.profile_form import ProfileForm
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class FirstRun(Vertical):
    """Everything that is asked before there is a store."""

    DEFAULT_CSS = "FirstRun, FirstRun > Vertical { height: auto; }"

    @dataclass
    class Filled(Message):
        """Everything was filled in."""

        passphrase: str
        draft: SettingsDraft

    def __init__(self, passphrase: str | None) -> None:
        """Ask for a passphrase unless one was given."""
        super().__init__()
        self._given = passphrase
        self._choose = ChoosePassphrase()
        self._details = ProfileForm(SettingsDraft())

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the passphrase and the profile."""
        yield Said(
            _(
                "This program keeps the conversations with your families on this computer only,"
                " in a file that is locked with your passphrase. It makes no contact with the"
                " internet."
            ),
            classes="said",
        )
        yield PlainButton(_("Put back a backup"), id="restore", classes="gap")
        if self._given is None:
            yield self._choose
        elif advice := advice_on(self._given):
            yield Said(f"{advice} {from_elsewhere()}", classes="said warning")
        with Vertical(id="details"):
            yield Said(_("Who are you?"), classes="group-title")
            yield self._details

    def on_mount(self) -> None:
        """Let typing begin at once."""
        self.query_one("#details").display = self._given is not None
        first = self._choose.first if self._given is None else self._details.name_field
        first.take_focus(scroll_there=False)

    def has_unkept(self) -> bool:
        """Tell whether something was filled in."""
        return self._details.fill_in(SettingsDraft()) != SettingsDraft()

    @on(ChoosePassphrase.Chosen)
    def ask_who(self) -> None:
        """Go on to who the professional is."""
        self.query_one("#details").display = True
        self._details.name_field.take_focus()
        # It has no place yet.
        self.call_after_refresh(self._details.name_field.scroll_visible, animate=False)

    @on(ChoosePassphrase.Reopened)
    def wait_for_passphrase(self) -> None:
        """Ask for nothing else until there is a passphrase."""
        self.query_one("#details").display = False

    def submit(self) -> None:
        """Send what was filled in, or say what is missing."""
        passphrase = self._given or self._choose.passphrase()
        if passphrase is None or not self.query_one("#details").display:
            return
        draft = self._details.fill_in(SettingsDraft())
        found = problems(draft)
        self._details.show_problems(found)
        # Only now it is known who this is.
        own = (draft.name, draft.organisation, draft.phone)
        if self._given is None and (advice := advice_on(passphrase, own)):
            self._choose.refuse(advice)
        elif not found:
            self.post_message(self.Filled(passphrase, draft))

    @on(Input.Submitted)
    def go_to_next_line(self, event: Input.Submitted) -> None:
        """Take Enter as going to the next line, and on the last one as done."""
        event.stop()
        if event.input is self._details.phone_field.input:
            self.submit()
        else:
            self.screen.focus_next(Input)
