from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from giz_gesprek.store import Store, _cipher
from tests.store import support


@pytest.fixture
def quick_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys in a moment; the number of production is a test of its own."""
    monkeypatch.setattr(_cipher, "KDF_ITERATIONS", support.FEW_ITERATIONS)


@pytest.fixture
def path(tmp_path: Path, quick_key: None) -> Path:
    """A place for a store, in a folder that is not there yet."""
    return tmp_path / "data" / "families.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.create(path, support.PASSPHRASE, support.NOW) as store:
        yield store
