"""How fast the store answers, next to plain sqlite3 on the same disk in the same run.

The reference has no encryption, and the same WAL, the same ``synchronous = FULL`` and the same
document; what is read there is parsed as JSON, and made into nothing.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.rows import Row, alternating, median, milliseconds, p95
from benchmarks.stores import NOW, PASSPHRASE, example, large_store
from giz_gesprek.conversation.answers import Answer, OwnWords, View
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.session.families import Families
from giz_gesprek.store import Change, Store, new_id

if TYPE_CHECKING:
    from giz_gesprek.content.library import Library

DOCUMENT_SIZE: Final = 400_000
FAMILIES: Final = 2_000
COMMITS: Final = 300
TALKS: Final = 50
IN_VIEW: Final = 20
ROUNDS: Final = 20
CHANGE: Final = Change(item="question:health", action="answered", conversation_id="talk-1")


def run() -> list[Row]:
    """Measure everything once; takes about half a minute."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            *_commits(Path(folder)),
            *_list(Path(folder)),
            *_many_talks(Path(folder)),
            *_states(Path(folder)),
        ]


def _commits(folder: Path) -> list[Row]:
    dossier = _dossier(DOCUMENT_SIZE)
    text = dossier.model_dump_json()
    with (
        Store.create(folder / "commits.db", PASSPHRASE, NOW) as store,
        closing(_plain(folder / "commits-plain.db")) as plain,
    ):
        # Taken in turns, so that a busy disk is busy for both.
        pairs = [
            (
                milliseconds(lambda: store.save(dossier, now=NOW, change=CHANGE)),
                milliseconds(lambda: _plain_save(plain, "f1", text)),
            )
            for _ in range(COMMITS)
        ]
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    return [
        _row("commit, median", median(ours), median(theirs), 5),
        _row("commit, p95", p95(ours), p95(theirs), 5),
    ]


def _list(folder: Path) -> list[Row]:
    path, plain_path = folder / "list.db", folder / "list-plain.db"
    dossier = _dossier(20_000)
    with (
        Store.create(path, PASSPHRASE, NOW) as store,
        closing(_plain(plain_path)) as plain,
    ):
        for _ in range(FAMILIES):
            family = dossier.family.model_copy(update={"id": new_id()})
            copy = dossier.model_copy(update={"family": family})
            store.save(copy, now=NOW)
            _plain_save(plain, family.id, copy.model_dump_json())
    opening, listing, opening_plain, listing_plain = [], [], [], []
    for _ in range(10):
        start = time.perf_counter()
        with Store.open(path, PASSPHRASE) as store:
            opening.append((time.perf_counter() - start) * 1000)
            listing.append(milliseconds(store.families))
        start = time.perf_counter()
        # The key is most of it, so the reference derives one as well.
        hashlib.pbkdf2_hmac("sha512", PASSPHRASE.encode(), b"sixteen bytes...", 256_000)
        with closing(_plain(plain_path)) as plain:
            opening_plain.append((time.perf_counter() - start) * 1000)
            listing_plain.append(milliseconds(partial(_plain_list, plain)))
    return [
        _row("open with the key", median(opening), median(opening_plain), 500),
        _row(f"list of {FAMILIES} families", median(listing), median(listing_plain), 100),
    ]


def _many_talks(folder: Path) -> list[Row]:
    """Measure how much longer a family with many conversations takes than one with one."""
    once, often = _with_talks(1), _with_talks(TALKS)
    with (
        Store.create(folder / "talks.db", PASSPHRASE, NOW) as store,
        closing(_plain(folder / "talks-plain.db")) as plain,
    ):
        for name, dossier in (("f1", once), ("f2", often)):
            family = dossier.family.model_copy(update={"id": name})
            store.save(dossier.model_copy(update={"family": family}), now=NOW)
            _plain_save(plain, name, dossier.model_dump_json())
        ours_1, ours_50, plain_1, plain_50 = alternating(
            [
                *(partial(milliseconds, partial(store.read, name)) for name in ("f1", "f2")),
                *(
                    partial(milliseconds, partial(_plain_read, plain, name))
                    for name in ("f1", "f2")
                ),
            ],
            ROUNDS,
        )
    more, more_plain = median(ours_50) - median(ours_1), median(plain_50) - median(plain_1)
    return [_row(f"{TALKS} talks more than 1", more, more_plain, 15)]


def _states(folder: Path) -> list[Row]:
    """Measure how long the states of the families that are in view take."""
    path = large_store(folder / "states.db", IN_VIEW)
    text = example().model_dump_json()
    with (
        Store.open(path, PASSPHRASE) as store,
        closing(_plain(folder / "states-plain.db")) as plain,
    ):
        for number in range(IN_VIEW):
            _plain_save(plain, f"f{number}", text)
        families = Families(store, _no_library)
        ours, theirs = alternating(
            [
                lambda: milliseconds(lambda: [each.state for each in families.listed()]),
                lambda: milliseconds(
                    lambda: [_plain_read(plain, f"f{number}") for number in range(IN_VIEW)]
                ),
            ],
            ROUNDS,
        )
    return [_row(f"state of {IN_VIEW} families", median(ours), median(theirs), 30)]


def _no_library() -> Library:
    raise NotImplementedError  # states need none


def _with_talks(count: int) -> Dossier:
    """Return the invented family with so many conversations, each as long as its first."""
    dossier = example()
    talk = dossier.conversations[0]
    talks = (talk.model_copy(update={"id": f"talk-{number}"}) for number in range(count))
    return dossier.model_copy(update={"conversations": tuple(talks)})


def _plain_read(connection: sqlite3.Connection, family_id: str) -> object:
    rows = connection.execute("SELECT document FROM t WHERE id = ?", (family_id,))
    return json.loads(rows.fetchone()[0])


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS t (id TEXT PRIMARY KEY, label TEXT, document TEXT)"
    )
    return connection


def _plain_save(connection: sqlite3.Connection, family_id: str, text: str) -> None:
    connection.execute("INSERT OR REPLACE INTO t VALUES (?, 'label', ?)", (family_id, text))


def _plain_list(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT id, label FROM t").fetchall()


def _dossier(size: int) -> Dossier:
    """Return a family whose document has about *size* characters of notes."""
    words = OwnWords(text="woorden " * 240, author_id="mother", typed_by_id="mother", at=NOW)
    answers = tuple(
        Answer(
            question=f"question-{number}",
            state="answered",
            words=words,
            at=NOW,
            text_register="easy_language",
            language="nl",
        )
        for number in range(size // 2_150)
    )
    people = (
        Person(id="mother", name="Sanne", role="parent"),
        Person(id="child", name="Milan", role="child", age_band="4-7"),
    )
    view = View(topic="health", person_id="mother", answers=answers)
    talk = Conversation(id="talk-1", started_at=NOW, focus_child="child", views=(view,))
    family = Family(id="f1", label="Ganzenbloem", people=people)
    return Dossier(family=family, conversations=(talk,))


def _row(name: str, value: float, reference: float, budget: float) -> Row:
    return Row(f"{name}, to sqlite3", value, reference, budget)
