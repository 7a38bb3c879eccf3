"""The file under another passphrase: whatever happens, it opens with one of the two."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest

from giz_gesprek.errors import EmptyPassphrase, StoreError, StoreUnwritable, WrongPassphrase
from giz_gesprek.store import Store
from giz_gesprek.store.backup import back_up, look_into
from tests.store.support import CHANGE, NOW, PASSPHRASE, contents, family, killed_after, talked

NEW = "acht groene kikkers op de brug"


def test_the_store_goes_on_under_the_new_passphrase_and_opens_with_no_other(
    store: Store, path: Path
) -> None:
    store.save(talked(family("f1")), now=NOW, change=CHANGE)
    store.change_passphrase(NEW)
    assert store.fits(NEW)
    assert not store.fits(PASSPHRASE)
    store.save(family("f2"), now=NOW)
    store.close()
    assert sorted(contents(path.parent)) == [path.name]
    with pytest.raises(WrongPassphrase):
        Store.open(path, PASSPHRASE)
    with Store.open(path, NEW) as reopened:
        assert {row.id for row in reopened.families()} == {"f1", "f2"}
        assert reopened.read("f1") == talked(family("f1"))
        assert [each.change for each in reopened.changes("f1")] == [CHANGE]
        assert reopened.take_notices() == ()


def test_an_accent_is_the_same_passphrase_however_it_is_typed(store: Store) -> None:
    store.change_passphrase("een café op de hoek")
    assert store.fits("een cafe\u0301 op de hoek")


def test_an_older_backup_keeps_the_passphrase_of_then(store: Store, tmp_path: Path) -> None:
    store.save(family("f1"), now=NOW)
    back_up(store, tmp_path / "before.db", NOW)
    store.change_passphrase(NEW)
    back_up(store, tmp_path / "after.db", NOW)
    assert look_into(tmp_path / "before.db", PASSPHRASE).families == 1
    assert look_into(tmp_path / "after.db", NEW).families == 1
    with pytest.raises(WrongPassphrase):
        look_into(tmp_path / "after.db", PASSPHRASE)


def test_an_empty_passphrase_changes_nothing(store: Store) -> None:
    with pytest.raises(EmptyPassphrase):
        store.change_passphrase("")
    assert store.fits(PASSPHRASE)


@pytest.mark.needs_posix("a limit on the size of files")
def test_on_a_full_disk_nothing_changes_and_the_store_goes_on(store: Store, path: Path) -> None:
    assert sys.platform != "win32"
    import resource

    store.save(talked(family("f1")), now=NOW)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, limits[1]))
    try:
        with pytest.raises(StoreError):
            store.change_passphrase(NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    store.save(family("f2"), now=NOW)
    store.close()
    assert sorted(contents(path.parent)) == [path.name]
    with Store.open(path, PASSPHRASE) as reopened:
        assert len(reopened.families()) == 2


def test_a_system_that_refuses_at_the_last_moment_leaves_the_store_open_and_as_it_was(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, os.strerror(13))

    store.save(family("f1"), now=NOW)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(StoreUnwritable):
            store.change_passphrase(NEW)
    store.save(family("f2"), now=NOW)
    store.close()
    with Store.open(path, PASSPHRASE) as reopened:
        assert len(reopened.families()) == 2


CHANGER = """
from itertools import count
both = (support.PASSPHRASE, argv[1])
with Store.open(Path(argv[0]), both[int(argv[2])]) as store:
    for number in count(int(argv[2]) + 1):
        store.save(support.talked(support.family(), text=f"{number}"), now=support.NOW)
        store.change_passphrase(both[number % 2])
        print(f"changed {number}", flush=True)
"""


def test_kill_9_leaves_a_file_that_opens_with_one_of_the_two(store: Store, path: Path) -> None:
    store.save(talked(family()), now=NOW)
    store.close()
    chance, used = random.Random(8), 0
    for _ in range(8):
        killed_after(CHANGER, chance.uniform(0, 0.08), path, NEW, used)
        opens = [number for number, key in enumerate((PASSPHRASE, NEW)) if _opens(path, key)]
        assert len(opens) == 1
        used = opens[0]
    assert [each for each in contents(path.parent) if "unfinished" in each] == []


def _opens(path: Path, passphrase: str) -> bool:
    try:
        with Store.open(path, passphrase) as store:
            return store.read("f1").family.label == "Ganzenbloem" and store.take_notices() == ()
    except WrongPassphrase:
        return False
