"""Whether to stop. A parent looks on, so the words come from content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button

from giz_gesprek.tui.dialogs.readable_box import ReadableBox, VoiceNote
from giz_gesprek.tui.host.host import Host
from giz_gesprek.tui.host.unkept import Unkept
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from typing import ClassVar

    from textual.app import ComposeResult


class QuitScreen(ModalScreen[bool], ReadableBox[bool]):
    """Closes with whether to stop; Escape goes on."""

    CSS_PATH = "quit.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "go_on", show=False),
        Binding("up,left", "app.focus_previous", show=False),
        Binding("down,right", "app.focus_next", show=False),
    ]

    app = getters.app(Host)

    def __init__(self) -> None:
        super().__init__()
        self.read_from(lambda: self.app.book)

    def compose(self) -> ComposeResult:
        """Lay out the question and both answers; going on comes first."""
        # The words of the conversation that this covers, or else those of the program.
        phrases = self.app.book
        with VerticalScroll(id="box", can_focus=False):
            yield Said(phrases.text("quit.title"), classes="title")
            asked, go_on, stop = self._asked()
            yield Said(phrases.text(asked), classes="question")
            yield VoiceNote()
            with Container(classes="actions"):
                yield PlainButton(phrases.text(go_on), big=True, id="go-on")
                yield PlainButton(phrases.text(stop), big=True, id="stop")

    def _asked(self) -> tuple[str, str, str]:
        """Return the ids of what is asked and of both answers; no promise to keep what is lost."""
        beneath = [screen for screen in self.app.screen_stack if isinstance(screen, Unkept)]
        if any(screen.has_unkept() for screen in beneath):
            return "quit.not_kept", "button.back", "quit.title"
        if any(screen.is_before_the_file for screen in beneath):
            return "quit.nothing_yet", "button.back", "quit.title"
        if self.app.demo:
            return "quit.demo", "button.go_on", "quit.title"
        return "quit.ask", "button.go_on", "button.stop_here"

    @on(Button.Pressed)
    def answer(self, event: Button.Pressed) -> None:
        """Close with the answer."""
        event.stop()
        self.dismiss(event.button.id == "stop")

    def action_go_on(self) -> None:
        """Stay."""
        self.dismiss(False)  # noqa: FBT003 - Textual's signature
