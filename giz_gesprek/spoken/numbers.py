"""Whole numbers as words, split so that a voice gets them right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from giz_gesprek.spoken.number_words import dutch_places, dutch_words

_LONGEST: Final = 6
"""Longer rows of figures without dots are codes; they are said one by one, three at a time."""

_LONGEST_NUMBER: Final = 12
"""Nobody hears a number that is longer."""


def _dutch(words: list[str]) -> str:
    """Return Dutch words with a space after hundreds and thousands.

    As one word ("tweeduizendzesentwintig") espeak stresses them wrongly; "zesen" it reads as
    "zees-en", because an s between vowels makes the e before it long.
    """
    return " ".join(words).replace("zesen", "zessen")


def dutch_cardinal(number: int) -> str:
    """Return ``number`` in Dutch: 21 is ``eenentwintig``, 1250 ``twaalfhonderd vijftig``."""
    thousands, hundreds = 1000, 100
    if thousands < number < 2 * thousands and number % thousands >= hundreds:
        rest = number % hundreds
        head = f"{_dutch(dutch_words(number // hundreds))}honderd"
        return f"{head} {_dutch(dutch_words(rest))}" if rest else head
    return _dutch(dutch_words(number))


def dutch_ordinal(number: int) -> str:
    """Return the place in a row in Dutch: ``eerste``, ``tweede``."""
    return _dutch(dutch_places(number))


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
