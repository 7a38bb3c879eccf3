"""Where an utterance begins and ends."""

from __future__ import annotations

import pytest

from tests.spoken.support import sentences


def shown_sentences(text: str, language: str = "nl") -> list[str]:
    return [text[each.shown_start : each.shown_end] for each in sentences(text, language)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij spelen bijv. buiten.",
        "Bel dhr. Bakker of mw. De Vries.",
        "Dit gaat m.b.t. Milan goed.",
        "Wij komen om 14.30 uur bij u.",
        "Ik kom om 9 u. bij u.",
        "1. Slapen en eten",
        "Dit is J. de Vries.",
        "Dit is J.P. Bakker.",
        "Ik weet het… misschien niet.",
        "Ik weet het... misschien niet.",
        "“Wat nu?” vraagt hij.",
        "Kom di. 17 nov. om 3 uur.",
        "Het kost € 12.50 per dag.",
        "Kijk op www.opvoeden.nl voor tips.",
        "Dat is a.b.c. voor hem.",
    ],
)
def test_a_sign_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert shown_sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ["Ik ben moe.", "Hij slaapt."],
        ["Wie helpt u?", "Wat doet u zelf?"],
        ["Stop!", "Nu is het genoeg."],
        ["Hij zegt: “Ik wil niet.”", "Dan huilt hij."],
        ["Hij is 4.", "Zij is 6."],
        ["Ik weet het…", "Misschien later."],
        ["Neem brood, melk enz.", "Dan eten wij."],
        ["Dit is Max.", "Hij is 3."],
        ["Doe het zo.", "Dan lukt het."],
        ["Het is 14.30 uur.", "Wij gaan."],
        ["(Dat mag.)", "Goed zo."],
    ],
)
def test_a_sentence_ends_before_the_next(parts: list[str]) -> None:
    assert shown_sentences(" ".join(parts)) == parts


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\n\n", "\u2028", " \n  "])
def test_a_line_break_ends_a_sentence(line_break: str) -> None:
    assert shown_sentences(f"Gaat goed{line_break}Is moeilijk") == ["Gaat goed", "Is moeilijk"]


@pytest.mark.parametrize(
    "text", ["", "  ", "\n", "…", "?!", "- \n *", "🙂", "👍🏽 ❤️", "“ ”", "\u200b"]
)
def test_what_has_no_words_is_not_said(text: str) -> None:
    assert sentences(text) == ()


def test_english_abbreviations_stay_in_their_sentence() -> None:
    assert shown_sentences("Ask Dr. Jones, e.g. at 9. He helps.", "en") == [
        "Ask Dr. Jones, e.g. at 9.",
        "He helps.",
    ]


def test_a_language_without_a_table_is_split_as_well() -> None:
    assert shown_sentences("Cześć. Jak się masz?", "pl") == ["Cześć.", "Jak się masz?"]
