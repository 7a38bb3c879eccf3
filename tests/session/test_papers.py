"""Writing a paper: its name and place, who can read it, and what is said when that cannot be."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from giz_gesprek.errors import OutputError
from giz_gesprek.export.forms import PaperForm, forms_for
from giz_gesprek.session import acts
from giz_gesprek.session.papers import Place, Written, paper_folder, problem_with
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, READERS, Readers
from tests.support.asking import Scripted
from tests.support.private import is_private
from tests.support.talks import places
from tests.support.views import sit_with


@pytest.fixture
def session(store: Store) -> Session:
    """A session at the papers, instead of one at the begin."""
    talk, step = places()["export"]
    return sit_with(store, talk.changed(position=step.position))


def make(session: Session, place: Place, audience: Readers = FAMILY) -> Path:
    """Make a paper at a place, and return its file."""
    ask = Scripted(True, place)
    asyncio.run(perform(session, ask, acts.MakePaper(audience)))
    written = ask.asked[-1]
    assert isinstance(written, Written)
    return written.path


def problem(session: Session, place: Place) -> str:
    """Return the id of what is said when a paper cannot be made at a place."""
    with pytest.raises(OutputError) as refused:
        make(session, place)
    return problem_with(refused.value)


@pytest.mark.parametrize(
    ("audience", "kind"),
    [(audience, kind) for audience in READERS for kind in forms_for(audience)],
)
def test_a_paper_is_written_for_its_owner_only(
    session: Session, store: Store, tmp_path: Path, audience: Readers, kind: PaperForm
) -> None:
    before = session.talk
    path = make(session, Place(kind, str(tmp_path)), audience)
    assert path.parent == tmp_path
    assert path.stat().st_size > 0
    assert is_private(path)
    assert "Milan" not in path.name
    assert "Ganzenbloem" not in path.name
    log = [(line.change.item, line.change.action) for line in store.changes("f1")]
    assert log == [(f"paper:{audience}", "looked"), (f"paper:{audience}:{kind}", "exported")]
    assert session.talk == before


def test_a_second_paper_is_offered_the_same_place_and_goes_beside_the_first(
    session: Session, tmp_path: Path
) -> None:
    sticks = tmp_path / "een stick é [b]"
    sticks.mkdir()
    first = make(session, Place("text", str(sticks)))
    assert session.paper_place == Place("text", str(sticks))
    second = make(session, session.paper_place)
    assert first != second
    assert first.read_bytes() == second.read_bytes()


def test_a_name_of_ones_own_is_taken_and_never_replaces_a_file(
    session: Session, tmp_path: Path
) -> None:
    taken = tmp_path / "voor oma.txt"
    taken.write_text("van oma", encoding="utf-8")
    assert problem(session, Place("text", str(tmp_path), "voor oma")) == "export.exists"
    assert taken.read_text(encoding="utf-8") == "van oma"
    made = make(session, Place("text", str(tmp_path), "../voor: é.txt"))
    assert made == tmp_path / "voor- é.txt"


@pytest.mark.parametrize("name", ["a.docx", "a.htm", "a.TXT", ".html", "een.mp4"])
def test_a_name_that_says_another_kind_of_file_is_not_taken(
    session: Session, tmp_path: Path, name: str
) -> None:
    assert problem(session, Place("pdf", str(tmp_path), name)) == "export.other_ending"
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("van 3.11.2026", "van 3.11.2026.txt"),
        ("Mw. de Vries", "Mw. de Vries.txt"),
        ("oma.", "oma.txt"),
        ("oma.TXT", "oma.txt"),
    ],
)
def test_a_dot_in_a_name_is_no_kind_of_file(
    session: Session, tmp_path: Path, name: str, file: str
) -> None:
    assert make(session, Place("text", str(tmp_path), name)) == tmp_path / file


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/er/is/hier/niets", "export.folder_missing"),
        ("/dev/null/x", "export.folder_missing"),
        ("~niemand/x", "export.folder_missing"),
        ("\u200b", "export.folder_missing"),
        pytest.param(
            *("x" * 5000, "export.failed"),
            marks=pytest.mark.needs_posix("folders that are too long and not missing"),
        ),
    ],
)
def test_a_folder_that_is_not_there_is_explained(
    session: Session, store: Store, folder: str, expected: str
) -> None:
    assert problem(session, Place("text", folder)) == expected
    assert [line.change.action for line in store.changes("f1")] == ["looked"]
    assert session.paper_place is None


def test_without_a_folder_it_is_the_usual_one(session: Session) -> None:
    assert make(session, Place("text", "")).parent == paper_folder()


@pytest.mark.parametrize(
    ("number", "expected"),
    [(28, "export.disk_full"), (13, "export.read_only"), (30, "export.read_only")],
)
def test_a_disk_that_refuses_is_explained_and_can_be_tried_again(
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    expected: str,
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    place = Place("text", str(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", refuse)
        assert problem(session, place) == expected
    assert list(tmp_path.glob("*.txt")) == []
    assert make(session, place).exists()


def test_a_paper_that_cannot_be_typeset_says_so_and_can_still_be_text(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OutputError("Typst says what people said")

    monkeypatch.setattr("giz_gesprek.export.pdf.document_pdf", refuse)
    assert problem(session, Place("pdf", str(tmp_path))) == "export.not_laid_out"
    assert make(session, Place("text", str(tmp_path))).exists()


def test_a_paper_that_no_voice_reads_says_so_and_can_still_be_printed(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = str(tmp_path / "nowhere.onnx")
    monkeypatch.setenv("GIZ_GESPREK_VOICE", nowhere)
    monkeypatch.setattr("giz_gesprek.speech.rendering.OWN_ENGINE", nowhere)
    assert problem(session, Place("sound", str(tmp_path))) == "export.not_read_out"
    assert make(session, Place("pdf", str(tmp_path))).exists()
