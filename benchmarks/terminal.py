"""A program in a real terminal of 80x24: spawn, press a key, wait for what is painted.

Everything a person would wait for is in these times: the interpreter, the imports, the
drawing, and the bytes on their way to the terminal. It answers at once what every terminal
answers: who it is, and where its cursor stands.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from benchmarks.processes import kept_bytecode

_LONGEST_WAIT: Final = 20.0
_QUIET: Final = 0.1
_LONGEST_QUIET: Final = 1.0
_ANSWERS: Final = {
    b"\x1b[c": b"\x1b[?62;22c",  # a VT220 with colours, and without images
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # what belongs together can be shown at once
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}


class Terminal:
    """A child process that believes it has a screen of 80 columns and 24 rows."""

    def __init__(self, command: Sequence[str | Path]) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._command = tuple(map(str, command))
        self._slave = slave
        self._output = b""
        self._answered = dict.fromkeys(_ANSWERS, 0)

    def __enter__(self) -> Self:
        environment = {**kept_bytecode(), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._start = time.perf_counter()
        self._process = subprocess.Popen(  # noqa: S603  # our own program, or one to compare with
            self._command,
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=environment,
            start_new_session=True,
        )
        os.close(self._slave)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    @property
    def pid(self) -> int:
        """The process in the terminal."""
        return self._process.pid

    def lets(self, happen: Callable[[], bool]) -> None:
        """Take what is painted until something has happened.

        Raises:
            TimeoutError: it did not.

        """
        end = time.perf_counter() + _LONGEST_WAIT
        while not happen():
            if time.perf_counter() > end:
                raise TimeoutError
            self._read(_QUIET)

    def shows(self, *texts: str) -> float:
        """Wait until all of these were painted; return the milliseconds since spawn or key.

        Raises:
            TimeoutError: they were not; what was painted instead is in the message.

        """
        wanted = [text.encode() for text in texts]
        # From now on: a blinking cursor keeps painting for ever.
        end = time.perf_counter() + _LONGEST_WAIT
        while not all(text in self._output for text in wanted):
            if time.perf_counter() > end or not self._read(_LONGEST_WAIT):
                painted = self._output[-2000:]
                raise TimeoutError(f"{texts} did not appear in: {painted!r}")
        return (self._seen - self._start) * 1000

    def press(self, keys: str) -> None:
        """Send keys as the terminal does, once everything painted so far has come in."""
        end = time.perf_counter() + _LONGEST_QUIET
        while time.perf_counter() < end and self._read(_QUIET):
            pass
        self._output = b""
        self._answered = dict.fromkeys(_ANSWERS, 0)
        self._start = time.perf_counter()
        os.write(self._master, keys.encode())

    def _read(self, longest: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], longest)
        if not ready:
            return False
        try:
            self._output += os.read(self._master, 65_536)
        except OSError:  # Linux: the other side has gone
            return False
        self._seen = time.perf_counter()
        for question, answer in _ANSWERS.items():
            asked = self._output.count(question)
            os.write(self._master, answer * (asked - self._answered[question]))
            self._answered[question] = asked
        return True
