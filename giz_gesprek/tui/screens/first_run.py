"""The first start: a passphrase, chosen with care, and who the professional is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from giz_gesprek.i18n import _
from giz_gesprek.session.passphrase_advice import advice_on
from giz_gesprek.session.settings import SettingsDraft, problems
from giz_gesprek.tui.screens.profile_form import ProfileForm
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ChoosePassphrase(Vertical):
    """A passphrase, typed twice; says while one types how it can be better."""

    DEFAULT_CSS = "ChoosePassphrase { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self.first = Field(_("Passphrase"), secret=True, id="passphrase")
        self.again = Field(_("The same passphrase again"), secret=True, id="passphrase-again")

    def compose(self) -> ComposeResult:
        """Lay out both lines, the advice and the warning."""
        yield Said(_("Choose a passphrase"), classes="group-title")
        yield self.first
        yield Said("", id="advice", classes="said")
        yield self.again
        yield Said(
            _(
                "Nobody can recover this passphrase, we cannot either. Without it"
                " everything that is kept here is lost. Keep it in a safe place."
            ),
            classes="said warning",
        )

    @on(Input.Changed, "#passphrase Input")
    def show_advice(self, event: Input.Changed) -> None:
        """Say how this passphrase can be better."""
        advice = advice_on(event.value) or _("This passphrase is hard to guess.")
        said = self.query_one("#advice", Said)
        said.update(advice)
        said.display = bool(event.value)

    def passphrase(self) -> str | None:
        """Return the passphrase; None after saying what is wrong."""
        first, again = self.first.value, self.again.value
        self.first.tell(None if first else _("Type a passphrase."))
        same = first == again or not first
        self.again.tell(None if same else _("The two are not the same. Type it once more."))
        if not first:
            self.first.take_focus()
            return None
        if not same:
            self.again.clear()
            self.again.take_focus()
            return None
        return first


class FirstRun(Vertical):
    """Everything that is asked before there is a store."""

    DEFAULT_CSS = "FirstRun { height: auto; }"

    @dataclass
    class Filled(Message):
        """Everything was filled in; the passphrase may still be a weak one."""

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
        if self._given is None:
            yield self._choose
        yield Said(_("Who are you?"), classes="group-title")
        yield self._details

    def on_mount(self) -> None:
        """Let typing begin at once."""
        first = self._choose.first if self._given is None else self._details.name_field
        first.take_focus(scroll_there=False)

    def has_unkept(self) -> bool:
        """Tell whether something was filled in."""
        return self._details.fill_in(SettingsDraft()) != SettingsDraft()

    def submit(self) -> None:
        """Send what was filled in, or say what is missing."""
        passphrase = self._given or self._choose.passphrase()
        if passphrase is None:
            return
        draft = self._details.fill_in(SettingsDraft())
        found = problems(draft)
        self._details.show_problems(found)
        if not found:
            self.post_message(self.Filled(passphrase, draft))

    @on(Input.Submitted)
    def go_to_next_line(self, event: Input.Submitted) -> None:
        """Take Enter as going to the next line, and on the last one as done."""
        event.stop()
        if event.input is self._details.phone_field.input:
            self.submit()
        else:
            self.screen.focus_next(Input)
