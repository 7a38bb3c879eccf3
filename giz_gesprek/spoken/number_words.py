"""Whole numbers from 0 on in Dutch and English words. Pure; knows nothing but numbers.

A table and two rules for each language: less than a package would bring along, and nothing of it
has to be set up at an install.
"""

from __future__ import annotations

from typing import Final

_DUTCH: Final = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_DUTCH_TENS: Final = [
    "nul",
    "tien",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
]
_DUTCH_PLACES: Final = {"een": "eerste", "drie": "derde", "acht": "achtste"}
_DUTCH_LARGE: Final = ((10**9, "miljard"), (10**6, "miljoen"))

_ENGLISH: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS: Final = [
    "zero",
    "ten",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
_ENGLISH_PLACES: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_ENGLISH_LARGE: Final = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def dutch_words(number: int) -> list[str]:
    """Return ``number`` in Dutch, a word for each part that is said by itself.

    2026 is ``tweeduizend``, ``zesentwintig``: written as one word, said as two.
    """
    return [*_dutch_large(number), *_dutch_rest(number)] or ["nul"]


def dutch_places(number: int) -> list[str]:
    """Return the place in a row in Dutch: the last word of ``dutch_words`` has the ending."""
    *head, last = dutch_words(number)
    last = last.replace("é", "e")
    if last in _DUTCH_PLACES:
        return [*head, _DUTCH_PLACES[last]]
    # Short ones end in -de, but those of the table above; long ones end in -ste.
    short = last in _DUTCH
    return [*head, f"{last}{'de' if short else 'ste'}"]


def _dutch_large(number: int) -> list[str]:
    words: list[str] = []
    for size, name in _DUTCH_LARGE:
        if many := number // size:
            words += [*dutch_words(many), name]
        number %= size
    return words


def _dutch_rest(number: int) -> list[str]:
    """Return the thousands and what is below; nothing for 0."""
    thousands, rest = divmod(number % 10**6, 1000)
    words = [] if not thousands else _dutch_times(thousands, "duizend")
    hundreds, below = divmod(rest, 100)
    words += [] if not hundreds else _dutch_times(hundreds, "honderd")
    return words + ([_dutch_below_hundred(below)] if below else [])


def _dutch_times(many: int, name: str) -> list[str]:
    """Return how often, with the name behind it: ``tweehonderd``; for one the name alone."""
    *head, last = _dutch_rest(many)
    if many == 1:
        return [name]
    # Said with a stop, "honderd" is a word of its own: so is what comes after it.
    return [*head, f"{last}{name}" if not last.endswith("honderd") else f"{last} {name}"]


def _dutch_below_hundred(number: int) -> str:
    if number == 1:
        return "één"  # a number, not the article
    if number < len(_DUTCH):
        return _DUTCH[number]
    tens, ones = divmod(number, 10)
    if not ones:
        return _DUTCH_TENS[tens]
    one = _DUTCH[ones]
    return f"{one}{'ën' if one.endswith('e') else 'en'}{_DUTCH_TENS[tens]}"


def english_words(number: int) -> str:
    """Return ``number`` in English, without the commas that would make a pause."""
    words: list[str] = []
    rest = number
    for size, name in _ENGLISH_LARGE:
        if many := rest // size:
            words += [english_words(many), name]
        rest %= size
    if rest or not words:
        small = rest < 100 and bool(words)  # noqa: PLR2004 - "one thousand and one"
        words += (
            ["and", _english_below_thousand(rest)] if small else [_english_below_thousand(rest)]
        )
    return " ".join(words)


def english_places(number: int) -> str:
    """Return the place in a row in English: ``twenty-first``."""
    words = english_words(number)
    head, last = words[: (cut := max(words.rfind(" "), words.rfind("-")) + 1)], words[cut:]
    if last in _ENGLISH_PLACES:
        return head + _ENGLISH_PLACES[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def english_year_words(number: int) -> str:
    """Return a year in English: ``nineteen ninety-eight``, ``two thousand and nine``."""
    century, year = divmod(number, 100)
    if not 0 < century < 100 or (century % 10 == 0 and year < 10):  # noqa: PLR2004
        return english_words(number)
    if not year:
        return f"{english_words(century)} hundred"
    return f"{english_words(century)} {'oh-' if year < 10 else ''}{english_words(year)}"  # noqa: PLR2004


def _english_below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        behind = f" and {_english_below_thousand(rest)}" if rest else ""
        return f"{_ENGLISH[hundreds]} hundred{behind}"
    if rest < len(_ENGLISH):
        return _ENGLISH[rest]
    tens, ones = divmod(rest, 10)
    return _ENGLISH_TENS[tens] + (f"-{_ENGLISH[ones]}" if ones else "")
