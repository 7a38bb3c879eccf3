from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from giz_gesprek.content.framework import Condition, QuestionSpec
from giz_gesprek.content.texts import TextEntry, TextSpec
from tests.content.support import ContentFolder


def test_a_bare_text_is_an_entry_with_that_text() -> None:
    assert TextEntry.model_validate("Slapen").text == "Slapen"


def test_space_around_words_is_no_part_of_them() -> None:
    assert TextEntry.model_validate({"text": " Slapen\n", "easier": "Nacht\n"}).easier == "Nacht"


@pytest.mark.parametrize(
    "entry",
    [
        {},
        None,
        True,
        7,
        "",
        "  ",
        {"text": "A", "ref": "a.b"},
        {"ref": "a.b", "easier": "A"},
        {"ref": "a.b", "lint": {"E01": "why"}},
        {"text": "A", "tekst": "B"},
        {"text": "A", "phases": {"4-12": {"easier": "B"}}},
        {"text": "A", "lint": {"E01": ""}},
        {"text": "A", "reader_test": {"who": "a parent"}},
    ],
)
def test_an_entry_that_is_neither_words_nor_a_reference_is_refused(entry: object) -> None:
    with pytest.raises(ValidationError):
        TextEntry.model_validate(entry)


@pytest.mark.parametrize("spec", [{"kind": "heading"}, {"kind": "title", "audience": "neighbour"}])
def test_a_text_has_a_known_kind_and_audience(spec: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        TextSpec.model_validate(spec)


def test_a_condition_names_every_question_it_looks_at() -> None:
    condition = Condition.model_validate(
        {
            "all": (
                {"question": "a", "=": "x"},
                {"any": ({"question": "b", "!=": "y"}, {"question": "c", "exists": True})},
            )
        }
    )

    assert list(condition.questions()) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "condition",
    [
        {},
        {"question": "a"},
        {"question": "a", "=": "x", "!=": "y"},
        {"question": "a", "all": ()},
        {"=": "x"},
        {"all": (), "any": ()},
        {"question": "a", ">": "1"},
        {"question": "a", "=": "x", "any": ()},
    ],
)
def test_a_condition_that_would_need_evaluating_is_refused(condition: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Condition.model_validate(condition)


@pytest.mark.parametrize(
    "question",
    [
        {"answer": "choice", "slot": "how"},
        {"answer": "own_words", "slot": "how", "scale": "faces"},
        {"answer": "own_words"},
        {"answer": "own_words", "slot": "how", "text": "a.b"},
        {"answer": "number", "slot": "how"},
    ],
)
def test_a_question_is_answered_in_one_way_and_asked_by_one_text(
    question: dict[str, Any],
) -> None:
    with pytest.raises(ValidationError):
        QuestionSpec.model_validate({"asked_of": "family", **question})


def test_the_framework_answers_where_things_stand(content: ContentFolder) -> None:
    framework = content.load().library.framework

    assert (framework.side_of("play"), framework.side_of("none")) == ("home", None)
    assert (framework.phase_of("8-11"), framework.phase_of("99")) == ("4-12", None)
    assert framework.question_text("how", "sleep") == "sleep.how"
    assert framework.question_text("more", None) == "start.more"


def test_a_slot_can_be_limited_to_question_sets(content: ContentFolder) -> None:
    content.change(
        "framework.yaml", "how: {kind: question}", "how: {kind: question, sets: [other]}"
    )
    content.change("framework.yaml", "slot: how,", "text: start.more,")
    content.change("easy_language/nl/all.yaml", "  how: Hoe slaapt {child}?\n", "")

    rules = {each.rule for each in content.findings()}

    assert "missing" not in rules
    assert rules == {"unknown-id"}


def test_looking_ahead_in_a_question_set_is_refused(content: ContentFolder) -> None:
    content.change(
        "framework.yaml",
        "how: {answer: choice,",
        "how: {show_when: {question: more, exists: true}, answer: choice,",
    )

    [finding] = content.findings()

    assert finding.text_id == "questions.how.show_when"
