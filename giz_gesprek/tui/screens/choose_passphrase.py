"""A new passphrase, typed twice; one that is easy to guess is not taken.

Until there is one, nothing else can be filled in on the screen: what is typed for a passphrase has
nowhere else to go. Owns also the words that are proposed: shown, not read aloud, and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button, Input, Static

from giz_gesprek.i18n import _
from giz_gesprek.session.passphrase_advice import advice_on, get_ready, nothing_found, propose
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ChoosePassphrase(Vertical):
    """Asks for a passphrase twice; ``own`` gives texts about the person, which make it easy."""

    DEFAULT_CSS = """
    ChoosePassphrase { height: auto; }
    ChoosePassphrase > Vertical { height: auto; }
    ChoosePassphrase #advice, ChoosePassphrase #chosen { display: none; }
    ChoosePassphrase #proposed { display: none; height: auto; padding: 0 1; text-style: bold; }
    """

    class Chosen(Message):
        """There is a passphrase now: the rest can be filled in."""

    class Reopened(Message):
        """Another one is wanted: the rest has to wait."""

    def __init__(self, own: Callable[[], Collection[str]] = tuple) -> None:
        super().__init__()
        self._own = own
        self._chosen: str | None = None
        self._advising = False
        self.first = Field(_("Passphrase"), secret=True, id="passphrase")
        self.again = Field(_("The same passphrase again"), secret=True, id="passphrase-again")

    def compose(self) -> ComposeResult:
        """Lay out both lines, the advice, the proposal and the warning."""
        yield Said(_("Choose a passphrase"), classes="group-title")
        with Vertical(id="choosing"):
            yield self.first
            yield PlainButton(_("Propose words"), id="propose")
            # Not said: whoever is in the room would hear it.
            yield Static("", markup=False, id="proposed")
            yield Said("", id="advice", classes="said")
            yield self.again
            yield Said(
                _(
                    "Nobody can recover this passphrase, we cannot either. Without it"
                    " everything that is kept here is lost. Keep it in a safe place."
                ),
                classes="said warning",
            )
        with Vertical(id="chosen"):
            yield Said(_("There is a passphrase."), classes="said")
            yield PlainButton(_("Choose another one"), id="other")

    def on_mount(self) -> None:
        """Read the lists of words while the explanation is read."""
        self.run_worker(get_ready, thread=True)

    @on(Input.Changed, "#passphrase Input")
    def advise_soon(self, event: Input.Changed) -> None:
        """Look at it once all keys that were typed are in it: that takes longer than a key."""
        event.stop()
        if not self._advising:
            self._advising = True
            self.app.call_later(self._advise)

    def _advise(self) -> None:
        """Say while one types how this passphrase can be better."""
        self._advising = False
        typed = self.first.value
        if typed:
            self.first.tell(None)
        self._say((advice_on(typed, self._own()) or nothing_found()) if typed else "")

    @on(Input.Submitted, "#passphrase Input")
    def take_first(self, event: Input.Submitted) -> None:
        """Go on to typing it again; one that is easy to guess is typed anew."""
        event.stop()
        if self._is_taken():
            self.again.take_focus()

    @on(Input.Submitted, "#passphrase-again Input")
    def take_again(self, event: Input.Submitted) -> None:
        """Take the passphrase when both are the same."""
        event.stop()
        self.passphrase()

    @on(Button.Pressed, "#propose")
    def propose_words(self, event: Button.Pressed) -> None:
        """Show words by chance, to be written down and typed."""
        event.stop()
        told = _("Write these words down on paper now. They are shown once. Then type them.")
        self.query_one("#proposed", Static).update(f"{propose()}\n{told}")
        self.query_one("#proposed").display = True
        self.first.take_focus()
        # All of it: on a small screen it ends below the last line.
        self.call_after_refresh(self.query_one("#proposed").scroll_visible, animate=False)

    @on(Button.Pressed, "#other")
    def choose_another(self, event: Button.Pressed) -> None:
        """Begin anew."""
        event.stop()
        self.refuse(None)

    def passphrase(self) -> str | None:
        """Return the passphrase; None after saying what is wrong."""
        if self._chosen is not None or not self._is_taken():
            return self._chosen
        if self.first.value != self.again.value:
            self.again.tell(_("The two are not the same. Type it once more."))
            self.again.clear()
            self.again.take_focus()
            return None
        self._chosen = self.first.value
        self._show_chosen()
        self.post_message(self.Chosen())
        return self._chosen

    def refuse(self, why: str | None) -> None:
        """Begin anew, after a sentence that says why."""
        self._chosen = None
        self._show_chosen()
        self.first.tell(why)
        self.first.take_focus()
        self.post_message(self.Reopened())

    def _show_chosen(self) -> None:
        """Show whether there is a passphrase; what was typed and proposed goes off the screen."""
        for field in (self.first, self.again):
            field.clear()
            field.tell(None)
        self.query_one("#proposed", Static).update("")
        self.query_one("#proposed").display = False
        self.query_one("#choosing").display = self._chosen is None
        self.query_one("#chosen").display = self._chosen is not None

    def _is_taken(self) -> bool:
        typed = self.first.value
        refused = advice_on(typed, self._own()) if typed else _("Type a passphrase.")
        if refused:
            self.first.clear()
            self.first.tell(refused)
            self.first.take_focus()
        return not refused

    def _say(self, advice: str) -> None:
        said = self.query_one("#advice", Said)
        said.update(advice)
        said.display = bool(advice)
        if advice:
            # To its end, where it says what to do: on a small screen that is below the last line.
            self.call_after_refresh(said.scroll_visible, animate=False)
