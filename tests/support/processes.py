"""Processes that tests start: none of them is left when the run is over.

Every process of a run carries a mark in its environment, as does what it starts in its turn, also
when its parent has gone. At the end of a run whatever still carries the mark is named with the
test that it is from, ended, and a failure of the run. Looks at ``/proc``, so on Linux only.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.support.waiting import wait_until

RUN_VARIABLE: Final = "GIZ_TEST_RUN"
_TEST_VARIABLE: Final = "PYTEST_CURRENT_TEST"
_GRACE: Final = 10.0
"""Seconds in which what was told to end may do so."""


@dataclass(frozen=True)
class Leftover:
    """A process that outlived its test."""

    pid: int
    command: str
    test: str

    def __str__(self) -> str:
        return f"{self.command} (process {self.pid}), started by {self.test}"


def marks() -> dict[str, str]:
    """Return the variables for a process that gets none of those of the tests."""
    return {name: os.environ[name] for name in (RUN_VARIABLE, _TEST_VARIABLE) if name in os.environ}


def is_there(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and was not asked about does not."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        # The first thread can have ended while others still end, and hold files.
        alone = len(list(Path(f"/proc/{pid}/task").iterdir())) == 1
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        # No such folder on macOS; on Linux it went away in between.
        return not Path("/proc/self").exists()
    return not (state == "Z" and alone)


def end(pid: int) -> None:
    """End a process of this run, whatever it is doing, and wait until it has gone.

    Where it has gone already its number may be that of somebody else: nothing happens to them.
    """
    if _is_ours(pid):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        # What it was started with is gone before its files are closed, so not "is it ours" again.
        wait_until(lambda: not is_there(pid), f"the end of process {pid}")


def left_by(run: str) -> Iterator[Leftover]:
    """Yield every process that carries the mark of a run, or of a part of it."""
    for folder in Path("/proc").glob("[0-9]*"):
        known = _environment(int(folder.name))
        if f"{known.get(RUN_VARIABLE, '')}/".startswith(f"{run}/"):
            command = " ".join(_strings(folder / "cmdline"))
            yield Leftover(int(folder.name), command, known.get(_TEST_VARIABLE, "no test"))


def _is_ours(pid: int) -> bool:
    if not Path("/proc/self").exists():  # macOS
        return is_there(pid)
    return is_there(pid) and _environment(pid).get(RUN_VARIABLE) == os.environ[RUN_VARIABLE]


def _environment(pid: int) -> dict[str, str]:
    """Return the variables with which a process was started; none where it is of somebody else."""
    variables = _strings(Path("/proc") / str(pid) / "environ")
    return dict(each.split("=", 1) for each in variables if "=" in each)


def _strings(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode(errors="replace").rstrip("\0").split("\0")
    except OSError:  # of somebody else, or gone
        return []


# --- a run ----------------------------------------------------------------------------------


class Runs:
    """Marks a run, and looks at its end for what is left of it."""

    def __init__(self) -> None:
        # A part of the run that has started this one, if any: a worker, or a run in a test.
        self.mark = f"{os.environ.get(RUN_VARIABLE, '')}/{os.getpid()}"
        self.left: list[Leftover] = []
        os.environ[RUN_VARIABLE] = self.mark

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the run for what is left; the processes that ran its parts have gone by now."""
        if hasattr(session.config, "workerinput"):
            return
        until = time.monotonic() + _GRACE
        while (left := self._others()) and time.monotonic() < until:
            time.sleep(0.05)
        self.left = left
        for one in left:
            with suppress(ProcessLookupError):
                os.kill(one.pid, signal.SIGKILL)
        if left and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name what is left."""
        if self.left:
            terminalreporter.section("processes that were left", red=True, bold=True)
            for one in self.left:
                terminalreporter.write_line(str(one))

    def _others(self) -> list[Leftover]:
        return [one for one in left_by(self.mark) if one.pid != os.getpid()]


def pytest_configure(config: pytest.Config) -> None:
    """Begin to mark what this process starts."""
    config.pluginmanager.register(Runs())
