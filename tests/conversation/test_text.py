from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from giz_gesprek.conversation.text import LONGEST_NOTE, Note, ShortText, clean_line, clean_text

NOTE = TypeAdapter[str](Note)
SHORT_TEXT = TypeAdapter[str](ShortText)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("een\u2028twee\u2029drie\x0bvier\x0cvijf\x85zes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
        ("een\ttwee", "een twee"),
        ("  midden \n", "midden"),
        ("cafe\u0301", "caf\u00e9"),
        ("bel\x07 en \x1b[31mrood", "bel en [31mrood"),
        ("rood\u202eneorg\u2066\u200f", "roodneorg"),
        ("half\ud83d teken", "half teken"),
    ],
)
def test_what_a_terminal_cannot_bear_is_taken_out(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "[/b] {child} %s </p>",
        "👨‍👩‍👧‍👦 🏳️‍🌈",
        "日本語 ع ñ",
        "regel\n\nregel",
        "twee  spaties",
        "\u0301",
    ],
)
def test_everything_else_that_people_type_stays(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize("text", ["", " \t\n", "\u200b", "\u202e", "\u200d\n\u2060", "\x00"])
def test_text_in_which_nothing_can_be_seen_is_empty(text: str) -> None:
    assert clean_text(text) == ""
    assert clean_line(text) == ""
    for kind in (NOTE, SHORT_TEXT):
        with pytest.raises(ValidationError):
            kind.validate_python(text)


@given(st.text(st.characters()))
def test_clean_text_is_clean_and_stays_as_it_is(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert all(char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"} for char in cleaned)


@given(st.text(st.characters()))
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert clean_line(line) == line
    assert line.split(" ") == line.split() or line == ""


def test_a_note_keeps_its_lines_and_a_name_does_not() -> None:
    assert NOTE.validate_python(" een\r\n twee ") == "een\n twee"
    assert SHORT_TEXT.validate_python(" Noor\r\n  van\tDam ") == "Noor van Dam"


def test_a_note_is_as_long_as_a_long_story_and_no_longer() -> None:
    assert NOTE.validate_python("x" * LONGEST_NOTE) == "x" * LONGEST_NOTE
    with pytest.raises(ValidationError):
        NOTE.validate_python("x" * (LONGEST_NOTE + 1))


def test_a_length_is_counted_after_cleaning() -> None:
    assert NOTE.validate_python("x" * LONGEST_NOTE + "\x07\r\n ") == "x" * LONGEST_NOTE
    assert SHORT_TEXT.validate_python("x" * 120 + "  ") == "x" * 120
    with pytest.raises(ValidationError):
        SHORT_TEXT.validate_python("x" * 121)


@pytest.mark.parametrize("value", [7, None, b"Noor", ["Noor"]])
def test_what_is_no_text_is_refused(value: object) -> None:
    for kind in (NOTE, SHORT_TEXT):
        with pytest.raises(ValidationError):
            kind.validate_python(value, strict=True)
