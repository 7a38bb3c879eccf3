"""What a run leaves out unless it is asked for everything: tests that are marked ``slow``.

They are few, and CONTRIBUTING.md lists them with their time. A test that is named by itself
always runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import pytest

RUN_ALL: Final = "uv run pytest --all"
_LEFT_OUT: Final = pytest.StashKey[int]()
_OUTPUT: Final = "left_out"


def first_of(values: Iterable[object]) -> list[object]:
    """Return values to parametrize with, all but the first of them slow."""
    first, *others = values
    return [first, *(pytest.param(each, marks=pytest.mark.slow) for each in others)]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that leaves nothing out."""
    parser.addoption("--all", action="store_true", help="run the slow tests too")


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker."""
    config.addinivalue_line("markers", "slow: is left out of a run without --all")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow tests out."""
    if config.getoption("--all") or any("::" in argument for argument in config.args):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    config.stash[_LEFT_OUT] = len(slow)
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a worker tell how many it left out: it collects, and who asked for it does not."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput[_OUTPUT] = session.config.stash.get(_LEFT_OUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker tells: all leave out the same."""
    told = getattr(node, "workeroutput", {}).get(_OUTPUT, 0)
    node.config.stash[_LEFT_OUT] = max(told, node.config.stash.get(_LEFT_OUT, 0))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say how many were left out, and how to run them."""
    if count := config.stash.get(_LEFT_OUT, 0):
        tests = "1 slow test was" if count == 1 else f"{count} slow tests were"
        terminalreporter.write_line(f"{tests} left out; everything is run by: {RUN_ALL}")
