"""Text that the fonts can show: PDF/UA forbids a character without a shape.

Which font has which characters stands in ``characters.json``, made by
``scripts/pdf_characters.py``. A character with its marks and joiners is shown whole or not at all.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

SUBSTITUTE: Final = "\N{WHITE SQUARE}"
"""What stands in the place of a character that cannot be shown."""

LONGEST_WORD: Final = 21
"""Letters of average width that fit in the narrowest column; a longer word may be broken."""

_BREAK: Final = "\N{ZERO WIDTH SPACE}"
_JOINERS: Final = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_WORD: Final = re.compile(r"[^\s-]+")
"""What no line can end in by itself; after a hyphen it can."""
_WIDE: Final = 1.5
_PART: Final = 7
"""Letters between two places to break: few places, because a copied text has them too."""
_LAST_NARROW: Final = "\N{LATIN SMALL LETTER LONG S}"


class Printable:
    """Makes texts printable, and remembers what had to be replaced."""

    def __init__(self) -> None:
        self._replaced: dict[str, None] = {}

    @property
    def replaced(self) -> tuple[str, ...]:
        """What was replaced, each once, in the order in which it was met."""
        return tuple(self._replaced)

    def text(self, text: str) -> str:
        """Return ``text`` with only what can be shown, and with places to break endless words."""
        shown = text
        if not _plain() >= set(text):
            shown = "".join(self._shown(cluster) for cluster in _clusters(text))
        if text and not shown.strip():
            return SUBSTITUTE  # nothing to be seen; a heading without any words is an error
        return _WORD.sub(lambda word: _breakable(word[0]), shown)

    def _shown(self, cluster: str) -> str:
        if cluster in {"\n", " "} or any(set(cluster) <= font for font in _fonts()):
            return cluster
        self._replaced[cluster] = None
        return SUBSTITUTE


def _clusters(text: str) -> list[str]:
    """Return ``text`` in pieces of one character with what belongs to it; without what is unseen.

    Joiners stay where they join letters of a script that needs them, and go elsewhere.
    """
    pieces: list[str] = []
    joined = False
    for char in unicodedata.normalize("NFC", text).replace("\t", " "):
        category = unicodedata.category(char)
        if char in _JOINERS or (category in _UNSEEN and char != "\n"):
            joined = char == _JOINERS[1]
            continue
        if pieces and pieces[-1] != "\n" and (joined or category.startswith("M")):
            pieces[-1] += char
        else:
            pieces.append(char)
        joined = False
    return pieces


def _breakable(word: str) -> str:
    """Return a word with places to break in it, if it may be wider than a column."""
    if len(word) * _WIDE <= LONGEST_WORD:
        return word
    widths = [_WIDE if char.isupper() or char > _LAST_NARROW else 1 for char in word]
    if sum(widths) <= LONGEST_WORD:
        return word
    clusters = _clusters(word)
    parts = ["".join(clusters[at : at + _PART]) for at in range(0, len(clusters), _PART)]
    return _BREAK.join(parts)


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    """Return what stands by itself in the first font: most texts hold nothing else."""
    first = _fonts()[0]
    composed = {char for char in first if not unicodedata.is_normalized("NFC", char)}
    marks = {char for char in first if unicodedata.category(char).startswith("M")}
    return (first | {"\n"}) - composed - marks


@lru_cache(maxsize=1)
def _fonts() -> tuple[frozenset[str], ...]:
    """Return the characters of each font, the one that is taken first in front."""
    ranges = json.loads(Path(__file__).with_name("characters.json").read_text(encoding="ascii"))
    return tuple(
        frozenset(chr(code) for first, last in known for code in range(first, last + 1))
        for known in ranges.values()
    )
