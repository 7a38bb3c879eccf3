"""Rule E24: who comes alone never says wij, and two people are not spoken to as one."""

from __future__ import annotations

import pytest

from tests.content.support import ContentFolder

EASY = "easy_language/nl/all.yaml"
STANDARD = "standard/nl/all.yaml"
BOTH = (EASY, STANDARD)


def found(content: ContentFolder, rule: str = "E24") -> list[tuple[str, str]]:
    """Return severity and message of what the rule says."""
    return [(each.severity, each.message) for each in content.findings() if each.rule == rule]


def choose(content: ContentFolder, words: str) -> None:
    """Write another choice in both registers."""
    for name in BOTH:
        content.change(name, "now: Beginnen", f"now: {words}")


def test_a_choice_that_says_wij_needs_a_form_for_who_is_alone(content: ContentFolder) -> None:
    choose(content, "Wij beginnen")
    warned = found(content)
    assert [severity for severity, _message in warned] == ["WARN", "WARN"]
    assert all('"Wij"' in message for _severity, message in warned)


@pytest.mark.parametrize(
    "words",
    [
        "{text: Wij beginnen, alone: Ik begin}",
        '{text: Wij beginnen, lint: {E24: "who asks begins as well"}}',
        "Ik begin",
    ],
)
def test_with_the_form_with_a_reason_or_without_wij_it_is_clean(
    content: ContentFolder, words: str
) -> None:
    choose(content, words)
    assert found(content) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{text: Wij beginnen, alone: Wij beginnen straks}", "Wij"),
        ("{text: Wij beginnen, alone: Begin met ons}", "ons"),
        ("{text: Ik begin, together: U begint}", "U"),
        ("{text: Ik begin, together: Begin met jou}", "jou"),
    ],
)
def test_a_form_that_speaks_to_others_than_it_is_for_is_an_error(
    content: ContentFolder, words: str, said: str
) -> None:
    choose(content, words)
    errors = [message for severity, message in found(content) if severity == "ERROR"]
    assert len(errors) == len(BOTH)
    assert all(f'"{said}"' in message for message in errors)


def test_jullie_stands_in_the_form_for_two_and_nowhere_else(content: ContentFolder) -> None:
    for name, words in zip(
        BOTH, ("Wat wilt u nog vertellen?", "Wat wilt u verder nog vertellen?"), strict=True
    ):
        content.change(name, words, f"{{text: {words}, together: Wat willen jullie?}}")
    assert content.findings() == []
    content.change(EASY, "Welkom bij ons gesprek.", "Welkom, jullie mogen beginnen.")
    assert found(content, "E10")


def test_the_forms_are_the_same_in_registers_that_speak_to_somebody(
    content: ContentFolder,
) -> None:
    more = "Wat wilt u nog vertellen?"
    content.change(EASY, more, f"{{text: {more}, together: Wat willen jullie?}}")
    assert [severity for severity, message in found(content) if "together" in message] == ["ERROR"]
    content.change(STANDARD, "Wat wilt u verder nog vertellen?", "Wat komt er nog bij?")
    assert found(content) == []


def test_a_form_is_easier_where_the_text_is(content: ContentFolder) -> None:
    more = "Wat wilt u nog vertellen?"
    content.change(EASY, more, f"{{text: {more}, easier: En u?, together: En jullie?}}")
    messages = [message for _severity, message in found(content)]
    assert any("easier" in message for message in messages)


def test_a_form_that_is_not_known_is_refused(content: ContentFolder) -> None:
    content.change(EASY, "now: Beginnen", "now: {text: Beginnen, three: Beginnen}")
    assert any("three" in str(each) for each in content.findings())


def test_a_placeholder_of_a_form_is_that_of_the_text(content: ContentFolder) -> None:
    content.change(EASY, '"U kiest: {choice}."', '{text: "U kiest: {choice}.", alone: Gekozen.}')
    assert found(content, "placeholder")
