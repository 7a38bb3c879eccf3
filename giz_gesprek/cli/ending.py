"""Ending as somebody who closes the program would, whoever ends it: with cleaning up."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from types import FrameType
from typing import Final

from giz_gesprek.leaving import leave
from giz_gesprek.system import ENDED_BY

_LONGEST: Final = 1.5
"""Seconds in which everything has to be cleaned up: a terminal that hangs takes no last word."""


@contextmanager
def ending_tidily() -> Iterator[None]:
    """Let a closed window or a shutdown end what runs within as an exit does."""

    def end(number: int, _frame: FrameType | None) -> None:
        last = Timer(_LONGEST, leave, [128 + number])
        last.daemon = True
        last.start()
        sys.exit(128 + number)

    earlier = {number: signal.signal(number, end) for number in ENDED_BY}
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
