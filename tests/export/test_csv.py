"""Every answer as a row: what the record has and no more, and no cell that a spreadsheet runs."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from giz_gesprek.content.loading import load_library
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.answers import answers_csv
from giz_gesprek.export.csv import csv_table
from giz_gesprek.export.papers import paper_of
from giz_gesprek.export.unwrapped import unwrapped_text
from giz_gesprek.paths import content_dir
from giz_gesprek.summary.answer_rows import AnswerRow
from giz_gesprek.summary.audience import PROFESSIONAL
from tests.support.example import example
from tests.support.program import ROOT, run

LIBRARY = load_library(content_dir())


def rows_of(data: bytes) -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def test_excel_sees_letters_and_columns() -> None:
    data = csv_table(("a", "b"), [("één", 'met "tekens"; en\neen regel')])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == '"a";"b"\r\n"één";"met ""tekens""; en\neen regel"\r\n'


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "  =", "\uff1d"])
def test_no_cell_is_a_formula(sign: str) -> None:
    [row] = rows_of(csv_table(("words",), [(f"{sign}1+1",)]))
    assert row["words"] == f"'{sign}1+1"


def test_every_answer_of_the_record_is_a_row_and_comes_back() -> None:
    dossier = example()
    rows = rows_of(answers_csv(LIBRARY, dossier))
    assert list(rows[0]) == list(AnswerRow._fields)
    assert {row["part"] for row in rows} == {
        *("view", "reason", "outcome", "conclusion", "hard_days"),
    }
    chosen = next(row for row in rows if row["question"] == "appraisal")
    assert (chosen["names"], chosen["choice"], chosen["choice_label"], chosen["state"]) == (
        *("Roos", "so_so", "gaat wel", "answered"),
    )
    record = _record(dossier)
    for row in rows:
        for line in row["own_words"].splitlines():
            assert " ".join(line.split()) in record


def test_what_the_record_leaves_out_is_on_no_row() -> None:
    """A topic that waits for a moment alone, and a conversation to which somebody said no."""
    dossier = example()
    topics = {row["topic"] for row in rows_of(answers_csv(LIBRARY, dossier))} - {""}
    parked = min(topics)
    for changes, left in (
        ({"parked": (parked,)}, topics - {parked}),
        ({"state": "declined"}, set()),
    ):
        talks = (each.model_copy(update=changes) for each in dossier.conversations)
        changed = dossier.model_copy(update={"conversations": tuple(talks)})
        rows = rows_of(answers_csv(LIBRARY, changed))
        assert {row["topic"] for row in rows} - {""} == left


def test_one_conversation_is_one_conversation(tmp_path: Path) -> None:
    dossier = tmp_path / "family.json"
    dossier.write_text(example().model_dump_json(), encoding="utf-8")
    file = tmp_path / "answers.csv"
    one = example().conversations[0].id
    of = ("export", "--from", dossier, "--conversation", one)
    assert run(*of, "--for", "professional", "--output", file).returncode == 0
    assert {row["conversation"] for row in rows_of(file.read_bytes())} == {one}
    refused = run(*of, "--for", "family", "--format", "csv", "--output", file)
    assert refused.returncode == 2
    assert "--for professional" in refused.stderr


def test_the_columns_are_documented() -> None:
    documented = re.findall(
        r"^\| `(\w+)` \|", (ROOT / "docs" / "csv.md").read_text("utf-8"), re.MULTILINE
    )
    assert tuple(documented) == AnswerRow._fields


def _record(dossier: Dossier) -> str:
    papers = (
        unwrapped_text(paper_of(LIBRARY, Talk(LIBRARY.framework, dossier, each.id), PROFESSIONAL))
        for each in dossier.conversations
    )
    return " ".join(" ".join(papers).split())
