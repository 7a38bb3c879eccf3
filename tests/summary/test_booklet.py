"""The empty booklet: everything that is asked, in words that need no name."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product

import pytest

from giz_gesprek.content.texts import Rung
from giz_gesprek.summary.booklet_blocks import (
    Booklet,
    Boxes,
    Columns,
    Lines,
    Sheet,
    StepLines,
    TopicBoxes,
    TriangleBoxes,
)
from giz_gesprek.summary.document import Heading
from tests.support.booklets import LANGUAGES, PHASES, RUNGS, book, booklet, texts_in
from tests.support.dossiers import library

FRAMEWORK = library().framework
TOPICS = tuple(topic for side in FRAMEWORK.sides.values() for topic in side.topics)
EVERY = list(product(PHASES, LANGUAGES, RUNGS))


def spread_of(made: Booklet, title: str) -> tuple[Sheet, Sheet]:
    """Return the two pages of a topic."""
    left, right = (sheet for sheet in made.sheets if sheet.mark == title)
    return left, right


def asked_on(*sheets: Sheet) -> Counter[str]:
    """Return what is asked on these sheets: what stands above boxes and lines."""
    found: Counter[str] = Counter()
    for sheet in sheets:
        for block in sheet.blocks:
            inside = block.blocks if isinstance(block, Columns) else (block,)
            found.update(each.question for each in inside if isinstance(each, Boxes))
            found.update(each.label for each in inside if isinstance(each, Lines))
            found.update([block.text] if isinstance(block, Columns) else [])
    return found


@pytest.mark.parametrize(("phase", "language", "rung"), EVERY)
def test_every_question_of_every_topic_is_asked_once(phase: str, language: str, rung: Rung) -> None:
    made = booklet(phase, language=language, rung=rung)
    words = book(phase, language=language, rung=rung)
    names = {
        "child": words.text("common.baby" if phase == "prenatal" else "booklet.child"),
        "name": words.text("common.a_professional"),
    }
    for topic in TOPICS:
        asked = asked_on(*spread_of(made, words.text(f"{topic}.title")))
        for question in FRAMEWORK.question_sets[FRAMEWORK.topics[topic].set]:
            text = words.text(FRAMEWORK.question_text(question, topic), **names)
            spec = FRAMEWORK.questions[question]
            once = 0 if spec.alone or spec.once_a_side or spec.only_again else 1
            assert asked[text] == once, (topic, question)


@pytest.mark.parametrize(("phase", "language", "rung"), EVERY)
def test_no_sentence_waits_for_a_name_and_each_line_opens_with_a_capital(
    phase: str, language: str, rung: Rung
) -> None:
    for text in texts_in(booklet(phase, language=language, rung=rung)):
        assert "{" not in text
        for line in text.splitlines():
            # The words around the numbers of a page go on in the middle of a line.
            assert not line[:1].islower() or line.strip() in {"van", "of", "blz.", "page"}, line


@pytest.mark.parametrize(
    ("phase", "address", "child"),
    [("prenatal", "u", "de baby"), ("0-4", "u", "Uw kind"), ("12+", "je", "Je kind")],
)
def test_the_child_is_called_by_a_word(phase: str, address: str, child: str) -> None:
    made = booklet(phase, address="je" if address == "je" else "u")
    assert any(child in text for text in texts_in(made))


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("rung", RUNGS)
def test_who_is_spoken_to_with_je_never_reads_u(phase: str, rung: Rung) -> None:
    for text in texts_in(booklet(phase, rung=rung, address="je")):
        assert re.search(r"\b[Uu]w?\b", text) is None, text


def test_a_topic_lies_open_on_two_pages() -> None:
    made = booklet("4-12", "health", "housing", "current_help")
    for topic in ("health", "housing", "current_help"):
        left, right = spread_of(made, book("4-12").text(f"{topic}.title"))
        assert made.sheets.index(left) % 2 == 1
        assert made.sheets.index(right) == made.sheets.index(left) + 1


def test_where_one_side_is_left_nobody_has_to_choose_a_side() -> None:
    choosing = [
        [
            block
            for sheet in made.sheets
            for block in sheet.blocks
            if isinstance(block, TriangleBoxes)
        ]
        for made in (booklet("0-4", "health"), booklet("0-4", "health", "housing"))
    ]
    assert [len(blocks) for blocks in choosing] == [0, 1]


def test_only_the_chosen_topics_are_there_in_the_order_of_the_framework() -> None:
    made = booklet("0-4", "housing", "health")
    offered = [
        [box.label for box in block.boxes]
        for sheet in made.sheets
        for block in sheet.blocks
        if isinstance(block, TopicBoxes)
    ]
    words = book("0-4")
    assert offered == [[words.text("health.title")], [words.text("housing.title")]]


def test_not_knowing_and_not_saying_stand_beside_what_the_screen_offers_them_at() -> None:
    made = booklet("0-4", "health")
    for sheet in spread_of(made, book("0-4").text("health.title")):
        for block in sheet.blocks:
            if isinstance(block, Boxes):
                assert [box.label for box in block.aside] == ["Weet ik niet", "Wil ik niet zeggen"]


def test_the_professional_chooses_on_the_same_scale() -> None:
    left, _right = spread_of(booklet("0-4"), book("0-4").text("health.title"))
    labels = [
        [box.label for box in block.boxes] for block in left.blocks if isinstance(block, Boxes)
    ]
    assert labels.count(["Gaat goed", "Gaat wel", "Gaat moeilijk"]) == 2


def test_a_topic_without_faces_has_no_difference_but_more_room() -> None:
    made = booklet("0-4")
    _left, right = spread_of(made, book("0-4").text("love_attention.title"))
    headings = [block.text for block in right.blocks if isinstance(block, Heading)]
    assert headings == ["Samen kiezen"]
    assert any(isinstance(block, Lines) and block.count > 3 for block in right.blocks)


def test_there_is_room_for_three_goals_with_steps() -> None:
    tables = [
        block
        for sheet in booklet("12+", "health").sheets
        for block in sheet.blocks
        if isinstance(block, StepLines)
    ]
    assert len(tables) == 3
    assert all(table.count >= 3 for table in tables)
    assert tables[0].labels.who == "Wie"


def test_the_numbers_to_call_are_there() -> None:
    told = " ".join(texts_in(booklet("0-4", "health").sheets[-1]))
    for number in ("112", "0800-2000", "113"):
        assert number in told


def test_a_phase_that_is_not_there_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        booklet("later")
