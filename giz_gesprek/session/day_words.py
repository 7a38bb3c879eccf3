"""The words in which people say a day, or how often, in Dutch and in English. Data; none is shown.

A further language is a table like these. Who types need not type in the family's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from giz_gesprek.conversation.rhythm import Every

Numbered = Mapping[str, int]


@dataclass(frozen=True)
class DayWords:
    """One language, in small letters, without dots and accents.

    Attributes:
        weekdays: from 0 for Monday.
        months: from 1 for January.
        near: words for a day close by, with how many days it is from today.
        numbers: words for whole numbers, also as a place in a row.
        units: what is counted, in days, or below zero in months.
        this, coming, following: words before a day or week: "deze", "komende", "volgende".
        ahead: words before a number of days or weeks: "over twee weken".
        half: words before a year.
        unsaid: words that say nothing about which day it is.
        parts: what can be glued behind a day, such as "ochtend".
        ordinal_endings: what is glued behind a figure: "15e".
        phrases: a few words that are said as one.
        clock: patterns of a time of the day.
        each: words before what comes back: "elke".
        every: what can come back.
        in_one: both in one word: "dagelijks".

    """

    weekdays: Numbered
    months: Numbered
    near: Numbered
    numbers: Numbered
    units: Numbered
    this: frozenset[str]
    coming: frozenset[str]
    following: frozenset[str]
    ahead: frozenset[str]
    half: frozenset[str]
    unsaid: frozenset[str]
    parts: tuple[str, ...]
    ordinal_endings: tuple[str, ...]
    phrases: Mapping[str, str]
    clock: tuple[str, ...]
    each: frozenset[str]
    every: Mapping[str, Every]
    in_one: Mapping[str, Every]

    @property
    def numbered(self) -> Mapping[str, Numbered]:
        """Words that stand for a number, by a letter for what they are."""
        return {
            "W": self.weekdays,
            "M": self.months,
            "T": self.near,
            "N": self.numbers,
            "U": self.units,
        }

    @property
    def listed(self) -> Mapping[str, frozenset[str]]:
        """Words without a number, by a letter for what they are."""
        return {
            "D": self.this,
            "C": self.coming,
            "X": self.following,
            "I": self.ahead,
            "H": self.half,
        }


def _rows(first: int, *rows: str) -> Numbered:
    """Number rows of words that mean the same."""
    return {word: at for at, row in enumerate(rows, first) for word in row.split()}


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HOUR: Final = r"(?:\d{1,2}(?:[.:]\d\d)?|[a-z]+)"

_DUTCH_ONES: Final = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]

_DUTCH_NUMBERS: Final = _rows(
    1,
    "een eerste",
    "twee tweede",
    "drie derde",
    "vier vierde",
    "vijf vijfde",
    "zes zesde",
    "zeven zevende",
    "acht achtste",
    "negen negende",
    "tien tiende",
    "elf elfde",
    "twaalf twaalfde",
    "dertien dertiende",
    "veertien veertiende",
    "vijftien vijftiende",
    "zestien zestiende",
    "zeventien zeventiende",
    "achttien achttiende",
    "negentien negentiende",
    "twintig twintigste",
    *(f"{one}entwintig {one}entwintigste" for one in _DUTCH_ONES),
    "dertig dertigste",
    "eenendertig eenendertigste",
)

_DUTCH: Final = DayWords(
    weekdays=_rows(
        0,
        "maandag ma maan",
        "dinsdag di din dins",
        "woensdag wo woe woens wensdag woendsdag",
        "donderdag do don dond",
        "vrijdag vr vrij",
        "zaterdag za zat zater",
        "zondag zo zon",
    ),
    months=_rows(
        1,
        "januari jan",
        "februari feb febr",
        "maart mrt mar maa",
        "april apr",
        "mei",
        "juni jun",
        "juli jul",
        "augustus aug",
        "september sep sept",
        "oktober okt",
        "november nov",
        "december dec",
    ),
    near=_rows(0, "vandaag vanochtend vanmorgen vanmiddag vanavond", "morgen", "overmorgen"),
    numbers=_DUTCH_NUMBERS,
    units={
        **dict.fromkeys(("dag", "dagen", "dgn"), 1),
        **dict.fromkeys(("week", "weken", "wk", "wkn"), 7),
        **dict.fromkeys(("maand", "maanden", "mnd"), -1),
        **dict.fromkeys(("jaar", "jaren"), -12),
    },
    this=_listed("deze"),
    coming=_listed("komende aanstaande as eerstvolgende aankomende"),
    following=_listed("volgende volgend"),
    ahead=_listed("over"),
    half=_listed("half halve"),
    unsaid=_listed("op de het den in van uiterlijk dag"),
    parts=("ochtend", "middag", "avond", "nacht", "morgen"),
    ordinal_endings=("e", "de", "ste"),
    phrases={"a s": "as", "over morgen": "overmorgen"},
    clock=(
        rf"(?:om|vanaf|rond)\s+(?:half\s+|kwart\s+(?:voor|over)\s+)?{_HOUR}(?:\s*uur|\s*u)?",
        r"\d{1,2}(?:[.:]\d\d)?\s*(?:uur|u)(?![a-z])",
        r"\d{1,2}:\d\d",
        r"(?:'s|in de|s)\s+(?:ochtends?|morgens?|middags?|avonds?)",
    ),
    each=_listed("elke elk iedere ieder"),
    every={
        "dag": "day",
        "ochtend": "morning",
        "morgen": "morning",
        "middag": "afternoon",
        "avond": "evening",
        "week": "week",
        "weekend": "weekend",
        "weekeinde": "weekend",
    },
    in_one={"dagelijks": "day", "wekelijks": "week"},
)

_ENGLISH_ONES: Final = (
    "one first",
    "two second",
    "three third",
    "four fourth",
    "five fifth",
    "six sixth",
    "seven seventh",
    "eight eighth",
    "nine ninth",
)

_ENGLISH: Final = DayWords(
    weekdays=_rows(
        0,
        "monday mon mo",
        "tuesday tue tues tu",
        "wednesday wed weds we",
        "thursday thu thur thurs th",
        "friday fri fr",
        "saturday sat sa",
        "sunday sun su",
    ),
    months=_rows(
        1,
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sep sept",
        "october oct",
        "november nov",
        "december dec",
    ),
    near=_rows(0, "today tonight", "tomorrow", "overmorrow"),
    numbers={
        "a": 1,
        "an": 1,
        **_rows(1, *_ENGLISH_ONES),
        **_rows(
            10,
            "ten tenth",
            "eleven eleventh",
            "twelve twelfth",
            "thirteen thirteenth",
            "fourteen fourteenth",
            "fifteen fifteenth",
            "sixteen sixteenth",
            "seventeen seventeenth",
            "eighteen eighteenth",
            "nineteen nineteenth",
            "twenty twentieth",
        ),
        **_rows(21, *(f"twenty-{row.replace(' ', ' twenty-')}" for row in _ENGLISH_ONES)),
        **_rows(30, "thirty thirtieth", "thirty-one thirty-first"),
    },
    units={
        **dict.fromkeys(("day", "days"), 1),
        **dict.fromkeys(("week", "weeks", "wk", "wks"), 7),
        **dict.fromkeys(("fortnight", "fortnights"), 14),
        **dict.fromkeys(("month", "months"), -1),
        **dict.fromkeys(("year", "years"), -12),
    },
    this=_listed("this"),
    coming=_listed("coming"),
    following=_listed("next"),
    ahead=_listed("in"),
    half=_listed("half"),
    unsaid=_listed("on the of by from now time s"),
    parts=(),
    ordinal_endings=("st", "nd", "rd", "th"),
    phrases={"the day after tomorrow": "overmorrow", "day after tomorrow": "overmorrow"},
    clock=(
        rf"at\s+(?:half\s+past\s+)?{_HOUR}(?:\s*(?:am|pm|o'clock))?",
        r"\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|o'clock)(?![a-z])",
        r"\d{1,2}:\d\d",
        r"(?:in the\s+)?(?:morning|afternoon|evening)",
    ),
    each=_listed("every each"),
    every={
        "day": "day",
        "morning": "morning",
        "afternoon": "afternoon",
        "evening": "evening",
        "night": "evening",
        "week": "week",
        "weekend": "weekend",
    },
    in_one={"daily": "day", "weekly": "week"},
)

_LANGUAGES: Final[Mapping[str, DayWords]] = {"nl": _DUTCH, "en": _ENGLISH}


def day_words(language: str) -> tuple[DayWords, ...]:
    """Return the tables to try, that of ``language`` first."""
    code = language.partition("-")[0]
    return tuple(_LANGUAGES[each] for each in sorted(_LANGUAGES, key=lambda each: each != code))
