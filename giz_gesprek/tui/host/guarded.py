"""An app that locks when nobody is there, and ends when it has to.

Knows when, and neither what covers everything then nor what is typed where.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from textual import events

from giz_gesprek.session.idle import IdleTimer, Standstill
from giz_gesprek.tui.host.drafting import Drafting
from giz_gesprek.tui.host.ending import Ending
from giz_gesprek.tui.host.garbage import Garbage
from giz_gesprek.tui.host.quiet import QuietApp
from giz_gesprek.tui.host.typed_on import TypedOn

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.screen import Screen

    from giz_gesprek.session.passphrase_check import PassphraseCheck

_IDLE_LOOK_SECONDS: Final = 1.0
_HANGUP: Final = 129
"""The exit code of a program whose terminal went: 128 and the number of SIGHUP."""


class GuardedApp(QuietApp):
    """Takes every key, mouse and paste as a sign of life; locks without one.

    Attributes:
        ending: the end that comes from outside, for whoever runs the app.
        typed_on: which keys were meant for a passphrase that has been taken meanwhile.
        garbage: what is cleared away when nobody types.

    """

    def __init__(self) -> None:
        super().__init__()
        self.idle = IdleTimer()
        self.typed_on = TypedOn()
        self.garbage = Garbage()
        self.ending = Ending(self._end_soon, self._end_now)
        self._standstill = Standstill()
        self._check: PassphraseCheck | None = None
        self._turning: asyncio.AbstractEventLoop | None = None

    def get_driver_class(self) -> type[Driver]:
        """Return what draws and reads keys; one that notices that its terminal goes."""
        usual = super().get_driver_class()
        if sys.platform == "win32" or usual.__name__ != "LinuxDriver":
            return usual
        # For a real terminal only.
        from giz_gesprek.tui.host.terminal import TerminalDriver

        return TerminalDriver

    def on_mount(self) -> None:
        """Look now and then whether somebody is still there."""
        self._turning = asyncio.get_running_loop()
        self.set_interval(_IDLE_LOOK_SECONDS, self._look)

    def _look(self) -> None:
        self.lock_when_idle()
        self.garbage.look(self.idle.passed())

    # --- the end ------------------------------------------------------------------------

    def terminal_lost(self) -> None:
        """End: nobody sees or types anything any more."""
        self.ending.begin(_HANGUP)

    def keep_typed(self) -> None:
        """Keep everything that is typed and not kept yet."""
        for screen in self.screen_stack:
            for node in (screen, *screen.query("*")):
                if isinstance(node, Drafting):
                    node.keep_draft()

    def close_families(self) -> None:
        """Close what is open; again is harmless."""
        raise NotImplementedError

    def _end_soon(self) -> None:
        """Let the app end between two things that it does."""
        if self._turning is not None:
            with suppress(RuntimeError):  # it has ended
                self._turning.call_soon_threadsafe(self._end)

    def _end(self) -> None:
        self.keep_typed()
        self.exit(return_code=self.ending.code or 0)

    def _end_now(self) -> None:
        """Keep and close what is open, on another thread than that of the app, which is busy."""
        from giz_gesprek.tui.host.terminal import TerminalDriver

        if isinstance(self._driver, TerminalDriver):
            self._driver.give_back()
        # What goes wrong from here on is not for anybody's screen.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        self.keep_typed()
        self.close_families()

    # --- the lock -----------------------------------------------------------------------

    def guard(self, check: PassphraseCheck) -> None:
        """Lock from now on when nobody is there."""
        self._check = check

    async def on_event(self, event: events.Event) -> None:
        """Take every key, mouse and paste as a sign of life; after sleep it only wakes."""
        if isinstance(event, events.InputEvent | events.Paste):
            if self._is_due() and self._standstill.is_over():
                self.lock()
                return
            self.idle.touch()
        if isinstance(event, events.Key | events.Paste) and self.typed_on.is_dropped(
            self.screen_stack[-1] if self.screen_stack else None
        ):
            return
        await super().on_event(event)

    def woken_up(self) -> None:
        """Lock before anything is drawn after a standstill, if it was long; draw everything."""
        if self._turning is not None:
            self._turning.call_soon_threadsafe(self._draw_anew)

    def _draw_anew(self) -> None:
        self.lock_when_idle()
        if self._driver is not None:
            # Whoever stopped the process can have set the terminal otherwise.
            self._driver.suspend_application_mode()
            self._driver.resume_application_mode()
        self.refresh(layout=True)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        # The first frame after the laptop slept comes before any timer.
        if self._is_due():
            self.call_later(self._lock_or_draw)
        else:
            super()._display(screen, renderable)

    def _lock_or_draw(self) -> None:
        self.lock_when_idle()
        self.screen.refresh(layout=True)

    def lock_when_idle(self) -> None:
        """Lock when there was no sign of life for too long."""
        self._standstill.look()
        if self._is_due():
            self.lock()

    def _is_due(self) -> bool:
        return self._check is not None and self.idle.is_over() and not self.is_covered()

    def lock(self) -> None:
        """Cover everything until the passphrase is given."""
        if self._check is not None:
            self.cover(self._check)

    def cover(self, check: PassphraseCheck) -> None:
        """Show over everything what ``check`` uncovers; once more changes nothing."""
        raise NotImplementedError

    def is_covered(self) -> bool:
        """Tell whether everything is covered."""
        raise NotImplementedError
