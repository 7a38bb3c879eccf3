"""A backup, putting one back, another passphrase and everything gone, in lines."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from giz_gesprek.i18n import _
from giz_gesprek.plain.lines import Lines
from giz_gesprek.session import whole_file
from giz_gesprek.session.passphrase_advice import advice_on
from giz_gesprek.session.whole_file_words import wipe_word
from giz_gesprek.speech.added import keep, voice_at
from giz_gesprek.store import Profile, Store
from tests.plain.test_file import types
from tests.store.support import NOW, PASSPHRASE, family, talked
from tests.support.stores import new_store
from tests.support.voice_files import a_voice

NEW = "acht groene kikkers op de brug"
BACKUP, RESTORE, PASSPHRASE_WAY, WIPE = "1234"


@pytest.fixture(autouse=True)
def typed_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read a passphrase as a line: there is no terminal that could hide it."""

    def read(lines: Lines, label: str) -> str:
        lines.say(label)
        return lines.read()

    monkeypatch.setattr(Lines, "read_secret", read)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one family."""
    with new_store(tmp_path / "data" / "families.db") as store:
        store.save(talked(family()), now=NOW)
    return tmp_path / "data" / "families.db"


@pytest.mark.usefixtures("no_voice_of_the_system")
def test_which_voice_reads_is_chosen_in_the_list(path: Path, tmp_path: Path) -> None:
    assert "U kunt een stem toevoegen" in types(path, "/v", "/q")
    keep(voice_at(a_voice(tmp_path / "nl_NL-alex-medium.onnx")))
    said = types(path, "/v", "2", "/v", "", "/q")
    assert "Welke stem voorleest [2. nl_NL-alex-medium, Nederlands]" in said
    with Store.open(path, PASSPHRASE) as store:
        assert store.profile().voice == "nl_NL-alex-medium"


def test_a_backup_is_made_and_put_back(path: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    nowhere = str(tmp_path / "no folder" / "x.db")
    said = types(path, "/b", BACKUP, nowhere, str(backup), "/q")
    assert "Zit de stick in de laptop" in said
    assert str(backup) in said
    with Store.open(path, PASSPHRASE) as store:
        store.save(family("f2", "Vlierbes"), now=NOW)

    said = types(path, "/b", RESTORE, str(backup), "iets anders", str(backup), PASSPHRASE, "1")
    assert "1 gezin, 1 gesprek" in said
    with Store.open(path, PASSPHRASE) as store:
        assert len(store.families()) == 2, "it was left as it is"
    said = types(path, "/b", RESTORE, str(backup), PASSPHRASE, "2", "/a", "/q")
    assert "before-restore" in said
    assert "Vlierbes" not in said.split("before-restore")[1]
    with Store.open(path, PASSPHRASE) as store:
        assert len(store.families()) == 1


def test_the_passphrase_is_changed_by_who_knows_it(path: Path) -> None:
    said = types(path, "/b", PASSPHRASE_WAY, "iets anders", PASSPHRASE, NEW, NEW, "/a", "/q")
    assert "niet de wachtzin van nu" in said
    assert "Ganzenbloem" in said, "and the list goes on"
    with Store.open(path, NEW) as store:
        assert len(store.families()) == 1


def test_a_new_passphrase_does_not_lean_on_who_the_professional_is(path: Path) -> None:
    own = "Kwetterhoek Bramendrop Zilverpad"
    assert advice_on(own) == ""
    with Store.open(path, PASSPHRASE) as store:
        store.save_profile(Profile(name="Sanne", organisation=own))
    said = types(path, "/b", PASSPHRASE_WAY, PASSPHRASE, own, NEW, NEW, "/a", "/q")
    assert advice_on(own, [own]) in said
    Store.open(path, NEW).close()


def test_everything_goes_only_after_a_yes_and_two_words(path: Path) -> None:
    said = types(path, "/b", WIPE, "1", "/b", WIPE, "2", "ja", "/q")
    assert _("Nothing was deleted.") in said
    assert path.exists()
    said = types(path, "/b", WIPE, "2", wipe_word())
    assert "Voorgoed verwijderd" in said
    assert list(path.parent.iterdir()) == []


def test_a_backup_is_reminded_of_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_file, "_LONGEST_WITHOUT", timedelta(days=7))
    said = types(path, "/a", "xyz", "/a", "/q")
    assert said.count("nog geen reservekopie") == 1
