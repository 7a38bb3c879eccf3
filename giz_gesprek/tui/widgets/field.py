"""A line to fill in: its name in the border, what is wrong with it right below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from textual import events, on
from textual.containers import Vertical
from textual.content import Content

from giz_gesprek.conversation.text import LONGEST_LINE
from giz_gesprek.i18n import N_, _
from giz_gesprek.tui.widgets.in_order import Fit, Line
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

_FITTED: Final[Mapping[Fit, str]] = {
    "joined": N_("One line fits here: the lines stand one after the other now."),
    "cut": N_("This does not fit here: the end was left out. Shorten it."),
    "first": N_("One line fits here: the first one was taken."),
}


class Problem(Said):
    """A sentence about what has to change; takes no room while there is none."""

    DEFAULT_CSS = """
    Problem { display: none; color: $error; text-style: bold; padding: 0 1; }
    Problem.-shown { display: block; }
    """

    def tell(self, sentence: str | None) -> None:
        """Show the sentence, or take it away; a mark in front, so that it is not colour alone."""
        self.update(f"! {sentence}" if sentence else "")
        self.set_class(bool(sentence), "-shown")


class Field(Vertical):
    """A line of text with a name. ``secret`` shows dots, without a limit; 0 is none either."""

    DEFAULT_CSS = """
    Field { height: auto; }
    Field > Input { border: round $border-blurred; border-title-color: $foreground; }
    Field > Input { background: $surface; background-tint: 0%; }
    Field > Input:focus { border: heavy $border; background-tint: 0%; }
    """

    def __init__(
        self,
        label: str,
        value: str = "",
        *,
        secret: bool = False,
        longest: int = LONGEST_LINE,
        type: str = "text",  # noqa: A002 - Textual's name
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.input = Line(
            value,
            password=secret,
            max_length=0 if secret else longest,
            type="integer" if type == "integer" else "text",
            select_on_focus=False,
        )
        self.input.border_title = Content(label)
        self._problem = Problem()
        self._told: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line and the place for a sentence."""
        yield self.input
        yield self._problem

    @on(Line.Fitted)
    def tell_how_it_fits(self, event: Line.Fitted) -> None:
        """Say what became of the text that was pasted."""
        event.stop()
        self.tell(_(_FITTED[event.how]))

    @property
    def value(self) -> str:
        """What was typed, as it is."""
        return self.input.value

    def take_focus(self, *, scroll_there: bool = True) -> None:
        """Let typing begin here, behind what there is.

        Without ``scroll_there`` the page stays at its beginning, so that it can be read first.
        """
        self.input.focus(scroll_visible=scroll_there)

    def tell(self, sentence: str | None) -> None:
        """Say what is wrong with this line, or nothing."""
        self._told = sentence
        self._problem.tell(sentence)
        self.show_what_is_told()

    @on(events.DescendantFocus)
    def show_what_is_told(self) -> None:
        """Show it, where somebody types: it stands below the line, which may be the last one."""
        if self._told is not None and self.input.has_focus:
            self.call_after_refresh(self.scroll_visible, animate=False)

    def clear(self) -> None:
        """Empty the line."""
        self.input.clear()
