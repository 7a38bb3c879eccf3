"""Text that people typed, made harmless without changing what they said.

Owns the one definition of "clean" text, and what becomes of each kind of character: see the table
in ``tests/conversation/test_text.py``. Must not know where the text is shown.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

LONGEST_NOTE: Final = 10_000
"""Characters in one piece of own words."""
LONGEST_LINE: Final = 120
"""Characters in a name, a label or an organisation."""
MOST_MARKS: Final = 8
"""Accents on one letter; no script needs as many, and a heap of them covers the lines above."""

_LINE_BREAKS: Final = str.maketrans(
    {"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"}
)
_JOINERS: Final = ("\u200c", "\u200d")

_LAST_OF_PLANES: Final = "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)
)
_TAKEN_OUT: Final = re.compile(
    # The letters that nobody sees make a flag of a region; any others could hide a text.
    "(\U0001f3f4[\U000e0030-\U000e007a]{1,6}\U000e007f)|["
    "\U000e0000-\U000e007f"
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters, but for line breaks and tabs
    "\u00ad"  # a hyphen that only shows where a line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # what turns the direction of reading
    "\u200b\u2060-\u2065\ufeff"  # without width and meaning: a byte order mark in the middle
    "\u3164\uffa0"  # letters that are empty
    "\ud800-\udfff"  # halves of a character, and bytes that were no text
    "\ufff9-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # of a layout that is not ours
    f"\ufdd0-\ufdef\ufffe\uffff{_LAST_OF_PLANES}"  # what is never a character
    "]"
)
_MAY_BE_HEAPED: Final = re.compile(f"[^\x00-\u02ff\u3400-\ud7ff]{{{MOST_MARKS + 1},}}")
"""Only a look: in most texts no heap of accents can be."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of white space, and of characters that only change how others are shown."""
_UNSEEN_TOO: Final = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""More of them: fillers, an empty cell of braille, and what chooses between two forms."""
_MARKS: Final = frozenset({"Mn", "Me"})


@dataclass(frozen=True)
class OneLine:
    """Text on one line; ``was_several`` says that line ends became spaces."""

    text: str
    was_several: bool


def clean_text(text: str) -> str:
    """Return ``text`` in NFC, with line feeds only, without control and bidirectional characters.

    Tabs and every kind of space become a space. What joins letters stays, as some words and emoji
    are wrong without it; so does everything else that people type, markup-like characters and
    letters that are newer than this program included. Text in which nothing can be seen, such as a
    lone zero-width space, comes back empty.
    """
    cleaned = _with_few_marks(unicodedata.normalize("NFC", _harmless(text))).strip()
    return "" if all(map(_is_unseen, cleaned)) else cleaned


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, runs of white space as one space."""
    return " ".join(clean_text(text).split())


def as_one_line(text: str) -> OneLine:
    """Return what is pasted into a field of one line, so that nothing of it is lost.

    Line ends in it become a space; those around it go. It is no clean text yet: what stands before
    and behind it in the field belongs to it.
    """
    lines = [line for line in _harmless(text).split("\n") if line.strip()]
    if len(lines) > 1:
        return OneLine(" ".join(map(str.strip, lines)), was_several=True)
    return OneLine("".join(lines), was_several=False)


def as_lines(text: str) -> str:
    """Return what is pasted into a field of several lines, without what must not be in it.

    It is no clean text yet: what stands before and behind it in the field belongs to it.
    """
    return _harmless(text)


def cut_note(text: str) -> str:
    """Return as much of ``text`` as a note holds, counted as it will be kept."""
    # Counted in NFC: some letters become two then.
    kept = unicodedata.normalize("NFC", text)
    return text if len(kept) <= LONGEST_NOTE else kept[:LONGEST_NOTE]


def typed_unseen(char: str | None) -> str:
    """Return what a key types that no terminal can show; empty for any other key.

    Every kind of space is a space, such as that of Option+Space; what joins letters is kept, some
    words and emoji are wrong without it.
    """
    if char in _JOINERS:
        return char or ""
    is_space = char is not None and len(char) == 1 and unicodedata.category(char) == "Zs"
    return " " if is_space else ""


def _harmless(text: str) -> str:
    """Return ``text`` with line feeds and plain spaces, without what must not be in it."""
    text = text.replace("\r\n", "\n").translate(_LINE_BREAKS).replace("\t", " ")
    if text.isascii() and text.isprintable():
        return text
    kept = _TAKEN_OUT.sub(lambda found: found[1] or "", text)
    return "".join(" " if unicodedata.category(char) == "Zs" else char for char in kept)


def _with_few_marks(text: str) -> str:
    """Return ``text`` without the accents that are too many on one letter."""
    if _MAY_BE_HEAPED.search(text) is None:
        return text
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char) in _MARKS else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN or char in _UNSEEN_TOO
