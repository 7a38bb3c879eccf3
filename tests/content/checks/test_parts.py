"""Rules reach every wording of a text, and figures count what was written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from giz_gesprek.content.checks import check_folders
from giz_gesprek.errors import InputError
from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"
HOW = "how: Hoe slaapt {child}?"


@pytest.mark.parametrize(
    ("entry", "at", "rule"),
    [
        ("text: Hoe slaapt {child}?\n    easier: Slaapt {child} goed?", "easier:", "E14"),
        ("text: Hoe slaapt {child}?\n    example: Een (groot) kind.", "example:", "E07"),
        (
            "text: Hoe slaapt {child}?\n    phases:\n      4-12:\n        text: Slaapt u?",
            "text: Slaapt",
            "E14",
        ),
        (
            (
                "text: Hoe slaapt {child}?\n    phases:\n      4-12:\n"
                "        text: Wat helpt dan?\n        easier: Helpt dat?"
            ),
            "easier: Helpt",
            "E14",
        ),
        ("text: Hoe slaapt {child}?\n    phases:\n      3-5: {text: Wat dan?}", "3-5", "phase"),
        ("text: Hoe slaapt {child}?\n    say: Hoe {choice}?", "say:", "placeholder"),
        ("text: Hoe slaapt {child}?\n    example: Dan {choice}.", "example:", "placeholder"),
    ],
)
def test_a_rule_looks_at_every_wording_and_names_its_line(
    content: ContentFolder, entry: str, at: str, rule: str
) -> None:
    content.change(EASY, HOW, f"how:\n    {entry}")

    assert content.places() == [("content/" + EASY, content.line(EASY, at), rule)]


def test_an_example_of_a_question_is_judged_as_a_statement(content: ContentFolder) -> None:
    content.change(EASY, HOW, f"how:\n    text: {HOW[5:]}\n    example: Zou hij dromen?")

    assert content.findings() == []


def test_a_label_beside_a_face_has_two_words(content: ContentFolder) -> None:
    content.change(EASY, "bad: Is moeilijk", "bad: Is heel moeilijk")

    assert content.places() == [("content/" + EASY, content.line(EASY, "bad:"), "E13")]


def test_words_yaml_lists_long_words_that_everybody_knows(content: ContentFolder) -> None:
    content.change(EASY, "Een kind heeft rust nodig.", "De kinderopvangplaats is er.")
    assert [each.rule for each in content.findings()] == ["E02", "E03"]

    content.write("words.yaml", "format: 1\neveryday: {care: [kinderopvangplaats]}\n")
    assert content.findings() == []

    content.write("words.yaml", "format: 1\nlongwords: [kinderopvangplaats]\n")
    assert ("content/words.yaml", 2, "structure") in content.places()


def test_figures_count_texts_words_and_readers(content: ContentFolder) -> None:
    content.change(
        EASY, HOW, f"how: {{text: '{HOW[5:]}', reader_test: {{who: a parent, date: '2026-11-03'}}}}"
    )

    figures = check_folders([content.path]).figures

    assert figures is not None
    assert [(each.tested, each.texts) for each in figures] == [(0, 17), (1, 14)]
    assert all(each.readability.longest >= each.readability.mean > 0 for each in figures)


def test_figures_name_the_rarest_words_of_a_file_but_no_invented_names(
    content: ContentFolder,
) -> None:
    content.change(EASY, "Een kind heeft rust nodig.", "Milan kent de logopedist en de buizerd.")

    figures = check_folders([content.path]).figures

    assert figures is not None
    by_file = {Path(each.path).relative_to(content.path).as_posix(): each for each in figures}
    assert set(by_file[EASY].rarest[:2]) == {"logopedist", "buizerd"}
    assert len(by_file[EASY].rarest) == 3


def test_without_the_word_lists_one_sentence_says_how_to_get_them(
    content: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "wordfreq", None)

    with pytest.raises(InputError, match="giz-gesprek\\[check\\]"):
        content.findings()
