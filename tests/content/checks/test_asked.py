"""The rules about what is asked: fitting answers, one thing, no hint, no other age."""

from __future__ import annotations

import pytest

from giz_gesprek.content.checks.sayings import sentence_findings, tools_of
from giz_gesprek.content.checks.single import asks_two_things
from giz_gesprek.content.texts import TextRegister
from giz_gesprek.paths import content_dir
from scripts.asked_figures import NAMES, found, lists
from tests.content.support import ContentFolder

TOOLS = tools_of([content_dir()])
EASY = "easy_language/nl/all.yaml"
STANDARD = "standard/nl/all.yaml"


@pytest.mark.parametrize("rule", NAMES)
def test_of_each_kind_some_sentences_are_kept_aside_and_some_written_afterwards(rule: str) -> None:
    for bad in (True, False):
        used, aside, blind = lists(rule, bad=bad)

        assert len(aside) * 3 >= len(used)
        assert len(blind) >= 10


@pytest.mark.parametrize("rule", ["E20", "E21"])
def test_questions_that_do_not_fit_are_found_and_others_left_alone(rule: str) -> None:
    _used, aside, blind = lists(rule, bad=True)
    _used, fine, blind_fine = lists(rule, bad=False)

    assert found(aside + blind, TOOLS) >= 0.8 * len(aside + blind)
    assert found(fine + blind_fine, TOOLS) <= 0.1 * len(fine + blind_fine)


@pytest.mark.parametrize("rule", ["E22", "E09", "E23"])
def test_lists_of_words_flag_little_that_is_fine(rule: str) -> None:
    _used, fine, blind_fine = lists(rule, bad=False)

    assert found(fine + blind_fine, TOOLS) <= 0.1 * len(fine + blind_fine)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoe gaat het eten en slapen?", True),
        ("Hoe was de nacht, en het ontbijt?", True),
        ("Wat werkt bij u en wat bij haar?", True),
        ("Hoe gaat het met u en de kinderen?", False),
        ("Hoe gaat het tussen oma en de kinderen?", False),
        ("Waar voelt u zich veilig en rustig?", False),
        ("Hoe gaat het bezoek over en weer?", False),
        ("En hoe gaat het slapen?", False),
    ],
)
def test_two_things_are_told_from_two_words_for_one(question: str, *, expected: bool) -> None:
    assert asks_two_things(question) is expected


@pytest.mark.parametrize(("register", "rule"), [("easy_language", "E21"), ("standard", "S02")])
def test_both_registers_ask_one_thing(register: TextRegister, rule: str) -> None:
    found_in = sentence_findings(["Hoe gaat het eten en slapen?"], register, TOOLS)

    assert [each.severity for each in found_in if each.rule == rule] == ["ERROR"]


@pytest.mark.parametrize(("register", "rule"), [("easy_language", "E22"), ("standard", "S03")])
@pytest.mark.parametrize("sentence", ["De koelkast is leeg.", "Waarom kwam u zo laat?"])
def test_both_registers_hint_at_no_want_or_blame(
    register: TextRegister, rule: str, sentence: str
) -> None:
    found_in = sentence_findings([sentence], register, TOOLS)

    assert [each.severity for each in found_in if each.rule == rule] == ["ERROR"]


WORDS = """\
answers:
  faces: {begins: [hoe gaat]}
ages:
  fles: ["4-12"]
"""


def test_a_question_is_judged_by_the_scale_that_answers_it(content: ContentFolder) -> None:
    content.write("words.yaml", WORDS)

    # "Hoe gaat het samen spelen?" fits; what is answered in own words may begin as it likes.
    assert content.places() == [
        ("content/" + EASY, content.line(EASY, "how: Hoe slaapt"), "E20"),
        ("content/" + STANDARD, content.line(STANDARD, "how: Hoe verloopt"), "E20"),
        ("content/" + STANDARD, content.line(STANDARD, "how: Hoe beleeft"), "E20"),
    ]


def test_a_question_that_names_one_side_only_is_no_question_for_a_choice(
    content: ContentFolder,
) -> None:
    content.write("words.yaml", "answers:\n  faces: {holds: [slaapt, nacht, spelen]}\n")
    content.change(EASY, "Hoe slaapt {child}?", "Slaapt {child} lang, of kort?")

    assert [place for place in content.places() if place[0].endswith(EASY)] == [
        ("content/" + EASY, content.line(EASY, "how: Hoe gaat"), "E20")
    ]


def test_words_of_another_age_are_a_warning_where_that_phase_reads_them(
    content: ContentFolder,
) -> None:
    content.write("words.yaml", 'ages:\n  fles: ["4-12"]\n')
    plain = "opening: Een kind heeft rust nodig."
    content.change(EASY, plain, "opening: Een kind heeft een fles nodig.")

    assert content.places() == [("content/" + EASY, content.line(EASY, "opening: Een"), "E23")]

    phases = (
        "opening:\n    text: Een kind heeft rust nodig.\n"
        '    phases:\n      "4-12":\n        text: Een kind heeft een fles nodig.'
    )
    content.change(EASY, "opening: Een kind heeft een fles nodig.", phases)

    assert content.findings() == []


def test_words_without_a_phase_are_read_where_there_are_no_others(content: ContentFolder) -> None:
    content.write("words.yaml", 'ages:\n  fles: ["0-4"]\n')
    phases = (
        "opening:\n    text: Een kind heeft een fles nodig.\n"
        '    phases:\n      "4-12":\n        text: Een kind heeft rust nodig.'
    )
    content.change(EASY, "opening: Een kind heeft rust nodig.", phases)

    assert content.findings() == []
