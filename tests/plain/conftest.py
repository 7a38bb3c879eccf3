"""A store of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from giz_gesprek.store import Store, _cipher
from tests.conversation.support import NOW
from tests.store.support import FEW_ITERATIONS, PASSPHRASE


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(_cipher, "KDF_ITERATIONS", FEW_ITERATIONS)
    with Store.create(tmp_path / "families.db", PASSPHRASE, NOW) as store:
        # What a power cut does is a test of the store; waiting for the disk takes most of the time.
        store._database.rows("PRAGMA synchronous = OFF")
        yield store
