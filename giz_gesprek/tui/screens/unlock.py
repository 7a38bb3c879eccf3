"""The first screen: opens the professional's store, or makes it at the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Button, Input

from giz_gesprek.errors import GizError, WrongPassphrase
from giz_gesprek.i18n import _
from giz_gesprek.session.opening import Unlocked, create_store, is_first_start, open_store
from giz_gesprek.tui.host.typed_on import Checking
from giz_gesprek.tui.screens.professional import ProfessionalScreen
from giz_gesprek.tui.widgets.field import Field
from giz_gesprek.tui.widgets.pause import Pause
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.session.settings import SettingsDraft
    from giz_gesprek.tui.screens.first_run import FirstRun


class UnlockScreen(ProfessionalScreen[None], Checking):
    """Asks for the passphrase, or for a new one where there is no store yet."""

    CSS_PATH: ClassVar[CSSPathType] = ["professional.tcss", "unlock.tcss"]
    # The line that takes the focus is chosen here, without scrolling past the explanation.
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._first_run: FirstRun | None = None

    def compose(self) -> ComposeResult:
        """Lay out one line, or the first start."""
        if is_first_start(self.app.store_path):
            # Which happens once.
            from giz_gesprek.tui.screens.first_run import FirstRun

            self._first_run = FirstRun(self.app.given_passphrase)
        title = _("Welcome") if self._first_run else _("Open your families")
        yield Said(title, classes="screen-title")
        with VerticalScroll(classes="page", can_focus=False):
            if self._first_run:
                yield self._first_run
            else:
                yield Field(_("Your passphrase"), secret=True, id="unlock")
                if not self.app.demo:
                    yield PlainButton(_("Put back a backup"), id="restore", classes="gap")
            yield Pause(id="failure")
        yield Said("", id="wait")
        with Container(classes="actions -large"):
            yield PlainButton(_("Stop"), id="stop")
            done = _("Make my file") if self._first_run else _("Open")
            yield PlainButton(done, big=True, id="done")

    def on_mount(self) -> None:
        """Let typing begin; open at once with a passphrase that was given."""
        self.app.behind_picture(self.app.begin_reading)
        if self._first_run:
            return
        self.query_one("#unlock", Field).take_focus()
        if self.app.given_passphrase is not None:
            self._begin(self.app.given_passphrase)

    @on(Button.Pressed, "#done")
    def go_on(self) -> None:
        """Open the store, or make it."""
        if self._first_run:
            self._first_run.submit()
        else:
            self.open_with_typed()

    @on(Input.Submitted, "#unlock Input")
    def open_with_typed(self) -> None:
        """Open the store with what was typed, unless one has to wait."""
        if self.query_one("#failure", Pause).is_over:
            self._begin(self.query_one("#unlock", Field).value)

    def on_first_run_filled(self, event: FirstRun.Filled) -> None:
        """Make the store."""
        event.stop()
        self._begin(event.passphrase, event.draft)

    @on(Button.Pressed, "#restore")
    def put_back_backup(self) -> None:
        """Ask for a backup, and go on with the families in it."""
        # Seldom wanted.
        from giz_gesprek.tui.screens.restore import RestoreScreen

        self.app.push_screen(RestoreScreen(self.app.store_path), self.take_result)

    @on(Button.Pressed, "#stop")
    def action_back(self) -> None:
        """Ask whether to stop: there is no screen before this one."""
        self.call_later(self.app.action_leave)

    @property
    def is_before_the_file(self) -> bool:
        """Whether this is the first start."""
        return self._first_run is not None

    def has_unkept(self) -> bool:
        """Tell whether the lines of the first start hold something."""
        return self._first_run is not None and self._first_run.has_unkept()

    def _begin(self, passphrase: str, draft: SettingsDraft | None = None) -> None:
        if self.is_checking:
            return  # Enter was pressed twice; opening twice at once would lock the user out
        self.is_checking = True
        self._unlock(passphrase, draft)
        # A key is being derived by then: nobody waits for what is drawn meanwhile.
        self.call_later(self._show_wait, _("One moment: the file is being unlocked."))

    def _show_wait(self, sentence: str) -> None:
        """Show what the computer is doing; nothing can be typed until it is done."""
        self.query_one("#failure", Pause).tell(None)
        wait = self.query_one("#wait", Said)
        wait.update(sentence)
        wait.display = bool(sentence)
        self.query_one(".page").disabled = bool(sentence)
        self.query_one("#done").disabled = bool(sentence)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _unlock(self, passphrase: str, draft: SettingsDraft | None) -> Unlocked:
        if draft is None:
            return open_store(self.app.store_path, passphrase, demo=self.app.demo)
        return create_store(self.app.store_path, passphrase, draft)

    def take_result(self, result: object) -> None:
        """Go on to the families; the passphrase is forgotten."""
        if isinstance(result, Unlocked):
            self.app.given_passphrase = None
            self.app.show_families(result)

    def take_failure(self, error: GizError) -> None:
        """Say why the store does not open, and let it be tried again."""
        self.is_checking = False
        self._show_wait("")
        if isinstance(error, WrongPassphrase):
            self.query_one("#failure", Pause).tell_wrong(str(error))
        else:
            super().take_failure(error)
        for field in self.query("#unlock").results(Field):
            field.clear()
            field.take_focus()
