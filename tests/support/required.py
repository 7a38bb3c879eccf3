"""Skipping: allowed on a plain machine, a failure where everything has been installed.

With ``GIZ_REQUIRE_ALL=1`` a test that skips fails, because a skip that nobody sees is a
test that nobody runs. Only the operating-system markers are exempt.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator

import pytest

SYSTEM_MARKERS = {
    "needs_linux": sys.platform == "linux",
    "needs_macos": sys.platform == "darwin",
    "needs_posix": os.name == "posix",
    "needs_windows": sys.platform == "win32",
}


def require_program(name: str) -> str:
    """Return the path of a system program; skip the test where it is not installed."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"the program {name} is not installed")
    return found


def everything_is_required() -> bool:
    """Tell whether a skip is a failure in this run."""
    return os.environ.get("GIZ_REQUIRE_ALL") == "1"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test for another operating system."""
    if missing := _other_system(item):
        pytest.skip(f"{missing} on {sys.platform}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure."""
    report = yield
    expected = hasattr(report, "wasxfail") or _other_system(item)
    if report.skipped and everything_is_required() and not expected:
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole module into a failure."""
    report = yield
    if report.outcome == "skipped" and everything_is_required():
        _fail(report)
    return report


def _other_system(item: pytest.Item) -> str | None:
    for marker, is_here in SYSTEM_MARKERS.items():
        if item.get_closest_marker(marker) and not is_here:
            return marker
    return None


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"skipped, but GIZ_REQUIRE_ALL=1: {reason}"
