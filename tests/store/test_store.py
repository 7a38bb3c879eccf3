from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giz_gesprek.conversation.text import clean_text
from giz_gesprek.errors import NewerStore, NotInStore, StoreDamaged
from giz_gesprek.store import (
    Change,
    DraftKey,
    FamilyRow,
    Forgotten,
    LoggedChange,
    Profile,
    Store,
    new_id,
)
from giz_gesprek.store._document import Dumping
from tests.store.support import (
    CHANGE,
    MINUTE,
    NOW,
    PASSPHRASE,
    SECRET,
    contents,
    family,
    said,
    talked,
)


def test_a_saved_family_is_read_back_as_it_was(store: Store) -> None:
    dossier = talked(family())
    store.save(dossier, now=NOW)
    assert store.read("f1") == dossier


def test_what_was_saved_is_there_after_closing(store: Store, path: Path) -> None:
    dossier = talked(family())
    store.save(dossier, now=NOW)
    store.close()
    with Store.open(path, PASSPHRASE) as reopened:
        assert reopened.read("f1") == dossier


def test_saving_again_replaces_the_document(store: Store) -> None:
    store.save(talked(family(), text="eerst"), now=NOW)
    store.save(talked(family(), text="later"), now=NOW)
    assert said(store.read("f1")) == "later"
    assert len(store.families()) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=st.text(max_size=400).filter(lambda text: clean_text(text) != ""))
def test_any_clean_text_comes_back_as_it_went_in(store: Store, text: str) -> None:
    store.save(talked(family(), text=text), now=NOW)
    assert said(store.read("f1")) == clean_text(text)


def test_the_list_shows_labels_counts_and_the_last_conversation(store: Store) -> None:
    earlier, later = NOW - 30 * MINUTE, NOW - 5 * MINUTE
    store.save(talked(talked(family(), "talk-2", at=later), "talk-1", at=earlier), now=NOW)
    assert store.families() == (FamilyRow("f1", "Ganzenbloem", 2, later, ("prepared",)),)


def test_a_family_without_conversation_has_no_last_moment(store: Store) -> None:
    store.save(family(), now=NOW)
    assert store.families() == (FamilyRow("f1", "Ganzenbloem", 0, None),)


def test_the_family_that_was_used_last_comes_first(store: Store) -> None:
    for family_id in ("f1", "f2", "f3", "f1"):
        store.save(family(family_id), now=NOW)
    assert [row.id for row in store.families()] == ["f1", "f3", "f2"]


def test_a_clock_that_jumps_back_changes_no_order(store: Store) -> None:
    store.save(family("f1"), now=NOW, change=CHANGE)
    store.save(family("f2"), now=NOW - timedelta(days=400))
    later = Change(item="question:safety", action="answered")
    store.save(family("f1"), now=NOW - timedelta(days=800), change=later)
    assert [row.id for row in store.families()] == ["f1", "f2"]
    assert [logged.change for logged in store.changes("f1")] == [CHANGE, later]


def test_the_list_does_not_read_any_document(store: Store) -> None:
    store.save(family(), now=NOW)
    plan = store._database.rows(
        "EXPLAIN QUERY PLAN SELECT id, label, conversations, last_conversation_at, states"
        " FROM families INDEXED BY families_by_use ORDER BY used DESC"
    )
    assert [row[3] for row in plan] == ["SCAN families USING COVERING INDEX families_by_use"]


def test_what_was_saved_last_is_told_by_the_order_and_not_by_the_clock(store: Store) -> None:
    assert store.last_saved() is None
    store.save(family("f1"), now=NOW + timedelta(days=400))
    store.save(family("f2"), now=NOW)
    assert store.last_saved() == NOW


def test_when_one_was_saved_last_takes_as_long_with_many_families(store: Store) -> None:
    def steps() -> int:
        taken: list[None] = []
        connection: Any = store._database._connection
        connection.set_progress_handler(lambda: taken.append(None), 1)
        store.last_saved()
        connection.set_progress_handler(None, 1)
        return len(taken)

    store.save(family("f1"), now=NOW)
    alone = steps()
    for number in range(2, 20):
        store.save(family(f"f{number}"), now=NOW)
    assert steps() == alone > 0


def test_a_family_that_is_not_there_is_told_so_without_repeating_what_was_asked(
    store: Store,
) -> None:
    with pytest.raises(NotInStore) as caught:
        store.read("Milan")
    assert "Milan" not in str(caught.value)


def test_a_change_is_logged_with_its_moment(store: Store) -> None:
    store.save(talked(family()), now=NOW, change=CHANGE)
    assert store.changes("f1") == (LoggedChange(NOW, CHANGE),)


def test_a_log_belongs_to_one_family(store: Store) -> None:
    store.save(family("f1"), now=NOW, change=CHANGE)
    assert store.changes("f2") == ()


@pytest.mark.parametrize("item", ["wat zij zei", "", "één", "x" * 701, "health\n"])
def test_the_log_refuses_what_could_be_content(item: str) -> None:
    with pytest.raises(ValueError, match="ids only") as caught:
        Change(item=item, action="answered")
    assert item == "" or item not in str(caught.value)


def test_a_removed_line_leaves_the_log_and_the_others_stay(store: Store) -> None:
    other_item = Change(item="question:safety", action="answered", conversation_id="talk-1")
    other_talk = Change(item=CHANGE.item, action="answered", conversation_id="talk-2")
    for change in (CHANGE, other_item, other_talk, CHANGE):
        store.save(family(), now=NOW, change=change)
    store.save_draft("f1", "talk-1", CHANGE.item, "Ik dacht", NOW)
    store.save(family(), now=NOW, forget=Forgotten("talk-1", (CHANGE.item,)))
    assert [logged.change for logged in store.changes("f1")] == [other_item, other_talk]
    assert store.draft("f1", "talk-1", CHANGE.item) is None


def test_a_moment_in_another_time_zone_is_kept_in_utc(store: Store) -> None:
    in_amsterdam = NOW.astimezone(timezone(timedelta(hours=1)))
    store.save(family(), now=in_amsterdam, change=CHANGE)
    at = store.changes("f1")[0].at
    assert (at, at.tzinfo) == (NOW, UTC)


def test_a_moment_without_a_time_zone_is_a_mistake_and_stores_nothing(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        store.save(family(), now=datetime(2026, 11, 3))  # noqa: DTZ001
    assert store.families() == ()


def test_a_draft_comes_back_as_it_was_typed(store: Store) -> None:
    store.save(family(), now=NOW)
    store.save_draft("f1", "talk-1", "q1", "  Hij slaapt \n", NOW)
    assert store.draft("f1", "talk-1", "q1") == "  Hij slaapt \n"
    assert store.draft("f1", "talk-1", "q2") is None
    assert store.draft("f1", "talk-2", "q1") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=st.text(st.characters(codec="utf-8")))
def test_any_draft_comes_back_as_it_was_typed(store: Store, text: str) -> None:
    store.save(family(), now=NOW)
    store.save_draft("f1", "talk-1", "q1", text, NOW)
    assert store.draft("f1", "talk-1", "q1") == text


def test_a_draft_with_a_byte_that_no_terminal_understood_keeps_the_rest(store: Store) -> None:
    store.save(family(), now=NOW)
    store.save_draft("f1", "talk-1", "q1", "Hij \udce9 slaapt", NOW)
    assert store.draft("f1", "talk-1", "q1") == "Hij ? slaapt"


def test_a_draft_goes_when_it_is_dropped_and_dropping_again_is_fine(store: Store) -> None:
    store.save(family(), now=NOW)
    store.save_draft("f1", "talk-1", "q1", "half", NOW)
    store.drop_draft("f1", "talk-1", "q1")
    store.drop_draft("f1", "talk-1", "q1")
    assert store.draft("f1", "talk-1", "q1") is None


def test_a_draft_goes_together_with_the_answer_that_it_became(store: Store) -> None:
    store.save(family(), now=NOW)
    store.save_draft("f1", "talk-1", "q1", "half", NOW)
    store.save_draft("f1", "talk-2", "q1", "een ander gesprek", NOW)
    store.save(talked(family()), now=NOW, change=CHANGE, drop_draft=DraftKey("talk-1", "q1"))
    assert store.draft("f1", "talk-1", "q1") is None
    assert store.draft("f1", "talk-2", "q1") == "een ander gesprek"


def test_a_draft_goes_without_a_line_in_the_log_too(store: Store) -> None:
    store.save(family(), now=NOW)
    store.save_draft("f1", "talk-1", "q1", "half", NOW)
    store.save(family(), now=NOW, drop_draft=DraftKey("talk-1", "q1"))
    assert store.draft("f1", "talk-1", "q1") is None
    assert store.changes("f1") == ()


def test_a_draft_that_comes_after_its_family_was_deleted_is_refused(store: Store) -> None:
    store.save(family(), now=NOW)
    store.delete_family("f1", NOW)
    with pytest.raises(NotInStore):
        store.save_draft("f1", "talk-1", "q1", "te laat", NOW)


def test_deleting_a_family_takes_its_log_and_drafts_along(store: Store) -> None:
    for family_id in ("f1", "f2"):
        store.save(talked(family(family_id)), now=NOW, change=CHANGE)
        store.save_draft(family_id, "talk-1", "q1", "half", NOW)
    store.delete_family("f1", NOW)
    assert [row.id for row in store.families()] == ["f2"]
    assert store.changes("f1") == ()
    assert store.draft("f1", "talk-1", "q1") is None
    assert store.draft("f2", "talk-1", "q1") == "half"
    assert len(store.changes("f2")) == 1


def test_the_receipt_of_a_deletion_holds_no_personal_data(store: Store) -> None:
    store.save(talked(talked(family("family-1")), "talk-2"), now=NOW)
    receipt = store.delete_family("family-1", NOW + MINUTE)
    assert (receipt.at, receipt.conversations) == (NOW + MINUTE, 2)
    assert not any(
        word in repr(receipt)
        for word in ("family-1", "Ganzenbloem", "Sanne", "Milan", "talk-1", SECRET)
    )


def test_receipts_name_the_same_store_after_reopening(store: Store, path: Path) -> None:
    store.save(family("f1"), now=NOW)
    store.save(family("f2"), now=NOW)
    first = store.delete_family("f1", NOW)
    store.close()
    with Store.open(path, PASSPHRASE) as reopened:
        assert reopened.delete_family("f2", NOW).store_id == first.store_id != ""


def test_deleting_leaves_no_free_page_and_an_empty_log(store: Store, path: Path) -> None:
    store.save(family("f2"), now=NOW)
    pages = store._database.rows("PRAGMA page_count")
    store.save(talked(family(), text="veel " * 1_900), now=NOW)
    store.delete_family("f1", NOW)
    assert store._database.rows("PRAGMA freelist_count") == [(0,)]
    assert store._database.rows("PRAGMA page_count") == pages
    assert path.with_name("families.db-wal").stat().st_size == 0


def test_deleting_a_conversation_keeps_the_family_and_the_others(store: Store) -> None:
    other = Change(item="question:health", action="answered", conversation_id="talk-2")
    dossier = talked(talked(family()), "talk-2", text="dit blijft")
    store.save(dossier, now=NOW, change=CHANGE)
    store.save(dossier, now=NOW, change=other)
    store.save_draft("f1", "talk-1", "q1", "half", NOW)
    receipt = store.delete_conversation("f1", "talk-1", NOW)
    assert receipt.conversations == 1
    assert said(store.read("f1")) == "dit blijft"
    assert store.families()[0].conversations == 1
    deleted = Change(item="conversation", action="deleted")
    assert [logged.change for logged in store.changes("f1")] == [other, deleted]
    assert store.draft("f1", "talk-1", "q1") is None


def test_deleting_what_is_not_there_is_told_and_changes_nothing(store: Store) -> None:
    dossier = talked(family())
    store.save(dossier, now=NOW)
    with pytest.raises(NotInStore):
        store.delete_family("f2", NOW)
    with pytest.raises(NotInStore):
        store.delete_conversation("f1", "talk-2", NOW)
    assert store.read("f1") == dossier


def test_a_new_store_has_an_empty_profile(store: Store) -> None:
    assert store.profile() == Profile()
    assert store.profile().idle_minutes == 15


def test_a_profile_comes_back_after_closing(store: Store, path: Path) -> None:
    profile = Profile(name="Noor", organisation="JGZ", phone="06 1", theme="light", idle_minutes=5)
    store.save_profile(profile)
    store.close()
    with Store.open(path, PASSPHRASE) as reopened:
        assert reopened.profile() == profile


@pytest.mark.parametrize(
    "document",
    [
        "",
        "[]",
        "{",
        '{"schema_version": 1}',
        '{"schema_version": 0, "family": {"id": "f1", "label": "Ganzenbloem"}}',
        '{"schema_version": 1, "family": {"id": "f2", "label": "Ganzenbloem"}}',
        '{"schema_version": 1, "family": {"id": "f1", "label": "Ganzenbloem", "people": 3}}',
    ],
)
def test_a_document_that_cannot_be_read_names_the_family_by_id_and_stays(
    store: Store, document: str
) -> None:
    store.save(family("f1"), now=NOW)
    store.save(family("f2"), now=NOW)
    store._database.run("UPDATE families SET document = ? WHERE id = 'f1'", document)
    with pytest.raises(StoreDamaged) as caught:
        store.read("f1")
    assert "f1" in str(caught.value)
    assert "Ganzenbloem" not in str(caught.value)
    # Nothing travels along that quotes the document in a crash report.
    assert caught.value.__context__ is None
    assert store._database.rows("SELECT document FROM families WHERE id = 'f1'") == [(document,)]
    assert [row.id for row in store.families()] == ["f2", "f1"]
    assert store.read("f2") == family("f2")


def test_a_family_that_cannot_be_read_can_still_be_deleted(store: Store) -> None:
    store.save(family(), now=NOW)
    store._database.run("UPDATE families SET document = '{'")
    store.delete_family("f1", NOW)
    assert store.families() == ()


@pytest.mark.parametrize(
    "document",
    [
        '{"schema_version": 6, "family": {"id": "f1"}}',
        '{"family": "in another shape", "schema_version": 6.0}',
        '{"schema_version": "6", "families": []}',
        '{"schema_version": "5.1"}',
        '{"schema_version": 6, "written in": a way that is no JSON}',
        '{"schema_version": 6, "deep": ' + "[" * 100_000,
    ],
)
def test_a_document_of_a_newer_version_asks_for_that_version(
    store: Store, path: Path, document: str
) -> None:
    store.save(family(), now=NOW)
    store._database.run("UPDATE families SET document = ?", document)
    store.close()
    with Store.open(path, PASSPHRASE) as reopened:
        with pytest.raises(NewerStore) as caught:
            reopened.read("f1")
        assert caught.value.__context__ is None
        assert reopened._database.rows("SELECT document FROM families") == [(document,)]


def test_a_profile_that_cannot_be_read_is_told_without_quoting_it(store: Store) -> None:
    store._database.run("UPDATE profile SET document = '{\"name\": 12345}'")
    with pytest.raises(StoreDamaged) as caught:
        store.profile()
    assert caught.value.__context__ is None


def test_a_closed_store_says_so_and_closing_again_is_harmless(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(ValueError, match="closed"):
        store.families()


def test_a_store_opened_in_one_thread_is_used_from_others_one_at_a_time(store: Store) -> None:
    def write(family_id: str) -> None:
        for _ in range(20):
            store.save(family(family_id), now=NOW, change=CHANGE)

    threads = [threading.Thread(target=write, args=(f"f{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(store.changes(f"f{n}")) for n in range(4)] == [20, 20, 20, 20]


def test_ids_are_unique_and_fit_in_a_dossier() -> None:
    ids = {new_id() for _ in range(100)}
    assert len(ids) == 100
    assert family(ids.pop()).family.label == "Ganzenbloem"


def test_nothing_that_was_said_is_in_the_bytes_of_any_file(store: Store, path: Path) -> None:
    dossier = talked(family())
    store.save(dossier, now=NOW, change=CHANGE)
    store.save_draft("f1", "talk-1", "q1", SECRET, NOW)
    store.save_profile(Profile(name="Noor Ganzenbloem"))
    # Reading an open store gives up its lock; here nobody else asks for it.
    _assert_unreadable(path)
    store.delete_family("f1", NOW)
    _assert_unreadable(path)
    store.close()
    _assert_unreadable(path)


def _assert_unreadable(path: Path) -> None:
    files = contents(path.parent)
    assert "families.db" in files
    for word in (SECRET, "Ganzenbloem", "Sanne", "Milan", "Noor", "question", "CREATE TABLE"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert not any(word.encode(encoding) in data for data in files.values())


def test_a_document_is_written_as_a_whole_though_most_of_it_was_written_before() -> None:
    dumping = Dumping()
    dossier = talked(talked(family()), "talk-2")
    assert dumping.dump(dossier) == dossier.model_dump_json()
    changed = talked(dossier, "talk-2", "[]}")
    assert dumping.dump(changed) == changed.model_dump_json()
    renamed = changed.family.model_copy(update={"label": '"conversations":[]}'})
    other = changed.model_copy(update={"family": renamed})
    assert dumping.dump(other) == other.model_dump_json()
    assert dumping.dump(family()) == family().model_dump_json()
    assert dumping.dump(dossier) == dossier.model_dump_json()
