"""Text that people typed, made harmless without changing what they said.

Owns the one definition of "clean" text. Must not know where the text is shown.
"""

from __future__ import annotations

import unicodedata
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, StringConstraints

LONGEST_NOTE: Final = 10_000
"""Characters in one piece of own words."""

# Overrides and isolates that reorder what is read (Unicode TR9), and the marks beside them.
_BIDIRECTIONAL: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_LINE_BREAKS: Final = str.maketrans(
    {"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"}
)

_JOINERS: Final = ("\u200c", "\u200d")

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of white space, and of characters that only change how others are shown."""


def clean_text(text: str) -> str:
    """Return ``text`` in NFC, with line feeds only, without control and bidirectional characters.

    Tabs and every kind of space become a space; everything else that people type stays, emoji and
    markup-like characters included. Text in which nothing can be seen, such as a lone zero-width
    space, comes back empty.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_BREAKS).replace("\t", " ")
    kept = (
        " " if unicodedata.category(char) == "Zs" else char
        for char in text
        if char == "\n"
        or (char not in _BIDIRECTIONAL and unicodedata.category(char) not in {"Cc", "Cs"})
    )
    cleaned = unicodedata.normalize("NFC", "".join(kept)).strip()
    return cleaned if any(unicodedata.category(char) not in _UNSEEN for char in cleaned) else ""


def typed_unseen(char: str | None) -> str:
    """Return what a key types that no terminal can show; empty for any other key.

    Every kind of space is a space, such as that of Option+Space; what joins letters is kept, some
    words and emoji are wrong without it.
    """
    if char in _JOINERS:
        return char or ""
    is_space = char is not None and len(char) == 1 and unicodedata.category(char) == "Zs"
    return " " if is_space else ""


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, runs of white space as one space."""
    return " ".join(clean_text(text).split())


def _clean_if_text(value: object) -> object:
    return clean_text(value) if isinstance(value, str) else value


def _line_if_text(value: object) -> object:
    return clean_line(value) if isinstance(value, str) else value


def _not_empty(value: str) -> str:
    if not value:
        message = "text without any character that can be shown"
        raise ValueError(message)
    return value


Note = Annotated[
    str,
    BeforeValidator(_clean_if_text),
    StringConstraints(max_length=LONGEST_NOTE),
    AfterValidator(_not_empty),
]
"""Clean text of 1 to ``LONGEST_NOTE`` characters, possibly of several lines."""

ShortText = Annotated[
    str,
    BeforeValidator(_line_if_text),
    StringConstraints(max_length=120),
    AfterValidator(_not_empty),
]
"""Clean text on one line: a name, a label, an organisation."""
