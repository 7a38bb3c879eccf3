"""A family as a file, as both faces make one and take one over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from giz_gesprek.errors import InputError, OutputError, WrongPassphrase
from giz_gesprek.session.family_files import FamilyFiles
from giz_gesprek.store import Store
from tests.store.support import NOW, PASSPHRASE, family, talked

OF_FILE = "een lange zin voor een collega"


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    """Return the store of a colleague, in which nothing is."""
    with Store.create(tmp_path / "there.db", PASSPHRASE, NOW) as there:
        yield there


def test_a_colleague_sees_what_is_in_it_and_takes_it_over(
    store: Store, there: Store, tmp_path: Path
) -> None:
    store.save(talked(family()), now=NOW)
    path = files(store).write("f1", str(tmp_path / "family"), OF_FILE)
    assert path == tmp_path / "family.giz"

    found = files(there).look_into(str(path), OF_FILE)
    told = "\n".join(found.holds)
    assert "Ganzenbloem" in told
    assert "1 gesprek\n" in told
    assert not there.families(), "looking changes nothing"
    assert files(there).take_over(found)
    assert there.read("f1").conversations == talked(family()).conversations
    assert files(there).look_into(str(path), OF_FILE).standing == "same"


def test_the_usual_name_holds_no_name_and_is_free(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    store.save(talked(family()), now=NOW)
    first = files(store).usual_place()
    assert "Ganzenbloem" not in first
    assert files(store).write("f1", first, OF_FILE) == Path(first)
    assert files(store).usual_place() not in {first, ""}


def test_what_stands_there_already_is_not_written_over(store: Store, tmp_path: Path) -> None:
    store.save(talked(family()), now=NOW)
    taken = tmp_path / "family.giz"
    taken.write_text("iets anders", encoding="utf-8")
    before = store.read("f1")
    with pytest.raises(OutputError):
        files(store).write("f1", str(taken), OF_FILE)
    assert taken.read_text(encoding="utf-8") == "iets anders"
    assert store.read("f1") == before


def test_a_wrong_passphrase_or_no_place_is_a_sentence(store: Store, tmp_path: Path) -> None:
    store.save(talked(family()), now=NOW)
    path = files(store).write("f1", str(tmp_path / "family.giz"), OF_FILE)
    with pytest.raises(WrongPassphrase):
        files(store).look_into(str(path), "iets anders")
    with pytest.raises(InputError):
        files(store).look_into(" ", OF_FILE)


def files(store: Store) -> FamilyFiles:
    """Return what makes files of the families of a store."""
    return FamilyFiles(store, lambda: NOW)
