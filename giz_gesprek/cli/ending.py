"""Ending as somebody who closes the program would, whoever ends it: with cleaning up."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def ending_tidily() -> Iterator[None]:
    """Let a closed window or a shutdown end what runs within as an exit does."""

    def end(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    # SIGHUP is a closed window; Windows has none.
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    earlier = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
