"""The terminal of the app: one that goes away ends it, and Ctrl+Z does not leave it half-way.

Knows how to notice that, and not what the app does then: it calls ``terminal_lost`` and
``woken_up`` of the app.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final, Protocol, TextIO, cast

from textual.drivers.linux_driver import LinuxDriver

from giz_gesprek.echo import show

if TYPE_CHECKING:
    from types import FrameType

    from textual.app import App

_LEFT: Final = b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h"
"""What gives a terminal back as it was: no marks around a paste, no mouse, the other screen."""


class Watched(Protocol):
    """What the terminal wants of the app."""

    def terminal_lost(self) -> None:
        """End: nobody sees or types anything any more. Called on any thread."""

    def woken_up(self) -> None:
        """Go on after a standstill of the whole process. Called on the thread of the app."""


class Unfailing:
    """Standard error as a file that takes everything, also when the terminal has gone."""

    def __init__(self, file: TextIO, lost: Callable[[], None]) -> None:
        self._file = file
        self._lost = lost

    def write(self, text: str) -> int:
        """Write; what nobody sees is dropped."""
        with suppress(ValueError):
            try:
                return self._file.write(text)
            except OSError:
                self._lost()
        return len(text)

    def flush(self) -> None:
        """Show what was written."""
        with suppress(ValueError):
            try:
                self._file.flush()
            except OSError:
                self._lost()

    def fileno(self) -> int:
        """Return the descriptor."""
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Textual's driver, which by itself waits for ever on a terminal that has gone."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._watched = cast("Watched", app)
        self._losing = Lock()
        # Now: one that has gone is no terminal any more.
        self._shared = [descriptor for descriptor in range(3) if os.isatty(descriptor)]
        self._is_lost = False
        if sys.__stderr__ is not None:
            self._file = cast("TextIOWrapper", Unfailing(sys.__stderr__, self._lose))
        # Families may not stay on the screen under the prompt of a shell; stopping asks first.
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        signal.signal(signal.SIGCONT, self._go_on)
        Thread(target=self._watch, name="giz-terminal", daemon=True).start()

    def start_application_mode(self) -> None:
        """Take the terminal, which is given back as it was before the program began."""
        show()
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual's

    def run_input_thread(self) -> None:
        """Read keys until the terminal goes."""
        try:
            super().run_input_thread()
        except OSError:
            self._lose()

    def give_back(self) -> None:
        """Leave the terminal as it was, as far as that goes without waiting for it."""
        import termios

        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            if select.select([], [self.fileno], [], 0)[1]:
                os.write(self.fileno, _LEFT)

    def _go_on(self, _number: int, _frame: FrameType | None) -> None:
        self._watched.woken_up()

    def _watch(self) -> None:
        """Wait until the terminal hangs up; a read would only tell when somebody types."""
        if not hasattr(select, "poll"):
            return
        poll = select.poll()
        poll.register(self.fileno, 0)
        for _descriptor, event in poll.poll():
            if event & (select.POLLHUP | select.POLLERR):
                self._lose()

    def _lose(self) -> None:
        """Let nothing fail or wait on the terminal from now on, and end."""
        with self._losing:
            if self._is_lost:
                return
            self._is_lost = True
            nothing = os.open(os.devnull, os.O_RDWR)
            for descriptor in self._shared:
                os.dup2(nothing, descriptor)
        self._watched.terminal_lost()
