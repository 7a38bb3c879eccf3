"""Rules for dates, days and times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giz_gesprek.spoken.amounts import START
from giz_gesprek.spoken.language import Dates, Language
from giz_gesprek.spoken.rewriting import Rule, rule

_LAST_DAY = 31
_CENTURY = 2000
_FULL_YEAR = 4
_LINE = "[-\u2013]"


def moment_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules, the most special first."""
    yield from _numeric_rules(language)
    yield from _named_rules(language)
    yield from _day_rules(language)
    yield from _clock_rules(language)


def _date(language: Language, day: str, month: int, year: str | None) -> str | None:
    """Return a date in words, or None where there is no such day."""
    dates = language.dates
    if not (1 <= int(day) <= _LAST_DAY and 1 <= month <= len(dates.months)):
        return None
    say_day = language.ordinal if dates.ordinal_days else language.cardinal
    full = None
    if year is not None:
        full = language.year(int(year) if len(year) == _FULL_YEAR else _CENTURY + int(year))
    return dates.say(say_day(int(day)), dates.months[month - 1], full)


def _numeric_rules(language: Language) -> Iterator[Rule]:
    day = f"(?ai:{'|'.join((*_full_days(language.dates), *language.dates.short_days))})"

    def say(found: re.Match[str]) -> str | None:
        return _date(language, found["day"], int(found["month"]), found["year"])

    def say_with_day(found: re.Match[str]) -> str | None:
        said = _date(language, found["day"], int(found["month"]), None)
        return said and f"{_full_day(found['weekday'], language.dates)} {said}"

    yield rule(rf"{START}(?<!-)(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])", say)
    yield rule(
        rf"{START}(?<!-)(?P<day>\d{{1,2}})(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign)"
        r"['\u2019]?(?P<year>\d{4}|\d\d)(?![\w-]|\.\d)",
        say,
    )
    yield rule(
        rf"(?<!\w)(?P<weekday>{day})\.?,?␣(?P<day>\d{{1,2}})[-/](?P<month>\d{{1,2}})"
        rf"(?![\w/-]|␣?(?:{_clock_words(language)})(?!\w))",
        say_with_day,
    )
    yield rule(
        r"(?<![\w.,/-])(20\d\d)/(20\d\d)(?![\w/])",
        lambda found: f"{language.year(int(found[1]))}, {language.year(int(found[2]))}",
    )


def _named_rules(language: Language) -> Iterator[Rule]:
    dates = language.dates
    numbers = {name.lower(): at for at, name in enumerate(dates.months, 1)} | dict(
        dates.short_months
    )

    def say(found: re.Match[str]) -> str | None:
        month = numbers[found["month"].lower().rstrip(".")]
        said = _date(language, found["day"], month, found["year"])
        ends = found[0].endswith(".") and not found.string[found.end() :].strip()
        return f"{said}." if said and ends else said

    full, short = ("|".join(sorted(each, key=len, reverse=True)) for each in _months(dates))
    endings = "|".join(language.ordinal_endings)
    day = rf"(?P<day>\d{{1,2}})(?:{endings})?"
    month = rf"(?P<month>(?ai:{full})(?!\w)|(?ai:{short})(?!\w)\.?)"
    yield rule(rf"{START}{day}␣+{month}(?:␣+['\u2019]?(?P<year>\d{{4}})(?!\w))?", say)
    if dates.ordinal_days:
        yield rule(rf"(?<!\w)(?P<month>(?ai:{full}))␣+{day}(?:,?␣+(?P<year>\d{{4}}))?(?!\w)", say)
    before = "|".join((*dates.before_year, full))
    yield rule(
        rf"(?<!\w)(?P<before>(?ai:{before}))␣(?P<year>1\d{{3}}|20\d\d)(?![\w.,:-])",
        lambda found: f"{found['before']} {language.year(int(found['year']))}",
    )


def _months(dates: Dates) -> tuple[list[str], list[str]]:
    return [re.escape(each) for each in dates.months], list(dates.short_months)


def _full_days(dates: Dates) -> tuple[str, ...]:
    return tuple(dates.short_days.values())


def _full_day(written: str, dates: Dates) -> str:
    """Return a day in full; one that is written in full stays as it is."""
    return dates.short_days.get(written.lower(), written)


def _day_rules(language: Language) -> Iterator[Rule]:
    dates = language.dates
    day = f"(?ai:{'|'.join(dates.short_days)})"
    months = "|".join((*_full_days(dates), *dates.months, *dates.short_months))

    def span(found: re.Match[str]) -> str | None:
        first, last = _full_day(found[1], dates), _full_day(found[2], dates)
        return None if first == last else f"{first} {language.signs.up_to} {last}"

    def listed(found: re.Match[str]) -> str | None:
        if len({each.lower() for each in re.findall(day, found[0])}) == 1:
            return None  # "zo en zo" is no Sunday
        named = re.sub(rf"\b{day}\b", lambda each: _full_day(each[0], dates), found[0])
        return re.sub(r"\s?/\s?", ", ", named)

    yield rule(rf"(?<!\w)({day})\.?␣?(?:t/m|{_LINE})␣?({day})(?!\w)", span)
    either = f"{language.signs.and_}|{language.signs.or_}"
    yield rule(rf"(?<!\w){day}(?:(?:,␣?|␣?/␣?|,?␣(?:{either})␣){day}(?!\w))+", listed)
    beside = re.compile(rf"(?:^|[,;:(]|(?<!\w)(?ai:{'|'.join(dates.beside_day)}))\s?$")

    def short(found: re.Match[str]) -> str | None:
        in_words = found["in_words"] is not None
        if in_words and not beside.search(found.string[: found.start()]):
            return None  # "Ik doe het zo."
        return _full_day(found[1], dates)

    yield rule(
        rf"(?<!\w)({day})(?:\.(?=,?␣?\d)|(?P<in_words>\.)(?=␣[a-z])|(?=,?␣\d{{1,2}}␣(?ai:{months})))",
        short,
    )


def _clock_rules(language: Language) -> Iterator[Rule]:
    before = re.compile(rf"(?<!\w)(?ai:{'|'.join(language.before_clock)})\s$")

    def say(found: re.Match[str]) -> str | None:
        with_dots = "." in found[0].removesuffix(found["word"] or "")
        if with_dots and not (found["word"] or before.search(found.string[: found.start()])):
            return None
        said = language.clock(int(found["hour"]), int(found["minutes"]))
        if found["hour2"]:
            last = language.clock(int(found["hour2"]), int(found["minutes2"]))
            said = f"{said} {language.signs.to} {last}"
        ends = (found["word"] or "").endswith(".") and not found.string[found.end() :].strip()
        return f"{said}." if ends else said

    hour, minutes = r"(?:[01]?\d|2[0-3])", r"[0-5]\d"
    second = rf"(?:␣?{_LINE}␣?(?P<hour2>{hour})[:.](?P<minutes2>{minutes}))?(?![\d:])"
    yield rule(
        rf"(?<![\w.,:])(?P<hour>{hour})[:.](?P<minutes>{minutes})(?![\d:]){second}"
        rf"(?:␣?(?P<word>{_clock_words(language)})(?!\w))?",
        say,
    )
    for glued in language.glued_units:
        yield rule(
            rf"(?<![\w.,:])(?P<hour>{hour}){glued}(?P<minutes>{minutes})(?!\w)",
            lambda found: language.clock(int(found["hour"]), int(found["minutes"])),
        )


def _clock_words(language: Language) -> str:
    return "|".join(map(re.escape, sorted(language.clock_words, key=len, reverse=True)))
