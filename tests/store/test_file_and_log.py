"""A file and its log belong together: neither is taken for another's, and a loss is told."""

from __future__ import annotations

import os
import random
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from giz_gesprek.errors import AlreadyOpen, StoreError, WrongPassphrase
from giz_gesprek.store import Store, _notices
from giz_gesprek.store._log import ROOM, log_of
from tests.store.support import (
    CHANGE,
    NOW,
    PASSPHRASE,
    child,
    contents,
    crashed,
    family,
    said,
    talked,
)

SAVE_TWO = """
for number in (2, 3):
    store.save(support.talked(support.family(f"f{number}")), now=support.NOW)
"""

GOES_WHILE_OPEN = pytest.mark.needs_posix("a file that goes while it is open")


@pytest.fixture
def backed_up(path: Path) -> Path:
    """A store of one family; the backup of that moment is returned."""
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(talked(family("f1")), now=NOW)
    return Path(shutil.copy(path, path.with_name("backup.db")))


def _ids(store: Store) -> set[str]:
    """Return the families; each of them has to be readable."""
    rows = store.families()
    for row in rows:
        store.read(row.id)
    return {row.id for row in rows}


def _is_sound(store: Store) -> bool:
    return (
        store._database.rows("PRAGMA integrity_check") == [("ok",)]
        and store._database.rows("PRAGMA cipher_integrity_check") == []
    )


# --- after a crash --------------------------------------------------------------------------


def test_after_a_crash_every_save_is_there_and_nothing_is_told(backed_up: Path, path: Path) -> None:
    for number in range(3):
        crashed(path, SAVE_TWO.replace("f{number}", f"f{{number}}-{number}"))
        with Store.open(path, PASSPHRASE) as store:
            assert len(_ids(store)) == 3 + 2 * number
            assert store.take_notices() == ()
            assert _is_sound(store)
    assert sorted(contents(path.parent)) == ["backup.db", "families.db"]


def test_what_was_settled_survives_the_loss_of_the_log(backed_up: Path, path: Path) -> None:
    crashed(path, f"{SAVE_TWO}\nstore.settle()")
    log_of(path).unlink()
    with Store.open(path, PASSPHRASE) as store:
        assert _ids(store) == {"f1", "f2", "f3"}


def test_a_crash_before_the_first_save_tells_nothing(backed_up: Path, path: Path) -> None:
    crashed(path, "store.families()")
    with Store.open(path, PASSPHRASE) as store:
        assert _ids(store) == {"f1"}
        assert store.take_notices() == ()


def test_reading_a_store_changes_no_byte_of_it(backed_up: Path, path: Path) -> None:
    before = contents(path.parent)
    with Store.open(path, PASSPHRASE) as store:
        _ids(store)
        store.settle()
    assert contents(path.parent) == before


def test_after_many_saves_without_a_quiet_moment_the_log_is_still_the_files(
    backed_up: Path, path: Path
) -> None:
    script = "for n in range(50): store.save(support.family(f'n{n}'), now=support.NOW)"
    crashed(path, script)
    with Store.open(path, PASSPHRASE) as store:
        assert len(_ids(store)) == 51
        assert store.take_notices() == ()


def test_a_crash_after_a_deletion_tells_nothing_and_brings_nothing_back(
    backed_up: Path, path: Path
) -> None:
    crashed(path, f"{SAVE_TWO}\nstore.delete_family('f2', support.NOW)")
    with Store.open(path, PASSPHRASE) as store:
        assert _ids(store) == {"f1", "f3"}
        assert store.take_notices() == ()
    crashed(path, "store.delete_family('f3', support.NOW)\nstore.save_profile(store.profile())")
    with Store.open(path, PASSPHRASE) as store:
        assert _ids(store) == {"f1"}
        assert store.take_notices() == ()


@pytest.mark.needs_posix("a limit on the size of files")
def test_a_log_that_is_taken_over_half_way_costs_nothing(path: Path) -> None:
    """On a full disk the file cannot grow, and has some pages of the log and not the others."""
    assert sys.platform != "win32"
    import resource

    store = Store.create(path, PASSPHRASE, NOW)
    for number in range(20):
        store.save(talked(family(f"f{number}"), text="veel " * 1_900), now=NOW)
    store.settle()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
    try:
        for number in range(20, 24):
            store.save(talked(family(f"f{number}"), text="veel " * 1_900), now=NOW)
            store.settle()
        assert store.path == path
        assert len(_ids(store)) == 24
        store.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert log_of(path).exists()
    for _round in range(2):
        with Store.open(path, PASSPHRASE) as again:
            assert len(_ids(again)) == 24
            assert _is_sound(again)
            assert store.take_notices() == again.take_notices() == ()


# --- a restored backup ----------------------------------------------------------------------


@pytest.mark.parametrize("restore", [shutil.copy, os.replace])
def test_a_restored_backup_does_not_take_over_the_log_of_the_file_before(
    backed_up: Path, path: Path, restore: object
) -> None:
    crashed(path, SAVE_TWO)
    left = log_of(path).read_bytes()
    assert callable(restore)
    restore(backed_up, path)
    with Store.open(path, PASSPHRASE) as store:
        assert _ids(store) == {"f1"}
        assert _is_sound(store)
        aside = path.with_name("families.db-log-2")
        assert store.take_notices() == (_notices.foreign_log(aside),)
        assert store.take_notices() == ()
    assert aside.read_bytes() == left
    with Store.open(path, PASSPHRASE) as store:
        assert store.take_notices() == ()


def test_a_backup_made_while_the_program_had_crashed_does_not_take_over_a_later_log(
    backed_up: Path, path: Path
) -> None:
    crashed(path, f"{SAVE_TWO}\nstore.settle()")
    shutil.copy(path, backed_up)  # without its log, as copying one file does
    crashed(path, f"{SAVE_TWO}\nstore.settle()\n{SAVE_TWO.replace('f{number}', 'g{number}')}")
    shutil.copy(backed_up, path)
    with Store.open(path, PASSPHRASE) as store:
        assert _ids(store) == {"f1", "f2", "f3"}
        assert _is_sound(store)
        assert _notices.foreign_log(path.with_name("families.db-log-2")) in store.take_notices()


def test_the_log_of_a_store_with_another_passphrase_harms_nothing_either(
    backed_up: Path, path: Path
) -> None:
    other = path.with_name("other.db")
    Store.create(other, "een andere wachtzin", NOW).close()
    crashed(path, SAVE_TWO)
    shutil.copy(other, path)
    for passphrase in (PASSPHRASE, "een verschrijving"):
        before = contents(path.parent)
        with pytest.raises(WrongPassphrase):
            Store.open(path, passphrase)
        assert contents(path.parent) == before
    with Store.open(path, "een andere wachtzin") as store:
        assert _ids(store) == set()
        assert _is_sound(store)


def test_a_wrong_passphrase_after_restoring_a_backup_harms_nothing(
    backed_up: Path, path: Path
) -> None:
    crashed(path, SAVE_TWO)
    shutil.copy(backed_up, path)
    before = contents(path.parent)
    with pytest.raises(WrongPassphrase):
        Store.open(path, "een verschrijving")
    assert contents(path.parent) == before


def test_a_log_of_an_earlier_version_of_the_program_is_still_taken_over(
    backed_up: Path, path: Path
) -> None:
    script = """
store._database.run("UPDATE profile SET created_at = 'unmarked'")
"""
    crashed(path, script)
    assert log_of(path).stat().st_size < ROOM
    with Store.open(path, PASSPHRASE) as store:
        assert store._database.rows("SELECT created_at FROM profile") == [("unmarked",)]
        assert store.take_notices() == ()


def test_a_log_that_is_in_use_is_not_set_aside(backed_up: Path, path: Path) -> None:
    script = """
store = Store.open(Path(argv[0]), support.PASSPHRASE)
store.save(support.family("f2"), now=support.NOW)
print("open", flush=True)
sys.stdin.readline()
store.close()
"""
    with child(script, path) as other:
        assert other.stdout is not None
        other.stdout.readline()
        for passphrase in (PASSPHRASE, "een verschrijving"):
            with pytest.raises(AlreadyOpen):
                Store.open(path, passphrase)
        assert log_of(path).exists()
        other.kill()
    with Store.open(path, PASSPHRASE) as store:
        assert _ids(store) == {"f1", "f2"}


# --- a log that is gone or damaged ----------------------------------------------------------


@pytest.mark.parametrize("kept", [None, 0, 32, 5_000, 0.1, 0.9])
def test_a_log_that_is_gone_or_cut_is_told(backed_up: Path, path: Path, kept: float | None) -> None:
    crashed(path, SAVE_TWO)
    if kept is None:
        log_of(path).unlink()
    else:
        os.truncate(log_of(path), int(kept if kept > 1 else kept * ROOM))
    with Store.open(path, PASSPHRASE) as store:
        assert "f1" in _ids(store)
        assert _is_sound(store)
        (told,) = store.take_notices()
        assert told.startswith(_notices.missing_saves(None))
        store.save(family("f4"), now=NOW)
    with Store.open(path, PASSPHRASE) as store:
        assert store.take_notices() == ()
        assert "f4" in _ids(store)


def test_a_flipped_bit_in_the_log_is_told_or_costs_nothing(backed_up: Path, path: Path) -> None:
    chance = random.Random(10)
    with Store.open(path, PASSPHRASE) as store:
        for number in range(4):
            store.save(talked(family(f"f{number}"), text=f"{number} " * 900), now=NOW)
    crashed(path, "store.save(support.talked(support.family('f2'), text='later'), now=support.NOW)")
    whole, log = path.read_bytes(), log_of(path).read_bytes()
    written = len(log.rstrip(b"\0"))
    silent = 0
    for _ in range(40):
        flipped = bytearray(log)
        at = chance.randrange(written * 8)
        flipped[at // 8] ^= 1 << at % 8
        path.write_bytes(whole)
        log_of(path).write_bytes(flipped)
        for left in path.parent.glob("families.db-log-*"):
            left.unlink()
        with Store.open(path, PASSPHRASE) as store:
            assert _is_sound(store)
            told = store.take_notices()
            if said(store.read("f2")) == "later":
                silent += not told
            else:
                (notice,) = told
                kept = path.with_name("families.db-log-2")
                assert notice == _notices.missing_saves(kept)
                assert kept.read_bytes() == flipped
    assert silent < 40


def test_flipped_bits_and_cuts_of_file_and_log_never_show_something_wrong(
    backed_up: Path, path: Path
) -> None:
    chance = random.Random(4)
    crashed(path, f"{SAVE_TWO}\nstore.settle()\n{SAVE_TWO.replace('f{number}', 'g{number}')}")
    files = {file: file.read_bytes() for file in (path, log_of(path))}
    right = {name: talked(family(name)) for name in ("f1", "f2", "f3", "g2", "g3")}
    for _ in range(40):
        for file, data in files.items():
            file.write_bytes(data)
        hit = chance.choice(list(files))
        harmed = bytearray(files[hit])
        if chance.random() < 0.5:
            del harmed[chance.randrange(len(harmed)) :]
        else:
            harmed[chance.randrange(len(harmed.rstrip(b"\0")))] ^= 1 << chance.randrange(8)
        hit.write_bytes(harmed)
        told: tuple[str, ...] = ("it does not open",)
        seen = {}
        with suppress(StoreError), Store.open(path, PASSPHRASE) as store:
            told = store.take_notices()
            for row in store.families():
                try:
                    seen[row.id] = store.read(row.id)
                except StoreError:
                    told = ("a family cannot be read",)
                    break
        assert all(right[name] == dossier for name, dossier in seen.items())
        assert told or len(seen) == len(right)


# --- replaced while it is open --------------------------------------------------------------


def _newer(path: Path) -> Path:
    """Return a file of another computer, with three families."""
    newer = path.with_name("newer.db")
    shutil.copy(path, newer)
    with Store.open(newer, PASSPHRASE) as store:
        for number in (5, 6):
            store.save(talked(family(f"f{number}")), now=NOW)
    return newer


def _written_over(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes())


@pytest.mark.parametrize("how", [pytest.param(os.replace, marks=GOES_WHILE_OPEN), _written_over])
@pytest.mark.parametrize("saved", ["before", "after", "both"])
def test_a_file_that_is_replaced_while_it_is_open_keeps_its_families_and_so_do_we(
    backed_up: Path, path: Path, how: object, saved: str
) -> None:
    newer = _newer(path)
    # In a process of its own: what writes over a file must not give up its locks here.
    script = """
import os
def written_over(source, target):
    target.write_bytes(source.read_bytes())
path, newer, how, saved = Path(argv[0]), Path(argv[1]), argv[2], argv[3]
store = Store.open(path, support.PASSPHRASE)
if saved != "after":
    store.save(support.talked(support.family("f98")), now=support.NOW)
(os.replace if how == "replace" else written_over)(newer, path)
if saved != "before":
    store.save(support.talked(support.family("f99")), now=support.NOW)
    assert store.read("f99") == support.talked(support.family("f99"))
store.close()
print(store.path.name, len(store.take_notices()))
"""
    name = "replace" if how is os.replace else "over"
    with child(script, path, newer, name, saved) as process:
        told, _ = process.communicate()
    assert told == "families-2.db 1\n"
    with Store.open(path, PASSPHRASE) as store:
        assert _ids(store) == {"f1", "f5", "f6"}
        assert store.take_notices() == ()
        assert _is_sound(store)
    ours = {"before": {"f98"}, "after": {"f99"}, "both": {"f98", "f99"}}[saved]
    with Store.open(path.with_name("families-2.db"), PASSPHRASE) as store:
        whole = {"f1"} if how is os.replace else set()
        assert _ids(store) == ours | whole
        assert store.take_notices() == ()
        assert _is_sound(store)
    left = {"backup.db", "families.db", "families-2.db", "newer.db"}
    assert set(contents(path.parent)) <= left


@GOES_WHILE_OPEN
def test_the_log_and_the_drafts_go_along_to_the_other_file(
    backed_up: Path, path: Path, tmp_path: Path
) -> None:
    store = Store.open(path, PASSPHRASE)
    store.save(talked(family("f1")), now=NOW, change=CHANGE)
    store.save_draft("f1", "talk-1", "key", "half een zin", NOW)
    _newer(path).replace(path)
    store.save_draft("f1", "talk-1", "other", "nog een", NOW)
    (told,) = store.take_notices()
    assert str(store.path) in told
    store.close()
    with Store.open(path.with_name("families-2.db"), PASSPHRASE) as kept:
        assert kept.draft("f1", "talk-1", "key") == "half een zin"
        assert kept.draft("f1", "talk-1", "other") == "nog een"
        assert [entry.change for entry in kept.changes("f1")] == [CHANGE]


def test_a_file_that_another_program_only_touches_is_still_ours(
    backed_up: Path, path: Path
) -> None:
    with Store.open(path, PASSPHRASE) as store:
        store.save(family("f2"), now=NOW)
        os.utime(path)
        store.save(family("f3"), now=NOW)
        assert store.path == path
        assert store.take_notices() == ()
    with Store.open(path, PASSPHRASE) as store:
        assert _ids(store) == {"f1", "f2", "f3"}


# --- gone while it is open ------------------------------------------------------------------


def _removed(path: Path) -> None:
    path.unlink()


def _folder_removed(path: Path) -> None:
    shutil.rmtree(path.parent)


def _folder_moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def _another_disk_in_its_place(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))
    path.parent.mkdir()


@GOES_WHILE_OPEN
@pytest.mark.parametrize(
    "lose", [_removed, _folder_removed, _folder_moved, _another_disk_in_its_place]
)
def test_what_disappears_while_it_is_open_is_kept_elsewhere_at_the_next_save(
    path: Path, own_home: Path, lose: object
) -> None:
    store = Store.create(path, PASSPHRASE, NOW)
    store.save(talked(family("f1")), now=NOW)
    assert callable(lose)
    lose(path)
    store.save(talked(family("f2")), now=NOW)
    (told,) = store.take_notices()
    assert str(store.path) in told
    assert store.path.is_relative_to(path.parent if lose is _removed else own_home)
    store.save(talked(family("f3")), now=NOW)
    store.close()
    assert store.take_notices() == ()
    with Store.open(store.path, PASSPHRASE) as kept:
        assert _ids(kept) == {"f1", "f2", "f3"}
        assert _is_sound(kept)
    assert not list(path.parent.glob("*-wal"))


@GOES_WHILE_OPEN
def test_a_file_that_was_only_read_and_disappears_is_nothing_to_tell(path: Path) -> None:
    Store.create(path, PASSPHRASE, NOW).close()
    store = Store.open(path, PASSPHRASE)
    path.unlink()
    assert store.families() == ()
    store.close()
    assert store.take_notices() == ()
    assert not list(path.parent.iterdir())


@GOES_WHILE_OPEN
def test_where_no_other_place_can_be_written_nothing_is_claimed_as_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.create(path, PASSPHRASE, NOW)
    store.save(talked(family("f1")), now=NOW)
    shutil.rmtree(path.parent)
    for variable in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, "/proc/nowhere")
    with pytest.raises(StoreError):
        store.save(talked(family("f2")), now=NOW)
    store.close()
    assert store.take_notices() == (_notices.not_moved_out(),)
