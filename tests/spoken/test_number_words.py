import pytest

from giz_gesprek.spoken.number_words import (
    dutch_places,
    dutch_words,
    english_places,
    english_words,
    english_year_words,
)

DUTCH = {
    0: "nul",
    1: "één",
    22: "tweeëntwintig",
    38: "achtendertig",
    101: "honderd één",
    1250: "duizend tweehonderd vijftig",
    100_000: "honderd duizend",
    112_004: "honderd twaalfduizend vier",
    1_000_001: "één miljoen één",
    2_100_000_000: "twee miljard honderd miljoen",
}
DUTCH_PLACES = {
    1: "eerste",
    2: "tweede",
    3: "derde",
    8: "achtste",
    19: "negentiende",
    20: "twintigste",
    100: "honderdste",
    101: "honderd eerste",
    2026: "tweeduizend zesentwintigste",
}
ENGLISH = {
    0: "zero",
    21: "twenty-one",
    101: "one hundred and one",
    1100: "one thousand one hundred",
    1_000_001: "one million and one",
    12_500_000: "twelve million five hundred thousand",
}
ENGLISH_PLACES = {
    1: "first",
    12: "twelfth",
    20: "twentieth",
    21: "twenty-first",
    100: "one hundredth",
}
ENGLISH_YEARS = {
    99: "ninety-nine",
    1900: "nineteen hundred",
    1906: "nineteen oh-six",
    1998: "nineteen ninety-eight",
    2009: "two thousand and nine",
    2026: "twenty twenty-six",
    10_000: "ten thousand",
}


@pytest.mark.parametrize(("number", "words"), DUTCH.items())
def test_a_number_is_said_in_dutch(number: int, words: str) -> None:
    assert " ".join(dutch_words(number)) == words


@pytest.mark.parametrize(("number", "words"), DUTCH_PLACES.items())
def test_a_place_in_a_row_is_said_in_dutch(number: int, words: str) -> None:
    assert " ".join(dutch_places(number)) == words


@pytest.mark.parametrize(("number", "words"), ENGLISH.items())
def test_a_number_is_said_in_english(number: int, words: str) -> None:
    assert english_words(number) == words


@pytest.mark.parametrize(("number", "words"), ENGLISH_PLACES.items())
def test_a_place_in_a_row_is_said_in_english(number: int, words: str) -> None:
    assert english_places(number) == words


@pytest.mark.parametrize(("number", "words"), ENGLISH_YEARS.items())
def test_a_year_is_said_in_english(number: int, words: str) -> None:
    assert english_year_words(number) == words


def test_no_two_numbers_sound_alike() -> None:
    for say in (dutch_words, dutch_places):
        assert len({" ".join(say(number)) for number in range(20_000)}) == 20_000
    for say_english in (english_words, english_places):
        assert len({say_english(number) for number in range(20_000)}) == 20_000
