"""An app that locks when nobody is there. Knows when, and not what covers everything then."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING, Final

from textual import events

from giz_gesprek.session.idle import IdleTimer
from giz_gesprek.tui.host.quiet import QuietApp

if TYPE_CHECKING:
    from giz_gesprek.session.passphrase_check import PassphraseCheck

_IDLE_LOOK_SECONDS: Final = 5.0


class GuardedApp(QuietApp):
    """Takes every key, mouse and paste as a sign of life; locks without one."""

    def __init__(self) -> None:
        super().__init__()
        self.idle = IdleTimer()
        self._check: PassphraseCheck | None = None

    def on_mount(self) -> None:
        """Look now and then whether somebody is still there."""
        self.set_interval(_IDLE_LOOK_SECONDS, self.lock_when_idle)
        if sys.platform != "win32":
            # A shutdown or a closed window ends the app as closing it does. Left to the loop: an
            # exception that a handler raises can get lost in whatever was running.
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def guard(self, check: PassphraseCheck) -> None:
        """Lock from now on when nobody is there."""
        self._check = check

    async def on_event(self, event: events.Event) -> None:
        """Take every key, mouse and paste as a sign of life."""
        if isinstance(event, events.InputEvent | events.Paste):
            self.idle.touch()
        await super().on_event(event)

    def lock_when_idle(self) -> None:
        """Lock when there was no sign of life for too long."""
        if self.idle.is_over():
            self.lock()

    def lock(self) -> None:
        """Cover everything until the passphrase is given."""
        if self._check is not None:
            self.cover(self._check)

    def cover(self, check: PassphraseCheck) -> None:
        """Show over everything what ``check`` uncovers; once more changes nothing."""
        raise NotImplementedError
