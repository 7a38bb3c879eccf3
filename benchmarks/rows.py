"""One measurement beside its reference, its budgets, and the arithmetic that all of them share."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

Point = Literal["minimum", "median", "p95", "maximum"]


@dataclass(frozen=True)
class Limit:
    """The most that we allow ourselves.

    Attributes:
        most: in the unit of the row, or as many times the reference.
        at: of which of the figures.
        relative: whether it is a ratio. That of p95 compares the two p95: of the pairs it would be
            the worst hiccup of either side.
        other: another limit; to keep one of the two is enough.

    """

    most: float
    at: Point = "median"
    relative: bool = False
    other: Limit | None = None


class Verdict(Enum):
    """What a measurement says of the budget."""

    KEPT = "kept"
    MISSED = "MISSED"
    NOT_JUDGED = "not judged"
    NO_BUDGET = "-"


@dataclass(frozen=True)
class Row:
    """What was measured, as often as it was, in turns with something comparable.

    Attributes:
        name: what was measured.
        values: ours, in ``unit``.
        limits: all of them have to be kept; without any the row is there to compare.
        reference: what it is compared with; empty where there is nothing.
        references: of that, in ``unit``: each was measured right after the value at its place.
        unit: of both.

    """

    name: str
    values: Sequence[float]
    limits: tuple[Limit, ...] = ()
    reference: str = ""
    references: Sequence[float] = ()
    unit: str = "ms"

    @property
    def ratios(self) -> tuple[float, ...]:
        """How many times its reference each value is."""
        pairs = zip(self.values, self.references, strict=bool(self.references))
        return tuple(value / reference for value, reference in pairs if reference > 0)

    def verdict(self, *, busy: bool = False) -> Verdict:
        """Return what this says of the budget; ``busy`` is whether other programs were at work.

        They make us slower, never faster or larger: what is within its milliseconds all the same
        is kept. A ratio can be too good as well, when they were busy during the reference.
        """
        if not self.limits:
            return Verdict.NO_BUDGET
        busy = busy and self.unit != "MB"
        kept = all(self._keeps(limit, busy=busy) for limit in self.limits)
        if kept:
            return Verdict.KEPT
        return Verdict.NOT_JUDGED if busy else Verdict.MISSED

    def _keeps(self, limit: Limit, *, busy: bool) -> bool:
        """Tell whether a limit is kept for sure."""
        if not limit.relative:
            kept = at(limit.at, self.values) <= limit.most
        elif busy:
            kept = False
        elif limit.at == "p95":
            kept = p95(self.values) <= limit.most * p95(self.references)
        else:
            kept = at(limit.at, self.ratios) <= limit.most
        return kept or (limit.other is not None and self._keeps(limit.other, busy=busy))


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def processor_milliseconds(work: Callable[[], object]) -> float:
    """Return how long this process works on ``work``; other programs do not count."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def alternating(works: Sequence[Callable[[], float]], times: int) -> list[list[float]]:
    """Measure each in turn, so that a busy moment of the machine is busy for all.

    Each is done once beforehand, which is not counted: files come from the disk then.
    """
    for work in works:
        work()
    rounds = [[work() for work in works] for _ in range(times)]
    return [list(values) for values in zip(*rounds, strict=True)]


def at(point: Point, values: Sequence[float]) -> float:
    """Return one of the figures of some values."""
    match point:
        case "minimum":
            return min(values)
        case "median":
            return median(values)
        case "p95":
            return p95(values)
        case "maximum":
            return max(values)


def median(values: Sequence[float]) -> float:
    """Return the value in the middle."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """Return the value that 19 of 20 stay under; of fewer than 20 the largest."""
    if len(values) < 20:  # noqa: PLR2004 - the denominator
        return max(values)
    return statistics.quantiles(values, n=20)[-1]
