from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.store.passphrase import SHORTEST, Weakness, weaknesses


@pytest.mark.parametrize(
    "passphrase",
    [
        "zeven paarse olifanten",
        "Mijn oma fietst graag hard!",
        "correct paard batterij 1234",
        "k8#Vq2!mZr0@",
        "вчера шёл снег",
        "🐘🦒🦓🐅🦚🐊🦛🦏🐪🦘🐃🐂",
    ],
)
def test_a_passphrase_that_nobody_expects_is_fine(passphrase: str) -> None:
    assert weaknesses(passphrase) == ()


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", ("too_short", "too_few_different", "guessable")),
        ("k8#Vq2!mZr0", ("too_short",)),
        ("abcabcabcabc", ("too_few_different",)),
        ("06 51 93 27 48", ("only_digits",)),
        ("19-07-1983 2", ("only_digits",)),
        ("123456789012", ("only_digits", "guessable")),
        ("qwertyuiop12", ("guessable",)),
        ("poiuytrewq!X", ("guessable",)),
        ("aaaaBBBBccccD", ("too_few_different", "guessable")),
        ("Welkom2026!!", ("guessable",)),
        ("W3lk0m2026!?", ("guessable",)),
        ("ZomerHerfst2027", ("guessable",)),
        ("wachtwoordGeheim1", ("guessable",)),
    ],
)
def test_what_a_guesser_tries_first_is_named(
    passphrase: str, expected: tuple[Weakness, ...]
) -> None:
    assert weaknesses(passphrase) == expected


def test_an_accent_counts_once_however_it_was_typed() -> None:
    assert weaknesses("e\u0301" * 11) == weaknesses("é" * 11)
    assert "too_short" in weaknesses("e\u0301" * 11)


@given(st.text())
def test_any_text_gets_an_answer_and_a_short_one_is_always_named(text: str) -> None:
    assert ("too_short" in weaknesses(text)) or len(text) >= SHORTEST
    assert weaknesses(text) == weaknesses(text)
