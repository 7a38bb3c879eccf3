"""The empty booklet as a real PDF: whole, calm and readable for who hears it."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import Final, TypeVar

import page
import pikepdf
import pytest

from giz_gesprek.export.pdf import booklet_pdf
from giz_gesprek.summary.booklet_blocks import (
    Booklet,
    Boxes,
    StepLines,
    Told,
    TopicBoxes,
    TriangleBoxes,
)
from giz_gesprek.summary.document import Contacts, Picture
from tests.support.booklets import LANGUAGES, PHASES, book, booklet, library, texts_in
from tests.support.required import require_program

Part = TypeVar("Part")

EVERY: Final = list(product(PHASES, LANGUAGES))
_MILLIMETRE: Final = 72 / 25.4
"""In points, as everything below."""
_WIDTH: Final = 210 * _MILLIMETRE
_HEIGHT: Final = 297 * _MILLIMETRE
_MARGIN: Final = 17.5 * _MILLIMETRE
_FOOT: Final = 6 * _MILLIMETRE
_TOUCHING: Final = 3.0
_WORD: Final = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>'
)


@cache
def made(phase: str, language: str = "nl") -> tuple[Booklet, bytes]:
    """Return a booklet with all topics, and its PDF."""
    whole = booklet(phase, language=language)
    return whole, pdf_of(whole)


def pdf_of(whole: Booklet) -> bytes:
    """Return the PDF of a booklet."""
    pdf = booklet_pdf(whole, pictograms=library().pictograms)
    assert pdf.replaced == ()
    return pdf.data


def text_of(data: bytes, folder: Path, *options: str) -> str:
    """Return the text of a PDF, its pages parted by form feeds."""
    program = require_program("pdftotext")
    (folder / "booklet.pdf").write_bytes(data)
    command = [program, *options, "booklet.pdf", "-"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True).stdout


def elements(node: object) -> Iterator[pikepdf.Dictionary]:
    """Yield every element of the structure, in reading order."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def parts(value: object, kind: type[Part]) -> list[Part]:
    """Return every part of a booklet that is of this kind."""
    if isinstance(value, kind):
        return [value]
    inside = value if isinstance(value, tuple) else getattr(value, "__dict__", {}).values()
    return [found for one in inside for found in parts(one, kind)]


@dataclass(frozen=True)
class Word:
    """A word on a page and the corners of its box, in points from above on the left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @classmethod
    def found(cls, left: str, top: str, right: str, bottom: str, text: str) -> Word:
        """Return a word as pdftotext tells of it."""
        return cls(float(left), float(top), float(right), float(bottom), text)

    def lies_over(self, other: Word) -> bool:
        """Tell whether two words share more than the edges of their lines."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > _TOUCHING and down > _TOUCHING


def words_on_pages(data: bytes, folder: Path) -> list[list[Word]]:
    """Return the words of each page with their places."""
    boxes = text_of(data, folder, "-bbox")
    return [[Word.found(*each) for each in _WORD.findall(one)] for one in boxes.split("<page ")[1:]]


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_it_is_accessible(phase: str, language: str) -> None:
    _whole, data = made(phase, language)
    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_its_structure_tells_what_is_drawn(phase: str, language: str) -> None:
    whole, data = made(phase, language)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == language
        assert str(pdf.docinfo.Title) == whole.title
        found = list(elements(pdf.Root.StructTreeRoot.K))
        kinds = Counter(str(each.S) for each in found)
        levels = [int(str(each.S)[2:]) for each in found if re.fullmatch("/H[1-6]", str(each.S))]
        figures = [str(each.get("/Alt", "")) for each in found if each.S == "/Figure"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    decoration = Counter(told.picture for told in parts(whole, Told) if told.picture)
    pictures = Counter(parts(whole, Picture)) - decoration
    assert Counter(figures) == Counter(each.alt for each in pictures.elements())
    tables = parts(whole, StepLines)
    assert (kinds["/Table"], kinds["/TH"]) == (len(tables), 3 * len(tables))
    asked = [(*each.boxes, *each.aside) for each in parts(whole, Boxes)]
    sides = [each.boxes for each in parts(whole, TriangleBoxes)]
    topics = [each.boxes for each in parts(whole, TopicBoxes)]
    contacts = [each.contacts for each in parts(whole, Contacts)]
    assert kinds["/LI"] == sum(map(len, (*asked, *sides, *topics, *contacts)))


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_every_sheet_is_one_page_with_all_its_words(
    phase: str, language: str, tmp_path: Path
) -> None:
    whole, data = made(phase, language)
    # In the order in which it was drawn; spaces do not tell where a line was broken.
    pages = ["".join(one.split()) for one in text_of(data, tmp_path, "-raw").split("\f")[:-1]]
    assert len(pages) == len(whole.sheets)
    for sheet, shown in zip(whole.sheets, pages, strict=True):
        for text in texts_in(sheet):
            if text not in {picture.alt for picture in parts(sheet, Picture)}:
                assert "".join(text.split()) in shown, text


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_every_question_of_every_topic_can_be_read(
    phase: str, language: str, tmp_path: Path
) -> None:
    _whole, data = made(phase, language)
    shown = " ".join(text_of(data, tmp_path, "-raw").split())
    words = book(phase, language=language)
    child = words.text("common.baby" if phase == "prenatal" else "booklet.child")
    framework = library().framework
    for topic, spec in framework.topics.items():
        for question in framework.question_sets[spec.set]:
            if framework.questions[question].slot is not None:
                text_id = framework.question_text(question, topic)
                assert words.text(text_id, child=child) in shown, text_id


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_no_word_leaves_the_page_or_lies_over_another(
    phase: str, language: str, tmp_path: Path
) -> None:
    _whole, data = made(phase, language)
    for words in words_on_pages(data, tmp_path):
        assert words
        for word in words:
            assert word.left >= _MARGIN
            assert word.right <= _WIDTH - _MARGIN, word.text
            assert word.bottom <= _HEIGHT - _FOOT, word.text
        for one, other in combinations(words, 2):
            assert not one.lies_over(other), (one.text, other.text)


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_the_longest_words_fit_on_their_pages_as_well(phase: str, language: str) -> None:
    whole = booklet(phase, language=language, rung="standard")
    with pikepdf.open(io.BytesIO(pdf_of(whole))) as pdf:
        assert len(pdf.pages) == len(whole.sheets)


def test_a_short_one_has_the_sides_that_are_left(tmp_path: Path) -> None:
    whole = booklet("0-4", "health", "housing")
    shown = text_of(pdf_of(whole), tmp_path).split("\f")
    assert len(shown) - 1 == len(whole.sheets)
    assert "Ouder zijn" not in shown[3]
    assert "Thuis en om u heen" in shown[3]


def test_the_same_booklet_is_the_same_file_and_holds_no_moment() -> None:
    whole = booklet("0-4", "health")
    data = pdf_of(whole)
    assert data == pdf_of(booklet("0-4", "health"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        assert "/ModDate" not in pdf.docinfo
