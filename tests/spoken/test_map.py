"""The way back from what is said to the letters on the screen."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.spoken import SpokenSentence
from giz_gesprek.spoken.dutch import DUTCH
from tests.spoken.support import said, sentences, shipped_pronunciations

PIECES = (
    "0-4 jaar",
    "€ 12,50",
    "om 14.30 uur",
    "di. 17 nov.",
    "17-11-2026",
    "088-1234567",
    "112",
    "ADHD",
    "pgb's",
    "i.v.m.",
    "bijv.",
    "enz.",
    "1e",
    "½",
    "10 %",
    "jongen/meisje",
    "🙂",
    "👨‍👩‍👧",
    "Çelik",
    "STOP",
    "www.ggd.nl",
    "info@ggd.nl",
    "ruzie",
    "VoorZorg",
    "5 min.",
    "…",
    "“ja”",
    "(s)",
    "- ",
    "*",
    "x",
    "\n",
    "\u00ad",
    "3.",
    "A",
    "-",
    "/",
    "?",
    "'s avonds",
    "2x",
    "°C",
    "=",
    "+",
    "5 m\u0131n",
    "d\u0131 3 mei",
    "5 \u017fec.",
    "\u212ag",
    "\u0663 kg",
    "9" * 50,
    "+" + "1" * 30,
    "1/0",
    "3/4",
    "groep 3/4",
    "dinsdag 3/11",
    "99-99-9999",
    "25:61",
    "€ 1.000.000.000.000.000,00",
    "€ 1,5 miljoen",
    "> 5",
    "A.D.H.D.",
    "uur/dag",
)
NOT_PLAIN = (
    {short.replace(".", "") for short in DUTCH.short} | DUTCH.spelled | {*DUTCH.dates.short_days}
)
anything = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map(" ".join),
    st.lists(st.sampled_from(PIECES)).map("".join),
)
VOWELS = "aeiou"
words: st.SearchStrategy[str] = st.builds(
    "{}{}{}".format,
    st.text("bdfghjklmnprstvwz", max_size=2),
    st.sampled_from(VOWELS),
    st.text("abdefghiklmnoprstuvwz", max_size=8),
).filter(lambda word: word not in NOT_PLAIN)


@given(st.lists(words, min_size=1), st.sampled_from([".", "?", "!", ""]))
def test_plain_words_are_said_as_they_stand(plain: list[str], end: str) -> None:
    sentence = " ".join(plain).capitalize() + end

    assert said(sentence) == [sentence]


@given(anything, st.sampled_from(["nl", "en", "pl"]))
def test_the_map_covers_each_sentence_in_order(text: str, language: str) -> None:
    done = 0
    for each in sentences(text, language, shipped_pronunciations("nl")):
        assert done <= each.shown_start < each.shown_end <= len(text)
        shown, spoken = each.shown_start, 0
        for piece in each.pieces:
            assert (piece.shown_start, piece.spoken_start) == (shown, spoken)
            assert piece.shown_end > shown
            assert piece.spoken_end >= spoken
            if piece.exact:
                heard = each.text[spoken : piece.spoken_end]
                assert heard == text[shown : piece.shown_end]
            shown, spoken = piece.shown_end, piece.spoken_end
        assert (shown, spoken) == (each.shown_end, len(each.text))
        done = each.shown_end


@given(anything, st.integers(-5, 300), st.integers(-5, 300))
def test_every_range_lies_in_its_sentence(text: str, start: int, length: int) -> None:
    for each in sentences(text, pronunciations=shipped_pronunciations("nl")):
        first, last = each.shown_range(start, length)

        assert each.shown_start <= first < last <= each.shown_end


@given(anything)
def test_lighting_never_moves_backwards(text: str) -> None:
    for each in sentences(text, pronunciations=shipped_pronunciations("nl")):
        lit = [each.shown_range(place, 1) for place in range(len(each.text))]

        assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in itertools.pairwise(lit))


@given(anything)
def test_what_is_not_read_aloud_is_what_has_no_words(text: str) -> None:
    heard = "".join(said(text))

    assert bool(heard) == any(map(str.isalnum, heard))
    assert "\n" not in heard


def lit(shown: str, word: str) -> str:
    """Return what is lit on the screen while ``word`` is said."""
    [sentence] = sentences(shown, pronunciations=shipped_pronunciations("nl"))
    start, end = sentence.shown_range(sentence.text.index(word), len(word))
    return shown[start:end]


@pytest.mark.parametrize(
    ("shown", "word", "expected"),
    [
        ("Wij wonen hier.", "woonen", "wonen"),
        ("Een kind van 0-4 jaar speelt.", "tot", "0-4"),
        ("Een kind van 0-4 jaar speelt.", "jaar", "jaar"),
        ("Een kind van 0-4 jaar speelt.", "speelt", "speelt"),
        ("Het kost € 12,50 per keer.", "vijftig", "€ 12,50"),
        ("Bel 0800-2000 nu.", "tweeduizend", "0800-2000"),
        ("De GGD-arts komt.", "arts", "arts"),
        ("De GGD-arts komt.", "dee", "GGD"),
        ("Is het een jongen/meisje?", "meisje", "meisje"),
        ("Dit is 🙂 fijn.", "fijn", "fijn"),
        ("Dag Çelik.", "Tsjelik", "Çelik"),
    ],
)
def test_the_word_that_is_said_is_lit(shown: str, word: str, expected: str) -> None:
    assert lit(shown, word) == expected


def test_a_range_counts_from_the_begin_of_the_whole_text() -> None:
    text = "Ik ben moe.\nHij is 4 jaar."
    last = sentences(text)[-1]

    start, end = last.shown_range(last.text.index("jaar"), 4)

    assert text[start:end] == "jaar"


def test_a_sentence_without_a_map_is_lit_as_a_whole() -> None:
    assert SpokenSentence(3, 9, "hallo").shown_range(1, 2) == (3, 9)
