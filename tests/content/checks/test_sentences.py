from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.content.address import spoken_in
from giz_gesprek.content.checks.passages import Passage, passages
from giz_gesprek.content.checks.sentences import readability, syllables, words_of
from giz_gesprek.content.loader import load_content
from giz_gesprek.paths import content_dir
from giz_gesprek.spoken import shown_sentences
from tests.spoken.support import sentences


def read_aloud(text: str, language: str = "nl") -> tuple[str, ...]:
    """Return the parts of a text that are lit one by one while it is read aloud."""
    return tuple(text[each.shown_start : each.shown_end] for each in sentences(text, language))


def counted(text: str) -> tuple[str, ...]:
    """Return the sentences in which the rules see a text."""
    return Passage("", 1, "", "standard", "nl", "statement", ("text",), text).sentences


def test_every_text_of_ours_is_counted_in_the_sentences_that_are_read() -> None:
    content = load_content(content_dir())
    for each in passages(content):
        assert each.sentences == read_aloud(each.shown, each.language), each.text_id
    for (_register, folder), glossary in content.library.glossaries.items():
        language, _address = spoken_in(folder)
        for term, entry in glossary.entries.items():
            found = shown_sentences(entry.text, language=language)
            assert found == read_aloud(entry.text, language), term


@pytest.mark.parametrize(
    "parts",
    [
        ("Goed.", "Slecht."),
        ("Waarom?", "Daarom!"),
        ("Om 8.30 uur op 3-4-2027.",),
        ("Het is 3.5 km.", "Dat is ver."),
        ("Dit is de 1e keer.", "Goed zo."),
        ("Ik ben 4.", "6 is meer."),
        ('Hij zegt "ja."', "Dan lacht hij."),
        ("Hij zegt: «Ja.»", "Dan gaat hij."),
        ("“Wat nu?” vraagt hij.",),
        ("Wat?!", "Nee."),
        ("Wij spelen bijv. buiten.",),
        ("De B.V. is dicht.",),
        ("De b.v. is dicht.",),
        ("Ga naar dr. De Vries.",),
        ("Kom di. 17 nov. om 3 uur.",),
        ("blz. 3 van 4",),
        ("Wij eten brood, melk enz.", "Dan slapen wij."),
        ("Ik weet het... misschien niet.",),
        ("Ik weet het...", "Misschien niet."),
        ("Ik weet het…", "Misschien niet."),
        ("1. Slapen",),
        ("• Slapen.", "• Eten."),
    ],
)
def test_what_is_counted_as_a_sentence_is_read_as_one(parts: tuple[str, ...]) -> None:
    text = " ".join(parts)
    assert counted(text) == read_aloud(text) == parts


@pytest.mark.parametrize("text", ["", " \n", "…", "?!", "🙂", "- \n *"])
def test_what_has_no_words_is_no_sentence(text: str) -> None:
    assert counted(text) == read_aloud(text) == ()


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\n\n", "\u2028", ".\n- "])
def test_a_line_ends_a_sentence(line_break: str) -> None:
    text = f"- slapen{line_break}eten"
    assert counted(text) == read_aloud(text)
    assert len(counted(text)) == 2


@given(st.text(alphabet="ab Bé13.,?!…\n\r\"'”»()-•🙂{}"))
def test_any_text_is_counted_in_the_sentences_that_are_read(text: str) -> None:
    assert counted(text) == read_aloud(text)


@given(st.text(alphabet="ab .?!\n\"'"))
def test_cutting_loses_no_word(text: str) -> None:
    cut = [word for sentence in counted(text) for word in words_of(sentence)]

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
