"""What was confirmed stays, whatever happens to the process or the disk."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from giz_gesprek.errors import StoreFull, StoreUnwritable, WrongPassphrase
from giz_gesprek.store import Change, Store, store_exists
from tests.store.support import CHANGE, NOW, PASSPHRASE, SECRET, family, killed_after, said, talked

ROUNDS = 20 if os.name == "posix" else 5  # elsewhere a process takes long to start

# Prints the number of every save once it is committed, until it is killed.
WRITER = """
from itertools import count
with Store.open(Path(argv[0]), support.PASSPHRASE) as store:
    for number in count(int(argv[1])):
        text = f"{number} " + "heel veel woorden " * 400
        dossier = support.talked(support.family(), text=text)
        store.save_draft("f1", "talk-1", f"draft-{number}", text, support.NOW)
        print(f"draft {number}", flush=True)
        change = support.Change(item=f"item-{number}", action="answered", conversation_id="talk-1")
        draft = DraftKey("talk-1", f"draft-{number}")
        store.save(dossier, now=support.NOW, change=change, drop_draft=draft)
        print(f"saved {number}", flush=True)
"""

CREATOR = """
from itertools import count
for number in count():
    Store.create(Path(argv[0]) / f"{number}.db", support.PASSPHRASE, support.NOW).close()
    print(f"made {number}", flush=True)
"""


def test_every_confirmed_save_survives_kill_9(path: Path) -> None:
    chance = random.Random(9)
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(family(), now=NOW)
    following = 0
    for _ in range(ROUNDS):
        printed = killed_after(WRITER, chance.uniform(0, 0.08), path, following)
        saved = max((n for word, n in printed if word == "saved"), default=following - 1)
        drafted = max(n for word, n in printed if word == "draft")
        if chance.random() < 0.5:  # the log that was left behind survives a mistake as well
            with pytest.raises(WrongPassphrase):
                Store.open(path, "a wrong one")
        with Store.open(path, PASSPHRASE) as store:
            logged = [entry.change.item for entry in store.changes("f1")]
            # One save can have been committed without a chance to say so.
            assert len(logged) in {saved + 1, saved + 2}
            assert logged == [f"item-{n}" for n in range(len(logged))]
            if logged:
                assert said(store.read("f1")).startswith(f"{len(logged) - 1} ")
            if drafted >= len(logged):
                draft = store.draft("f1", "talk-1", f"draft-{drafted}")
                assert draft is not None
                assert draft.startswith(f"{drafted} ")
            assert store._database.rows("PRAGMA integrity_check") == [("ok",)]
            assert store._database.rows("PRAGMA cipher_integrity_check") == []
        following = len(logged)
    assert following > ROUNDS


def test_kill_9_while_a_store_is_made_leaves_a_whole_store_or_none(tmp_path: Path) -> None:
    chance = random.Random(4)
    for round_number in range(10):
        folder = tmp_path / str(round_number)
        printed = killed_after(CREATOR, chance.uniform(0, 0.1), folder)
        made = {number for _, number in printed}
        for number in range(max(made) + 2):
            path = folder / f"{number}.db"
            if store_exists(path):
                Store.open(path, PASSPHRASE).close()
            else:
                assert number not in made
                Store.create(path, PASSPHRASE, NOW).close()
        # Nothing of an unfinished one is left beside them.
        assert {file.suffix for file in folder.iterdir()} == {".db"}


@contextmanager
def _full_disk(store: Store) -> Iterator[None]:
    """Let SQLite run out of pages, as it does when the disk is full."""
    pages = store._database.rows("PRAGMA page_count")[0][0]
    store._database.run(f"PRAGMA max_page_count = {pages}")
    yield
    store._database.run("PRAGMA max_page_count = 1000000")


def test_on_a_full_disk_nothing_confirmed_is_lost_and_the_store_goes_on(
    store: Store, path: Path
) -> None:
    store.save(talked(family(), text="kort"), now=NOW, change=CHANGE)
    other = Change(item="question:safety", action="answered", conversation_id="talk-1")
    long = talked(family(), text="lang " * 1_900)
    with _full_disk(store):
        for _ in range(3):
            with pytest.raises(StoreFull) as caught:
                store.save(long, now=NOW, change=other)
            assert "lang" not in str(caught.value)
        assert said(store.read("f1")) == "kort"
        assert [entry.change for entry in store.changes("f1")] == [CHANGE]
        store.save(talked(family(), text="ook kort"), now=NOW)
    store.save(long, now=NOW, change=other)
    store.close()
    with Store.open(path, PASSPHRASE) as reopened:
        assert reopened.read("f1") == long
        assert [entry.change for entry in reopened.changes("f1")] == [CHANGE, other]


def test_on_a_full_disk_a_family_can_still_be_deleted(store: Store) -> None:
    store.save(talked(family()), now=NOW)
    with _full_disk(store):
        store.delete_family("f1", NOW)
    assert store.families() == ()


@pytest.mark.needs_posix("a limit on the size of files")
def test_a_write_that_the_system_refuses_loses_nothing_and_the_store_goes_on(
    store: Store, path: Path
) -> None:
    assert sys.platform != "win32"
    import resource

    store.save(talked(family(), text="kort"), now=NOW, change=CHANGE)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    # A few pages further than the log is written now.
    resource.setrlimit(resource.RLIMIT_FSIZE, ((store._database.frames() + 4) * 4096, hard))
    try:
        with pytest.raises(StoreUnwritable):
            store.save(talked(family(), text="lang " * 1_900), now=NOW, change=CHANGE)
        assert said(store.read("f1")) == "kort"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    store.save(talked(family(), text=SECRET), now=NOW)
    store.close()
    with Store.open(path, PASSPHRASE) as reopened:
        assert said(reopened.read("f1")) == SECRET
        assert len(reopened.changes("f1")) == 1


def test_an_interruption_inside_a_save_stores_nothing_of_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(talked(family(), text="eerst"), now=NOW)
    run = store._database.run

    def interrupted(sql: str, *parameters: str | int | None) -> int:
        if "INTO changes" in sql:
            raise KeyboardInterrupt
        return run(sql, *parameters)

    monkeypatch.setattr(store._database, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.save(talked(family(), text="later"), now=NOW, change=CHANGE)
    monkeypatch.undo()
    assert said(store.read("f1")) == "eerst"
    store.save(talked(family(), text="daarna"), now=NOW, change=CHANGE)
    assert said(store.read("f1")) == "daarna"
