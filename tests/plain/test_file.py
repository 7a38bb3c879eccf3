"""The file behind the lines: one that is missing, has moved, or can only be read."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from giz_gesprek.i18n import _
from giz_gesprek.plain.lines import Lines
from giz_gesprek.plain.running import hold_in_lines
from giz_gesprek.session.places import remember_opened
from giz_gesprek.store import Store, _notices, store_exists
from tests.conversation.support import NOW, agreed, asked
from tests.plain.support import Table, at, full_talk
from tests.store.support import PASSPHRASE
from tests.support.dossiers import library
from tests.support.program import run_apart

STRENGTHS = asked("strengths", person_id="mother")


NO_TERMINAL = """
import os, runpy
os.setsid()
runpy.run_module("giz_gesprek", run_name="__main__")
"""


def types(path: Path, *typed: str) -> str:
    """Type these lines; return what was said."""
    out = StringIO()
    lines = Lines(StringIO("".join(f"{line}\n" for line in typed)), out)
    hold_in_lines(lines, library, path, PASSPHRASE)
    return out.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one family in it."""
    path = tmp_path / "families.db"
    with Store.create(path, PASSPHRASE, NOW) as store:
        store.save(full_talk().dossier, now=NOW)
    return path


def test_a_file_that_was_there_before_is_looked_for_where_somebody_says(path: Path) -> None:
    missing = path.with_name("stick") / "families.db"
    remember_opened(missing)
    said = types(missing, "1", str(path.with_name("nowhere.db")), "1", str(path), "/q")
    assert str(missing) in said
    assert said.count(_("There is no file with families at this place.")) == 1
    assert "1 gezin" in said
    assert not store_exists(missing)


def test_a_new_file_in_its_place_is_made_when_somebody_chooses_that(tmp_path: Path) -> None:
    missing = tmp_path / "stick" / "families.db"
    remember_opened(missing)
    types(missing, "2", "Renée", "Wijkteam", "", "/q")
    assert store_exists(missing)


def test_what_there_is_to_tell_about_the_file_is_told_with_the_families(path: Path) -> None:
    (path.parent / ".stfolder").touch()
    assert "Syncthing" in types(path, "/q")
    assert "Syncthing" not in types(path, "/q")


@pytest.mark.needs_posix("a file that goes while it is open")
def test_a_file_that_disappears_is_told_in_the_conversation_which_goes_on(store: Store) -> None:
    t = Table(store, at(agreed("eating_sleeping"), STRENGTHS))
    store.path.unlink()
    said = t.types("Hij eet.", "2", "")
    assert said.count(t.says("common.kept_elsewhere")) == 1
    assert t.words == ["Hij eet."]
    assert store.path.name == "families-2.db"


def test_a_file_that_can_only_be_read_is_walked_through_and_says_what_it_cannot(
    store: Store,
) -> None:
    Table(store, at(agreed("eating_sleeping"), STRENGTHS))
    store.close()
    reading = Store._open_to_read(store.path, PASSPHRASE)
    assert reading.take_notices() == (_notices.read_only(store.path),)
    t = Table.__new__(Table)
    t.store = reading
    refused = t.says("common.cannot_save")
    session = t.session()
    session.back()
    session.next()
    assert session.step == STRENGTHS
    assert session.kept.refusal == "common.cannot_save"
    assert refused.startswith("Wij kunnen")
    reading.close()


@pytest.mark.needs_posix("a session without a terminal")
def test_a_secret_that_no_terminal_can_hide_is_asked_in_our_own_words(
    real_keys: None, path: Path
) -> None:
    secret = path.with_name("passphrase.txt")
    secret.write_text(PASSPHRASE, encoding="utf-8")
    given = ["/b", "3", "een andere wachtzin", "", "/q"]
    ended = run_apart(
        *("--store", path, "--passphrase-file", secret, "plain"),
        given="".join(f"{line}\n" for line in given).encode(),
        program=(sys.executable, "-c", NO_TERMINAL),
    )
    assert ended.returncode == 0
    assert not ended.stderr
    said = _("What you type now cannot be hidden here. Let nobody else be able to read it.")
    assert f"{said}\n{_('Passphrase of now')}\n" in ended.stdout
    assert _("This is not the passphrase of now. Nothing was changed.") in ended.stdout
