"""The empty booklet as a real PDF: whole, calm and readable for who hears it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations, pairwise, product
from typing import Final, TypeVar

import pytest

from giz_gesprek.export.pdf.booklet import booklet_pdf
from giz_gesprek.summary.booklet_blocks import Booklet, Boxes, StepLines, TopicBoxes, TriangleBoxes
from giz_gesprek.summary.listed import Contacts
from giz_gesprek.summary.picture import Picture
from tests.support.booklets import LANGUAGES, PHASES, book, booklet, texts_in
from tests.support.dossiers import library
from tests.support.pdf import Word, opened, pages, pdf_text, squeezed, structure, ua_failures

pytestmark = pytest.mark.about_pages

Part = TypeVar("Part")

EVERY: Final = list(product(PHASES, LANGUAGES))
_MILLIMETRE: Final = 72 / 25.4
"""In points, as everything below."""
_MARGIN: Final = 17.5 * _MILLIMETRE
_FOOT: Final = 6 * _MILLIMETRE
_TOUCHING: Final = 3.0


@cache
def made(phase: str, language: str) -> tuple[Booklet, bytes]:
    """Return a booklet with all topics, and its PDF."""
    whole = booklet(phase, language=language)
    return whole, pdf_of(whole)


def pdf_of(whole: Booklet) -> bytes:
    """Return the PDF of a booklet."""
    pdf = booklet_pdf(whole, pictograms=library().pictograms)
    assert pdf.replaced == ()
    return pdf.data


def parts(value: object, kind: type[Part]) -> list[Part]:
    """Return every part of a booklet that is of this kind."""
    if isinstance(value, kind):
        return [value]
    inside = value if isinstance(value, tuple) else getattr(value, "__dict__", {}).values()
    return [found for one in inside for found in parts(one, kind)]


def lie_over_each_other(one: Word, other: Word) -> bool:
    """Tell whether two words share more than the edges of their lines."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > _TOUCHING and down > _TOUCHING


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_it_is_accessible(phase: str, language: str) -> None:
    whole, data = made(phase, language)
    assert ua_failures(data) == []
    with opened(data) as pdf:
        assert str(pdf.Root["/Lang"]) == language
        assert str(pdf.docinfo["/Title"]) == whole.title
    headings = [int(one.tag[2:]) for one in structure(data).walk() if one.tag[2:].isdigit()]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_choices_and_tables_can_be_heard(phase: str, language: str) -> None:
    whole, data = made(phase, language)
    found = list(structure(data).walk())
    tags = Counter(one.tag for one in found)
    assert not tags["/Figure"], "the words beside a picture say the same"
    asked = [(*each.boxes, *each.aside) for each in parts(whole, Boxes)]
    sides = [each.boxes for each in parts(whole, TriangleBoxes)]
    topics = [each.boxes for each in parts(whole, TopicBoxes)]
    contacts = [each.contacts for each in parts(whole, Contacts)]
    assert tags["/LI"] == sum(map(len, (*asked, *sides, *topics, *contacts)))
    tables = parts(whole, StepLines)
    assert (tags["/Table"], tags["/TH"]) == (len(tables), 3 * len(tables))


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_every_sheet_is_one_page_with_all_its_words(phase: str, language: str) -> None:
    whole, data = made(phase, language)
    shown = [squeezed(one) for one in pdf_text(data).split("\f")[:-1]]
    assert len(shown) == len(whole.sheets)
    for sheet, page in zip(whole.sheets, shown, strict=True):
        pictures = {picture.pictogram for picture in parts(sheet, Picture)}
        for text in texts_in(sheet):
            assert text in pictures or squeezed(text) in page, text


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_every_question_of_every_topic_can_be_read(phase: str, language: str) -> None:
    _whole, data = made(phase, language)
    shown = " ".join(pdf_text(data).split())
    words = book(phase, language=language)
    child = words.text("common.baby" if phase == "prenatal" else "booklet.child")
    framework = library().framework
    for topic, spec in framework.topics.items():
        for question in framework.question_sets[spec.set]:
            if framework.questions[question].slot is not None:
                text_id = framework.question_text(question, topic)
                asked = " ".join(words.text(text_id, child=child).split())
                assert asked in shown, text_id


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_no_word_leaves_the_page_or_lies_over_another(phase: str, language: str) -> None:
    _whole, data = made(phase, language)
    for width, height, words in pages(data):
        assert words
        for word in words:
            assert word.left >= _MARGIN, word
            assert word.right <= width - _MARGIN, word
            assert word.bottom <= height - _FOOT, word
        for one, other in combinations(words, 2):
            assert not lie_over_each_other(one, other), (one, other)


@pytest.mark.parametrize(("phase", "language"), EVERY)
def test_the_longest_words_fit_on_their_pages_as_well(phase: str, language: str) -> None:
    whole = booklet(phase, language=language, rung="standard")
    with opened(pdf_of(whole)) as pdf:
        assert len(pdf.pages) == len(whole.sheets)


def test_a_short_one_has_the_sides_that_are_left() -> None:
    whole = booklet("0-4", "health", "housing")
    shown = pdf_text(pdf_of(whole)).split("\f")
    assert len(shown) - 1 == len(whole.sheets)
    assert "Ouder zijn" not in shown[3]
    assert "Thuis en om u heen" in shown[3]


def test_the_same_booklet_is_the_same_file_and_holds_no_moment() -> None:
    data = pdf_of(booklet("0-4", "health"))
    assert data == pdf_of(booklet("0-4", "health"))
    with opened(data) as pdf:
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())
