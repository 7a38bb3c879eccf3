"""Where a paper is."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work

from giz_gesprek.system import open_folder
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import PlainButton, Quoted, Said

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.papers import Written


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
        if self._written.other_voice:
            yield Said(self.say("voice.other"), id="other-voice", classes="problem")
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
