from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.content.phrases import Phrasebook, fill, lower_first
from giz_gesprek.content.voiced import VoicedText
from tests.content.support import ContentFolder


@pytest.mark.parametrize(
    "name", ["{x.__class__}", "{child}", "{name}", "{0}", "{", "}}", "%s", "Milan {name}", ""]
)
def test_a_name_stays_as_it_is(name: str) -> None:
    assert fill("Dit is {child}.", {"child": name, "name": "Sanne"}) == f"Dit is {name}."


@given(st.dictionaries(st.sampled_from(["child", "name"]), st.text(), min_size=2))
def test_names_are_put_in_once_and_never_read_again(names: Mapping[str, str]) -> None:
    filled = fill("Voor {child} en {name}", names)

    assert filled == "Voor " + names["child"] + " en " + names["name"]


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{name} kiest.", "De hulpverlener kiest."),
        ("Dank u.\n{name} kiest.", "Dank u.\nDe hulpverlener kiest."),
        ("Dank u. {name} kiest.", "Dank u. De hulpverlener kiest."),
        ("Nu kiest {name}.", "Nu kiest de hulpverlener."),
        ("Nu, {name}.", "Nu, de hulpverlener."),
    ],
)
def test_a_value_that_opens_a_sentence_gets_a_capital(text: str, filled: str) -> None:
    assert fill(text, {"name": "de hulpverlener"}) == filled


def test_a_placeholder_without_a_value_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        fill("{child}", {})


@pytest.mark.parametrize("text", ["{Child}", "{child.name}", "{ child }", "{}"])
def test_what_is_no_placeholder_stays(text: str) -> None:
    assert fill(text, {"child": "Milan"}) == text


def test_a_phrase_carries_names_values_and_the_language(content: ContentFolder) -> None:
    book = Phrasebook(content.load().library, language="en", names={"child": "{child}"})

    phrase = book.phrase("sleep.how")

    assert (phrase.text, phrase.language) == ("Hoe slaapt {child}?", "nl")
    assert book.text("start.chosen", choice="gaat goed") == "U kiest: gaat goed."


def test_a_label_is_lowered_inside_a_sentence_and_a_name_is_not(content: ContentFolder) -> None:
    book = Phrasebook(content.load().library, names={"child": "Milan"})

    assert book.inside("Gaat goed") == "gaat goed"
    assert book.inside("Milan · Klaar") == "Milan · Klaar"
    assert book.inside("I want help") == "I want help"
    assert book.inside("") == ""


def test_another_rung_keeps_the_names(content: ContentFolder) -> None:
    book = replace(Phrasebook(content.load().library, names={"child": "Milan"}), rung="standard")

    assert book.text("sleep.how") == "Hoe verloopt de nacht van Milan?"
    assert book.has("sleep.prompt_1")


def test_a_text_knows_the_language_of_its_words_and_how_they_are_said(
    content: ContentFolder,
) -> None:
    book = Phrasebook(content.load().library, language="tr", names={"child": "Milan"})
    text = book.text("sleep.how")

    assert (text.language, text.say) == ("nl", book.phrase("sleep.how").say)
    assert VoicedText("  Wmo  ", "nl", "de wet").strip().say == "de wet"
    assert type(f"{text}!") is str


def test_a_text_that_nobody_wrote_is_a_key_error(content: ContentFolder) -> None:
    book = Phrasebook(content.load().library)

    assert not book.has("sleep.none")
    with pytest.raises(KeyError):
        book.phrase("sleep.none")


@pytest.mark.parametrize(("label", "inside"), [("Gaat goed", "gaat goed"), ("", ""), ("Ik", "ik")])
def test_a_label_inside_a_sentence_begins_small(label: str, inside: str) -> None:
    assert lower_first(label) == inside
