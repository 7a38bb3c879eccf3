"""Keys in a moment: a store of the tests is a real encrypted file whose key takes few rounds.

Only the process of the tests does so, by replacing a number of the program: nothing that a user
could set makes a key weak. What programs of their own make or open has ``real_keys``.
"""

from __future__ import annotations

from typing import Final

import pytest

from giz_gesprek.session import passphrase_check
from giz_gesprek.store import _cipher

FEW_ITERATIONS: Final = 1_000
"""Of PBKDF2, from the passphrase to the key of a store."""
_LOW_COST: Final = 2**4
"""Of scrypt, with which the passphrase is recognised after a pause."""
_SHIPPED: Final = (_cipher.KDF_ITERATIONS, passphrase_check._COST)


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive every key of this process in a moment."""
    _derive(monkeypatch, FEW_ITERATIONS, _LOW_COST)


@pytest.fixture
def real_keys(quick_keys: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys as the program does."""
    _derive(monkeypatch, *_SHIPPED)


def _derive(monkeypatch: pytest.MonkeyPatch, iterations: int, cost: int) -> None:
    monkeypatch.setattr(_cipher, "KDF_ITERATIONS", iterations)
    monkeypatch.setattr(passphrase_check, "_COST", cost)
