"""A paper as HTML in a real browser: it shows and prints what is in it, and asks for nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.export.html import document_html
from giz_gesprek.summary.audience import READERS, Readers
from giz_gesprek.summary.document import Heading, Quote
from giz_gesprek.summary.linear import linear
from tests.support.dossiers import library
from tests.support.example import example
from tests.support.pdf import pdf_text, squeezed
from tests.support.required import require_program
from tests.support.sheets import document_of

QUIET: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-quic", "--no-pdf-header-footer"),
)


@pytest.mark.needs_linux
@pytest.mark.parametrize("readers", READERS, ids=str)
def test_a_browser_prints_the_paper_with_its_headings_and_own_words(
    tmp_path: Path, readers: Readers
) -> None:
    page, printed = tmp_path / "paper.html", tmp_path / "paper.pdf"
    document = document_of(example(), readers)
    page.write_bytes(document_html(document, library().pictograms))
    command = [
        require_program("chromium"),
        *QUIET,
        f"--user-data-dir={tmp_path / 'browser'}",
        f"--print-to-pdf={printed}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    words = squeezed(pdf_text(printed.read_bytes()))
    headings = [block for block in linear(document.blocks) if isinstance(block, Heading)]
    quotes = [block for block in linear(document.blocks) if isinstance(block, Quote)]
    assert headings
    for text in (*(one.text for one in headings), *(one.text for one in quotes)):
        assert squeezed(text) in words, text
