"""A paper as HTML in a real browser: it shows and prints what is in it, and asks for nothing."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.export.html import document_html
from giz_gesprek.summary.audience import READERS, Readers
from giz_gesprek.summary.document import Asked, Document, Heading, Quote
from giz_gesprek.summary.linear import linear
from tests.support.dossiers import library
from tests.support.example import example
from tests.support.extremes import CONVERSATIONS
from tests.support.pdf import pdf_text, squeezed
from tests.support.required import require_program
from tests.support.sheets import document_of

QUIET: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-quic", "--no-pdf-header-footer", "--hide-scrollbars"),
)

NARROW: Final = """<!DOCTYPE html>
<title>not loaded</title>
<iframe src="paper.html" style="border: 0; width: 320px; height: 600px"></iframe>
<script>
window.onload = () => {
  const root = document.querySelector("iframe").contentDocument.documentElement;
  root.style.fontSize = "200%";
  document.title = root.scrollWidth + " of " + root.clientWidth;
};
</script>
"""


@pytest.mark.needs_linux("Chromium")
@pytest.mark.parametrize("readers", READERS, ids=str)
def test_a_browser_prints_the_paper_with_its_headings_and_own_words(
    tmp_path: Path, readers: Readers
) -> None:
    page, printed = tmp_path / "paper.html", tmp_path / "paper.pdf"
    document = document_of(example(), readers)
    page.write_bytes(document_html(document, library().pictograms))
    in_a_browser(tmp_path, page, f"--print-to-pdf={printed}")
    words = squeezed(pdf_text(printed.read_bytes()))
    headings = [block for block in linear(document.blocks) if isinstance(block, Heading)]
    quotes = [block for block in linear(document.blocks) if isinstance(block, Quote)]
    assert headings
    for text in (*(one.text for one in headings), *(one.text for one in quotes)):
        assert squeezed(text) in words, text
    sheets = [squeezed(one) for one in pdf_text(printed.read_bytes()).split("\f")]
    for topic in topics_of(document):
        on_one = [all(squeezed(text) in sheet for text in topic) for sheet in sheets]
        assert any(on_one), f"torn: {topic[0]}"


def topics_of(document: Document) -> list[list[str]]:
    """Return the title of each topic of a family's paper, with all own words on it."""
    topics: list[list[str]] = []
    for block in document.blocks[document.first_page :]:
        if isinstance(block, Heading):
            topics.append([block.text])
        elif isinstance(block, Asked) and topics:
            topics[-1] += [quote.text for quote in block.quotes]
    return topics


def in_a_browser(folder: Path, page: Path, *options: str) -> str:
    """Return what a browser writes of a page."""
    command = [
        *(require_program("chromium"), *QUIET, f"--user-data-dir={folder / 'browser'}"),
        *(*options, page.as_uri()),
    ]
    done = subprocess.run(command, check=True, capture_output=True, timeout=120)
    return done.stdout.decode()


@pytest.mark.needs_linux("Chromium")
@pytest.mark.parametrize("name", ["ordinary", "fullest"])
@pytest.mark.parametrize("readers", READERS, ids=str)
def test_letters_twice_as_large_on_a_narrow_screen_need_no_sideways_scrolling(
    tmp_path: Path, readers: Readers, name: str
) -> None:
    document = document_of(CONVERSATIONS[name](), readers)
    (tmp_path / "paper.html").write_bytes(document_html(document, library().pictograms))
    frame = tmp_path / "frame.html"
    frame.write_text(NARROW, encoding="utf-8")
    shown = in_a_browser(tmp_path, frame, "--allow-file-access-from-files", "--dump-dom")
    found = re.search(r"<title>(\d+) of (\d+)</title>", shown)
    assert found is not None
    assert int(found[2]) == 320
    assert int(found[1]) <= 320
