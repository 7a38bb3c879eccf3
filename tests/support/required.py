"""Leaving tests out: for a named reason on another system, and never in silence.

A marker says what of a system a test needs, and the end of a run says how many were left out for
what. With ``GIZ_REQUIRE_ALL=1`` any other skip is a failure, because a skip that nobody sees is a
test that nobody runs.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections import Counter
from collections.abc import Generator
from typing import Final

import pytest


def wine_version() -> str | None:
    """Return the version of Wine that this Windows is made of; None on any other system."""
    try:
        tell = ctypes.CDLL("ntdll").wine_get_version
    except (OSError, AttributeError):  # another system; Windows itself
        return None
    tell.restype = ctypes.c_char_p
    return str(tell().decode())


MARKERS: Final = {
    "needs_linux": sys.platform == "linux",
    "needs_macos": sys.platform == "darwin",
    "needs_posix": os.name == "posix",
    "needs_windows": sys.platform == "win32",
    "wine_cannot": wine_version() is None,
}
"""Each with what a test needs, or Wine lacks; and whether such a test runs here."""
_PROGRAMS_OF_LINUX: Final = "needs_linux: programs that Windows has not"


def require_program(name: str) -> str:
    """Return the path of a system program; skip the test where it is not installed."""
    found = shutil.which(name)
    if found is None:
        if sys.platform == "win32":
            pytest.skip(_PROGRAMS_OF_LINUX)
        pytest.skip(f"the program {name} is not installed")
    return found


def everything_is_required() -> bool:
    """Tell whether a skip is a failure in this run."""
    return os.environ.get("GIZ_REQUIRE_ALL") == "1"


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers."""
    for system in ("linux", "macos", "posix", "windows"):
        config.addinivalue_line("markers", f"needs_{system}(what): what a test needs of a system")
    config.addinivalue_line("markers", "wine_cannot(what): runs on Windows, and Wine lacks it")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a marker that does not say what it is about."""
    for item in items:
        for marker in item.iter_markers():
            if marker.name in MARKERS and not marker.args:
                raise pytest.UsageError(f"{item.nodeid}: what of it, {marker.name}?")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test for another operating system."""
    if missing := _missing(item):
        pytest.skip(missing)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure."""
    report = yield
    expected = hasattr(report, "wasxfail") or _reason(report).startswith(tuple(MARKERS))
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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were left out, and for what."""
    skipped = [_reason(each) for each in terminalreporter.stats.get("skipped", [])]
    left_out = Counter(reason for reason in skipped if reason.startswith(tuple(MARKERS)))
    if not left_out:
        return
    system = f"Wine {wine_version()}" if wine_version() else sys.platform
    terminalreporter.section(f"left out on {system}: {left_out.total()}")
    for reason, count in left_out.most_common():
        terminalreporter.write_line(f"{count:5} {reason}")


def _missing(item: pytest.Item) -> str | None:
    for marker in item.iter_markers():
        if not MARKERS.get(marker.name, True):
            return f"{marker.name}: {marker.args[0]}"
    return None


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    told = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return told.removeprefix("Skipped: ")


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = _reason(report)
    report.outcome = "failed"
    report.longrepr = f"skipped, but GIZ_REQUIRE_ALL=1: {reason}"
