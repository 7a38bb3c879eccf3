"""``giz-gesprek --help``, next to an interpreter that only imports click."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.processes import spawned
from benchmarks.rows import Limit, Row, alternating

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.options import Options

TIMES: Final = 25
BUDGET: Final = Limit(1.4, relative=True)
COMMAND: Final = Path(sys.executable).with_name("giz-gesprek")


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes ten seconds."""
    works = [spawned(COMMAND, "--help"), spawned(sys.executable, "-c", "import click")]
    ours, click = alternating(works, TIMES)
    yield [Row("--help", ours, (BUDGET,), "import click", click)]


def profile(path: Path) -> None:
    """Write what the program does for its help."""
    profiles.of_module(path, "giz_gesprek", "--help")
