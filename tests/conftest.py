"""What every test gets: a home of its own, one language, Hypothesis that repeats itself."""

from __future__ import annotations

import gc
import gettext
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import hypothesis
import pytest
from _pytest.unraisableexception import gc_collect_iterations_key

from giz_gesprek import i18n, paths

pytest_plugins = [
    "tests.support.no_network",
    "tests.support.own_folders",
    "tests.support.required",
    "tests.support.processes",
    "tests.support.slow",
    "tests.support.stores",
    "tests.support.printer",
    "tests.support.hearing",  # after what it imports: pytest rewrites the asserts of each
]

# Machines differ in speed: slow examples, and slowly made ones, are no failure.
_UNHURRIED = hypothesis.settings(
    deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow], print_blob=True
)
# A failure must come back, so every run has the same examples; `--hypothesis-profile=random`
# looks for others.
hypothesis.settings.register_profile("same", _UNHURRIED, derandomize=True)
hypothesis.settings.register_profile("random", _UNHURRIED)
hypothesis.settings.load_profile("same")

_LONGEST_NAME: Final = 200


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Use a process more than there are cores: a terminal or sound is mostly waited for."""
    return (os.cpu_count() or 1) + (os.name == "posix")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a long text by what it is for: Windows has no room for it in a variable."""
    return argname if isinstance(val, str | bytes) and len(val) > _LONGEST_NAME else None


def pytest_configure(config: pytest.Config) -> None:
    """Let the garbage collector look less often, and at the end of a run once, not five times.

    Once finds every unclosed file; the other times take seconds in each process, after its last
    test.
    """
    gc.set_threshold(100_000, 20, 50)
    config.stash[gc_collect_iterations_key] = 1


def pytest_collection_finish() -> None:
    """Let the garbage collector pass by what stays anyway.

    Modules, tests and content are most of what there is; going through them again and again took
    two fifths of the time of a run.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a new folder with every ``next``.

    Pytest's own way to a folder looks through those of all tests before it, each time.
    """
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the user's data folder, log folder and settings out of every test."""
    home = next(homes)
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    # Windows itself is asked where a user has files, and not the environment.
    for name in ("LOCAL_APPDATA", "PERSONAL"):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(home / name.lower()))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.delenv(paths.STORE_VARIABLE, raising=False)
    monkeypatch.delenv(paths.CONTENT_VARIABLE, raising=False)
    monkeypatch.delenv(i18n.LANGUAGE_VARIABLE, raising=False)
    return home


@pytest.fixture(autouse=True)
def own_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start and leave every test in Dutch, whatever the machine or the last test speaks."""
    monkeypatch.delenv("LANGUAGE", raising=False)
    i18n.install(i18n.DEFAULT_LANGUAGE)
    domain = gettext.textdomain()
    yield
    gettext.textdomain(domain)
    i18n.install(i18n.DEFAULT_LANGUAGE)
