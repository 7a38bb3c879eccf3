"""After wiping there is nothing left of a store, and nothing else is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from giz_gesprek.errors import AlreadyOpen, StoreMissing
from giz_gesprek.store import Store
from giz_gesprek.store._cipher import connect_to_read
from giz_gesprek.store._log import log_of
from giz_gesprek.store.backup import back_up, restore
from giz_gesprek.store.wiping import wipe
from tests.store.support import NOW, PASSPHRASE, SECRET, contents, crashed, family, talked


def test_nothing_of_a_store_is_left_in_its_folder(path: Path, tmp_path: Path) -> None:
    """A file, its log, one set aside, one under another passphrase, and half a file."""
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(talked(family()), now=NOW)
        back_up(store, tmp_path / "backup.db", NOW)
    crashed(path, "store.save(support.family('n'), now=support.NOW)")
    restore(tmp_path / "backup.db", path, PASSPHRASE, NOW)
    with Store.open(path, PASSPHRASE) as store:
        store.change_passphrase("iets heel anders dan dat")
    (path.parent / "families.db-log-2").write_bytes(b"an old log")
    (path.parent / ".families.db.0123456789abcdef.unfinished").write_bytes(b"half a file")
    other = path.with_name("families of a colleague.db")
    Store.create(other, PASSPHRASE, NOW).close()
    assert SECRET in _decrypted(path, "iets heel anders dan dat"), "the search does find it"
    inside = [data[:4096] for data in contents(path.parent).values() if len(data) >= 4096]
    kept = contents(other.parent)[other.name]

    wiped = wipe(path)

    assert wiped.left == ()
    assert contents(path.parent) == {other.name: kept}
    assert not any(page in kept for page in inside if page != kept[:4096])
    assert (tmp_path / "backup.db").exists(), "what was made elsewhere is not reached"


def test_what_is_wiped_is_overwritten_under_every_name_that_it_has(
    path: Path, tmp_path: Path
) -> None:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(talked(family()), now=NOW)
    second = tmp_path / "second"
    second.hardlink_to(path)
    assert SECRET in _decrypted(second, PASSPHRASE)
    wipe(path)
    assert set(second.read_bytes()) == {0}


def test_where_the_store_went_on_elsewhere_goes_too_when_the_passphrase_shows_it(
    path: Path,
) -> None:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(family(), now=NOW)
    shutil.copy(path, path.with_name("families-2.db"))
    Store.create(path.with_name("families-3.db"), PASSPHRASE, NOW).close()
    wiped = wipe(path, PASSPHRASE)
    assert wiped.files == 2
    assert [each.name for each in wiped.left] == ["families-3.db"], "a colleague's"
    assert sorted(contents(path.parent)) == ["families-3.db"]


def test_without_the_passphrase_such_a_file_is_named_and_stays(path: Path) -> None:
    Store.create(path, PASSPHRASE, NOW).close()
    shutil.copy(path, path.with_name("families-2.db"))
    assert [each.name for each in wipe(path).left] == ["families-2.db"]


@pytest.mark.needs_posix("links to files")
def test_the_file_behind_a_link_goes_and_the_link_too(path: Path, tmp_path: Path) -> None:
    Store.create(path, PASSPHRASE, NOW).close()
    link = tmp_path / "link.db"
    link.symlink_to(path)
    wipe(link)
    assert not link.is_symlink()
    assert contents(path.parent) == {}


def test_a_store_that_is_open_and_one_that_is_not_there_are_refused(path: Path) -> None:
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(family(), now=NOW)
        with pytest.raises(AlreadyOpen):
            wipe(path)
        assert len(store.families()) == 1
    wipe(path)
    with pytest.raises(StoreMissing):
        wipe(path)


def test_a_log_without_its_file_goes_too(path: Path) -> None:
    Store.create(path, PASSPHRASE, NOW).close()
    crashed(path, "store.save(support.family('n'), now=support.NOW)")
    path.unlink()
    assert log_of(path).exists()
    wipe(path)
    assert contents(path.parent) == {}


def _decrypted(path: Path, passphrase: str) -> str:
    database = connect_to_read(path, passphrase)
    try:
        return str(database.rows("SELECT document FROM families"))
    finally:
        database.close()
