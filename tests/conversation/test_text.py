from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from giz_gesprek.cleaning import MOST_MARKS, as_lines
from giz_gesprek.conversation.text import (
    _CLEAN,  # what is looked at no further
    LONGEST_LINE,
    LONGEST_NOTE,
    OneLine,
    as_one_line,
    clean_line,
    clean_text,
    cut_note,
)
from giz_gesprek.conversation.text_fields import Note, ShortText

NOTE = TypeAdapter[str](Note)
SHORT_TEXT = TypeAdapter[str](ShortText)
HIDDEN = "".join(chr(0xE0000 + ord(char)) for char in "geheim")
FLAG = "🏴" + "".join(chr(0xE0000 + ord(char)) for char in "gbsct") + "\U000e007f"


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


@pytest.mark.parametrize(
    ("what", "typed", "kept"),
    [
        ("every space", "a\u00a0b\u2009c\u202fd\u205fe\u3000f\u1680g\u2007h", "a b c d e f g h"),
        ("a space without width", "ik\u200bben", "ikben"),
        ("joiners", "\u0645\u06cc\u200c\u062e 👩\u200d👧", "\u0645\u06cc\u200c\u062e 👩\u200d👧"),
        ("a word joiner", "a\u2060b", "ab"),
        ("a byte order mark in the middle", "a\ufeffb", "ab"),
        ("a soft hyphen", "zorg\u00advraag", "zorgvraag"),
        ("how an emoji looks", "❤\ufe0f 1\ufe0f\u20e3", "❤\ufe0f 1\ufe0f\u20e3"),
        ("which form of a name", "葛\U000e0100", "葛\U000e0100"),
        ("the flag of a region", FLAG, FLAG),
        ("letters that nobody sees", "ja" + HIDDEN, "ja"),
        ("the same behind a flag", "🏴" + HIDDEN * 9, "🏴"),
        ("a mark of a language", "a\U000e0001b", "ab"),
        ("old marks of direction", "a\u206ab\u061cc", "abc"),
        ("invisible times", "2\u2062x", "2x"),
        ("an empty letter of Korean", "a\u3164b\uffa0c", "abc"),
        ("a syllable of old Korean", "\u115f\u1161", "\u115f\u1161"),
        ("what newer systems know", "a\u0378b", "a\u0378b"),
        ("what a font of one's own shows", "a\uf8ffb", "a\uf8ffb"),
        ("never a character", "a\ufffeb\ufdd0c\U0010ffffd", "abcd"),
        ("half a character", "a\udc80b\ud83dc", "abc"),
        ("notes between lines", "a\ufff9b\ufffac\ufffb", "abc"),
        ("the place of a picture", "a\ufffcb", "ab"),
        ("what could not be read", "a\ufffdb", "a\ufffdb"),
        ("a sign above a number", "\u06dd\u0661", "\u06dd\u0661"),
        ("accents as they are", "\u1ec7 \u05e9\u05b8\u05c1", "\u1ec7 \u05e9\u05b8\u05c1"),
        ("a heap of accents", "x" + "\u0334" * 40 + "y", "x" + "\u0334" * MOST_MARKS + "y"),
        ("signs of the old Mac", "a\x1fb\x7fc\x9fd", "abcd"),
    ],
)
def test_each_kind_of_character_was_decided_once(what: str, typed: str, kept: str) -> None:
    assert clean_text(typed) == kept, what


@pytest.mark.parametrize("unseen", ["\u2800", "\u115f", "\ufe0f", "\u3164", "\u034f", "\u00ad"])
def test_a_filler_alone_is_no_name(unseen: str) -> None:
    assert clean_line(f" {unseen} ") == ""


def test_lines_that_are_pasted_where_one_fits_stand_one_after_the_other() -> None:
    assert as_one_line("\r\n\nNoor\u2028 van\u00a0Dam \n") == OneLine(
        "Noor van Dam", was_several=True
    )
    assert as_one_line("\n van Dam\n") == OneLine(" van Dam", was_several=False)
    assert as_one_line(" \n\x07\n") == OneLine("", was_several=False)


def test_what_is_pasted_where_several_fit_keeps_its_lines() -> None:
    assert as_lines("een\r\n\ttwee\u202e\x1b[31m\u2029drie ") == "een\n twee[31m\ndrie "


def test_a_note_is_cut_where_it_is_full_as_it_will_be_kept() -> None:
    assert cut_note("e\u0301" * LONGEST_NOTE) == "e\u0301" * LONGEST_NOTE
    assert cut_note("\u0958" * (LONGEST_NOTE - 1)) == "\u0915\u093c" * (LONGEST_NOTE // 2)
    assert cut_note("x" * (LONGEST_NOTE + 1)) == "x" * LONGEST_NOTE


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
    assert SHORT_TEXT.validate_python("x" * LONGEST_LINE + "  ") == "x" * LONGEST_LINE
    with pytest.raises(ValidationError):
        SHORT_TEXT.validate_python("x" * (LONGEST_LINE + 1))


@pytest.mark.parametrize("value", [7, None, b"Noor", ["Noor"]])
def test_what_is_no_text_is_refused(value: object) -> None:
    for kind in (NOTE, SHORT_TEXT):
        with pytest.raises(ValidationError):
            kind.validate_python(value, strict=True)


def test_what_is_taken_as_it_is_would_come_out_of_the_cleaning_the_same() -> None:
    # Alone they are clean, and none of them is a mark that joins another: so is every text of them.
    plain = [char for char in map(chr, range(0x3000)) if _CLEAN.fullmatch(char)]
    assert {"a", "~", "é", "’", "€"} <= set(plain)
    text = "".join(plain)
    assert unicodedata.normalize("NFC", as_lines(text)) == text
    assert not any(map(unicodedata.combining, text))
    assert {unicodedata.category(char)[0] for char in text} <= set("LNPS")
    assert _CLEAN.fullmatch("Een zin.\nNog een.")
    for other in (" a", "a ", "a\n", "\na", "a\tb", "a\u00adb", "a\u200bb", "e\u0301", "", "\x7f"):
        assert not _CLEAN.fullmatch(other)
