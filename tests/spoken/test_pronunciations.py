"""What a caller gives: the content's pronunciations, and those of a family."""

from __future__ import annotations

from tests.spoken.support import said


def test_a_whole_word_is_found_in_capitals_or_not() -> None:
    given = {"ruzie": "ruzi"}

    assert said("RUZIE, Ruzie en ruzie.", pronunciations=given) == ["ruzi, ruzi en ruzi."]
    assert said("De ruziemaker.", pronunciations=given) == ["De ruziemaker."]


def test_the_longest_is_found_first() -> None:
    given = {"van": "fan", "Van der Wijst": "Fan der Weist"}

    assert said("Van der Wijst van hier.", pronunciations=given) == ["Fan der Weist fan hier."]


def test_a_family_goes_before_the_content() -> None:
    content = {"jim": "djim"}

    assert said("Jim speelt.", pronunciations={**content, "Jim": "Jimm"}) == ["Jimm speelt."]


def test_what_is_given_is_said_as_it_stands() -> None:
    assert said("Dag Cato.", pronunciations={"Cato": "KAATOO 2/3"}) == ["Dag KAATOO 2/3."]


def test_a_name_is_never_read_as_a_pattern() -> None:
    given = {"A.*": "x", "(": "y", "\\1": "z", " ": "w", "": "v"}

    assert said("Ans ( en Bo.", pronunciations=given) == ["Ans ( en Bo."]


def test_an_address_is_left_alone() -> None:
    given = {"jim": "djim"}

    assert said("jim@ggd.nl", pronunciations=given) == ["jim apenstaartje gee gee dee punt enn el"]


def test_they_hold_for_the_words_of_other_rules() -> None:
    assert said("5 min. rust", pronunciations={"minuten": "mie-nuten"}) == ["vijf mie-nuten rust"]


def test_they_are_used_in_a_language_without_a_table() -> None:
    assert said("Zosia 🙂 0-4", "pl", {"zosia": "Zo-sia"}) == ["Zo-sia 0-4"]
