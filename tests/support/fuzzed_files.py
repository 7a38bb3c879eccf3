"""The readers of files, and valid files to begin with: for ``fuzzing``."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from giz_gesprek.content.folders import Folders
from giz_gesprek.content.loader import read_content
from giz_gesprek.content.words import read_words
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.text import document_text
from giz_gesprek.paths import content_dir
from giz_gesprek.store import Store
from giz_gesprek.store._cipher import new_database
from giz_gesprek.store.family_file import _TABLE, APPLICATION_ID, FORMAT, opened, sealed
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from tests.store.support import CHANGE, NOW, PASSPHRASE, family, talked
from tests.support.dossiers import library
from tests.support.example import both_visits
from tests.support.mutations import odd_bytes, odd_lines, odd_value

Made = tuple[Any, Callable[[Any], object]]
_DOCUMENTS = Path(__file__).resolve().parent.parent / "conversation" / "documents"


@cache
def _seeds() -> tuple[Any, ...]:
    """Return dossiers as plain JSON: of this version small, old ones, and the whole example."""
    small = (family(), talked(family()))
    now = [json.loads(each.model_dump_json()) for each in small]
    old = [json.loads(path.read_text()) for path in sorted(_DOCUMENTS.glob("*.json"))]
    return (*now * 20, *old, json.loads(both_visits().model_dump_json()))


def dossiers() -> Callable[[random.Random], Made]:
    """Return what makes a dossier with mistakes; one that is taken is laid out now and then."""

    def make(chance: random.Random) -> Made:
        with_papers = chance.random() < 0.02

        def read(data: bytes) -> None:
            dossier = read_dossier(data)
            if with_papers and dossier.conversations:
                _lay_out(dossier)

        return _document(chance), read

    return make


def _document(chance: random.Random) -> bytes:
    value = odd_value(chance, chance.choice(_seeds()))
    text = json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.2:
        data = odd_bytes(chance, data)
    if chance.random() < 0.02:
        data = text.encode(chance.choice(("utf-16", "utf-16-le", "cp1252")), "replace")
    return data


def _lay_out(dossier: Dossier) -> None:
    from giz_gesprek.conversation.talk import Talk

    talk = Talk(library().framework, dossier, dossier.conversations[-1].id)
    for readers in (FAMILY, PROFESSIONAL):
        document_text(paper_of(library(), talk, readers))


class FamilyFiles:
    """Files of one family: bytes flipped in it, or sealed around a document with mistakes."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "family.giz"
        self._whole = b""

    def one(self, chance: random.Random) -> Made:
        if chance.random() < 0.3:
            return odd_bytes(chance, self._sealed()), self._read
        return self._with(chance), self._read

    def _sealed(self) -> bytes:
        self._whole = self._whole or sealed(talked(family()), PASSPHRASE, now=NOW)
        return self._whole

    def _with(self, chance: random.Random) -> bytes:
        made_at = chance.choice(("2026-11-03T13:05:00.000000+00:00", "", "now", "9999-99-99", "0"))
        document = json.dumps(odd_value(chance, _seeds()[chance.randrange(2)]))
        self._path.unlink(missing_ok=True)
        database = new_database(self._path, PASSPHRASE)
        try:
            database.run(f"PRAGMA application_id = {chance.choice((APPLICATION_ID,) * 9 + (1,))}")
            database.run(f"PRAGMA user_version = {chance.choice((FORMAT,) * 9 + (2,))}")
            with database.transaction():
                database.run(_TABLE)
                database.run("INSERT INTO family VALUES (1, ?, ?)", made_at, document)
        finally:
            database.close()
        return self._path.read_bytes()

    def _read(self, data: bytes) -> None:
        self._path.write_bytes(data)
        opened(self._path, PASSPHRASE)


class Content:
    """A folder of others, in which one file has mistakes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "content"
        self._seeds: tuple[tuple[str, str], ...] = tuple(
            (str(path.relative_to(content_dir())), _beginning(path))
            for path in sorted(content_dir().rglob("*.yaml"))
        )

    def one(self, chance: random.Random) -> Made:
        name, text = chance.choice(self._seeds)
        data = odd_lines(chance, text).encode("utf-8", "surrogatepass")
        if chance.random() < 0.3:
            data = odd_bytes(chance, data)
        path = self._folder / name

        def read(given: bytes) -> None:
            shutil.rmtree(self._folder, ignore_errors=True)
            path.parent.mkdir(parents=True)
            path.write_bytes(given)
            folders = Folders((self._folder,))
            read_content(folders)
            read_words(folders)
            list(map(str, folders.findings))

        return data, read


def _beginning(path: Path) -> str:
    """Return the first lines of a file, as much as is quick to read many times."""
    return "\n".join(path.read_text(encoding="utf-8").split("\n")[:60]) + "\n"


class Stores:
    """Files with families and their logs: flipped, cut, and of others."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "store"
        self._whole: dict[str, bytes] = {}

    def one(self, chance: random.Random) -> Made:
        files = dict(self._made())
        for name in chance.sample(sorted(files), chance.choice((1, 1, 2))):
            files[name] = self._odd(chance, files[name])
        if chance.random() < 0.2:
            del files["f.db-wal"]
        return files, self._read

    def _odd(self, chance: random.Random, data: bytes) -> bytes:
        kind = chance.random()
        if kind < 0.1:
            return b""
        if kind < 0.2:
            return chance.randbytes(chance.choice((1, 16, 4096, 40_000)))
        if kind < 0.25:
            return b"SQLite format 3\0" + data[16:]
        return odd_bytes(chance, data)

    def _made(self) -> dict[str, bytes]:
        if not self._whole:
            self._folder.mkdir()
            path = self._folder / "f.db"
            with Store.create(path, PASSPHRASE, NOW) as store:
                store.save(talked(family()), now=NOW, change=CHANGE)
                store.save(talked(family("f2", "Klaver")), now=NOW)
                self._whole = {each.name: each.read_bytes() for each in self._folder.iterdir()}
            self._whole.setdefault("f.db-wal", b"")
        return self._whole

    def _read(self, files: dict[str, bytes]) -> None:
        shutil.rmtree(self._folder)
        self._folder.mkdir()
        for name, data in files.items():
            (self._folder / name).write_bytes(data)
        with Store.open(self._folder / "f.db", PASSPHRASE) as store:
            for row in store.families():
                store.read(row.id)
                store.changes(row.id)
            store.take_notices()
