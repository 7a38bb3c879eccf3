"""A store of its own for every test, and the session on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from tests.session.support import begin
from tests.support.stores import new_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with new_store(tmp_path / "families.db") as store:
        # What a power cut does is a test of the store; waiting for the disk takes most of the time.
        store._database.rows("PRAGMA synchronous = OFF")
        yield store


@pytest.fixture
def session(store: Store) -> Session:
    return begin(store)
