"""A row as it is printed: three lines of at most 100 characters, with its verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from benchmarks.rows import Verdict, at

if TYPE_CHECKING:
    from benchmarks.machine import Busy
    from benchmarks.rows import Limit, Point, Row

POINTS: Final[tuple[Point, ...]] = ("minimum", "median", "p95")
_NAME: Final = 34


def heading() -> str:
    """Return the line above all rows."""
    figures = "".join(f"{point:>9}" for point in POINTS)
    return f"{'what':{_NAME}}{'unit':>7}{figures}  verdict and budget"


def lines(row: Row, busy: Busy) -> Iterator[str]:
    """Yield the lines of a row; how busy it was, where that matters."""
    verdict = row.verdict(busy=bool(busy))
    budget = "; ".join(_limit(limit, row) for limit in row.limits)
    says = f"{verdict.value}: {budget}" if budget else verdict.value
    yield f"{row.name:{_NAME}}{row.unit:>7}{_figures(row.values, row.unit)}  {says}"
    if row.references:
        yield f"  {row.reference:{_NAME - 2}}{row.unit:>7}{_figures(row.references, row.unit)}"
    if row.ratios:
        yield f"  {'ratio':{_NAME - 2}}{'x':>7}{_figures(row.ratios, 'x')}"
    if verdict is Verdict.NOT_JUDGED:
        yield f"  the machine was too busy: {busy}"


def _figures(values: Sequence[float], unit: str) -> str:
    digits = 2 if unit == "x" else 0 if not unit else 1
    return "".join(f"{at(point, values):9.{digits}f}" for point in POINTS)


def _limit(limit: Limit, row: Row) -> str:
    most = f"{limit.most:g} x" if limit.relative else f"{limit.most:g} {row.unit}".rstrip()
    words = f"{limit.at} {most}"
    if limit.at == "maximum":  # which has no column
        words = f"{limit.at} {max(row.values):.1f} of {most}"
    return words if limit.other is None else f"{words} or {_limit(limit.other, row)}"
