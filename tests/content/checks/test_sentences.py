from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.content.checks.sentences import (
    readability,
    split_sentences,
    syllables,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Goed. Slecht.", ("Goed.", "Slecht.")),
        ("Goed\nSlecht", ("Goed", "Slecht")),
        ("Waarom? Daarom!", ("Waarom?", "Daarom!")),
        ("Om 8.30 uur op 3-4-2027.", ("Om 8.30 uur op 3-4-2027.",)),
        ('Hij zegt "ja." Dan lacht hij.', ('Hij zegt "ja."', "Dan lacht hij.")),
        ("", ()),
    ],
)
def test_text_is_cut_at_lines_and_at_the_end_of_sentences(
    text: str, sentences: tuple[str, ...]
) -> None:
    assert split_sentences(text) == sentences


@given(st.text(alphabet="ab .?!\n\"'"))
def test_cutting_loses_no_word(text: str) -> None:
    cut = [word for sentence in split_sentences(text) for word in words_of(sentence)]

    assert "".join(cut).count("a") == text.count("a")


def test_a_number_with_signs_is_one_word() -> None:
    assert words_of("Bel 0800-2000 om 's avonds.") == ("Bel", "0800-2000", "om", "s", "avonds")


@pytest.mark.parametrize(
    ("word", "count"),
    [("eten", 2), ("kind", 1), ("ouders", 2), ("moeilijk", 2), ("cliënt", 1), ("112", 1)],
)
def test_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_readability_counts_what_formulas_need() -> None:
    measured = readability(["Een kind slaapt.", "Het eet."])

    assert (measured.sentences, measured.words, measured.longest) == (2, 5, 3)
    assert measured.mean == 2.5
    assert measured.douma == pytest.approx(206.84 - 0.93 * 2.5 - 77 * 5 / 5)


def test_nothing_can_be_measured_too() -> None:
    measured = readability([])

    assert (measured.mean, measured.douma, measured.longest) == (0, 0, 0)
