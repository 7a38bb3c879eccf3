"""``giz-gesprek --help``, next to an interpreter that only imports click."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.rows import Row, alternating, median, milliseconds

if TYPE_CHECKING:
    from collections.abc import Sequence

TIMES: Final = 25
BUDGET: Final = 1.5


def run() -> list[Row]:
    """Measure; takes ten seconds."""
    commands: list[Sequence[str | Path]] = [
        (Path(sys.executable).with_name("giz-gesprek"), "--help"),
        (sys.executable, "-c", "import click"),
    ]
    ours, click = alternating([partial(_spawned, command) for command in commands], TIMES)
    return [Row("--help, to import click", median(ours), median(click), BUDGET, relative=True)]


def _spawned(command: Sequence[str | Path]) -> float:
    return milliseconds(partial(subprocess.run, command, check=True, stdout=subprocess.DEVNULL))
