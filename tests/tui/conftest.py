"""What every test of a screen gets."""

from __future__ import annotations

import pytest

from giz_gesprek.store import _cipher
from tests.store.support import FEW_ITERATIONS


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys in a few rounds: screens need not wait for them."""
    monkeypatch.setattr(_cipher, "KDF_ITERATIONS", FEW_ITERATIONS)
