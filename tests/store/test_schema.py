"""Each version of the file becomes the version of today, or stays what it was."""

from __future__ import annotations

from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from giz_gesprek.errors import NewerStore
from giz_gesprek.store import Store, _schema
from giz_gesprek.store._cipher import connect
from tests.store.support import NOW, PASSPHRASE, child, contents, family, talked

_INSERT = """
    INSERT INTO families
        (id, label, conversations, last_conversation_at, updated_at, document)
    VALUES (?, ?, 1, '2026-11-03T13:05:00+00:00', ?, ?)
"""


def _store_of_version(path: Path, version: int) -> None:
    """Make a store as the program of then did, with two families in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_schema, "MIGRATIONS", _schema.MIGRATIONS[:version])
        store = Store.create(path, PASSPHRASE, NOW)
    for family_id, updated_at in (
        ("new", "2026-11-03T13:05:00+00:00"),
        ("old", "2026-01-02T08:00:00+00:00"),
    ):
        document = talked(family(family_id)).model_dump_json()
        store._database.run(_INSERT, family_id, family_id, updated_at, document)
    store._database.run(
        "INSERT INTO changes (family_id, at, item, action)"
        " VALUES ('old', '2026-01-02T08:00:00+00:00', 'health', 'answered')"
    )
    store.close()


def _schema_of(store: Store) -> tuple[int, set[tuple[str, str]]]:
    version = store._database.rows("PRAGMA user_version")[0][0]
    return version, {
        (name, " ".join(sql.split()))
        for name, sql in store._database.rows(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        )
    }


@pytest.mark.parametrize("version", range(1, len(_schema.MIGRATIONS) + 1))
def test_a_store_of_an_earlier_version_is_brought_up_to_date(path: Path, version: int) -> None:
    _store_of_version(path, version)
    fresh = path.with_name("fresh.db")
    with Store.create(fresh, PASSPHRASE, NOW) as today, Store.open(path, PASSPHRASE) as store:
        assert _schema_of(store) == _schema_of(today)
        assert {row.id: row.states for row in store.families()} == dict.fromkeys(
            ("new", "old"), ("prepared",) if version < len(_schema.MIGRATIONS) else None
        )
        assert store.read("old") == talked(family("old"))
        assert store.changes("old")[0].change.item == "health"
        store.save_draft("old", "talk-1", "q1", "half", NOW)
        store.save(family("old"), now=NOW)
        assert store.families()[0].id == "old"
    with Store.open(path, PASSPHRASE) as store:
        assert store.draft("old", "talk-1", "q1") == "half"


def test_a_family_that_an_earlier_version_could_not_read_is_listed_as_such(path: Path) -> None:
    _store_of_version(path, 2)
    with closing(connect(path, PASSPHRASE)) as database:
        database.run("UPDATE families SET document = '{' WHERE id = 'old'")
    with Store.open(path, PASSPHRASE) as store:
        states = {row.id: row.states for row in store.families()}
    assert states == {"new": ("prepared",), "old": None}


def test_version_1_had_no_order_of_use_and_gets_the_order_of_its_clock(path: Path) -> None:
    _store_of_version(path, 1)
    with Store.open(path, PASSPHRASE) as store:
        assert [row.id for row in store.families()] == ["new", "old"]


def test_a_migration_that_fails_half_way_leaves_the_store_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _store_of_version(path, 1)
    before = contents(path.parent)
    broken = (*_schema.MIGRATIONS, ("DELETE FROM families", "CREATE TABLE mistake ("))
    with monkeypatch.context() as patch:
        patch.setattr(_schema, "MIGRATIONS", broken)
        with pytest.raises(Exception, match="incomplete"):
            Store.open(path, PASSPHRASE)
    assert contents(path.parent) == before
    with Store.open(path, PASSPHRASE) as store:
        assert len(store.families()) == 2


def test_a_migration_that_is_killed_half_way_leaves_the_store_as_it_was(path: Path) -> None:
    _store_of_version(path, 1)
    script = """
from giz_gesprek.store import _schema
class Announced(tuple):
    def __iter__(self):
        yield "DELETE FROM families"
        print("half way", flush=True)
        yield '''
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n
        '''
_schema.MIGRATIONS = (*_schema.MIGRATIONS, Announced())
Store.open(Path(argv[0]), support.PASSPHRASE)
"""
    with child(script, path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half way\n"
        process.kill()
    with Store.open(path, PASSPHRASE) as store:
        assert len(store.families()) == 2
        assert store.read("old") == talked(family("old"))


def test_the_store_of_a_program_with_one_more_step_is_refused(path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_schema, "MIGRATIONS", (*_schema.MIGRATIONS, ("CREATE TABLE later (a)",)))
        Store.create(path, PASSPHRASE, NOW).close()
    with pytest.raises(NewerStore):
        Store.open(path, PASSPHRASE)


def test_released_steps_are_never_edited() -> None:
    """A file of then has to become the file of today: add a step, and its digest here."""
    digests = [
        sha256(" ".join(" ".join(step).split()).encode()).hexdigest()[:12]
        for step in _schema.MIGRATIONS
    ]
    assert digests == ["aff5fd434eff", "eb3b6bc1416f", "81aba14f9790"]
    assert int.from_bytes(b"GIZG", "big") == _schema.APPLICATION_ID
