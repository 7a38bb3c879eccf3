"""A window as the system knows it: a terminal that can be closed, stopped and left unread.

Unlike ``terminal`` nothing draws here: what the program writes is searched as it comes, without
the codes between the words. A window of its own session gets SIGHUP when it is closed; any other
is only gone.
"""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Lock, Thread
from types import TracebackType
from typing import Final, Self

from tests.support.processes import end, is_there, marks
from tests.support.program import PROGRAM, ROOT
from tests.support.waiting import wait_until

if sys.platform != "win32":  # where the tests that open one are collected, and left out
    import fcntl
    import pty
    import termios

_CODES: Final = re.compile(rb"\x1b(?:\[[0-9;:?<>=]*[ -/]*[@-~]|[()][A-Z0-9]|[=>78])")
_OWN_SESSION: Final = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Window:
    """The program in a window of 80 columns and 24 rows; leaving the context ends it."""

    def __init__(
        self,
        environment: Mapping[str, str],
        *arguments: object,
        program: Sequence[str] = PROGRAM,
        own_session: bool = True,
        answers: Mapping[bytes, bytes] | None = None,
    ) -> None:
        """Start the program with ``arguments``, as the session's own or as a guest in it.

        ``answers`` is what is typed by the terminal or somebody at it, once, as soon as the program
        has written something.
        """
        self._answers = dict(answers or {})
        self._terminal, inside = pty.openpty()
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        command = [*program, *map(str, arguments)]
        if own_session:
            command = [sys.executable, "-c", _OWN_SESSION, *command]
        self._process = subprocess.Popen(
            command,
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=ROOT,
            env={"TERM": "xterm-256color", **environment, **marks()},
            start_new_session=not own_session,
        )
        os.close(inside)
        self.pid = self._process.pid
        self._written = b""
        self._seen = 0
        self._reads = True
        self._reading = Lock()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            end(self.pid)
            self._process.wait()
        self.close()

    # --- what a person does -------------------------------------------------------------

    def type(self, keys: str) -> None:
        """Press keys; what was shown until now does not count for what is waited for next."""
        self._seen = len(self._written)
        with suppress(OSError):  # it has gone
            os.write(self._terminal, keys.encode())

    def waits_for(self, words: str) -> None:
        """Wait until the program has written these words since the last key."""
        wanted = words.encode()
        wait_until(
            lambda: wanted in self.shown() or self._process.poll() is not None,
            lambda: f"{words}:\n{self.shown().decode(errors='replace')[-3000:]}",
        )

    @property
    def written(self) -> bytes:
        """Everything that the program has written, with its codes."""
        return self._written

    def shown(self) -> bytes:
        """Return what was written since the last key, without codes."""
        return _CODES.sub(b"", self._written[self._seen :])

    def forget_shown(self) -> None:
        """Let only what comes from now on count: what was written and not read yet does not."""
        wait_until(self._is_read, "the terminal to be read")
        self._seen = len(self._written)

    # --- what happens to it -------------------------------------------------------------

    def close(self) -> None:
        """Close the window."""
        self._stop_reading()
        if self._terminal >= 0:
            os.close(self._terminal)
            self._terminal = -1

    def leave_unread(self) -> None:
        """Take nothing any more of what the program writes, as a connection that hangs."""
        self._stop_reading()

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def stands_still(self) -> bool:
        """Tell whether the program was stopped and not ended."""
        with suppress(FileNotFoundError), open(f"/proc/{self.pid}/stat", "rb") as file:  # noqa: PTH123 - no path
            return file.read().rpartition(b")")[2].split()[0] == b"T"
        return False

    def runs(self) -> bool:
        """Tell whether the program runs."""
        return self._process.poll() is None and is_there(self.pid)

    def ends(self) -> tuple[int, float]:
        """Wait until the program has ended; return its exit code, and how many seconds it took."""
        since = time.monotonic()
        wait_until(lambda: self._process.poll() is not None, "the end of the program")
        return self._process.returncode, time.monotonic() - since

    def _stop_reading(self) -> None:
        self._reads = False
        self._reader.join()

    def _read(self) -> None:
        while self._reads:
            with suppress(OSError):
                if select.select([self._terminal], [], [], 0.05)[0]:
                    with self._reading:
                        self._written += os.read(self._terminal, 65536)
                    self._answer()
                continue
            return

    def _is_read(self) -> bool:
        with self._reading:
            return not select.select([self._terminal], [], [], 0)[0]

    def _answer(self) -> None:
        for question in [question for question in self._answers if question in self._written]:
            os.write(self._terminal, self._answers.pop(question))
