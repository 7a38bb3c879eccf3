"""``giz-gesprek delete``: it asks, deletes, and its receipt says nothing personal."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.store import Store
from tests.store.support import NOW, PASSPHRASE, SECRET, family, talked
from tests.support.pages import decrypted_pages
from tests.support.program import run


@pytest.fixture
def opened(tmp_path: Path) -> tuple[str, ...]:
    path, secret = tmp_path / "f.db", tmp_path / "secret"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(talked(talked(family()), "talk-2", text="dit blijft"), now=NOW)
    return "--store", str(path), "--passphrase-file", str(secret)


def left(opened: tuple[str, ...]) -> list[list[str]]:
    with Store.open(Path(opened[1]), PASSPHRASE) as store:
        dossiers = [store.read(row.id) for row in store.families()]
    return [[talk.id for talk in dossier.conversations] for dossier in dossiers]


def test_one_conversation_goes_and_no_page_holds_it(opened: tuple[str, ...]) -> None:
    assert SECRET.encode() in decrypted_pages(Path(opened[1]), PASSPHRASE)
    ended = run(*opened, "delete", "--family", "f1", "--conversation", "talk-1", "--yes")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "one conversation" in ended.stdout
    assert "Ganzenbloem" not in ended.stdout
    assert left(opened) == [["talk-2"]]
    pages = decrypted_pages(Path(opened[1]), PASSPHRASE)
    assert SECRET.encode() not in pages
    assert b"dit blijft" in pages


def test_a_family_goes(opened: tuple[str, ...]) -> None:
    ended = run(*opened, "delete", "--family", "f1", "--yes")
    assert "one family with 2 conversations" in ended.stdout
    assert left(opened) == []


def test_without_anybody_to_ask_nothing_goes(opened: tuple[str, ...]) -> None:
    ended = run(*opened, "delete", "--family", "f1")
    assert ended.returncode == 2
    assert "Delete Ganzenbloem for good?" in ended.stderr
    assert "Add --yes" in ended.stderr
    assert left(opened) == [["talk-1", "talk-2"]]


@pytest.mark.parametrize("named", [("f9",), ("f1", "--conversation", "talk-9")])
def test_what_is_not_there_is_not_asked_about(
    opened: tuple[str, ...], named: tuple[str, ...]
) -> None:
    ended = run(*opened, "delete", "--family", *named, "--yes")
    assert ended.returncode not in {0, 70}
    assert named[-1] not in ended.stderr
    assert left(opened) == [["talk-1", "talk-2"]]
