"""How a paper is kept and where, and what went wrong with that.

Knows no session: the paper is written by what is passed in, in a thread.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.events import ScreenResume
from textual.widgets import Input

from giz_gesprek.errors import OutputError
from giz_gesprek.session.papers import LONGEST_NAME, Place, Written, problem_with
from giz_gesprek.session.step_parts import Option
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.in_order import FITTED, Line
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.paper_offer import PaperPlaces


class SaveScreen(Dialog[Written | Place | None]):
    """Kind, folder and name. Enter writes; what goes wrong is said here, and can be tried again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"choose({digit})", show=False) for digit in range(1, 10)
    ]

    def __init__(self, phrases: Phrasebook, places: PaperPlaces) -> None:
        super().__init__(phrases)
        options = [
            Option(kind, self.say(f"export.{kind}"), digit)
            for digit, kind in enumerate(places.kinds, start=1)
        ]
        self.choices = ChoiceList(options, places.place.kind)
        self.folder = Line(places.place.folder, id="folder")
        self.file_name = Line(places.place.name or places.usual, id="name", max_length=LONGEST_NAME)
        self._places = places
        self._busy = False
        self._made: Written | None = None

    def body(self) -> ComposeResult:
        """Lay out the kinds, the folder, the name, and the place for what goes wrong."""
        yield Said(self.say("export.kind"), classes="question")
        yield self.choices
        self.folder.border_title = self.say("export.folder")
        yield self.folder
        self.file_name.border_title = self.say("export.file")
        yield self.file_name
        yield Said("", id="box-problem", classes="problem")

    def buttons(self) -> ComposeResult:
        """Show going back and writing."""
        yield PlainButton(self.say("button.back"), big=True, id="leave")
        yield PlainButton(self.say("export.make"), big=True, id="confirm")

    def on_mount(self) -> None:
        """Let the digits and arrows work at once."""
        self.choices.focus()

    def action_choose(self, digit: int) -> None:
        """Light the kind of a digit."""
        self.choices.choose_digit(digit)

    @on(Line.Fitted)
    def tell_how_it_fits(self, event: Line.Fitted) -> None:
        """Say what became of the text that was pasted."""
        event.stop()
        self.tell_problem(FITTED[event.how])

    @on(Input.Submitted)
    def take_enter(self, event: Input.Submitted) -> None:
        """Take Enter as writing."""
        event.stop()
        self.action_confirm()

    def action_leave(self) -> None:
        """Go back, with what is filled in; not while the paper is being written."""
        if not self._busy:
            self.dismiss(self._place())

    def action_confirm(self) -> None:
        """Write the paper, once at a time."""
        if not self._busy:
            self._busy = True
            self.query_one("#box-problem", Said).set_class(False, "problem")  # noqa: FBT003
            self.tell_problem("export.busy")
            self._write_it()

    @work
    async def _write_it(self) -> None:
        try:
            # A thread: typesetting and a slow disk must not freeze the screen.
            self._made = await asyncio.to_thread(self._places.write, self._place())
        except OutputError as error:
            self.query_one("#box-problem", Said).set_class(True, "problem")  # noqa: FBT003
            self.tell_problem(problem_with(error))
        else:
            self.end_with_the_paper()
        finally:
            self._busy = False

    @on(ScreenResume)
    def end_with_the_paper(self) -> None:
        """Close once there is a paper; what covers this screen meanwhile is not ours to close."""
        if self._made is not None and self.is_active:
            self.dismiss(self._made)

    def _place(self) -> Place:
        name = self.file_name.value.strip()
        kind = next(kind for kind in self._places.kinds if kind == self.choices.chosen)
        return Place(kind, self.folder.value.strip(), None if name == self._places.usual else name)
