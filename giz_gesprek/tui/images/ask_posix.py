"""One question and its answer on a terminal of Linux or macOS."""

from __future__ import annotations

import codecs
import fcntl
import os
import select
import struct
import sys
import termios
import time
import tty
from collections.abc import Callable


def exchange(
    question: str, is_complete: Callable[[str], bool], until: float
) -> tuple[str, tuple[int, int] | None]:
    """Write a question; return everything that came in, and the pixels of a cell if known.

    Reads until the answer is complete or the moment ``until`` of the monotonic clock.

    Raises:
        OSError: this is no terminal, or one that goes away.

    """
    keys, screen = sys.stdin.fileno(), sys.stderr.fileno()
    try:
        before = termios.tcgetattr(keys)
        # Without echo, and without waiting for Enter.
        tty.setcbreak(keys, termios.TCSANOW)
    except termios.error as error:
        raise OSError(*error.args) from error
    try:
        os.write(screen, question.encode())
        return _read(keys, is_complete, until), _cell(screen)
    finally:
        termios.tcsetattr(keys, termios.TCSANOW, before)


def _read(keys: int, is_complete: Callable[[str], bool], until: float) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    answer = ""
    while not is_complete(answer):
        left = until - time.monotonic()
        if left <= 0 or not select.select([keys], [], [], left)[0]:
            break
        data = os.read(keys, 4096)
        if not data:
            break
        answer += decoder.decode(data)
    return answer


def _cell(screen: int) -> tuple[int, int] | None:
    """Return what the system knows of the size of a character."""
    measures = fcntl.ioctl(screen, termios.TIOCGWINSZ, bytes(8))
    rows, columns, width, height = struct.unpack("HHHH", measures)
    return (width // columns, height // rows) if columns and rows else None
