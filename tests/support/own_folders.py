"""Tests write in folders of their own: a file anywhere else is named, and a failure of the run.

Looked at are the places where a test writes that forgot: the folder that it was started in, and
those of whoever runs it, as the program asks the system for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek import paths

_OF_TOOLS: Final = frozenset({"build", "dist", "uv.lock", "content.json", "snapshot_report.html"})


def files_of_others(started_in: Path) -> frozenset[Path]:
    """Return the files that are no test's: beside the tests, and of this user."""
    return frozenset(_beside(started_in)) | frozenset(_of_the_user())


def _beside(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name not in _OF_TOOLS and not path.name.startswith((".", "__")):
            yield path


def _of_the_user() -> Iterator[Path]:
    yield from _beside(paths.documents_dir()) if paths.documents_dir().is_dir() else ()
    for folder in (paths.default_store_path().parent, paths.log_dir(), paths.state_dir()):
        yield from (path for path in folder.rglob("*") if path.is_file())


class Places:
    """Looks at the begin of a run, and at its end."""

    def __init__(self, started_in: Path) -> None:
        self._started_in = started_in
        self._before = files_of_others(started_in)
        self.new: list[Path] = []

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail the run for what is new."""
        self.new = sorted(files_of_others(self._started_in) - self._before)
        if self.new and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name what is new."""
        if self.new:
            terminalreporter.section("written outside the folders of tests", red=True, bold=True)
            for path in self.new:
                terminalreporter.write_line(str(path))


def pytest_configure(config: pytest.Config) -> None:
    """Look at the places, once for all processes of a run."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Places(Path(config.invocation_params.dir)))
