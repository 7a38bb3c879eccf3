"""One measurement, and the arithmetic that all of them share."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """A measurement next to its reference.

    Attributes:
        name: what was measured.
        value: ours, in ``unit``.
        reference: the comparable thing, in ``unit``; None where there is none.
        budget: what we allow ourselves: ``value`` at most, or the ratio at most.
        relative: whether the budget is a ratio to the reference.
        unit: of ``value`` and ``reference``.

    """

    name: str
    value: float
    reference: float | None
    budget: float
    relative: bool = False
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """How many times the reference."""
        return None if self.reference is None else self.value / self.reference

    @property
    def is_kept(self) -> bool:
        """Whether this is within the budget."""
        measured = self.ratio if self.relative else self.value
        return measured is not None and measured <= self.budget


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def alternating(works: Sequence[Callable[[], float]], times: int) -> list[list[float]]:
    """Measure each in turn, so that a busy moment of the machine is busy for all.

    Each is done once beforehand, which is not counted: files come from the disk then.
    """
    for work in works:
        work()
    rounds = [[work() for work in works] for _ in range(times)]
    return [list(values) for values in zip(*rounds, strict=True)]


def median(values: Sequence[float]) -> float:
    """Return the value in the middle."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """Return the value that 19 of 20 stay under."""
    return statistics.quantiles(values, n=20)[-1]
