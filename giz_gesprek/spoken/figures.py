"""Rules for numbers: bare, in a row, as a part, with a unit, and as money."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from giz_gesprek.spoken.language import Language
from giz_gesprek.spoken.numbers import digits, whole
from giz_gesprek.spoken.rewriting import Rule, rule

_PARTS = "¼½¾⅓⅔⅛"
_DASH = "[-\u2013\u2014\u2212]"


class Numbers:
    """Says numbers as they are written in one language, and knows the pattern of one."""

    def __init__(self, language: Language) -> None:
        self._language = language
        thousand, decimal = re.escape(language.thousand), re.escape(language.decimal)
        self.whole = rf"(?:\d{{1,3}}(?:{thousand}\d{{3}})+(?!\d)|\d+)"
        self.pattern = rf"{self.whole}(?:{decimal}\d+)?"

    def say(self, written: str) -> str:
        """Return a number in words: ``1.250`` as a whole, ``2,05`` with its sign between."""
        language = self._language
        before, _sign, after = written.replace(language.thousand, "").partition(language.decimal)
        said = whole(before, language.cardinal)
        if not after:
            return said
        pair = 2
        one_by_one = len(after) > pair or after.startswith("0")
        behind = digits(after, language.cardinal) if one_by_one else language.cardinal(int(after))
        return f"{said} {language.signs.point} {behind}"

    def value(self, written: str) -> float:
        """Return what a number is worth, to compare two."""
        plain = written.replace(self._language.thousand, "")
        return float(plain.replace(self._language.decimal, "."))


def number_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules for parts, units, rows and bare numbers, the most special first."""
    numbers = Numbers(language)
    yield from _part_rules(language)
    yield from _unit_rules(language)
    yield from _order_rules(language)
    yield _range_rule(language, numbers)
    yield from _sum_rules(language)

    def bare(found: re.Match[str]) -> str:
        said = numbers.say(found[0])
        following = found.string[found.end() : found.end() + 1]
        # What follows without a space is a unit or a sign, and another word.
        return f"{said} " if following.isalpha() or following in set("%°\u00d7+€=") - {""} else said

    yield rule(rf"(?<![\w.,])(?:{numbers.pattern})", bare)
    yield rule(r"(?<!\w)\d+", lambda found: whole(found[0], language.cardinal))


def _part_rules(language: Language) -> Iterator[Rule]:
    def say(found: re.Match[str]) -> str | None:
        number = int(found["whole"]) if found["whole"] else None
        if found["sign"]:
            value = unicodedata.numeric(found["sign"])
            below = next(each for each in (2, 3, 4, 8) if abs(value * each % 1) < 1e-6)  # noqa: PLR2004
            part = (round(value * below), below)
        else:
            part = (int(found["above"]), int(found["below"]))
        following = re.match(r"\s*([^\W\d_]+)", found.string[found.end() :])
        said = language.fraction(number, part, following[1] if following else "")
        before = found.string[: found.start()].rstrip().rpartition(" ")[2]
        opening, _space, rest = said.partition(" ")
        return rest if number is None and rest and before.lower() == opening else said

    yield rule(rf"(?<![\w.,/])(?P<whole>\d+)?␣?(?P<sign>[{_PARTS}])(?P<above>)(?P<below>)", say)
    plain = r"(?P<above>1)/(?P<below>[2-8])|(?P<above2>[23])/(?P<below2>[34])"

    def say_plain(found: re.Match[str]) -> str | None:
        above, below = found["above"] or found["above2"], found["below"] or found["below2"]
        number = int(found["whole"]) if found["whole"] else None
        following = re.match(r"\s*([^\W\d_]+)", found.string[found.end() :])
        return language.fraction(
            number, (int(above), int(below)), following[1] if following else ""
        )

    yield rule(rf"(?<![\w.,/])(?:(?P<whole>\d+)␣)?(?:{plain})(?![\w/])", say_plain)


def _unit_rules(language: Language) -> Iterator[Rule]:
    def say(found: re.Match[str]) -> str:
        one, more = language.units[found["unit"].lower()]
        is_one = re.search(r"(?<![\d.,])1$", found.string[: found.start()])
        end = "." if found["unit"].endswith(".") and not found.string[found.end() :].strip() else ""
        return f"{' ' if found['gap'] else ''}{one if is_one else more}{end}"

    known = sorted(language.units, key=len, reverse=True)
    either = "|".join(map(re.escape, known))
    yield rule(rf"(?<=[\d{_PARTS}])(?P<gap>␣?)(?P<unit>(?i:{either}))(?!\w)", say)
    yield rule(r"(?<=\d)\+(?!␣?\d)", language.signs.plus)


def _order_rules(language: Language) -> Iterator[Rule]:
    either = "|".join(language.ordinal_endings)
    yield rule(
        rf"(?<![\w.,])(\d{{1,4}})(?:{either})(?!\w)",
        lambda found: language.ordinal(int(found[1])),
    )


def _range_rule(language: Language, numbers: Numbers) -> Rule:
    """Say "0-4" with "tot"; what does not go up is a sum or two numbers beside each other."""
    signs = language.signs

    def say(found: re.Match[str]) -> str:
        first, second = numbers.say(found["first"]), numbers.say(found["second"])
        if "=" in found.string[found.end() :]:
            return f"{first} {signs.minus} {second}"
        if numbers.value(found["first"]) < numbers.value(found["second"]):
            return f"{first} {signs.to} {second}"
        return f"{first}, {second}"

    one = numbers.pattern
    return rule(
        rf"(?<![\w.,/-])(?P<first>{one})␣?{_DASH}␣?(?P<second>{one})(?![-\u2013/]?\d)(?![.,]\d)",
        say,
    )


def _sum_rules(language: Language) -> Iterator[Rule]:
    signs = language.signs

    def out_of(found: re.Match[str]) -> str:
        first, second = (whole(found[part], language.cardinal) for part in (1, 2))
        return f"{first} {second}" if found[0] == "24/7" else f"{first} {signs.out_of} {second}"

    yield rule(r"(?<![\w.,/])(\d+)/(\d+)(?![\w/])", out_of)
    yield rule(r"␣*=␣*", f" {signs.equals} ")
    yield rule(r"␣+\+␣+|(?<=\d)\+(?=\d)", f" {signs.plus} ")
    yield rule(r"(?<![\w)])[-\u2212](?=\d)", f"{signs.minus} ")


def money_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules for an amount in euros, with the sign before or behind it."""
    numbers = Numbers(language)
    money, decimal = language.money, re.escape(language.decimal)

    def amount(euros: str, cents: str | None) -> str:
        count = euros.replace(language.thousand, "")
        said_cents = language.cardinal(int(cents)) if cents and cents.isdigit() else ""
        has_cents = bool(cents and cents.isdigit() and int(cents))
        if has_cents and not int(count):
            return f"{said_cents} {money.cent if cents == '01' else money.cents}"
        unit = money.one if int(count) == 1 else money.more
        said = f"{numbers.say(euros)} {unit}"
        return f"{said} {said_cents}" if has_cents else said

    def say(found: re.Match[str]) -> str:
        if found["second"]:
            first, second = numbers.say(found["euros"]), numbers.say(found["second"])
            return f"{first} {language.signs.to} {second} {money.more}"
        return amount(found["euros"], found["cents"])

    figures = rf"(?P<euros>{numbers.whole})(?:{decimal}(?P<cents>\d\d(?!\d)|[-\u2013]+))?"
    second = rf"(?:␣?[-\u2013]␣?(?P<second>{numbers.whole})(?!{decimal}\d))?"
    yield rule(rf"(?:€|EUR)␣?{figures}{second}", say)
    yield rule(
        rf"(?<![\w.,]){figures}(?P<second>(?!))?␣?(?:€|EUR\b|{money.more}\b|{money.one}\b)", say
    )
