"""Whole numbers as words, split so that a voice gets them right."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

_LONGEST: Final = 6
"""Longer rows of figures without dots are codes; they are said one by one, three at a time."""

_LONGEST_NUMBER: Final = 12
"""Nobody hears a number that is longer."""

_DUTCH_CHUNK: Final = re.compile(r"(honderd|duizend|miljoen|miljard)(?=\w)(?!ste)")


@lru_cache(maxsize=512)
def _words(number: int, language: str, to: str) -> str:
    # Not above: 24 ms that only a voice needs.
    from num2words import num2words

    return str(num2words(number, lang=language, to=to))


def _dutch(number: int, to: str) -> str:
    """Return Dutch words with a space after hundreds and thousands.

    As one word ("tweeduizendzesentwintig") espeak stresses them wrongly; "zesen" it reads as
    "zees-en", because an s between vowels makes the e before it long.
    """
    words = _words(number, "nl", to).replace("een miljoen", "één miljoen")
    words = words.replace("een miljard", "één miljard").replace("zesen", "zessen")
    return _DUTCH_CHUNK.sub(r"\1 ", words)


def dutch_cardinal(number: int) -> str:
    """Return ``number`` in Dutch: 21 is ``eenentwintig``, 1250 ``twaalfhonderd vijftig``."""
    thousands, hundreds = 1000, 100
    if thousands < number < 2 * thousands and number % thousands >= hundreds:
        rest = number % hundreds
        head = f"{_dutch(number // hundreds, 'cardinal')}honderd"
        return f"{head} {_dutch(rest, 'cardinal')}" if rest else head
    return _dutch(number, "cardinal")


def dutch_ordinal(number: int) -> str:
    """Return the place in a row in Dutch: ``eerste``, ``tweede``."""
    return _dutch(number, "ordinal")


def english_cardinal(number: int) -> str:
    """Return ``number`` in English, without the commas that would make a pause."""
    return _words(number, "en", "cardinal").replace(",", "")


def english_ordinal(number: int) -> str:
    """Return the place in a row in English: ``first``, ``second``."""
    return _words(number, "en", "ordinal").replace(",", "")


def english_year(number: int) -> str:
    """Return a year in English: ``nineteen ninety-eight``."""
    return _words(number, "en", "year").replace(",", "")


def digits(figures: str, cardinal: Callable[[int], str]) -> str:
    """Return every figure by itself: ``een twee``."""
    return " ".join(cardinal(int(figure)) for figure in figures)


def whole(figures: str, cardinal: Callable[[int], str]) -> str:
    """Return a row of figures as a number; as single figures where it is a code."""
    is_code = len(figures) > 1 and figures[0] == "0"
    if not is_code and len(figures) <= _LONGEST:
        return cardinal(int(figures))
    return in_threes(figures, cardinal)


def grouped(figures: str, cardinal: Callable[[int], str]) -> str:
    """Return figures that were written with a sign between the thousands."""
    if len(figures) > _LONGEST_NUMBER:
        return in_threes(figures, cardinal)
    return cardinal(int(figures))


def in_threes(figures: str, cardinal: Callable[[int], str]) -> str:
    """Return every figure by itself, with a pause after each three."""
    threes = (figures[place : place + 3] for place in range(0, len(figures), 3))
    return ", ".join(digits(three, cardinal) for three in threes)
