"""A program that is started, does its work and ends: by the clock, and by the processor."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.rows import milliseconds


def kept_bytecode() -> dict[str, str]:
    """Return the environment of what is measured: a second start finds the program compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def spawned(*command: str | Path) -> Callable[[], float]:
    """Return what runs a command to its end and tells the milliseconds."""
    return partial(milliseconds, partial(_run, command))


def _run(command: tuple[str | Path, ...]) -> None:
    subprocess.run(  # noqa: S603  # our own
        command, check=True, stdout=subprocess.DEVNULL, env=kept_bytecode()
    )
