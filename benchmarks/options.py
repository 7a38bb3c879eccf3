"""What a run of the benchmarks is told, and what a benchmark is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from benchmarks.rows import Row


@dataclass(frozen=True)
class Options:
    """What a benchmark may want to know.

    Attributes:
        harlequin: the command of an installed harlequin, to compare with.

    """

    harlequin: Path | None = None


class NotRun(Exception):
    """Something is missing here that the rest of a benchmark needs; the message says what."""


class Benchmark(Protocol):
    """A module that measures."""

    def rows(self, options: Options) -> Iterator[Sequence[Row]]:
        """Yield the rows that were measured together, as soon as they are; may raise ``NotRun``."""

    def profile(self, path: Path) -> None:
        """Write what takes the time of its first row to *path*, for ``pstats``."""
