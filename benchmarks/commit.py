"""How fast the store keeps, opens and lists, next to plain sqlite3."""

from __future__ import annotations

import hashlib
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import profiles
from benchmarks.plain_store import PlainStore
from benchmarks.rows import Limit, Row, alternating, milliseconds
from benchmarks.stores import NOW, PASSPHRASE
from giz_gesprek.conversation.answers import Answer, OwnWords, View
from giz_gesprek.conversation.dossier import Conversation, Dossier
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.store import Change, Store, new_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.options import Options

DOCUMENT_SIZE: Final = 400_000
FAMILIES: Final = 2_000
COMMITS: Final = 300
ROUNDS: Final = 10
CHANGE: Final = Change(item="question:health", action="answered", conversation_id="talk-1")
REFERENCE: Final = "plain SQLite"
COMMITTED: Final = Limit(5, at="p95", other=Limit(1.3, at="p95", relative=True))


def rows(_options: Options) -> Iterator[Sequence[Row]]:
    """Measure; takes half a minute."""
    with tempfile.TemporaryDirectory() as folder:
        yield _commits(Path(folder))
        yield _opened(Path(folder))


def profile(path: Path) -> None:
    """Write what is done to keep a document."""
    dossier = _dossier(DOCUMENT_SIZE)
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "commits.db", PASSPHRASE, NOW) as store,
    ):
        profiles.of_work(path, lambda: store.save(dossier, now=NOW, change=CHANGE), COMMITS)


def _commits(folder: Path) -> list[Row]:
    dossier = _dossier(DOCUMENT_SIZE)
    text = dossier.model_dump_json()
    with (
        Store.create(folder / "commits.db", PASSPHRASE, NOW) as store,
        closing(PlainStore(folder / "commits-plain.db")) as plain,
    ):
        ours, theirs = alternating(
            [
                lambda: milliseconds(lambda: store.save(dossier, now=NOW, change=CHANGE)),
                lambda: milliseconds(lambda: plain.save("f1", text)),
            ],
            COMMITS,
        )
    return [Row("an answer to the disk", ours, (COMMITTED,), REFERENCE, theirs)]


def _opened(folder: Path) -> list[Row]:
    path, plain_path = folder / "list.db", folder / "list-plain.db"
    _fill(path, plain_path)
    listed: list[float] = []
    listed_plain: list[float] = []

    def opened() -> None:
        with Store.open(path, PASSPHRASE) as store:
            listed.append(milliseconds(store.families))

    def opened_plain() -> None:
        # The key is most of it, so the reference derives one as well.
        hashlib.pbkdf2_hmac("sha512", PASSPHRASE.encode(), b"sixteen bytes...", 256_000)
        with closing(PlainStore(plain_path)) as plain:
            listed_plain.append(milliseconds(plain.listed))

    works = [partial(milliseconds, opened), partial(milliseconds, opened_plain)]
    opening, opening_plain = alternating(works, ROUNDS)
    name = f"list of {FAMILIES} families"
    return [
        Row("open with the key", opening, (Limit(500),), REFERENCE, opening_plain),
        Row(name, listed[1:], (Limit(100),), REFERENCE, listed_plain[1:]),
    ]


def _fill(path: Path, plain_path: Path) -> None:
    dossier = _dossier(20_000)
    with (
        Store.create(path, PASSPHRASE, NOW) as store,
        closing(PlainStore(plain_path)) as plain,
    ):
        for _ in range(FAMILIES):
            family = dossier.family.model_copy(update={"id": new_id()})
            copy = dossier.model_copy(update={"family": family})
            store.save(copy, now=NOW)
            plain.save(family.id, copy.model_dump_json())


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
