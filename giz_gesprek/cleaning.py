"""What becomes of each character of a text that comes from outside; see the table in the tests.

The lowest part of the one way in: typed, pasted, piped or in a file, every text comes through here.
What a clean text is as a whole is known by :mod:`giz_gesprek.conversation.text`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MOST_MARKS: Final = 8
"""Accents on one letter; no script needs as many, and a heap of them covers the lines above."""


_LINE_BREAKS: Final = "\r\u2028\u2029\x0b\x0c\x85"
_SPACES: Final = "".join(
    map(chr, (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000))
)
"""Every character of the category Zs, and tabs."""
_PLAIN: Final = str.maketrans({**dict.fromkeys(_LINE_BREAKS, "\n"), **dict.fromkeys(_SPACES, " ")})
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
_MARKS: Final = frozenset({"Mn", "Me"})


def as_lines(text: str) -> str:
    """Return ``text`` with line feeds and plain spaces, without what must not be in any text.

    It is no clean text yet: what stands before and behind it in a field belongs to it.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").translate(_PLAIN)
    return _TAKEN_OUT.sub(lambda found: found[1] or "", text)


def with_few_marks(text: str) -> str:
    """Return ``text`` without the accents that are too many on one letter."""
    if _MAY_BE_HEAPED.search(text) is None:
        return text
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char) in _MARKS else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)
