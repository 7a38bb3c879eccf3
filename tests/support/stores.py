"""Stores in a moment: a real encrypted file, whose key takes few rounds and that no disk holds up.

Only the process of the tests does so, by replacing what the program calls: nothing that a user
could set makes a key weak. What programs of their own make or open has ``real_keys``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from giz_gesprek.session import passphrase_check
from giz_gesprek.store import Store, _cipher, _lifetime, _moving
from tests.store.support import NOW, PASSPHRASE

FEW_ITERATIONS: Final = 1_000
"""Of PBKDF2, from the passphrase to the key of a store."""
_LOW_COST: Final = 2**4
"""Of scrypt, with which the passphrase is recognised after a pause."""
_SHIPPED: Final = (_cipher.KDF_ITERATIONS, passphrase_check._COST)


def new_store(path: Path) -> Store:
    """Return an open store at ``path`` with nothing in it: a copy, because making one takes long.

    It opens with ``PASSPHRASE``, and was made at ``NOW``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_empty(_cipher.KDF_ITERATIONS))
    return Store.open(path, PASSPHRASE)


@contextmanager
def after_a_power_cut(path: Path, passphrase: str) -> Iterator[Store]:
    """Open a copy of what is on the disk now of a store that another process holds."""
    with TemporaryDirectory() as folder:
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(path.with_name(name), folder)
        with Store.open(Path(folder) / path.name, passphrase) as store:
            yield store


@cache
def _empty(iterations: int) -> bytes:
    """Return the file of an empty store whose key takes so many rounds."""
    del iterations
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        Store.create(path, PASSPHRASE, NOW).close()
        return path.read_bytes()


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive every key of this process in a moment."""
    _derive(monkeypatch, FEW_ITERATIONS, _LOW_COST)


@pytest.fixture
def real_keys(quick_keys: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys as the program does."""
    _derive(monkeypatch, *_SHIPPED)


@pytest.fixture
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait until the disk holds what is saved: what a power cut does is not looked at."""
    connect = _cipher.connect

    def connect_without_waiting(
        path: Path, passphrase: str, *, create: bool = False
    ) -> _cipher.Database:
        database = connect(path, passphrase, create=create)
        database.rows("PRAGMA synchronous = OFF")
        return database

    for module in (_lifetime, _moving):
        monkeypatch.setattr(module, "connect", connect_without_waiting)


def _derive(monkeypatch: pytest.MonkeyPatch, iterations: int, cost: int) -> None:
    monkeypatch.setattr(_cipher, "KDF_ITERATIONS", iterations)
    monkeypatch.setattr(passphrase_check, "_COST", cost)
