"""What is told when a file is opened: that it is missing, is copied by others, can only be read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from threading import Barrier

import pytest

from giz_gesprek.paths import state_dir
from giz_gesprek.session import passphrase_check, places
from giz_gesprek.session.opening import create_store, is_first_start, open_store
from giz_gesprek.session.settings import SettingsDraft
from giz_gesprek.session.syncing import synced_by
from giz_gesprek.store import Store
from giz_gesprek.store._cipher import Database
from tests.store.support import NOW, PASSPHRASE
from tests.support.private import is_private
from tests.support.waiting import LONGEST_WAIT

ME = SettingsDraft(name="Sofie", organisation="Wijkteam")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "families.db"
    Store.create(path, PASSPHRASE, NOW).close()
    return path


def test_a_place_that_was_never_opened_is_not_missing(tmp_path: Path) -> None:
    assert not places.is_missing(tmp_path / "families.db")
    assert is_first_start(tmp_path / "families.db")


def test_a_file_that_was_opened_and_is_not_there_is_missing(path: Path) -> None:
    open_store(path, PASSPHRASE).store.close()
    assert not places.is_missing(path)
    path.rename(path.with_name("moved.db"))
    assert places.is_missing(path)
    shutil.rmtree(path.parent)
    assert places.is_missing(path)


def test_a_file_that_was_made_and_is_not_there_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    create_store(path, PASSPHRASE, ME).store.close()
    path.unlink()
    assert places.is_missing(path)


def test_the_key_of_the_file_and_that_of_the_lock_are_derived_at_the_same_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = Barrier(2, timeout=LONGEST_WAIT)
    derive, unlock = passphrase_check._digest, Database.unlock

    def of_the_lock(passphrase: str, salt: bytes) -> bytes:
        both.wait()
        return derive(passphrase, salt)

    def of_the_file(self: Database, key: bytes) -> None:
        both.wait()
        unlock(self, key)

    with monkeypatch.context() as patch:
        patch.setattr(passphrase_check, "_digest", of_the_lock)
        patch.setattr(Database, "unlock", of_the_file)
        unlocked = open_store(path, PASSPHRASE)
    unlocked.store.close()
    assert unlocked.check.fits(PASSPHRASE)
    assert not unlocked.check.fits(PASSPHRASE.upper())


def test_a_demonstration_is_not_remembered(path: Path) -> None:
    open_store(path, PASSPHRASE, demo=True).store.close()
    assert not (state_dir() / "places.json").exists()


def test_the_file_that_was_opened_last_and_is_there_is_proposed(path: Path) -> None:
    other = Path(shutil.copy(path, path.with_name("other.db")))
    assert places.last_opened() is None
    for each in (path, other):
        open_store(each, PASSPHRASE).store.close()
    assert places.last_opened() == other
    other.unlink()
    assert places.last_opened() == path


@pytest.mark.parametrize("text", ["", "{", "[]", '{"opened": 3}', '{"opened": [1, null]}'])
def test_a_damaged_memory_of_places_is_no_memory(path: Path, text: str) -> None:
    state_dir().mkdir(parents=True)
    (state_dir() / "places.json").write_text(text, encoding="utf-8")
    assert not places.is_missing(path)
    open_store(path, PASSPHRASE).store.close()
    assert places.last_opened() == path


def test_only_places_are_remembered_and_only_for_the_owner(path: Path) -> None:
    open_store(path, PASSPHRASE).store.close()
    memory = state_dir() / "places.json"
    remembered = {"opened": [str(path)], "warned": [], "backups": []}
    assert json.loads(memory.read_text(encoding="utf-8")) == remembered
    assert is_private(memory)


def test_a_copied_folder_is_warned_about_once(path: Path) -> None:
    (path.parent / ".stfolder").mkdir()
    store = open_store(path, PASSPHRASE).store
    (told,) = store.take_notices()
    assert "Syncthing" in told
    assert str(path) in told
    store.close()
    store = open_store(path, PASSPHRASE).store
    assert store.take_notices() == ()
    store.close()


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Gemeente Voorbeeldstad/Documenten", "OneDrive"),
        ("Dropbox/werk", "Dropbox"),
        ("Dropbox (Wijkteam)", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("iCloud Drive", "iCloud"),
        ("Google Drive", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-iemand@example.org/Mijn Drive", "Google Drive"),
        ("Nextcloud/gezinnen", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Syncthing", "Syncthing"),
        ("Documenten", None),
        ("dropboxes", None),
        ("my drives", None),
    ],
)
def test_a_folder_that_is_copied_is_known_by_its_name(folder: str, program: str | None) -> None:
    assert synced_by(Path("/home/sofie") / folder / "families.db") == program


@pytest.mark.parametrize(
    ("mark", "program"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
    ],
)
def test_a_folder_that_is_copied_is_known_by_what_is_left_in_it(
    tmp_path: Path, mark: str, program: str
) -> None:
    (tmp_path / mark).touch()
    assert synced_by(tmp_path / "deep" / "families.db") == program


def test_a_folder_that_the_system_names_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "werk"))
    assert synced_by(tmp_path / "werk" / "families.db") == "OneDrive"
    assert synced_by(tmp_path / "thuis" / "families.db") is None
