"""A moment to wait for, while a paper is sent in a thread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.events import Mount, ScreenResume

from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.widget import Widget

    from giz_gesprek.content.phrases import Phrasebook


class SendingScreen(Dialog[None]):
    """Closes by itself once there is a ``result``."""

    AUTO_FOCUS = ""

    def __init__(self, phrases: Phrasebook, send: Callable[[], str]) -> None:
        super().__init__(phrases)
        self._send = send
        self.result = ""

    def body(self) -> ComposeResult:
        """Say that it takes a moment."""
        yield Said(self.say("export.busy"))

    def buttons(self) -> Iterator[Widget]:
        """Show none: what is being sent cannot be called back."""
        yield from ()

    @on(Mount)
    def begin(self) -> None:
        """Send it."""
        self._wait()

    @work
    async def _wait(self) -> None:
        # A thread: typesetting and a printer must not freeze the screen.
        self.result = await asyncio.to_thread(self._send)
        self.end()

    @on(ScreenResume)
    def end(self) -> None:
        """Close once it is sent; what covers this screen meanwhile is not ours to close."""
        if self.result and self.is_active:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Stay until it is sent."""

    def action_confirm(self) -> None:
        """Stay until it is sent."""
