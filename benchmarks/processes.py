"""A program that is started, does its work and ends: by the clock, and by the processor."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.rows import milliseconds


def spawned(*command: str | Path) -> Callable[[], float]:
    """Return what runs a command to its end and tells the milliseconds."""
    return partial(milliseconds, partial(_run, command))


def processor_of(*command: str | Path) -> float:
    """Run a command to its end; return the milliseconds that processors worked on it."""
    before = os.times()
    _run(command)
    after = os.times()
    worked = after.children_user + after.children_system
    return (worked - before.children_user - before.children_system) * 1000


def _run(command: tuple[str | Path, ...]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own
