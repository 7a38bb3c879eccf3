"""What a program in a terminal gets: a home of its own, and nothing from the one who tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giz_gesprek.paths import STORE_VARIABLE
from tests.support.at_question import keep_at_question


@pytest.fixture(autouse=True)
def as_shipped(real_keys: None) -> None:
    """Let what the test keeps in a store be opened by the program."""


@pytest.fixture
def environment(own_home: Path) -> dict[str, str]:
    """Return everything that the program may know of its surroundings."""
    temporary = own_home / "tmp"
    temporary.mkdir()
    known = {name: os.environ[name] for name in os.environ if name.startswith(("XDG_", "WIN_PD_"))}
    return {
        **known,
        "PATH": os.environ["PATH"],
        "HOME": str(own_home),
        "TMPDIR": str(temporary),
        "LANG": "C.UTF-8",
        STORE_VARIABLE: str(own_home / "data" / "families.db"),
    }


@pytest.fixture
def store_path(environment: dict[str, str]) -> Path:
    """Return where the families are."""
    return Path(environment[STORE_VARIABLE])


@pytest.fixture
def at_question(store_path: Path) -> Path:
    """Return a store in which a conversation stands at a question for own words."""
    return keep_at_question(store_path)
