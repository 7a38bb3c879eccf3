from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from giz_gesprek.store import Store
from tests.store import support


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A place for a store, in a folder that is not there yet."""
    return tmp_path / "data" / "families.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.create(path, support.PASSPHRASE, support.NOW) as store:
        yield store
