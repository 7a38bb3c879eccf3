"""The clipboard of this computer: a text goes there for a minute, and is taken away again.

Every program can read a clipboard, and some keep what was on it. Owns how it is reached: by the
system, or else by a code to the terminal, which tells nobody whether it did anything. No program is
started, so that the text stands in no list of processes.
"""

from __future__ import annotations

import atexit
import base64
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Timer
from typing import Final, Literal, TypeAlias

from giz_gesprek.system import is_terminal

Copied = Literal["copied", "sent", "not_copied"]
"""It stands there; it was sent to a terminal that does not answer; there is no way to do it."""

Write: TypeAlias = Callable[[str], None]

_SECONDS: Final = 60.0
_NO_CLIPBOARD: Final = ("", "dumb", "linux")
"""Terminals that have none, by TERM."""


class Clipboard:
    """Where a text is put for ``seconds``, at most until the program ends."""

    def __init__(self, terminal: Write | None = None, seconds: float = _SECONDS) -> None:
        """Use the system; where that has none, write a code with ``terminal``, if there is one."""
        self._terminal = terminal
        self._seconds = seconds
        self._text = ""
        self._at_the_terminal = False
        self._lock = Lock()
        self._timer: Timer | None = None

    def put(self, text: str) -> Copied:
        """Put a text there, in place of what it held."""
        with self._lock:
            if _to_system(text):
                done: Copied = "copied"
            elif self._terminal is not None:
                self._terminal(_code(text))
                done = "sent"
            else:
                return "not_copied"
            self._text, self._at_the_terminal = text, done == "sent"
            self._empty_later()
        return done

    def empty(self) -> None:
        """Take our text away; what somebody copied since stays, where that can be told."""
        with self._lock:
            text, self._text = self._text, ""
            if self._timer is not None:
                self._timer.cancel()
            if text and self._at_the_terminal:
                self._empty_at_the_terminal()
            elif text:
                _take_from_system(text)

    def _empty_later(self) -> None:
        if self._timer is None:
            atexit.register(self.empty)
        else:
            self._timer.cancel()
        self._timer = Timer(self._seconds, self.empty)
        self._timer.daemon = True
        self._timer.start()

    def _empty_at_the_terminal(self) -> None:
        if self._terminal is not None:
            with suppress(OSError, ValueError):  # it has gone
                # What knows no emptying has a space there.
                self._terminal(_code(" ") + _code(""))


def terminal_takes_codes() -> bool:
    """Tell whether somebody sits at a terminal that may have a clipboard."""
    return is_terminal(sys.__stdout__) and os.environ.get("TERM", "") not in _NO_CLIPBOARD


def to_terminal(codes: str) -> None:
    """Write codes to the terminal where this program runs."""
    if sys.__stdout__ is not None:
        sys.__stdout__.write(codes)
        sys.__stdout__.flush()


def _to_system(text: str) -> bool:
    import copykitten  # seldom needed

    try:
        copykitten.copy(text)
    except copykitten.CopykittenError:
        return False
    return True


def _take_from_system(text: str) -> None:
    import copykitten

    with suppress(copykitten.CopykittenError):  # something else than text is there
        if _as_lines(copykitten.paste()) == _as_lines(text):
            copykitten.clear()


def _code(text: str) -> str:
    """Return the code that puts a text on a clipboard (OSC 52)."""
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"


def _as_lines(text: str) -> list[str]:
    return text.splitlines()  # a system can end lines in its own way
