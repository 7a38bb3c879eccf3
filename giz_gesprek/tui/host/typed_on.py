"""Keys of who goes on typing a passphrase while it is looked at: no screen after it gets them.

Somebody who sees nothing happen for half a second types it once more. The screen that comes then
has a line to search in, or the one that was being filled in.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

_PAUSE: Final = 0.7
"""Seconds without a key, after which the next one is meant for what is there now."""


class Checking:
    """A screen that looks at a passphrase now and then, which takes a moment."""

    is_checking = False


class TypedOn:
    """Tells which keys are dropped; ``clock`` gives seconds since some moment of its own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last: float | None = None

    def is_dropped(self, screen: object) -> bool:
        """Take a key that comes while ``screen`` is there; tell whether it is dropped."""
        now = self._clock()
        if isinstance(screen, Checking):
            # Where it goes it is hidden, or nothing can be typed.
            self._last = now if screen.is_checking else None
            return False
        if self._last is not None and now - self._last < _PAUSE:
            self._last = now
            return True
        self._last = None
        return False
