"""The three standard streams, also for a program that was started without them.

A number that is free goes to the next file that is opened. Were that the file with families, what
is meant for a terminal would be written into it: so each free number is taken before anything else.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Final, TextIO

_HARMLESS: Final = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_KEYBOARD: Final = 0
_SCREEN: Final = 1
_MESSAGES: Final = 2


def prepare_streams() -> None:
    """Give the program all its streams: no input, output that is refused, messages for nobody."""
    for number in (_KEYBOARD, _SCREEN, _MESSAGES):
        if _is_closed(number):
            # Read only: what is to be written there fails, as on a closed stream.
            os.open(os.devnull, os.O_RDWR if number == _MESSAGES else os.O_RDONLY)
    sys.stdin = sys.stdin or _text(_KEYBOARD, "r")
    sys.stdout = sys.stdout or _text(_SCREEN, "w")
    sys.stderr = sys.stderr or _text(_MESSAGES, "w")
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A character that a terminal or file does not have is written as its number.
        sys.stdout.reconfigure(errors="backslashreplace")


def in_sight(text: str) -> str:
    """Return a line of text with the number of each character that no terminal may act on.

    The name of a file can hold codes that colour the screen, empty it, or turn the reading.
    """
    return "".join(
        char if char.isprintable() or char in _HARMLESS else ascii(char)[1:-1] for char in text
    )


def is_refused(error: Exception) -> bool:
    """Tell whether ``error`` is that standard output was closed from the beginning."""
    is_closed = isinstance(error, OSError) and error.errno == errno.EBADF
    return is_closed and not _can_be_written(_SCREEN)


def _can_be_written(number: int) -> bool:
    # Nothing is written; any other descriptor that is closed by mistake stays a crash.
    try:
        os.write(number, b"")
    except OSError:
        return False
    return True


def _is_closed(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return True
    return False


def _text(number: int, mode: str) -> TextIO:
    return open(number, mode, encoding="utf-8", errors="backslashreplace", closefd=False)  # type: ignore[return-value]
