"""A new passphrase, typed twice, with advice while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Input

from giz_gesprek.i18n import _
from giz_gesprek.session.passphrase_advice import advice_on
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
