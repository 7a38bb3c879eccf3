"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from giz_gesprek.spoken.language import Language

_LINE: Final = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_END: Final = re.compile(
    r"(?<![.!?\u2026])[.!?\u2026]+[\"'\u2019\u201d\u00bb)\]]*(?=\s+(?P<next>\S.?))"
)
_OPENERS: Final = "\"'\u2018\u2019\u201c\u201e\u00ab(["
_INITIALS: Final = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+$")
_LETTERS_AND_DOTS: Final = re.compile(r"(?<!\w)(?:[a-z]{1,2}\.){2,}$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^\s*\d+\.$")


def sentence_ranges(text: str, language: Language | None) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of ``text``, without the white space around it."""
    for line in _LINE.finditer(text):
        start = line.start()
        for found in _END.finditer(text, line.start(), line.end()):
            if _ends(text[start : found.end()], text[found.end() : line.end()].lstrip(), language):
                yield from _trimmed(text, start, found.end())
                start = found.end()
        yield from _trimmed(text, start, line.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _ends(before: str, after: str, language: Language | None) -> bool:
    """Tell whether a sentence ends between ``before``, which ends in a sign, and ``after``."""
    opening = after.lstrip(_OPENERS)[:1]
    if opening.islower():
        return False
    if not before.endswith(".") or before.endswith(".."):
        return True
    initials = _INITIALS.search(before)
    if _NUMBERED.search(before) or (initials is not None and initials[0].isupper()):
        return False
    short = _short_words(language)
    if (word := short.search(before)) is not None:
        return opening.isupper() and word[0].lower() in _may_end(language)
    # An unknown row of letters with dots: an abbreviation, unless a new sentence follows.
    return not (_LETTERS_AND_DOTS.search(before) and not opening.isupper())


def _may_end(language: Language | None) -> frozenset[str]:
    return frozenset() if language is None else language.may_end_a_sentence


@lru_cache(maxsize=8)
def _short_words(language: Language | None) -> re.Pattern[str]:
    known = () if language is None else sorted(language.short_words, key=len, reverse=True)
    either = "|".join(map(re.escape, known)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{either})$", re.IGNORECASE)
