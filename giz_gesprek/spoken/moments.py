"""Rules for dates, days and times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giz_gesprek.spoken.language import Language
from giz_gesprek.spoken.rewriting import Rule, rule

_LAST_DAY = 31
_CENTURY = 2000


def moment_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules, the most special first."""
    yield from _date_rules(language)
    yield from _day_rules(language)
    yield from _clock_rules(language)


def _date_rules(language: Language) -> Iterator[Rule]:
    dates = language.dates

    def said(day: str, month: int, year: str | None) -> str | None:
        if not (1 <= int(day) <= _LAST_DAY and 1 <= month <= len(dates.months)):
            return None
        number = int(day)
        spoken_day = language.ordinal(number) if dates.ordinal_days else language.cardinal(number)
        full = year and (int(year) if len(year) > 2 else _CENTURY + int(year))  # noqa: PLR2004
        return dates.say(spoken_day, dates.months[month - 1], language.year(full) if full else None)

    def numeric(found: re.Match[str]) -> str | None:
        return said(found["day"], int(found["month"]), found["year"])

    def named(found: re.Match[str]) -> str | None:
        name = found["month"].lower().rstrip(".")
        names = [each.lower() for each in dates.months]
        month = names.index(name) + 1 if name in names else dates.short_months[name]
        words = said(found["day"], month, found["year"])
        ends = found[0].endswith(".") and not found.string[found.end() :].strip()
        return f"{words}." if words and ends else words

    yield rule(r"(?<![\w.,-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])", numeric)
    yield rule(
        r"(?<![\w.,-])(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)"
        r"(?P<year>\d{4}|\d\d)(?![\w-])",
        numeric,
    )
    names = "|".join(map(re.escape, dates.months))
    short = "|".join(sorted(dates.short_months, key=len, reverse=True))
    month = rf"(?P<month>(?i:{names})(?!\w)|(?i:{short})(?!\w)\.?)"
    endings = "|".join(language.ordinal_endings)
    yield rule(
        rf"(?<![\w.,])(?P<day>\d{{1,2}})(?:{endings})?␣+{month}(?:␣+(?P<year>\d{{4}})(?!\w))?",
        named,
    )
    yield rule(
        rf"(?P<month>(?<!\w)(?i:{names}))␣+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?␣+(?P<year>\d{{4}}))?(?!\w)",
        named if dates.ordinal_days else lambda _found: None,
    )
    yield rule(
        rf"(?P<before>(?:(?<=\w␣)|(?:(?i:{names})␣)))(?P<year>1\d{{3}}|20\d\d)(?![\w.,:-])",
        lambda found: f"{found['before']}{language.year(int(found['year']))}",
    )


def _day_rules(language: Language) -> Iterator[Rule]:
    dates = language.dates
    day = f"(?i:{'|'.join(dates.short_days)})"
    months = "|".join((*map(re.escape, dates.months), *dates.short_months))

    def full(short: str) -> str:
        return dates.short_days[short.lower()]

    def span(found: re.Match[str]) -> str | None:
        first, last = full(found[1]), full(found[2])
        return None if first == last else f"{first} {language.signs.up_to} {last}"

    yield rule(rf"(?<!\w)({day})\.?␣?(?:t/m|[-\u2013])␣?({day})(?!\w)\.?(?=\W|$)", span)
    yield rule(
        rf"(?<!\w)({day})(?:\.(?=,?␣?\d)|(?=,?␣\d{{1,2}}(?:␣(?i:{months})|[-/]\d)))",
        lambda found: full(found[1]),
    )


def _clock_rules(language: Language) -> Iterator[Rule]:
    words = "|".join(
        re.escape(each) for each in sorted(language.clock_words, key=len, reverse=True)
    )
    before = re.compile(
        rf"(?<!\w)(?:{'|'.join(language.before_clock) or '(?!)'})\s$", re.IGNORECASE
    )

    def say(found: re.Match[str]) -> str | None:
        with_dots = "." in found[0].removesuffix(found["word"] or "")
        is_time = found["word"] or before.search(found.string[: found.start()])
        if with_dots and not is_time:
            return None
        first = language.clock(int(found["hour"]), int(found["minutes"]))
        ends = (found["word"] or "").endswith(".") and not found.string[found.end() :].strip()
        end = "." if ends else ""
        if not found["hour2"]:
            return first + end
        last = language.clock(int(found["hour2"]), int(found["minutes2"]))
        return f"{first} {language.signs.to} {last}{end}"

    hour, minutes = r"[01]?\d|2[0-3]", r"[0-5]\d"
    second = rf"(?:␣?[-\u2013]␣?(?P<hour2>{hour})[:.](?P<minutes2>{minutes}))?"
    word = rf"(?:␣?(?P<word>{words})(?!\w))?"
    yield rule(
        rf"(?<![\w.,:])(?P<hour>{hour})[:.](?P<minutes>{minutes})(?![\d:]){second}(?![\d:]){word}",
        say,
    )
