"""Opening, refusing to open, and everything that can be wrong with a file or a folder."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from giz_gesprek.errors import (
    AlreadyOpen,
    EmptyPassphrase,
    ExitCode,
    NewerStore,
    StoreDamaged,
    StoreError,
    StoreExists,
    StoreMissing,
    StoreNoFile,
    StoreUnwritable,
    WrongPassphrase,
)
from giz_gesprek.store import Store, _cipher, _notices, _schema, store_exists
from tests.store.support import (
    NOW,
    PASSPHRASE,
    SECRET,
    child,
    contents,
    family,
    talked,
)
from tests.support.private import is_private

RAW_KEY = "x'" + "ab" * 32 + "'"
PASSPHRASES = [
    'it\'s "quoted"; DROP TABLE families --',
    "null\0byte",
    "zo\u0308n caf\u00e9 \u00ef",
    "\U0001f418\u200d\U0001f49c olifant",
    "lang " * 40,
    " spaties \t\n ",
    "bytes \udce9\udcff van een oude terminal",
    RAW_KEY,
    "a",
]


@pytest.mark.parametrize("passphrase", PASSPHRASES)
def test_any_passphrase_opens_what_it_made_and_no_other_does(path: Path, passphrase: str) -> None:
    with Store.create(path, passphrase, NOW) as store:
        store.save(talked(family()), now=NOW)
    with Store.open(path, passphrase) as store:
        assert store.read("f1") == talked(family())
    for other in (f"{passphrase}x", passphrase.strip()[:-1] or "b", f"{passphrase.swapcase()} y"):
        with pytest.raises(WrongPassphrase):
            Store.open(path, other)


@pytest.mark.parametrize(
    "typed", [f" {PASSPHRASE}", f"{PASSPHRASE}\r\n", f"\ufeff{PASSPHRASE}\u00a0"]
)
def test_what_nobody_sees_around_a_passphrase_makes_no_difference(path: Path, typed: str) -> None:
    Store.create(path, typed, NOW).close()
    Store.open(path, PASSPHRASE).close()
    with Store.open(path, typed) as store:
        assert store.families() == ()


def test_a_file_of_before_whose_spaces_were_a_part_of_its_passphrase_still_opens(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(_cipher, "keys", lambda typed: [typed.encode()])
        Store.create(path, f"{PASSPHRASE} ", NOW).close()
    Store.open(path, f"{PASSPHRASE} ").close()
    with pytest.raises(WrongPassphrase):
        Store.open(path, PASSPHRASE)


def test_spaces_alone_are_no_passphrase(path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        Store.create(path, " \ufeff\n", NOW)


def test_what_follows_a_null_byte_counts(path: Path) -> None:
    Store.create(path, "null\0one", NOW).close()
    with pytest.raises(WrongPassphrase):
        Store.open(path, "null\0two")


@pytest.mark.usefixtures("real_keys")
def test_any_program_that_knows_sqlcipher_opens_it_with_the_passphrase(tmp_path: Path) -> None:
    from sqlcipher3 import dbapi2

    path = tmp_path / "families.db"
    Store.create(path, PASSPHRASE, NOW).close()
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert connection.execute("SELECT count(*) FROM profile").fetchone() == (1,)


def test_an_accent_typed_in_one_or_in_two_is_the_same(path: Path) -> None:
    Store.create(path, "cafe\u0301 noe\u0308l", NOW).close()
    Store.open(path, "caf\u00e9 no\u00ebl").close()


def test_the_empty_passphrase_is_refused_and_makes_no_file(path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        Store.create(path, "", NOW)
    assert not path.parent.exists()
    Store.create(path, PASSPHRASE, NOW).close()
    with pytest.raises(EmptyPassphrase):
        Store.open(path, "")


@pytest.mark.usefixtures("real_keys")
def test_the_key_is_derived_as_sqlcipher_4_does(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    with Store.create(path, PASSPHRASE, NOW) as store:
        assert _cipher.KDF_ITERATIONS == 256_000
        assert store._database.rows("PRAGMA kdf_iter") == [("256000",)]
        settings = {row[0] for row in store._database.rows("PRAGMA cipher_settings")}
    assert "PRAGMA cipher_kdf_algorithm = PBKDF2_HMAC_SHA512;" in settings
    assert "PRAGMA cipher_hmac_algorithm = HMAC_SHA512;" in settings
    assert "PRAGMA cipher_use_hmac = 1;" in settings


def test_the_number_of_iterations_is_part_of_the_key(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.create(path, PASSPHRASE, NOW).close()
    monkeypatch.setattr(_cipher, "KDF_ITERATIONS", _cipher.KDF_ITERATIONS + 1)
    with pytest.raises(WrongPassphrase):
        Store.open(path, PASSPHRASE)


def test_what_is_committed_is_durable_private_and_overwritten_when_deleted(store: Store) -> None:
    pragmas = {
        name: store._database.rows(f"PRAGMA {name}")[0][0]
        for name in (
            "journal_mode",
            "synchronous",
            "locking_mode",
            "secure_delete",
            "temp_store",
            "foreign_keys",
        )
    }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "temp_store": 2,  # MEMORY
        "foreign_keys": 1,
    }


def test_only_the_owner_can_read_the_files_and_enter_the_folder(store: Store, path: Path) -> None:
    store.save(family(), now=NOW)
    files = sorted(file.name for file in path.parent.iterdir())
    assert files == ["families.db", "families.db-wal"]
    assert all(map(is_private, (path.parent, *path.parent.iterdir())))


@pytest.mark.needs_posix("rights of files")
def test_no_file_is_open_to_others_while_a_store_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, int] = {}
    run = _cipher.Database.run

    def watched(database: _cipher.Database, sql: str, *parameters: str | int | None) -> int:
        changed = run(database, sql, *parameters)
        for file in path.parent.iterdir():
            seen[file.suffix] = seen.get(file.suffix, 0) | stat.S_IMODE(file.stat().st_mode)
        return changed

    monkeypatch.setattr(_cipher.Database, "run", watched)
    before = os.umask(0)
    try:
        Store.create(path, PASSPHRASE, NOW).close()
    finally:
        os.umask(before)
    assert set(seen) >= {".unfinished", ".unfinished-wal", ".db"}
    assert set(seen.values()) == {0o600}


@pytest.mark.needs_posix("rights of files")
def test_the_rights_of_other_files_and_folders_stay_what_they_were(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Store.create(tmp_path / "families.db", PASSPHRASE, NOW).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    before = os.umask(0o022)
    os.umask(before)
    other = tmp_path / "other"
    other.touch()
    assert stat.S_IMODE(other.stat().st_mode) == 0o666 & ~before


@pytest.mark.needs_posix("rights of files")
def test_a_copy_that_everybody_can_read_is_made_private_again(path: Path) -> None:
    Store.create(path, PASSPHRASE, NOW).close()
    path.chmod(0o644)
    Store.open(path, PASSPHRASE).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_store_exists_from_the_moment_it_is_made(path: Path) -> None:
    assert not store_exists(path)
    Store.create(path, PASSPHRASE, NOW).close()
    assert store_exists(path)
    assert not store_exists(path.parent)


def test_a_closed_store_is_one_file(path: Path) -> None:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(family(), now=NOW)
    assert list(contents(path.parent)) == ["families.db"]


def test_a_place_with_odd_characters_is_a_place_like_any_other(tmp_path: Path) -> None:
    any_sign = "?" if os.name == "posix" else ""
    path = tmp_path / f"mijn gezinnen [1]{any_sign}#%20 é" / "a&b=c.db"
    Store.create(path, PASSPHRASE, NOW).close()
    Store.open(path, PASSPHRASE).close()
    assert list(contents(path.parent)) == ["a&b=c.db"]


def test_a_relative_place_is_meant_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Store.create(Path("families.db"), PASSPHRASE, NOW).close()
    assert (tmp_path / "families.db").is_file()


def test_opening_what_is_not_there_says_so_and_makes_nothing(path: Path) -> None:
    with pytest.raises(StoreMissing):
        Store.open(path, PASSPHRASE)
    assert not path.parent.exists()


def test_making_a_store_never_replaces_a_file(path: Path) -> None:
    Store.create(path, PASSPHRASE, NOW).close()
    before = contents(path.parent)
    with pytest.raises(StoreExists):
        Store.create(path, "een andere wachtzin", NOW)
    assert contents(path.parent) == before


def test_the_log_of_a_lost_store_is_not_taken_for_that_of_a_new_one(path: Path) -> None:
    path.parent.mkdir()
    log = path.with_name("families.db-wal")
    log.write_bytes(b"what is left of a store")
    with pytest.raises(StoreExists):
        Store.create(path, PASSPHRASE, NOW)
    assert log.read_bytes() == b"what is left of a store"


def test_what_an_interrupted_first_start_left_behind_is_cleared_away(path: Path) -> None:
    path.parent.mkdir()
    path.with_name(".families.db.0.unfinished").write_bytes(b"half")
    path.with_name(".families.db.0.unfinished-wal").write_bytes(b"half")
    Store.create(path, PASSPHRASE, NOW).close()
    assert list(contents(path.parent)) == ["families.db"]


def test_a_second_name_that_an_interrupted_first_start_left_goes_at_the_next_start(
    path: Path,
) -> None:
    Store.create(path, PASSPHRASE, NOW).close()
    path.with_name(".families.db.0.unfinished").hardlink_to(path)
    Store.open(path, PASSPHRASE).close()
    assert list(contents(path.parent)) == ["families.db"]


def test_a_file_system_without_hard_links_gets_a_store_as_well(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    Store.create(path, PASSPHRASE, NOW).close()
    assert list(contents(path.parent)) == ["families.db"]


def test_of_two_that_make_a_store_at_once_the_second_replaces_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_late(_self: Path, _target: Path) -> None:
        path.write_bytes(b"the other's store")
        raise FileExistsError(errno.EEXIST, "File exists")

    monkeypatch.setattr(Path, "hardlink_to", too_late)
    with pytest.raises(StoreExists):
        Store.create(path, PASSPHRASE, NOW)
    assert contents(path.parent) == {"families.db": b"the other's store"}


def _plain_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")


@pytest.mark.parametrize("size", [1, 15, 511, 512, 4096, 5000, 100_000])
def test_a_foreign_file_is_refused_and_not_touched(path: Path, size: int) -> None:
    path.parent.mkdir()
    path.write_bytes(os.urandom(size))
    before = contents(path.parent)
    with pytest.raises(WrongPassphrase) as caught:
        Store.open(path, PASSPHRASE)
    assert contents(path.parent) == before
    assert PASSPHRASE not in str(caught.value)
    assert caught.value.exit_code == ExitCode.STORE


def test_an_unencrypted_database_is_refused_and_not_touched(path: Path) -> None:
    path.parent.mkdir()
    _plain_database(path)
    before = contents(path.parent)
    with pytest.raises(WrongPassphrase):
        Store.open(path, PASSPHRASE)
    assert contents(path.parent) == before


def test_the_file_of_another_program_with_the_same_passphrase_is_refused(path: Path) -> None:
    path.parent.mkdir()
    _cipher.connect(path, PASSPHRASE, create=True).close()
    with pytest.raises(WrongPassphrase):
        Store.open(path, PASSPHRASE)


def test_an_empty_file_is_damaged_and_stays_empty(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with pytest.raises(StoreDamaged):
        Store.open(path, PASSPHRASE)
    assert contents(path.parent) == {"families.db": b""}


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_damaged_and_not_made_worse(path: Path, kept: float) -> None:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(talked(family(), text="veel " * 1_900), now=NOW)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    before = contents(path.parent)
    with pytest.raises(StoreDamaged):
        Store.open(path, PASSPHRASE)
    assert contents(path.parent) == before


def test_a_flipped_bit_in_a_document_is_damage_and_the_other_families_stay(path: Path) -> None:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(family("f1"), now=NOW)
        pages = store._database.rows("PRAGMA page_count")[0][0]
        store.save(talked(family("f2"), text="veel " * 1_900), now=NOW)
    data = bytearray(path.read_bytes())
    data[pages * 4096 + 4096 + 100] ^= 1  # in the second page of the last document
    path.write_bytes(data)
    with Store.open(path, PASSPHRASE) as store, pytest.raises(StoreDamaged):
        store.read("f2")
    with Store.open(path, PASSPHRASE) as store:
        assert store.read("f1") == family("f1")
        assert len(store.families()) == 2
        store.save(family("f3"), now=NOW)
        # Making the file smaller stops at what it cannot read, and leaves it as it is.
        with pytest.raises(StoreDamaged):
            store.delete_family("f3", NOW)
    with Store.open(path, PASSPHRASE) as store:
        assert {row.id for row in store.families()} == {"f1", "f2"}


def test_a_second_opening_is_refused_at_once_and_harms_nothing(store: Store, path: Path) -> None:
    store.save(family(), now=NOW)
    for passphrase in (PASSPHRASE, "a wrong one"):
        with pytest.raises(AlreadyOpen):
            Store.open(path, passphrase)
    store.save(family("f2"), now=NOW)
    assert len(store.families()) == 2


def test_another_process_is_refused_at_once_and_harms_nothing(store: Store, path: Path) -> None:
    script = """
from giz_gesprek.errors import AlreadyOpen
try:
    Store.open(Path(argv[0]), support.PASSPHRASE)
except AlreadyOpen:
    print("refused")
"""
    store.save(family(), now=NOW)
    with child(script, path) as other:
        answer, _ = other.communicate()
    assert answer == "refused\n"
    store.save(family("f2"), now=NOW)
    store.close()
    with Store.open(path, PASSPHRASE) as reopened:
        assert len(reopened.families()) == 2


def test_a_store_of_a_newer_version_is_refused_and_not_touched(path: Path) -> None:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store._database.run(f"PRAGMA user_version = {len(_schema.MIGRATIONS) + 1}")
    before = contents(path.parent)
    with pytest.raises(NewerStore):
        Store.open(path, PASSPHRASE)
    assert contents(path.parent) == before


def test_a_place_below_a_file_cannot_be_written(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    below = tmp_path / "file" / "families.db"
    with pytest.raises(StoreUnwritable) as caught:
        Store.create(below, PASSPHRASE, NOW)
    assert caught.value.exit_code == ExitCode.STORE
    with pytest.raises(StoreMissing):
        Store.open(below, PASSPHRASE)
    assert not store_exists(below)


@pytest.mark.needs_linux("/proc")
def test_a_folder_that_refuses_even_root_cannot_be_written() -> None:
    with pytest.raises(StoreUnwritable):
        Store.create(Path("/proc/giz/families.db"), PASSPHRASE, NOW)
    with pytest.raises(StoreUnwritable):
        Store.create(Path("/proc/families.db"), PASSPHRASE, NOW)


def test_a_folder_in_the_place_of_the_file_is_no_store(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "file").touch()
    with pytest.raises(StoreNoFile, match=r"^Dit is een map"):
        Store.open(path, PASSPHRASE)
    with pytest.raises(StoreNoFile):
        Store.create(path, PASSPHRASE, NOW)


@contextmanager
def _as_nobody() -> Iterator[Path]:
    """Yield a folder that is ours, without the power of root to ignore its rights."""
    assert sys.platform != "win32"
    nobody, user = 65534, os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if user == 0:
            os.chown(folder, nobody, -1)
            os.seteuid(nobody)
        try:
            yield folder
        finally:
            os.seteuid(user)
            folder.chmod(0o700)


def _is_only_read(path: Path) -> None:
    """See that the families of a store are shown, that nothing is saved, and that both are told."""
    before = contents(path.parent)
    with Store.open(path, PASSPHRASE) as store:
        assert store.read_only
        assert store.take_notices() == (_notices.read_only(path),)
        assert store.read("f1") == talked(family())
        assert [row.label for row in store.families()] == ["Ganzenbloem"]
        for _ in range(2):
            with pytest.raises(StoreUnwritable, match=re.escape(_notices.read_only(path))):
                store.save(family("f2"), now=NOW)
        store.settle()
        assert len(store.families()) == 1
    assert contents(path.parent) == before


def _store_of_one(path: Path) -> None:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(talked(family()), now=NOW)


@pytest.mark.needs_posix("rights of files")
def test_a_file_that_can_only_be_read_shows_its_families_and_says_so() -> None:
    with _as_nobody() as folder:
        path = folder / "families.db"
        _store_of_one(path)
        path.chmod(0o400)
        _is_only_read(path)


@pytest.mark.needs_posix("rights of files")
def test_a_folder_that_can_only_be_read_shows_its_families_and_says_so() -> None:
    with _as_nobody() as folder:
        path = folder / "families.db"
        _store_of_one(path)
        folder.chmod(0o500)
        _is_only_read(path)
        with pytest.raises(StoreUnwritable):
            Store.create(folder / "other.db", PASSPHRASE, NOW)


@pytest.mark.needs_posix("rights of files")
def test_of_a_crash_in_a_folder_that_can_only_be_read_is_told_what_can_be_missing() -> None:
    with _as_nobody() as folder:
        path = folder / "families.db"
        _store_of_one(path)
        with Store.open(path, PASSPHRASE) as store:
            store.save(family("f2"), now=NOW)
            before = contents(folder)
        for name, data in before.items():
            (folder / name).write_bytes(data)
            (folder / name).chmod(0o400)
        folder.chmod(0o500)
        with Store.open(path, PASSPHRASE) as store:
            assert store.read("f1") == talked(family())
            assert _notices.missing_saves(None) in store.take_notices()
        assert contents(folder) == before


@pytest.mark.needs_posix("rights of files")
def test_a_folder_that_may_not_be_entered_says_so() -> None:
    with _as_nobody() as folder:
        path = folder / "families.db"
        Store.create(path, PASSPHRASE, NOW).close()
        folder.chmod(0)
        assert not store_exists(path)
        with pytest.raises(StoreUnwritable):
            Store.open(path, PASSPHRASE)


def test_sqlcipher_writes_nothing_on_the_screen(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(talked(family(), text=SECRET), now=NOW)
    with pytest.raises(WrongPassphrase):
        Store.open(path, "a wrong one")
    assert capfd.readouterr() == ("", "")


@pytest.mark.needs_posix("links to files")
def test_a_link_to_itself_is_refused_in_a_sentence(tmp_path: Path) -> None:
    loop = tmp_path / "families.db"
    loop.symlink_to(loop)
    with pytest.raises(StoreError):
        Store.open(loop, PASSPHRASE)
    with pytest.raises(StoreError):
        Store.create(loop, PASSPHRASE, NOW)
