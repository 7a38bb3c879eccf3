from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.store._guessing import LONGEST, guessed
from giz_gesprek.store._known_words import words_to_propose
from giz_gesprek.store.passphrase import (
    FEWEST_GUESSES,
    PROPOSED,
    SHORTEST,
    Weakness,
    proposed_passphrase,
    weaknesses,
    without_ends,
)

_SETS = Path(__file__).parent / "passphrases"


def of_set(name: str) -> list[str]:
    return _SETS.joinpath(f"{name}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("passphrase", of_set("weak") + of_set("weak_tuned_on"))
def test_what_people_choose_is_refused(passphrase: str) -> None:
    assert weaknesses(passphrase)


@pytest.mark.parametrize("passphrase", of_set("strong") + of_set("strong_tuned_on"))
def test_what_nobody_guesses_is_taken(passphrase: str) -> None:
    assert weaknesses(passphrase) == ()


@pytest.mark.parametrize("passphrase", ["вчера шёл снег на крышу", "أمس كان الثلج على السطح"])
def test_other_letters_than_ours_count_as_signs(passphrase: str) -> None:
    assert weaknesses(passphrase) == ()


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", ("too_short",)),
        ("k8#Vq2!mZ", ("too_short",)),
        ("princessprincess", ("repeat",)),
        ("prin-ses prin-ses", ("repeat",)),
        ("wie het kleine niet eert", ("saying",)),
        ("appel valt niet ver", ("saying",)),
        ("qwertyuiop12", ("row", "word")),
        ("feyenoord1908", ("number", "word")),
        ("14 februari 1985", ("number",)),
        ("goedemorgen123", ("row", "word")),
        ("negromednevagle", ("word",)),
        ("G0edem0rgenSch@t", ("word",)),
        ("xqjvkzwpym", ("unknown",)),
    ],
)
def test_what_a_guesser_tries_first_is_named(
    passphrase: str, expected: tuple[Weakness, ...]
) -> None:
    assert weaknesses(passphrase) == expected


def test_words_about_who_chose_it_are_no_surprise() -> None:
    passphrase = "Xanthippe Quirijnse"
    assert weaknesses(passphrase) == ()
    assert weaknesses(passphrase, ["Xanthippe", "Quirijnse"]) == ("own",)
    assert weaknesses(passphrase, ["xanthippe quirijnse", ""]) == ("own",)


def test_an_accent_counts_once_however_it_was_typed() -> None:
    assert weaknesses("e\u0301" * 9) == weaknesses("é" * 9) == ("too_short",)


@pytest.mark.parametrize(
    "typed", ["\ufeffgeheim zin", " geheim zin", "geheim zin\r\n", "\ufeff geheim zin \u00a0\n"]
)
def test_what_stands_around_it_is_no_part_of_it(typed: str) -> None:
    assert without_ends(typed) == "geheim zin"


@given(st.text())
def test_any_text_gets_an_answer_and_a_short_one_is_always_named(text: str) -> None:
    found = weaknesses(text)
    assert found or len(without_ends(text)) >= SHORTEST
    assert found == weaknesses(f" {text}\n")


@given(st.text(min_size=1, max_size=LONGEST - 1), st.characters(categories=["L", "N"]))
def test_a_sign_more_is_never_cheaper_by_more_than_a_word(text: str, sign: str) -> None:
    assert guessed(f"{text}{sign}").cost >= 0


def test_a_very_long_text_is_looked_at_in_no_time() -> None:
    assert weaknesses("@4(3!0$5+7%2" + "a" * 1_000_000) == ()
    assert weaknesses("a1!" * 1_000_000) == ("repeat",)


def test_the_words_to_propose_are_many_different_and_plain() -> None:
    words = words_to_propose()
    assert len(words) > 1000
    assert len(set(words)) == len(words)
    assert all(word.isascii() and word.islower() and 2 < len(word) < 15 for word in words)
    assert list(words) == sorted(words)


def test_a_proposal_is_one_of_very_many_and_is_taken() -> None:
    assert len(words_to_propose()) ** PROPOSED > 1000 * 10**FEWEST_GUESSES
    assert all(weaknesses(proposed_passphrase()) == () for _turn in range(50))


def test_another_proposal_is_made_of_other_words() -> None:
    proposals = [proposed_passphrase() for _turn in range(20)]
    assert all(set(proposal.split()) <= set(words_to_propose()) for proposal in proposals)
    assert all(one != another for one, another in pairwise(proposals))


def test_a_day_with_a_line_end_behind_it_is_a_day_too() -> None:
    assert weaknesses("ja 1-1-99999\nja") == weaknesses("ja 1-1-99999 ja")
