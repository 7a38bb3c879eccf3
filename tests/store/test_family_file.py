"""One family as an encrypted file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.errors import (
    EmptyPassphrase,
    InputError,
    NewerStore,
    StoreDamaged,
    StoreError,
    WrongPassphrase,
)
from giz_gesprek.store import Store
from giz_gesprek.store._cipher import connect
from giz_gesprek.store.family_file import FORMAT, opened, sealed
from tests.store.support import NOW, PASSPHRASE, SECRET, family, talked

OTHER = "een lange zin voor een collega"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file with one family in which something was said."""
    path = tmp_path / "family.giz"
    path.write_bytes(sealed(talked(family()), OTHER, now=NOW))
    return path


def test_a_family_comes_back_as_it_was_given(file: Path) -> None:
    found = opened(file, OTHER)
    assert found.dossier == talked(family())
    assert found.made_at == NOW


def test_nothing_of_it_can_be_read_without_the_passphrase(file: Path) -> None:
    data = file.read_bytes()
    for known in (SECRET, "Ganzenbloem", "Sanne", "Milan", OTHER, "CREATE", "SQLite"):
        assert known.encode() not in data
    with pytest.raises(WrongPassphrase):
        opened(file, OTHER + "!")
    with pytest.raises(EmptyPassphrase):
        opened(file, "")
    with pytest.raises(EmptyPassphrase):
        sealed(family(), "", now=NOW)


def test_nothing_is_left_beside_it(file: Path, tmp_path: Path) -> None:
    before = sorted(each.name for each in tmp_path.iterdir())
    opened(file, OTHER)
    assert sorted(each.name for each in tmp_path.iterdir()) == before


def test_a_store_is_no_file_of_one_family(store: Store, file: Path) -> None:
    store.save(family(), now=NOW)
    path = store.path
    store.close()
    with pytest.raises(WrongPassphrase):
        opened(path, PASSPHRASE)
    with pytest.raises(StoreError):
        Store.open(file, OTHER)
    assert opened(file, OTHER).dossier == talked(family()), "and it is as it was"


@pytest.mark.parametrize("part", range(1, 8))
def test_a_file_that_was_damaged_says_so(file: Path, part: int) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) * part // 8] ^= 1
    file.write_bytes(data)
    with pytest.raises((WrongPassphrase, StoreDamaged)):
        opened(file, OTHER)


def test_half_a_file_says_so(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    with pytest.raises((WrongPassphrase, StoreDamaged)):
        opened(file, OTHER)


def test_no_file_a_folder_and_one_that_is_too_large_say_so(tmp_path: Path) -> None:
    large = tmp_path / "large.giz"
    with large.open("wb") as there:
        there.truncate(30_000_000)
    for path in (tmp_path / "nothing.giz", tmp_path, large):
        with pytest.raises(InputError):
            opened(path, OTHER)


@pytest.mark.parametrize("what", ["user_version", "document"])
def test_a_file_of_a_newer_version_asks_for_that_version(file: Path, what: str) -> None:
    database = connect(file, OTHER)
    if what == "user_version":
        database.run(f"PRAGMA user_version = {FORMAT + 1}")
    else:
        database.run("UPDATE family SET document = ?", '{"schema_version": 99}')
    database.close()
    with pytest.raises(NewerStore):
        opened(file, OTHER)
