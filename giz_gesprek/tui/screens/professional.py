"""What the professional's screens share: the host, Escape goes back, work in a thread, failures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar, Final, TypeVar

from textual import events, getters, on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.types import CSSPathType
from textual.worker import Worker, WorkerState

from giz_gesprek.errors import GizError
from giz_gesprek.i18n import _
from giz_gesprek.tui.host.drawn import DrawnSparingly
from giz_gesprek.tui.host.host import Host
from giz_gesprek.tui.host.unkept import Unkept
from giz_gesprek.tui.widgets.by_digit import ByDigit
from giz_gesprek.tui.widgets.field import Problem

Result = TypeVar("Result")

_DIGITS: Final = "123456789"


class ProfessionalScreen(DrawnSparingly[Result], Unkept):
    """A whole screen in the professional's own words (gettext)."""

    CSS_PATH: ClassVar[CSSPathType] = "professional.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
    ]

    app = getters.app(Host)

    def on_key(self, event: events.Key) -> None:
        """Let digits choose in the list that has the focus."""
        if isinstance(self.focused, ByDigit) and event.key in _DIGITS:
            event.stop()
            self.focused.choose_digit(int(event.key))

    def action_back(self) -> None:
        """Go back to the screen before, without a result; ask first when something is lost."""
        if not self.has_unkept():
            self.dismiss(None)
            return
        self.ask(
            _("What you filled in here is not kept yet. Leave it?"),
            yes=_("Leave it"),
            no=_("Fill in further"),
            then=self._leave,
        )

    def _leave(self) -> None:
        self.dismiss(None)

    def action_move_page(self, by: int) -> None:
        """Show what does not fit."""
        for page in self.query(".page").results(VerticalScroll):
            page.scroll_relative(y=by * max(page.size.height - 1, 1), animate=False, immediate=True)

    def ask(self, question: str, *, yes: str, no: str, then: Callable[[], object]) -> None:
        """Ask, and go on with ``then`` when the answer is yes."""
        # Nobody waits for the box before the first screen.
        from giz_gesprek.tui.screens.ask import AskScreen

        def answered(sure: bool | None) -> None:  # noqa: FBT001 - Textual calls it
            if sure:
                then()

        self.app.push_screen(AskScreen(question, yes=yes, no=no), answered)

    def tell(self, sentence: str) -> None:
        """Say something in a box; the screen under it stays as it is."""
        # As for asking.
        from giz_gesprek.tui.screens.ask import AskScreen

        self.app.push_screen(AskScreen(sentence, yes=_("Close")))

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Say so when something is refused, such as a save; it can be tried again."""
        try:
            yield
        except GizError as error:
            self.take_failure(error)

    def take_result(self, result: object) -> None:
        """Go on with what a worker of this screen returned."""

    def take_failure(self, error: GizError) -> None:
        """Say why something did not succeed: in the screen's place for it, or else in a box."""
        place = next(iter(self.query("#failure").results(Problem)), None)
        if place is None:
            self.tell(str(error))
        else:
            place.tell(str(error))

    @on(Worker.StateChanged)
    def hear_worker(self, event: Worker.StateChanged) -> None:
        """Pass on how work ended; what nobody foresaw goes to the one crash boundary."""
        event.stop()
        error = event.worker.error
        if event.state is WorkerState.SUCCESS:
            self.take_result(event.worker.result)
        elif event.state is WorkerState.ERROR and isinstance(error, GizError):
            self.take_failure(error)
        elif event.state is WorkerState.ERROR and error is not None:
            raise error
