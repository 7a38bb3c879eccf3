"""A backup is whole or not there, comes back whole, and what was there before stays."""

from __future__ import annotations

import os
import random
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from giz_gesprek.errors import (
    AlreadyOpen,
    InputError,
    NewerStore,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreUnwritable,
    WrongPassphrase,
)
from giz_gesprek.store import Store, _schema
from giz_gesprek.store._cipher import connect, connect_to_read
from giz_gesprek.store._log import log_of
from giz_gesprek.store.backup import back_up, look_into, restore
from giz_gesprek.store.family_file import sealed
from tests.store.support import (
    CHANGE,
    MINUTE,
    NOW,
    PASSPHRASE,
    SECRET,
    contents,
    crashed,
    family,
    killed_after,
    talked,
)
from tests.support.private import is_private

LATER = NOW + timedelta(days=3)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder on another disk, so to say."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def backup(store: Store, stick: Path) -> Path:
    """A backup of a store with two families, which is closed after it."""
    store.save(talked(family("f1")), now=NOW, change=CHANGE)
    store.save(family("f2", "Vlierbes"), now=NOW + MINUTE)
    store.save_draft("f1", "talk-1", "key", "half", NOW)
    back_up(store, stick / "backup.db", LATER)
    store.close()
    return stick / "backup.db"


def test_a_backup_holds_everything_and_says_when_it_was_made(store: Store, stick: Path) -> None:
    store.save(talked(family("f1")), now=NOW, change=CHANGE)
    holds = back_up(store, stick / "backup.db", LATER)
    assert (holds.families, holds.conversations, holds.unreadable) == (1, 1, 0)
    assert (holds.made_at, holds.last_at) == (LATER, NOW)
    assert sorted(contents(stick)) == ["backup.db"], "one file, and nothing beside it"
    assert store.profile().backed_up_at == LATER
    assert [each.change.action for each in store.changes("f1")] == ["answered", "backed_up"]


def test_a_backup_is_for_its_owner_only_and_nothing_of_it_can_be_read(backup: Path) -> None:
    assert is_private(backup)
    data = backup.read_bytes()
    for known in (SECRET, "Ganzenbloem", "Sanne", PASSPHRASE, "CREATE", "SQLite"):
        assert known.encode() not in data
    database = connect_to_read(backup, PASSPHRASE)
    assert SECRET in str(database.rows("SELECT document FROM families WHERE id = 'f1'"))
    database.close()


def test_what_is_there_already_is_replaced_only_when_that_is_said(
    store: Store, stick: Path
) -> None:
    path = stick / "backup.db"
    path.write_text("something else")
    with pytest.raises(FileExistsError):
        back_up(store, path, NOW)
    assert path.read_text() == "something else"
    back_up(store, path, NOW, force=True)
    assert look_into(path, PASSPHRASE).families == 0


def test_a_backup_never_takes_the_place_of_the_store_itself(store: Store, path: Path) -> None:
    store.save(family(), now=NOW)
    for same in (path, path.parent / ".." / path.parent.name / path.name):
        with pytest.raises(InputError):
            back_up(store, same, NOW, force=True)
    assert len(store.families()) == 1


def test_a_store_that_goes_on_after_its_backup_keeps_all_that_came_later(
    store: Store, path: Path, stick: Path
) -> None:
    store.save(family("f1"), now=NOW)
    back_up(store, stick / "backup.db", NOW)
    store.save(talked(family("f2")), now=LATER)
    store.close()
    assert _families(path) == {"f1", "f2"}
    assert look_into(stick / "backup.db", PASSPHRASE).families == 1


def test_a_family_that_cannot_be_read_is_in_the_backup_as_it_was(store: Store, stick: Path) -> None:
    store.save(family("f1"), now=NOW)
    store.save(family("f2"), now=NOW)
    store._database.run("UPDATE families SET document = '{' WHERE id = 'f2'")
    assert back_up(store, stick / "backup.db", NOW).unreadable == 1


# --- and back -------------------------------------------------------------------------------


def test_on_another_computer_everything_comes_back(backup: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "other" / "home" / "families.db"
    restored = restore(backup, elsewhere, PASSPHRASE, LATER)
    assert restored.aside is None
    assert restored.holds.families == 2
    assert sorted(contents(elsewhere.parent)) == ["families.db"]
    with Store.open(elsewhere, PASSPHRASE) as store:
        assert [row.label for row in store.families()] == ["Vlierbes", "Ganzenbloem"]
        assert store.read("f1") == talked(family("f1"))
        assert store.draft("f1", "talk-1", "key") == "half"
        assert [each.change.action for each in store.changes("f1")] == ["answered", "restored"]
        assert store.take_notices() == ()
        store.save(family("f3"), now=LATER)
    with Store.open(elsewhere, PASSPHRASE) as store:
        assert len(store.families()) == 3
    assert backup.stat().st_size, "the backup itself stays as it is"


def test_after_a_crash_no_old_log_is_replayed_over_the_backup(backup: Path, path: Path) -> None:
    crashed(path, "for n in range(12): store.save(support.family(f'n{n}'), now=support.NOW)")
    restored = restore(backup, path, PASSPHRASE, LATER)
    with Store.open(path, PASSPHRASE) as store:
        assert {row.id for row in store.families()} == {"f1", "f2"}
        assert store._database.rows("PRAGMA integrity_check") == [("ok",)]
        assert store.take_notices() == ()
    assert restored.aside is not None
    with Store.open(restored.aside, PASSPHRASE) as aside:
        assert len(aside.families()) == 14, "with what was only in its log"
        assert aside.take_notices() == ()


def test_twice_on_one_day_sets_two_files_aside(backup: Path, path: Path) -> None:
    first = restore(backup, path, PASSPHRASE, LATER).aside
    second = restore(backup, path, PASSPHRASE, LATER).aside
    assert first is not None
    assert second is not None
    assert first.name == "families-before-restore-2026-11-06.db"
    assert first != second
    assert sorted(contents(path.parent)) == sorted((path.name, first.name, second.name))


def test_what_is_left_of_a_store_that_is_gone_is_set_aside_too(backup: Path, path: Path) -> None:
    crashed(path, "store.save(support.family('n'), now=support.NOW)")
    path.unlink()
    assert restore(backup, path, PASSPHRASE, LATER).aside is None
    assert sorted(contents(path.parent)) == ["families.db", "families.db-log-2"]
    with Store.open(path, PASSPHRASE) as store:
        assert len(store.families()) == 2


@pytest.mark.parametrize("version", range(1, len(_schema.MIGRATIONS) + 1))
def test_a_backup_of_an_earlier_version_is_brought_up_to_date(
    path: Path, stick: Path, version: int
) -> None:
    old = stick / "old.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_schema, "MIGRATIONS", _schema.MIGRATIONS[:version])
        store = Store.create(old, PASSPHRASE, NOW)
    document = talked(family()).model_dump_json()
    store._database.run(
        "INSERT INTO families (id, label, conversations, updated_at, document)"
        " VALUES ('f1', 'Ganzenbloem', 1, '2026-11-03T13:05:00+00:00', ?)",
        document,
    )
    store.close()
    before = old.read_bytes()
    assert look_into(old, PASSPHRASE).families == 1
    restore(old, path, PASSPHRASE, LATER)
    assert old.read_bytes() == before
    with Store.open(path, PASSPHRASE) as store:
        assert store.read("f1") == talked(family())


def test_a_backup_of_a_newer_version_asks_for_that_version(backup: Path, path: Path) -> None:
    before = contents(path.parent)
    database = connect(backup, PASSPHRASE)
    database.run(f"PRAGMA user_version = {len(_schema.MIGRATIONS) + 1}")
    database.close()
    with pytest.raises(NewerStore):
        restore(backup, path, PASSPHRASE, LATER)
    assert contents(path.parent) == before


@pytest.mark.parametrize("length", [0, 5_000, 30_000])
def test_a_backup_that_is_cut_short_is_said_to_be_damaged_itself(
    length: int, backup: Path, path: Path
) -> None:
    before = contents(path.parent)
    backup.write_bytes(backup.read_bytes()[:length])
    with pytest.raises(StoreDamaged, match="Kies een andere reservekopie"):
        restore(backup, path, PASSPHRASE, LATER)
    assert contents(path.parent) == before


def test_a_store_that_does_not_open_any_more_is_kept_aside_as_it_is(
    backup: Path, path: Path
) -> None:
    """Damaged, or of a passphrase that was forgotten: this is when a backup is needed."""
    spoiled = b"x" * 9_000
    path.write_bytes(spoiled)
    restored = restore(backup, path, PASSPHRASE, LATER)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == spoiled
    assert _families(path) == {"f1", "f2"}


@pytest.mark.needs_posix("links to files")
def test_a_link_to_a_file_is_that_file(path: Path, tmp_path: Path) -> None:
    Store.create(path, PASSPHRASE, NOW).close()
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with Store.open(link, PASSPHRASE) as store:
        store.save(family(), now=NOW)
        store.change_passphrase("iets heel anders dan dat")
        back_up(store, tmp_path / "backup.db", NOW)
        with pytest.raises(InputError):
            back_up(store, link, NOW, force=True)
    restore(tmp_path / "backup.db", link, "iets heel anders dan dat", NOW)
    assert link.is_symlink()
    with Store.open(path, "iets heel anders dan dat") as store:
        assert len(store.families()) == 1


# --- what cannot be put back ----------------------------------------------------------------


def test_a_wrong_passphrase_and_foreign_files_change_nothing(
    backup: Path, path: Path, stick: Path
) -> None:
    before = contents(path.parent)
    (stick / "foreign.db").write_bytes(bytes(range(256)) * 64)
    (stick / "empty.db").write_bytes(b"")
    (stick / "family.giz").write_bytes(sealed(family(), PASSPHRASE, now=NOW))
    for source, passphrase, wanted in (
        (backup, "iets anders", WrongPassphrase),
        (stick / "foreign.db", PASSPHRASE, WrongPassphrase),
        (stick / "empty.db", PASSPHRASE, StoreDamaged),
        (stick / "family.giz", PASSPHRASE, InputError),
        (stick / "nothing.db", PASSPHRASE, InputError),
        (stick, PASSPHRASE, InputError),
        (path, PASSPHRASE, InputError),
    ):
        with pytest.raises(wanted):
            restore(source, path, passphrase, LATER)
        assert contents(path.parent) == before


def test_a_flipped_bit_or_a_missing_end_is_noticed_before_anything_happens(
    backup: Path, path: Path
) -> None:
    before = contents(path.parent)
    whole = backup.read_bytes()
    chance = random.Random(5)
    spoiled = [whole[: chance.randrange(1, len(whole))] for _ in range(8)]
    for _ in range(16):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        spoiled.append(bytes(flipped))
    for data in spoiled:
        backup.write_bytes(data)
        with pytest.raises((WrongPassphrase, StoreDamaged)):
            restore(backup, path, PASSPHRASE, LATER)
    assert contents(path.parent) == before


def test_while_one_of_the_two_is_open_nothing_is_put_back(backup: Path, path: Path) -> None:
    with Store.open(path, PASSPHRASE), pytest.raises(AlreadyOpen):
        restore(backup, path, PASSPHRASE, LATER)
    with Store.open(backup, PASSPHRASE), pytest.raises(AlreadyOpen):
        restore(backup, path, PASSPHRASE, LATER)


def test_a_copy_that_was_made_of_an_open_store_says_that_saves_are_missing(
    store: Store, path: Path, stick: Path, tmp_path: Path
) -> None:
    store.save(family(), now=NOW)
    store.settle()
    store.close()
    crashed(path, "store.save(support.family('n'), now=support.NOW)")
    copied = Path(shutil.copy(path, stick / "copied.db"))
    assert restore(copied, tmp_path / "a" / "families.db", PASSPHRASE, LATER).holds.was_open
    shutil.copy(log_of(path), log_of(copied))
    restored = restore(copied, tmp_path / "b" / "families.db", PASSPHRASE, LATER)
    assert not restored.holds.was_open
    assert restored.holds.families == 2


@pytest.mark.needs_posix("a limit on the size of files")
def test_on_a_full_disk_there_is_no_backup_and_the_old_one_stays(store: Store, stick: Path) -> None:
    assert sys.platform != "win32"
    import resource

    path = stick / "backup.db"
    store.save(talked(family(), text="lang " * 1_900), now=NOW)
    back_up(store, path, NOW)
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in (0, 8_192, len(before) - 1):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
        try:
            with pytest.raises((StoreFull, StoreUnwritable, OSError)):
                back_up(store, path, LATER, force=True)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert contents(stick) == {"backup.db": before}
        assert store.profile().backed_up_at == NOW
    store.save(family("f2"), now=LATER)
    assert len(store.families()) == 2


@pytest.mark.needs_posix("a limit on the size of files")
def test_on_a_full_disk_nothing_is_put_back_and_the_store_is_as_it_was(
    backup: Path, path: Path
) -> None:
    assert sys.platform != "win32"
    import resource

    before = contents(path.parent)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    for room in (0, 8_192, backup.stat().st_size - 1):
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
        try:
            with pytest.raises(StoreError):
                restore(backup, path, PASSPHRASE, LATER)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert contents(path.parent) == before


def test_a_disk_without_second_names_keeps_what_was_there_as_a_copy(
    backup: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(1, os.strerror(1))

    crashed(path, "store.save(support.family('n'), now=support.NOW)")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "hardlink_to", refuse)
        restored = restore(backup, path, PASSPHRASE, LATER)
    assert restored.aside is not None
    with Store.open(restored.aside, PASSPHRASE) as store:
        assert len(store.families()) == 3


def test_a_system_that_refuses_at_the_last_moment_leaves_everything_as_it_was(
    backup: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, os.strerror(13))

    crashed(path, "store.save(support.family('n'), now=support.NOW)")
    before = contents(path.parent)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(StoreUnwritable):
            restore(backup, path, PASSPHRASE, LATER)
    assert contents(path.parent) == before


RESTORER = """
from giz_gesprek.store.backup import restore
from itertools import count
for number in count():
    restore(Path(argv[0]), Path(argv[1]), support.PASSPHRASE, support.NOW)
    with Store.open(Path(argv[1]), support.PASSPHRASE) as store:
        store.save(support.family("f9"), now=support.NOW)
    print(f"restored {number}", flush=True)
"""
BACKER = """
from giz_gesprek.store.backup import back_up
from itertools import count
with Store.open(Path(argv[1]), support.PASSPHRASE) as store:
    for number in count():
        back_up(store, Path(argv[0]), support.NOW, force=True)
        print(f"made {number}", flush=True)
"""


@pytest.mark.parametrize("script", [RESTORER, BACKER], ids=["restoring", "backing up"])
def test_kill_9_leaves_a_whole_backup_and_a_whole_store(
    backup: Path, path: Path, script: str
) -> None:
    chance = random.Random(3)
    for _ in range(6):
        killed_after(script, chance.uniform(0, 0.1), backup, path)
        assert look_into(backup, PASSPHRASE).families in {2, 3}
        with Store.open(path, PASSPHRASE) as store:
            assert {row.id for row in store.families()} in ({"f1", "f2"}, {"f1", "f2", "f9"})


def _families(path: Path) -> set[str]:
    with Store.open(path, PASSPHRASE) as store:
        return {row.id for row in store.families()}
