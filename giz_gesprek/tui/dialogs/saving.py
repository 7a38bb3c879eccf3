"""How a paper is kept and where, what went wrong with that, and where the paper is then.

Knows no session: the paper is written by what is passed in, in a thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import on, work
from textual.binding import Binding, BindingType
from textual.events import ScreenResume
from textual.widgets import Input

from giz_gesprek.errors import OutputError
from giz_gesprek.session.papers import LONGEST_NAME, Place, Written, problem_with
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.open_folder import open_folder
from giz_gesprek.tui.widgets.choice_list import ChoiceList, Option
from giz_gesprek.tui.widgets.said import PlainButton, Quoted, Said

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.export.forms import PaperForm

Write: TypeAlias = Callable[[Place], Written]
"""Writes the paper; raises ``OutputError`` when that cannot be."""


class SaveScreen(Dialog[Written | None]):
    """Kind, folder and name. Enter writes; what goes wrong is said here, and can be tried again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"choose({digit})", show=False) for digit in range(1, 10)
    ]

    def __init__(
        self,
        phrases: Phrasebook,
        kinds: Sequence[PaperForm],
        place: Place,
        usual: str,
        write: Write,
    ) -> None:
        """Offer ``kinds``; ``place`` is how it was the last time, ``usual`` the usual name."""
        super().__init__(phrases)
        options = [
            Option(kind, self.say(f"export.{kind}"), digit)
            for digit, kind in enumerate(kinds, start=1)
        ]
        self.choices = ChoiceList(options, place.kind)
        self.folder = Input(place.folder, id="folder")
        self.file_name = Input(usual, id="name", max_length=LONGEST_NAME)
        self._kinds = tuple(kinds)
        self._usual = usual
        self._write = write
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

    @on(Input.Submitted)
    def take_enter(self, event: Input.Submitted) -> None:
        """Take Enter as writing."""
        event.stop()
        self.action_confirm()

    def action_leave(self) -> None:
        """Go back; not while the paper is being written."""
        if not self._busy:
            super().action_leave()

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
            self._made = await asyncio.to_thread(self._write, self._place())
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
        kind = next(kind for kind in self._kinds if kind == self.choices.chosen)
        return Place(kind, self.folder.value.strip(), None if name == self._usual else name)


class WrittenScreen(Dialog[None]):
    """Where the paper is now, that others can read it, and the way to its folder."""

    def __init__(self, phrases: Phrasebook, written: Written) -> None:
        super().__init__(phrases)
        self._written = written

    def heading(self) -> str:
        """Return the heading of the paper."""
        return self.say("export.title")

    def body(self) -> ComposeResult:
        """Lay out the whole path, and what to look after."""
        yield Said(self.say("export.where"))
        yield Quoted(str(self._written.path), id="path")
        yield Said(self.say("export.careful"))
        if self._written.replaced:
            signs = " ".join(self._written.replaced)
            yield Said(self.say("export.replaced", what=signs), id="replaced", classes="problem")
        yield Said("", id="box-problem", classes="hint")

    def buttons(self) -> ComposeResult:
        """Show closing and opening the folder."""
        yield PlainButton(self.say("button.close"), big=True, id="leave")
        yield PlainButton(self.say("export.open"), big=True, id="open")

    def on_mount(self) -> None:
        """Stand on closing: that is what Enter does."""
        self.query_one("#leave").focus()

    @on(PlainButton.Pressed, "#open")
    def open_the_folder(self, event: PlainButton.Pressed) -> None:
        """Show the folder in the file manager, or say that it has to be looked up."""
        event.stop()
        self._open(self._written.path.parent)

    @work(exclusive=True)
    async def _open(self, folder: Path) -> None:
        opened = await asyncio.to_thread(open_folder, folder)
        self.tell_problem("export.opened" if opened else "export.not_opened")
