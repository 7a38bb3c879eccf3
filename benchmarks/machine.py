"""Whether the machine had something else to do while a row was measured.

Linux counts the time of its processors; what is not ours, or was taken by the host of a virtual
machine, is of others. Elsewhere, and for a processor that got slower, there is a short loop: what
its usual run takes longer than its best.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.rows import median

MOST_OF_OTHERS: Final = 0.2
"""Processors: a fifth of one."""
MOST_OF_THE_LOOP: Final = 1.25
"""Times its best run."""

_STAT: Final = Path("/proc/stat")
_LOOPS: Final = 20
_COUNT: Final = 20_000
# user nice system idle iowait irq softirq steal: those in which somebody works.
_WORKING: Final = (0, 1, 2, 5, 6, 7)


@dataclass(frozen=True)
class Busy:
    """How busy the machine was with other things.

    Attributes:
        others: how many processors others used, on average; None where the system does not say.
        loop: how many times its best run the loop took.

    """

    others: float | None
    loop: float

    def __bool__(self) -> bool:
        of_others = self.others is not None and self.others > MOST_OF_OTHERS
        return of_others or self.loop > MOST_OF_THE_LOOP

    def __str__(self) -> str:
        loop = f"a loop took {self.loop:.2f} x its best"
        return loop if self.others is None else f"others used {self.others:.2f} processors, {loop}"


class Machine:
    """Tells after each row how busy it was since the row before."""

    def __init__(self) -> None:
        self._best = min(_loops())
        self._begin()

    def since(self) -> Busy:
        """Return how busy the machine was since this was asked last."""
        loops = _loops()
        self._best = min(self._best, *loops)
        others = None
        if self._all is not None and (now := _everybody()) is not None:
            spent = (now - self._all) - (_ours() - self._own)
            others = max(0.0, spent / (time.perf_counter() - self._start))
        # Before the row as well as after it: the worse of the two.
        loop = max(median(self._loops), median(loops)) / self._best
        self._begin(loops)
        return Busy(others, loop)

    def _begin(self, loops: list[float] | None = None) -> None:
        self._loops = _loops() if loops is None else loops
        self._all, self._own, self._start = _everybody(), _ours(), time.perf_counter()


def _loops() -> list[float]:
    return [_loop() for _ in range(_LOOPS)]


def _loop() -> float:
    start = time.perf_counter()
    for _ in range(_COUNT):
        pass
    return time.perf_counter() - start


def _everybody() -> float | None:
    """Return the seconds that all processors worked since the start of the system."""
    if not _STAT.exists():
        return None
    ticks = [int(each) for each in _STAT.read_text("ascii").split("\n", 1)[0].split()[1:]]
    return sum(ticks[place] for place in _WORKING) / os.sysconf("SC_CLK_TCK")


def _ours() -> float:
    """Return the seconds that we worked, and the programs that we started and that have ended."""
    own = os.times()
    return own.user + own.system + own.children_user + own.children_system
