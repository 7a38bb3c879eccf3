"""Text that people typed, made harmless without changing what they said.

Owns the one definition of "clean" text; what becomes of each character is known by
:mod:`giz_gesprek.cleaning`. Must not know where the text is shown.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from giz_gesprek.cleaning import as_lines, with_few_marks

LONGEST_NOTE: Final = 10_000
"""Characters in one piece of own words."""
LONGEST_LINE: Final = 120
"""Characters in a name, a label or an organisation."""
_JOINERS: Final = ("\u200c", "\u200d")

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of white space, and of characters that only change how others are shown."""
_UNSEEN_TOO: Final = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""More of them: fillers, an empty cell of braille, and what chooses between two forms."""


# What most people type, and every note of a family that is read: nothing has to be done to it.
_SEEN: Final = r"!-~\u00a1-\u00ac\u00ae-\u017f\u2018\u2019\u201c\u201d\u2013\u2026\u20ac"
_CLEAN: Final = re.compile(rf"[{_SEEN}](?:[{_SEEN} \n]*[{_SEEN}])?")


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
    if _CLEAN.fullmatch(text) is not None:
        return text
    cleaned = with_few_marks(unicodedata.normalize("NFC", as_lines(text))).strip()
    return "" if all(map(_is_unseen, cleaned)) else cleaned


def clean_line(text: str) -> str:
    """Return ``text`` cleaned and on one line, runs of white space as one space."""
    return " ".join(clean_text(text).split())


def as_one_line(text: str) -> OneLine:
    """Return what is pasted into a field of one line, so that nothing of it is lost.

    Line ends in it become a space; those around it go. It is no clean text yet: what stands before
    and behind it in the field belongs to it.
    """
    lines = [line for line in as_lines(text).split("\n") if line.strip()]
    if len(lines) > 1:
        return OneLine(" ".join(map(str.strip, lines)), was_several=True)
    return OneLine("".join(lines), was_several=False)


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


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN or char in _UNSEEN_TOO
