"""What has to be known of a language to say figures, signs and short words in it.

The rules are the same for every language; a further one is a table like ``dutch``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Words = Mapping[str, str]


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(words.split())


@dataclass(frozen=True)
class Signs:
    """What is said for a sign, or between two figures."""

    to: str
    up_to: str
    plus: str
    minus: str
    equals: str
    out_of: str
    and_: str
    or_: str
    at: str
    dot: str
    dash: str
    underscore: str
    slash: str
    number: str
    comma: str
    decimal: str
    about: str
    more_than: str
    less_than: str
    per: str


@dataclass(frozen=True)
class Money:
    """The euro: ``one`` and ``more`` of it, and of the cent; words for millions of them."""

    one: str
    more: str
    cent: str
    cents: str
    large: tuple[str, ...]


@dataclass(frozen=True)
class Dates:
    """Names of months and days, and their short forms without a dot, in small letters.

    ``before_year`` are words behind which four figures are a year, ``beside_day`` those behind
    which a day is written short.
    """

    months: tuple[str, ...]
    short_months: Mapping[str, int]
    short_days: Words
    ordinal_days: bool
    before_year: tuple[str, ...]
    beside_day: tuple[str, ...]
    say: Callable[[str, str, str | None], str]


@dataclass(frozen=True, eq=False)
class Language:
    """One language. Keys are in small letters.

    Attributes:
        decimal, thousand: the signs inside a number.
        cardinal, ordinal, year: words for a whole number from 0 on.
        ordinal_endings: what behind a figure makes it a place in a row: ``de`` in ``2de``.
        clock: words for an hour and minutes.
        clock_words: words behind a time ("uur"), and words before one ("om").
        fraction: words for a whole number (or None) and a part (above, below), before a word.
        classes: words before figures with a slash that stand beside each other: "groep 3/4".
        counted: words before figures with a slash that are no part: "stap 1/3".
        units: short forms behind a figure, with the word for one and for more.
        glued_units: those that are a unit only without a space: ``10u``.
        rates: words between which a slash is "per" ("uur/dag"), with what is said for the second;
            behind an amount the second is enough: "€ 20/mnd".
        short: abbreviations with their dots, and the words for them.
        dots_optional: those that are known without their dots as well.
        before_figures: those that are one only before a figure: "max. 3", but the name "Max".
        may_end_a_sentence: those behind which a capital begins a new sentence.
        letters: the name of each letter.
        vowels: without one of these, a row of letters is no word.
        spelled: abbreviations with vowels that are said letter by letter.
        spelled_in_capitals: those that are words in small letters.
        no_letters: rows without a vowel that are words after all.
        foreign: letters of other languages, and how the language writes their sound.
        a_name, a_text: what is said for a few words in another script, and for more of them.
        another_language: what is said for words that no voice here can read.
        endings: of web addresses, where they are not simply spelled.
        post_code: a pattern with a group for the figures and one for the letters.
        service_numbers: what is said for the first four figures of a free or paid number.

    """

    decimal: str
    thousand: str
    cardinal: Callable[[int], str]
    ordinal: Callable[[int], str]
    year: Callable[[int], str]
    ordinal_endings: tuple[str, ...]
    clock: Callable[[int, int], str]
    clock_words: tuple[str, ...]
    before_clock: tuple[str, ...]
    fraction: Callable[[int | None, tuple[int, int], str], str]
    signs: Signs
    money: Money
    dates: Dates
    classes: frozenset[str]
    counted: frozenset[str]
    units: Mapping[str, tuple[str, str]]
    glued_units: frozenset[str]
    rates: tuple[frozenset[str], Words]
    short: Words
    dots_optional: frozenset[str]
    before_figures: frozenset[str]
    may_end_a_sentence: frozenset[str]
    letters: Words
    vowels: str
    spelled: frozenset[str]
    spelled_in_capitals: frozenset[str]
    no_letters: frozenset[str]
    foreign: Words
    a_name: str
    a_text: str
    another_language: str
    endings: Words
    service_numbers: Words
    post_code: str
    short_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather what ends in a dot that is no full stop."""
        dates = self.dates
        dotted = {f"{each}." for each in (*dates.short_months, *dates.short_days)}
        dotted |= {each for each in (*self.units, *self.short) if each.endswith(".")}
        object.__setattr__(self, "short_words", frozenset(dotted))
