"""Waiting for what has to become true, with one limit for everything.

The limit says that something hangs; it says nothing about how fast a machine is.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

LONGEST_WAIT: Final = 60.0
"""Seconds: far more than anything takes on a busy machine."""
_LOOK_AGAIN: Final = 0.01


def wait_until(
    holds: Callable[[], bool], what: str | Callable[[], str], *, between: float = _LOOK_AGAIN
) -> None:
    """Ask again and again until the answer is yes.

    Args:
        holds: the question.
        what: what is waited for, for the message; a function is called when it did not come.
        between: seconds from an answer to the next question, more where to ask costs time.

    Raises:
        AssertionError: the answer is still no after :data:`LONGEST_WAIT`.

    """
    if not comes(holds, LONGEST_WAIT, between=between):
        told = what if isinstance(what, str) else what()
        raise AssertionError(f"waited in vain for {told}")


def comes(holds: Callable[[], bool], seconds: float, *, between: float = _LOOK_AGAIN) -> bool:
    """Ask again and again for so long; tell whether the answer was yes."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(between)
    return True
