"""A store of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from giz_gesprek.session import whole_file
from giz_gesprek.store import Store
from tests.support.stores import new_store


@pytest.fixture(autouse=True)
def no_reminder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask for no backup, whatever day it is today."""
    monkeypatch.setattr(whole_file, "_LONGEST_WITHOUT", timedelta.max)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path / "families.db") as store:
        # What a power cut does is a test of the store; waiting for the disk takes most of the time.
        store._database.rows("PRAGMA synchronous = OFF")
        yield store
