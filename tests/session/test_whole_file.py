"""The file as a whole, as both faces and the command line work with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from giz_gesprek.conversation.change_log import Change
from giz_gesprek.errors import InputError, OutputError, StoreFull, StoreReplaced, WrongPassphrase
from giz_gesprek.session.places import is_missing, remember_opened
from giz_gesprek.session.whole_file import WholeFile, look, restore_closed, wipe_closed
from giz_gesprek.session.whole_file_words import is_wipe_word, made, wipe_word
from giz_gesprek.store import Store
from giz_gesprek.store.backup import Holds
from tests.store.support import NOW, PASSPHRASE, family, talked
from tests.support.stores import new_store

WEEK = timedelta(days=7)
NEW = "acht groene kikkers op de brug"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with one family in which something was said."""
    with new_store(tmp_path / "data" / "families.db") as store:
        store.save(talked(family()), now=NOW)
        yield store


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder elsewhere."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def whole(store: Store, now: datetime = NOW) -> WholeFile:
    return WholeFile(store, lambda: now)


def test_a_folder_gives_a_name_with_the_day_and_nobody_in_it(store: Store, stick: Path) -> None:
    told = whole(store).back_up(str(stick))
    whole(store).back_up(str(stick))
    names = sorted(each.name for each in stick.iterdir())
    assert names == ["giz-gesprek-backup-2026-11-03-2.db", "giz-gesprek-backup-2026-11-03.db"]
    assert str(stick / "giz-gesprek-backup-2026-11-03.db") in told
    assert "1 gezin, 1 gesprek" in told
    assert look(str(stick), PASSPHRASE) == look(str(stick / names[0]), PASSPHRASE)
    assert "dezelfde schijf" in told, "when the laptop is lost, this one is too"


def test_a_backup_with_a_family_that_cannot_be_read_is_not_called_whole(stick: Path) -> None:
    for unreadable in (0, 1):
        holds = Holds(2, 3, None, unreadable, NOW, was_open=False)
        told = " ".join(made(stick / "b.db", holds, same_disk=False))
        assert ("en is heel" in told) is not bool(unreadable)
        assert ("oudere reservekopie" in told) is bool(unreadable)


def test_the_next_backup_is_offered_where_the_last_one_went(store: Store, stick: Path) -> None:
    whole(store).back_up(str(stick / "mine.db"))
    assert Path(whole(store).usual_place()).parent == stick


@pytest.mark.parametrize(
    ("typed", "why"),
    [("taken.db", "al een bestand"), ("no folder/x.db", "stick"), ("x" * 300, "te lang")],
    ids=["taken", "no folder", "too long"],
)
def test_a_place_that_cannot_be_written_is_a_sentence_and_the_store_goes_on(
    store: Store, stick: Path, typed: str, why: str
) -> None:
    (stick / "taken.db").write_text("something else")
    with pytest.raises(OutputError, match=why):
        whole(store).back_up(str(stick / typed))
    assert (stick / "taken.db").read_text() == "something else"
    assert store.profile().backed_up_at is None
    store.save(family("f2"), now=NOW)


@pytest.mark.needs_posix("a disk that can only be read")
def test_a_stick_that_can_only_be_read_is_a_sentence(
    store: Store, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("giz_gesprek.files.os.open", refuse)
    with pytest.raises(OutputError, match="mag niets"):
        whole(store).back_up(str(stick))


def test_after_a_week_with_something_new_a_backup_is_asked_for(store: Store, stick: Path) -> None:
    assert whole(store, NOW + WEEK - timedelta(hours=1)).reminder() == ""
    assert "geen reservekopie" in whole(store, NOW + WEEK).reminder()
    whole(store, NOW + WEEK).back_up(str(stick))
    assert whole(store, NOW + 3 * WEEK).reminder() == "", "nothing came after it"
    store.save(family("f2"), now=NOW + 2 * WEEK)
    assert "10 november 2026" in whole(store, NOW + 3 * WEEK).reminder()


def test_without_families_nothing_is_asked(tmp_path: Path) -> None:
    with new_store(tmp_path / "families.db") as store:
        assert whole(store, NOW + 10 * WEEK).reminder() == ""


def test_a_laptop_is_lost_and_the_old_backup_opens_with_the_old_passphrase(
    store: Store, stick: Path, tmp_path: Path
) -> None:
    whole(store).back_up(str(stick / "old.db"))
    whole(store).change_passphrase(PASSPHRASE, NEW)
    store.save(family("f2"), now=NOW)
    whole(store).back_up(str(stick / "new.db"))

    lines = "\n".join(look(str(stick / "old.db"), PASSPHRASE))
    assert "1 gezin, 1 gesprek" in lines
    assert "3 november 2026" in lines
    with pytest.raises(WrongPassphrase):
        look(str(stick / "old.db"), NEW)
    for name, passphrase, families in (("old.db", PASSPHRASE, 1), ("new.db", NEW, 2)):
        place = tmp_path / f"home of {name}" / "families.db"
        told = restore_closed(str(stick / name), place, passphrase, NOW)
        assert "before-restore" not in told
        assert "met de wachtzin van die reservekopie" in told, "the one of now opens it no more"
        with Store.open(place, passphrase) as other:
            assert len(other.families()) == families


def test_that_the_passphrase_was_changed_stands_in_the_log_of_each_family(store: Store) -> None:
    store.save(family("f2"), now=NOW)
    whole(store).change_passphrase(PASSPHRASE, NEW)
    for family_id in ("f1", "f2"):
        last = store.changes(family_id)[-1]
        assert (last.at, last.change) == (NOW, Change(item="file", action="rekeyed"))


def test_a_passphrase_is_changed_where_the_log_cannot_say_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_told: object) -> None:
        raise StoreFull

    monkeypatch.setattr(store, "note_everywhere", refuse)
    assert "nieuwe wachtzin" in whole(store).change_passphrase(PASSPHRASE, NEW)
    [told] = store.take_notices()
    assert "Wie keek en schreef" in told
    assert store.fits(NEW)


def test_an_open_store_goes_on_in_the_backup_and_keeps_what_was_there(
    store: Store, stick: Path
) -> None:
    whole(store).back_up(str(stick / "backup.db"))
    store.save(family("f2"), now=NOW)
    whole(store).change_passphrase(PASSPHRASE, NEW)

    whole(store).restore(str(stick / "backup.db"), PASSPHRASE)
    [told] = store.take_notices()
    assert [row.id for row in store.families()] == ["f1"]
    store.save(family("f3"), now=NOW)
    assert store.fits(PASSPHRASE)
    aside = store.path.with_name("families-before-restore-2026-11-03.db")
    assert str(aside) in told
    with Store.open(aside, NEW) as earlier:
        assert len(earlier.families()) == 2


def test_a_backup_that_cannot_be_put_back_leaves_the_open_store_as_it_was(
    store: Store, stick: Path
) -> None:
    whole(store).back_up(str(stick / "backup.db"))
    with pytest.raises(WrongPassphrase):
        whole(store).restore(str(stick / "backup.db"), "iets anders")
    with pytest.raises(InputError):
        whole(store).restore(str(store.path), PASSPHRASE)
    store.save(family("f2"), now=NOW)
    assert len(store.families()) == 2


def test_the_passphrase_of_now_is_needed_for_another_one(store: Store) -> None:
    with pytest.raises(WrongPassphrase, match="niets veranderd"):
        whole(store).change_passphrase("iets anders", NEW)
    with pytest.raises(InputError):
        whole(store).change_passphrase(PASSPHRASE, "")
    assert store.fits(PASSPHRASE)


def test_after_wiping_nothing_is_left_and_nothing_is_remembered(store: Store, stick: Path) -> None:
    remember_opened(store.path)
    whole(store).back_up(str(stick))
    whole(store).wipe()
    [receipt] = store.take_notices()
    assert "Ganzenbloem" not in receipt
    assert "Dit blijft staan" in receipt
    assert list(store.path.parent.iterdir()) == []
    assert not is_missing(store.path), "nobody asks where it is"
    assert len(list(stick.iterdir())) == 1


def test_a_family_that_is_shown_while_everything_goes_is_a_sentence(store: Store) -> None:
    path = store.path
    store.close()
    assert "1 bestand" in wipe_closed(path, NOW)
    with pytest.raises((StoreReplaced, ValueError)):
        store.families()


def test_the_word_is_taken_however_it_is_typed() -> None:
    assert is_wipe_word(f"  {wipe_word().upper()} ")
    assert not is_wipe_word("ja")
    assert not is_wipe_word("")
