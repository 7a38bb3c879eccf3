"""Giving a family along as a file and taking one over, in lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.i18n import _
from giz_gesprek.plain.lines import Lines
from giz_gesprek.store import Store
from tests.conversation.support import FAMILY, NOW
from tests.plain.support import full_talk
from tests.plain.test_file import types
from tests.store.support import PASSPHRASE

OF_FILE = "lepel fiets wolk kaas ladder"


@pytest.fixture(autouse=True)
def typed_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read a passphrase as a line: there is no terminal that could hide it."""

    def read(lines: Lines, label: str) -> str:
        lines.say(label)
        return lines.read()

    monkeypatch.setattr(Lines, "read_secret", read)


def test_a_family_goes_to_a_colleague(tmp_path: Path) -> None:
    here, there, file = tmp_path / "here.db", tmp_path / "there.db", tmp_path / "family.giz"
    for path in (here, there):
        Store.create(path, PASSPHRASE, NOW).close()
    with Store.open(here, PASSPHRASE) as store:
        store.save(full_talk().dossier, now=NOW)

    listed = types(here, "/a", "1", "/t", "/q")
    number = _number_of(listed, _("Give this family along as a file"))
    said = types(here, "/a", "1", number, OF_FILE, OF_FILE, str(file), "/q")
    assert str(file) in said
    assert file.exists()

    said = types(there, "/o", str(file), "iets anders", str(file), OF_FILE, "1", "/q")
    assert FAMILY.label in said
    assert _("The family is taken over.") in said
    with Store.open(there, PASSPHRASE) as store:
        assert store.read(FAMILY.id).conversations == full_talk().dossier.conversations


def _number_of(said: str, words: str) -> str:
    [line] = [line for line in said.splitlines() if line.endswith(words)]
    return line.split()[0].rstrip(".:)")
