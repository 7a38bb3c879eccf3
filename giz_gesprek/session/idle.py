"""Whether the laptop has been left alone for too long, or slept. Knows no screen and no widget."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

Clock = Callable[[], float]
"""Seconds since some moment of its own."""

# One stands still while the laptop sleeps, the other can be set back: together they miss nothing.
_CLOCKS: Final[tuple[Clock, ...]] = (time.monotonic, time.time)
_MINUTES: Final = 15
"""Until somebody chose otherwise; what they chose is read when the file is open."""
_SECONDS: Final = 60
_STANDSTILL_SECONDS: Final = 10


class IdleTimer:
    """Counts from the last sign of life; ``minutes`` can be changed at any moment."""

    def __init__(
        self,
        minutes: int = _MINUTES,
        clocks: Sequence[Clock] = _CLOCKS,
    ) -> None:
        self.minutes = minutes
        self._clocks = tuple(clocks)
        self.touch()

    def touch(self) -> None:
        """Take a key, the mouse or a paste as a sign of life."""
        self._touched = [clock() for clock in self._clocks]

    def is_over(self) -> bool:
        """Tell whether there was no sign of life for ``minutes``, by any of the clocks."""
        return self.passed() >= self.minutes * _SECONDS

    def passed(self) -> float:
        """Return the seconds since the last sign of life, by the clock that counts most of them."""
        return max(clock() - then for clock, then in zip(self._clocks, self._touched, strict=True))


class Standstill:
    """Tells that the program stood still: nobody looked for longer than it ever takes."""

    def __init__(self, clocks: Sequence[Clock] = _CLOCKS) -> None:
        self._clocks = tuple(clocks)
        self.look()

    def look(self) -> None:
        """Look now; to be called every second or so."""
        self._looked = [clock() for clock in self._clocks]

    def is_over(self) -> bool:
        """Tell whether the last look is so long ago, by any of the clocks, that it must be one."""
        passed = (clock() - then for clock, then in zip(self._clocks, self._looked, strict=True))
        return max(passed) >= _STANDSTILL_SECONDS
