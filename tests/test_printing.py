"""The printer: a real process ``lp`` that takes what is printed, or refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.system import print_pdf
from tests.support.printer import Printer

pytestmark = pytest.mark.needs_posix("the program lp")

PDF = b"%PDF-1.7\nSanne zegt: Soep op zondag.\n"


def test_a_pdf_goes_to_the_printer_without_a_file_and_without_a_word_of_it(
    printer: Printer, tmp_path: Path
) -> None:
    before = set(tmp_path.rglob("*"))
    assert print_pdf(PDF) == "printed"
    assert printer.took == PDF
    assert printer.arguments == ("-s", "-t", "document")
    assert set(tmp_path.rglob("*")) - before == printer.files


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("lp: Error - No default destination available.", "no_printer"),
        ("lp: Error - scheduler not responding.", "no_printer"),
        ("lp: Unsupported document-format", "not_printed"),
        ("", "not_printed"),
    ],
)
def test_a_printer_that_is_not_there_or_refuses_is_told_apart(
    printer: Printer, said: str, expected: str
) -> None:
    printer.refuses(said)
    assert print_pdf(PDF) == expected


def test_without_a_program_to_print_there_is_no_printer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert print_pdf(PDF) == "no_printer"
