"""Each file on which the program was once wrong, and each machine: right from now on.

What was typed or pasted and got lost is in ``tests/tui/test_typed_in_fields.py``, names that were
not found in ``tests/session/test_families.py``, figures in ``tests/spoken/golden``, the sound card
in ``tests/speech/test_what_is_heard.py``.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.conversation.records import with_answer
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.read_out import document_sentences
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.families import Families, to_open
from giz_gesprek.session.performing import asks_first, perform
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, READERS
from tests.spoken.support import shipped_pronunciations
from tests.store.support import NOW
from tests.support.asking import Scripted
from tests.support.dossiers import library
from tests.support.program import Ended, run, run_apart
from tests.support.sheets import document_of
from tests.support.talks import step_where
from tests.support.views import sit_with
from tests.support.window import Window

FILES: Final = Path(__file__).parent / "files"
PASSPHRASE: Final = "geheim-zin"
"""Of ``prepared.db``; it stands in ``passphrase-bom.txt`` too, as an editor on Windows saves it."""

TOPIC: Final = "independence"
"""Nobody talked about it the time before."""
WORDS: Final = "Wij eten samen aan tafel."


@pytest.fixture(autouse=True)
def as_shipped(real_keys: None) -> None:
    """Open the files as users made them."""


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """Return a copy of a file with one family: a conversation that is over, and one prepared."""
    return Path(shutil.copyfile(FILES / "prepared.db", tmp_path / "families.db"))


def dossier_in(name: str) -> Dossier:
    return read_dossier((FILES / name).read_bytes())


def numbered(dossier: Dossier, number: int) -> Dossier:
    family = dossier.family.model_copy(update={"id": f"f{number}", "label": f"Gezin {number}"})
    return dossier.model_copy(update={"family": family})


# --- the file -------------------------------------------------------------------------------

_TWELVE_MORE_AND_A_POWER_CUT: Final = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from giz_gesprek.store import Store
store = Store.open(Path(sys.argv[1]), sys.argv[2])
dossier = store.read(store.families()[0].id)
for number in range(12):
    family = dossier.family.model_copy(update={"id": f"f{number}"})
    store.save(dossier.model_copy(update={"family": family}), now=datetime.now(UTC))
os._exit(1)
"""


def test_a_backup_that_is_put_back_after_a_power_cut_is_the_backup(prepared: Path) -> None:
    cut = [sys.executable, "-c", _TWELVE_MORE_AND_A_POWER_CUT, str(prepared), PASSPHRASE]
    assert subprocess.run(cut, check=False).returncode == 1
    assert prepared.with_name("families.db-wal").stat().st_size
    shutil.copyfile(FILES / "prepared.db", prepared)
    with Store.open(prepared, PASSPHRASE) as store:
        (row,) = store.families()
        assert store.read(row.id).family.label == "Voorbeeldgezin"
        assert store.take_notices()


@pytest.mark.needs_posix("a file that goes while it is open")
def test_a_newer_file_that_comes_while_ours_is_open_keeps_its_families(prepared: Path) -> None:
    newer = Path(shutil.copyfile(prepared, prepared.with_name("newer.db")))
    with Store.open(newer, PASSPHRASE) as store:
        dossier = store.read(store.families()[0].id)
        for number in range(12):
            store.save(numbered(dossier, number), now=NOW)
    with Store.open(prepared, PASSPHRASE) as store:
        store.save(numbered(dossier, 99), now=NOW)
        newer.replace(prepared)
        store.save(numbered(dossier, 98), now=NOW)
        kept_in = store.path
    assert store.take_notices()
    with Store.open(prepared, PASSPHRASE) as store:
        assert len(store.families()) == 13
    with Store.open(kept_in, PASSPHRASE) as store:
        assert {"f98", "f99"} <= {row.id for row in store.families()}


@pytest.mark.needs_posix("a terminal")
def test_a_window_that_is_closed_while_somebody_types_ends_the_program(
    prepared: Path, own_home: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    environment = {"HOME": str(own_home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    with Window(environment, "--store", prepared, "--passphrase-file", secret) as window:
        window.waits_for("Zoeken")
        for _key in range(60):
            window.type("ab\x7f\x7f\x1b[B\x1b[A\t")
        window.close()
        window.ends()
    assert sorted(path.name for path in tmp_path.glob("families.db*")) == ["families.db"]


# --- the passphrase -------------------------------------------------------------------------


def test_a_mark_before_a_passphrase_is_no_part_of_it(tmp_path: Path) -> None:
    place = tmp_path / "families.db"
    given = b"Sanne\nWijkteam\n\n/q\n"
    options = ("--store", place, "--passphrase-file", FILES / "passphrase-bom.txt")
    assert run(*options, "plain", given=given).returncode == 0
    with Store.open(place, PASSPHRASE) as store:
        assert store.profile().name == "Sanne"


@pytest.mark.parametrize("command", ["plain", "families"])
def test_an_empty_passphrase_is_said(command: str, tmp_path: Path) -> None:
    place = tmp_path / "families.db"
    options = ("--store", place, "--passphrase-file", FILES / "passphrase-empty.txt")
    ended = run(*options, command)
    assert one_sentence(ended, 2) == "The passphrase is empty. Put it on the first line."
    assert not place.exists()


# --- the conversations ----------------------------------------------------------------------


def test_an_unfinished_conversation_can_be_gone_on_with_beside_a_new_one(prepared: Path) -> None:
    with Store.open(prepared, PASSPHRASE) as store:
        families = Families(store, library, clock=lambda: NOW)
        (family,) = families.listed()
        begun = begin(families.read(family.id))
        store.save(begun.dossier, now=NOW)
        families.prepare(families.first_draft(begun.dossier), begun.dossier)
        offered = to_open(families.read(family.id))
        assert len(offered) == 3
        assert offered[0].id == begun.conversation_id
        assert families.open(family.id, offered[0].id).talk.conversation == begun.conversation


def test_every_conversation_is_offered_whatever_the_clock_said(tmp_path: Path) -> None:
    dossier = dossier_in("future-conversation.json")
    assert max(talk.started_at.year for talk in dossier.conversations) == 2099
    with Store.create(tmp_path / "families.db", PASSPHRASE, NOW) as store:
        store.save(dossier, now=NOW)
        families = Families(store, library, clock=lambda: NOW)
        prepared = families.prepare(families.first_draft(dossier), dossier)
        offered = [talk.id for talk in to_open(families.read(prepared.family_id))]
        assert offered[0] == prepared.conversation_id
        assert sorted(offered[1:]) == sorted(talk.id for talk in dossier.conversations)
        for each in offered:
            families.open(prepared.family_id, each)


@pytest.mark.parametrize("kept", [True, False])
def test_words_on_a_topic_that_is_switched_off_are_asked_about(prepared: Path, kept: bool) -> None:
    with Store.open(prepared, PASSPHRASE) as store:
        (row,) = store.families()
        session = sit_with(store, begin(store.read(row.id)))
        off = acts.ToggleTopic("development", TOPIC)
        assert asks_first(session, off)
        asyncio.run(perform(session, Scripted("keep" if kept else "take-away"), off))
        dossier = store.read(row.id)
    papers = [document_text(document_of(dossier, readers)) for readers in READERS]
    assert [WORDS in " ".join(paper.split()) for paper in papers] == [kept, kept]
    assert (WORDS in dossier.model_dump_json()) == kept


def begin(dossier: Dossier) -> Talk:
    """Agree, choose a topic, tell something, and go back to the topics."""
    prepared = next(talk for talk in dossier.conversations if talk.state == "prepared")
    talk = flow.agree(Talk(library().framework, dossier, prepared.id), now=NOW)
    talk = choosing.choose_topic(choosing.open_side(talk, "development"), "development", TOPIC)
    told = OwnWords(text=WORDS, author_id="roos", typed_by_id="sanne-voorbeeld", at=NOW)
    answer = Answer(
        question="strengths",
        state="answered",
        words=told,
        at=NOW,
        text_register="easy_language",
        language="nl",
    )
    step = step_where(talk, topic=TOPIC, question="strengths")
    assert isinstance(step, QuestionStep)
    talk = with_answer(talk, step, answer)
    return talk.changed(position=step_where(talk, "topics").position)


# --- what is read ----------------------------------------------------------------


def test_a_comma_too_many_is_named_by_its_line(tmp_path: Path) -> None:
    ended = run(*export(FILES / "trailing-comma.json", tmp_path / "a.txt"))
    last = len((FILES / "trailing-comma.json").read_text(encoding="utf-8").splitlines())
    # Python 3.11 and 3.12 tell where the comma leads to; later ones where it stands.
    assert re.search(f"line ({last - 1}|{last})", one_sentence(ended, 2))


def test_text_of_another_encoding_is_no_text() -> None:
    ended = run("check-text", "--register", "easy_language", FILES / "utf16le.txt")
    assert one_sentence(ended, 2).endswith(
        "utf16le.txt is UTF-16 and no UTF-8. Save the file as UTF-8."
    )


# --- what comes out -------------------------------------------------------------------------


def test_findings_are_told_to_a_pipe_that_does_not_know_the_signs() -> None:
    checked = ("--language", "en", "check-text", "--register", "easy_language")
    variables = {"PYTHONIOENCODING": "cp1252"}
    ended = run_apart(*checked, FILES / "emoji-colon.txt", variables=variables)
    assert ended.returncode == 1
    assert [line.split(":")[0] for line in ended.written.decode("cp1252").splitlines()] == [
        "1",
        "2",
    ]


def test_a_name_in_other_letters_is_said_as_one_word() -> None:
    document = document_of(dossier_in("arabic-name.json"), FAMILY)
    sentences = document_sentences(document, shipped_pronunciations)
    ours = [each for each in sentences if each.instead is None]
    assert any("naam" in each.text for each in ours)
    spoken = "".join(each.text for each in ours)
    assert not [char for char in spoken if "ARABIC" in unicodedata.name(char, "")]


@pytest.mark.parametrize("ending", [".docx", ".odt", ".doc", ".rtf", ".pdf.zip", ".jpg"])
def test_a_form_that_we_do_not_make_is_refused(ending: str, tmp_path: Path) -> None:
    output = tmp_path / f"verslag{ending}"
    ended = run(*export(FILES / "future-conversation.json", output))
    assert one_sentence(ended, 2)
    assert not output.exists()


# --- where it runs --------------------------------------------------------------------------


@pytest.mark.needs_posix("homes of other people")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--content", "~nouser/x", "families"),
        ("--store", "~nouser/x.db", "families"),
        ("--passphrase-file", "~nouser/x.txt", "families"),
    ],
)
def test_a_person_that_is_not_there_has_no_folder(arguments: tuple[str, ...]) -> None:
    assert one_sentence(run(*arguments), 2)


@pytest.mark.needs_posix("the variable TZ")
@pytest.mark.parametrize("zone", ["UTC+25", "Nowhere/There", "", ":"])
def test_any_clock_will_do(zone: str, tmp_path: Path) -> None:
    options = export(FILES / "future-conversation.json", tmp_path / "a.txt")
    ended = run_apart("--language", "en", *options, variables={"TZ": zone})
    assert (ended.returncode, "Traceback" in ended.stderr) == (0, False)


@pytest.mark.needs_posix("a shell")
def test_a_folder_that_was_deleted_is_no_crash(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = 'rmdir "$PWD"; exec "$@"'
    program = ("sh", "-c", script, "sh", sys.executable, "-m", "giz_gesprek")
    ended = run_apart("--language", "en", "families", at=gone, program=program)
    assert one_sentence(ended, 2)


def export(source: Path, output: Path) -> tuple[str | Path, ...]:
    return ("export", "--from", source, "--for", "family", "--output", output)


def one_sentence(ended: Ended, code: int) -> str:
    """Return the sentence with which a program ended that could do nothing."""
    assert (ended.returncode, ended.stdout) == (code, "")
    assert ended.stderr.count("\n") == 1, ended.stderr
    return ended.stderr.strip()
