"""Where the words stand: inside the margins, no page without words, no heading left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

import pytest

from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from giz_gesprek.summary.comparison import Comparison
from giz_gesprek.summary.document import Heading
from giz_gesprek.summary.linear import linear
from tests.support.example import example
from tests.support.extremes import CONVERSATIONS
from tests.support.pdf import Word, pages, pdf_text, squeezed
from tests.support.sheets import document_of, pdf_of
from tests.support.slow import first_of
from tests.support.talks import agreed_talk, answered, say_about, step_where

MARGIN = {"family": 15 / 25.4 * 72, "professional": 20 / 25.4 * 72}
A4 = (595.276, 841.89)
FOOTER = 0.955
"""Part of the height of a page above its foot."""


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", first_of(CONVERSATIONS))
@pytest.mark.parametrize("audience", READERS, ids=str)
def test_all_words_stand_on_the_paper(audience: Readers, name: str, language: str) -> None:
    document = document_of(CONVERSATIONS[name](), audience, language)
    sheets = pages(pdf_of(document).data)
    headings = {
        squeezed(block.text) for block in linear(document.blocks) if isinstance(block, Heading)
    }
    for width, height, words in sheets:
        assert (width, height) == pytest.approx(A4, abs=0.1)
        text = [word for word in words if word.bottom < height * FOOTER]
        assert text, "a page without words"
        for word in words:
            assert word.left >= MARGIN[audience.look] - 1, word
            assert word.right <= width - MARGIN[audience.look] + 1, word
            assert 0 < word.top < word.bottom < height, word
        assert not list(overlapping(words))
        last = max(word.bottom for word in text)
        line = squeezed("".join(word.text for word in text if word.bottom > last - 6))
        assert line not in headings, "a heading at the foot of a page"


def overlapping(words: list[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield the neighbours on one line of which one runs into the other."""
    in_order = sorted(words, key=lambda word: (round(word.bottom), word.left))
    for word, following in pairwise(in_order):
        if round(word.bottom) == round(following.bottom) and following.left < word.right - 1:
            yield word, following


@pytest.mark.parametrize("name", first_of(CONVERSATIONS))
@pytest.mark.parametrize("audience", READERS, ids=str)
def test_every_word_of_the_text_is_in_the_pdf(audience: Readers, name: str) -> None:
    document = document_of(CONVERSATIONS[name](), audience)
    words = set(re.findall(r"\w+", document_text(document)))
    # A word may be broken at the end of a line, and columns mix the lines of two voices.
    read = squeezed(pdf_text(pdf_of(document).data))
    missing = {word for word in words if word not in read}
    # In columns a choice and a step stand beside a name, and not in a sentence.
    assert missing <= {"kiest", "zegt", "doet"}


def test_every_page_has_its_number_and_its_mark() -> None:
    data = pdf_of(document_of(example(), PROFESSIONAL)).data
    sheets = pages(data)
    for number, (_width, height, words) in enumerate(sheets, start=1):
        foot = " ".join(word.text for word in words if word.bottom > height * FOOTER)
        assert f"blz. {number} van {len(sheets)}" in foot
        assert "Vertrouwelijk" in foot


def test_the_professional_s_paper_puts_the_voices_side_by_side() -> None:
    sheets = pages(pdf_of(document_of(example(), PROFESSIONAL)).data)
    words = next(words for _w, _h, words in sheets if any(word.text == "Vraag" for word in words))
    going = next(word for word in words if word.text == "gaat" and word.left > 130)
    difficult = next(word for word in words if word.text == "moeilijk")
    assert difficult.top == pytest.approx(going.top, abs=1)
    assert difficult.left > going.right + 50


def test_a_long_note_takes_the_width_of_all_voices_and_says_whose_it_is() -> None:
    document = document_of(CONVERSATIONS["fullest"](), PROFESSIONAL)
    data = pdf_of(document).data

    widest = max(line[-1].right - line[0].left for line in lines_of(data))
    column = (A4[0] - 2 * MARGIN["professional"]) / 3

    assert widest > 2.4 * column
    (parent, *_others) = next(
        block.voices for block in document.blocks if isinstance(block, Comparison)
    )
    assert squeezed(f"{parent}:“") in squeezed(pdf_text(data))


def lines_of(data: bytes) -> Iterator[list[Word]]:
    """Yield the words of a table that stand on one line, without a gap as between columns."""
    for _width, _height, words in pages(data):
        for _top, line in groupby(words, key=lambda word: round(word.top)):
            standing = [word for word in line if word.left > MARGIN["professional"] + 60]
            gaps = [after.left - before.right for before, after in pairwise(standing)]
            if standing and max(gaps, default=0) < 10:
                yield standing


def test_that_somebody_does_not_know_about_help_is_a_sentence_beside_the_face() -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="so_so")
    step = step_where(talk, question="wish")
    assert isinstance(step, QuestionStep)
    talk = answered(talk, step, "want_help")
    given = answer_at(talk, step)
    assert given is not None
    unknown = given.model_copy(update={"state": "dont_know", "choice": None})
    document = document_of(with_answer(talk, step, unknown).dossier, FAMILY)
    assert "OverhulpweetSannehetnogniet." in squeezed(pdf_text(pdf_of(document).data))
