"""A word in another script is never spelled in another language."""

from __future__ import annotations

import pytest

from tests.spoken.support import said, sentences
from tests.support.phonemes import phonemes

NAMES = (
    "محمد علي",
    "سامی\u200cجان",
    "Юлия",
    "Sам",
    "Ελένη",
    "王小明",
    "अनिल",
    "שָׁרָה",
    "ナオミ",
    "สมชาย",
    "민준",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("language", "shown", "spoken"),
    [
        ("nl", "Hoe gaat het met {} en Sam?", "Hoe gaat het met naam en Sam?"),
        ("en", "How are {} and Sam?", "How are name and Sam?"),
    ],
)
def test_a_name_is_said_as_one_word_of_the_language(
    name: str, language: str, shown: str, spoken: str
) -> None:
    assert said(shown.format(name), language) == [spoken]


def test_more_words_are_called_text_once() -> None:
    assert said("Hij zei: Я хочу спать сегодня ночью. Dat was het.") == [
        "Hij zei: tekst in andere letters.",
        "Dat was het.",
    ]


def test_a_row_that_is_left_and_begun_again_is_named_again() -> None:
    assert said("Юлия en Иван Петров, en Sam") == ["naam en naam, en Sam"]


def test_a_family_says_how_a_name_sounds() -> None:
    assert said("Hoe gaat het met سامي?", pronunciations={"سامي": "Sami"}) == [
        "Hoe gaat het met Sami?"
    ]


def test_the_whole_name_is_lit() -> None:
    shown = "Dit is Иван Петров niet."
    [sentence] = sentences(shown)
    start, end = sentence.shown_range(sentence.text.index("naam"), len("naam"))
    assert shown[start:end].startswith("Иван")
    assert shown[start:end].strip() in {"Иван", "Иван Петров"}


def test_no_latin_letter_is_called_by_its_name_in_another_language() -> None:
    blocks = (
        range(0xC0, 0x2B0),
        range(0x1E00, 0x1F00),
        range(0x2C60, 0x2C80),
        range(0xFB00, 0xFB07),
    )
    letters = [chr(code) for block in blocks for code in block if chr(code).isalpha()]
    # espeak-ng marks a change of language with its code in brackets.
    assert [each for each in letters if "(" in phonemes(said(f"Sa{each}al")[0], "nl")] == []


def test_a_language_without_a_table_is_left_to_its_own_voice() -> None:
    assert said("Юлия спит.", "uk") == ["Юлия спит."]
