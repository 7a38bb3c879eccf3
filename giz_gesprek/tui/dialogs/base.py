"""What every dialog shares: its words, its box, Escape to leave without a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from giz_gesprek.tui.dialogs.explaining import ExplainingScreen
from giz_gesprek.tui.dialogs.readable_box import ReadableBox, VoiceNote
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.tui.reading.terms import Terms

Result = TypeVar("Result")
_BORDERS: Final = 2


class Dialog(ModalScreen[Result], ExplainingScreen[Result], ReadableBox[Result]):
    """A box over the screen."""

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "#confirm, #leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("enter", "enter", show=False),
        Binding("pagedown,down", "scroll_box(1)", show=False),
        Binding("pageup,up", "scroll_box(-1)", show=False),
        Binding("f1", "help", show=False),
        Binding("f8", "beneath('help_now')", show=False),
        Binding("f9", "beneath('blank')", show=False),
    ]

    def __init__(self, phrases: Phrasebook) -> None:
        super().__init__()
        self.phrases = phrases
        self.read_from(lambda: phrases)

    def say(self, text_id: str, **values: str) -> str:
        """Return the words of a text at the family's rung."""
        return self.phrases.text(text_id, **values)

    def heading(self) -> str:
        """Return what stands at the top of the box; empty for nothing."""
        return ""

    def body(self) -> ComposeResult:
        """Yield what stands in the box."""
        raise NotImplementedError

    def tell_problem(self, text_id: str) -> None:
        """Show the text with this id where the box has its place for problems."""
        problem = self.query_one("#box-problem", Said)
        problem.update(self.say(text_id))
        problem.call_after_refresh(problem.scroll_visible, animate=False)
        self.aloud.read_by_itself("#box-problem")

    def buttons(self) -> ComposeResult:
        """Yield the buttons under the box."""
        yield PlainButton(self.say("button.close"), big=True, id="leave")

    def compose(self) -> ComposeResult:
        """Lay out heading, body and buttons."""
        with Vertical(id="box"):
            with VerticalScroll(id="box-body", can_focus=False):
                if self.heading():
                    yield Said(self.heading(), classes="heading")
                yield from self.body()
                yield VoiceNote()
            with Horizontal(id="box-buttons"):
                yield from self.buttons()

    @property
    def terms(self) -> Terms | None:
        """The same words as on the screen under the boxes."""
        beneath = self._beneath()
        return beneath.terms if isinstance(beneath, ExplainingScreen) else None

    def on_mount(self) -> None:
        """Say at the edge that a word is explained: there it takes no room."""
        if self.explained_words():
            self.query_one("#box").border_subtitle = Content(self.say("help.words_hint"))

    def on_resize(self) -> None:
        """Keep the buttons on the screen: what is too long scrolls above them."""
        buttons = self.query_one("#box-buttons")
        around = buttons.outer_size.height + buttons.styles.margin.height + _BORDERS
        self.query_one("#box-body").styles.max_height = max(self.size.height - around, 1)

    def on_button_pressed(self, event: PlainButton.Pressed) -> None:
        """Leave or confirm."""
        event.stop()
        if event.button.id == "leave":
            self.action_leave()
        elif event.button.id == "confirm":
            self.action_confirm()

    def action_leave(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def action_enter(self) -> None:
        """Do what Enter does where no button has the focus."""
        self.action_confirm()

    def action_confirm(self) -> None:
        """Do what the second button does: close, where there is nothing to decide."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Explain the words in the box, where there are any."""
        words = self.explained_words()
        if words:
            self.post_message(self.WordsAsked(self.phrases, words))

    async def action_beneath(self, action: str) -> None:
        """Do on the screen under the boxes what has to work at every moment."""
        await self.app.run_action(action, self._beneath())

    def _beneath(self) -> Screen[object]:
        """Return the screen under the boxes."""
        return next(
            screen for screen in reversed(self.app.screen_stack) if not isinstance(screen, Dialog)
        )

    def action_scroll_box(self, by: int) -> None:
        """Show what does not fit."""
        self.query_one("#box-body").scroll_relative(y=by * 5, animate=False, immediate=True)
