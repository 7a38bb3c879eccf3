"""What takes the time of a row: of a piece of work, or of the whole program in a terminal.

A profile slows small functions more than large ones: it tells where to look, never how long.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.terminal import Terminal

_LINES: Final = 30


def of_work(path: Path, work: Callable[[], object], times: int = 20) -> None:
    """Write to *path* what is done in *work*, which is done once beforehand."""
    work()
    profile = cProfile.Profile()
    with profile:
        for _ in range(times):
            work()
    profile.dump_stats(path)


def of_module(path: Path, *command: str | Path) -> None:
    """Write to *path* what ``python -m`` does with a command that ends by itself."""
    profiled = (sys.executable, "-m", "cProfile", "-o", path, "-m", *command)
    subprocess.run(profiled, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own


def of_program(
    path: Path, arguments: tuple[str | Path, ...], drive: Callable[[Terminal], object]
) -> None:
    """Write to *path* what the program does with *arguments* while *drive* holds its terminal."""
    from benchmarks.terminal import Terminal  # which Windows has not

    path.unlink(missing_ok=True)
    with Terminal((sys.executable, "-m", "benchmarks.profiled", path, *arguments)) as terminal:
        drive(terminal)
        os.kill(terminal.pid, signal.SIGUSR1)
        terminal.lets(path.exists)


def told(path: Path) -> None:
    """Print where most of the time of a profile went."""
    stats = pstats.Stats(str(path))
    stats.sort_stats("tottime").print_stats(_LINES)
    stats.sort_stats("cumulative").print_stats(_LINES)
    print(f"{path}: look further with uv run python -m pstats {path}")
