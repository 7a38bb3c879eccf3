"""A day as people say it, found on the calendar: "vrijdag", "10-12", "over twee weken".

Pure. Owns what each way to say it means; ``day_words`` has the words, ``days_ahead`` counts. What
can be understood in two ways means the nearest day that has not gone by. Whoever reads shows the
day that was found: a guess that nobody sees is a wrong date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from giz_gesprek.conversation.folding import folded
from giz_gesprek.session.day_words import DayWords, day_words
from giz_gesprek.session.days_ahead import DaysAhead

_LONGEST: Final = 80
_CENTURY: Final = 2000
_FULL_YEAR: Final = 4
_SIGNS: Final = " '-/"
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES: Final = re.compile(
    r"(?:([a-z]+)[\s,.]+)?(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{1,2})"
    r"(?:(?:\s*[-/.]\s*|\s+)'?(\d{4}|\d\d))?\.?"
)
_TOKEN: Final = re.compile(r"\d+|[a-z]+(?:-[a-z]+)?")

_Found: TypeAlias = "tuple[date, int | None]"
"""A day, and the weekday that was said beside its date."""


@dataclass(frozen=True)
class Understood:
    """A day that was understood.

    Attributes:
        day: on the calendar.
        with_time: a time of the day was said too, which no day has.
        other_weekday: a weekday was said that this day is not.

    """

    day: date
    with_time: bool = False
    other_weekday: bool = False


def understood_day(text: str, today: date, language: str) -> Understood | None:
    """Return the day that ``text`` means, said on ``today``; None where nobody can be sure.

    The words of ``language`` are tried first, then those of the other languages. A day that has
    gone by can come back: it was said with its year, or with "deze week".
    """
    said = folded(text)
    if not said or len(said) > _LONGEST:
        return None
    ahead = DaysAhead(today)
    for words in day_words(language):
        found = _read(said, words, ahead)
        if found is not None:
            return found
    return None


def _read(said: str, words: DayWords, ahead: DaysAhead) -> Understood | None:
    without = without_time(said, words)
    kinds, with_part = _kinds_in(without, words)
    try:
        found = _in_figures(without, words, ahead) or _in_words(kinds, ahead)
    except (ValueError, OverflowError, StopIteration):  # no day of the calendar
        return None
    if found is None:
        return None
    day, weekday = found
    other = weekday is not None and day.weekday() != weekday
    return Understood(day, with_time=with_part or without != said, other_weekday=other)


def without_time(said: str, words: DayWords) -> str:
    """Return plain text without each time of the day in it."""
    for clock in words.clock:
        said = re.sub(rf"(?<![\w.:/-]){clock}(?![\w:])", " ", said).strip(" ,")
    return said


def _in_figures(said: str, words: DayWords, ahead: DaysAhead) -> _Found | None:
    iso = _ISO.fullmatch(said)
    if iso is not None:
        return date(*(int(part) for part in iso.groups())), None
    found = _FIGURES.fullmatch(said)
    if found is None:
        return None
    named, day, month, year = found.groups()
    if named is not None and named not in words.weekdays:
        return None
    return ahead.dated(int(day), int(month), _year(year)), words.weekdays.get(named or "")


def _year(written: str | None) -> int | None:
    """Return a year; one of two figures is in this century."""
    if written is None:
        return None
    return int(written) if len(written) == _FULL_YEAR else _CENTURY + int(written)


# --- what each word is --------------------------------------------------------------------

_Kinds: TypeAlias = "list[tuple[str, int]]"
"""A letter for what a word is, and its number; ``?`` for a word that nobody knows."""


def _kinds_in(said: str, words: DayWords) -> tuple[_Kinds, bool]:
    """Return what each word is, and whether a part of the day is glued to one."""
    said = " ".join(re.sub("[.,]", " ", said).split())
    for phrase, one in words.phrases.items():
        said = re.sub(rf"(?<!\w){phrase}(?!\w)", one, said)
    kinds: _Kinds = []
    with_part, place = False, 0
    for found in _TOKEN.finditer(said):
        if said[place : found.start()].strip(_SIGNS):
            kinds.append(("?", 0))
        glued = bool(place) and place == found.start()
        place = found.end()
        if glued and found[0] in words.ordinal_endings:
            continue
        token = without_part(found[0], words)
        with_part |= token != found[0]
        kinds += _kind_of(token, words)
    if said[place:].strip(_SIGNS):
        kinds.append(("?", 0))
    return kinds, with_part


def without_part(token: str, words: DayWords) -> str:
    """Return a word for a day without the part of the day that is glued to it."""
    for part in words.parts:
        day = token.removesuffix(part)
        if day != token and (day in words.weekdays or day in words.near):
            return day
    return token


def _kind_of(token: str, words: DayWords) -> _Kinds:
    if token.isdecimal():
        return [("Y" if len(token) == _FULL_YEAR else "N", int(token))]
    for kind, numbered in words.numbered.items():
        if token in numbered:
            return [(kind, numbered[token])]
    for kind, group in words.listed.items():
        if token in group:
            return [(kind, 0)]
    if token in words.unsaid:
        return []
    halves = token.split("-")
    if len(halves) > 1:  # as in "10-dec", which "twenty-one" is not
        return [kind for half in halves for kind in _kind_of(half, words)]
    return [("?", 0)]


# --- what the words mean ------------------------------------------------------------------


def _in_words(kinds: _Kinds, ahead: DaysAhead) -> _Found | None:
    said = "".join(kind for kind, _number in kinds)
    # Of two numbers the second is a year.
    first: dict[str, int] = {}
    for kind, number in kinds:
        first.setdefault(kind, number)
    for pattern, meaning in _MEANINGS.items():
        if re.fullmatch(pattern, said):
            return meaning(ahead, first), None
    for pattern, meaning in _DATES.items():
        if re.fullmatch(pattern, said):
            return meaning(ahead, {**first, "Y": _year_in(kinds)}), first.get("W")
    return None


def _year_in(kinds: _Kinds) -> int:
    """Return the year behind a month; 0 for none."""
    numbers = [(kind, number) for kind, number in kinds if kind in "NY"]
    if len(numbers) == 1:
        return 0
    kind, number = numbers[1]
    return number if kind == "Y" else _CENTURY + number


_Meaning: TypeAlias = Callable[[DaysAhead, Mapping[str, int]], date]

# The letters are those of ``day_words.DayWords``; a pattern has to fit all that was said.
_MEANINGS: Final[Mapping[str, _Meaning]] = {
    "[DC]?T": lambda ahead, at: ahead.days(at["T"]),
    "TI?NU": lambda ahead, at: ahead.later(at["N"], at["U"], ahead.days(at["T"])),
    "[DC]?W[DC]?": lambda ahead, at: ahead.next_weekday(at["W"]),
    "XW": lambda ahead, at: ahead.in_week(1, at["W"]),
    "[XC]UW|W[XC]U": lambda ahead, at: ahead.in_unit(1, at["U"], at["W"]),
    "DUW|WDU": lambda ahead, at: ahead.in_unit(0, at["U"], at["W"]),
    "[XC]U": lambda ahead, at: ahead.later(1, at["U"]),
    "INUW": lambda ahead, at: ahead.in_unit(at["N"], at["U"], at["W"]),
    "[DC]?WI?NU|NUW": lambda ahead, at: ahead.after_weekday(at["N"], at["U"], at["W"]),
    "WU": lambda ahead, at: ahead.after_weekday(1, at["U"], at["W"]),
    "I?NU": lambda ahead, at: ahead.later(at["N"], at["U"]),
    "I?N?HN?U": lambda ahead, at: ahead.half(at["U"]),
    "UN[DC]?W|WUN": lambda ahead, at: ahead.in_numbered_week(at["N"], at["U"], at["W"]),
}
_DATES: Final[Mapping[str, _Meaning]] = {
    "[DC]?W?(?:NM[NY]?|MNY?)": lambda ahead, at: ahead.dated(at["N"], at["M"], at["Y"] or None),
    "[DC]?W?N": lambda ahead, at: ahead.day_of_month(at["N"]),
    "W?N[XC]U": lambda ahead, at: ahead.day_of_next_month(at["N"], at["U"]),
}
