"""How a number is written in a language and said, and the rules for money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giz_gesprek.spoken.language import Language
from giz_gesprek.spoken.numbers import digits, grouped, whole
from giz_gesprek.spoken.rewriting import Rule, rule

START = r"(?<!\w)(?<!\d[.,])"
"""Where a number begins: ``3`` in ``nr.3``, and never the ``5`` of ``2,5``."""

_PAIR = 2
_LONGEST_AMOUNT = 30
"""How far back an amount is looked for, in characters."""


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
        before, _sign, after = written.partition(language.decimal)
        plain = before.replace(language.thousand, "")
        say_whole = whole if plain == before else grouped
        said = say_whole(plain, language.cardinal)
        if not after:
            return said
        one_by_one = len(after) > _PAIR or after.startswith("0")
        behind = digits(after, language.cardinal) if one_by_one else language.cardinal(int(after))
        return f"{said} {language.signs.decimal} {behind}"

    def amount(self, written: str) -> str:
        """Return a whole number of something in words: it is never a code, however long."""
        return self._language.cardinal(int(written.replace(self._language.thousand, "")))

    def value(self, written: str) -> float:
        """Return what a number is worth, to compare two."""
        plain = written.replace(self._language.thousand, "")
        return float(plain.replace(self._language.decimal, "."))


def money_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules for an amount in euros, with the sign before or behind it."""
    numbers, money, decimal = Numbers(language), language.money, re.escape(language.decimal)

    def say(found: re.Match[str]) -> str:
        return _amount(found["euros"], found["cents"], numbers, language)

    def say_row(found: re.Match[str]) -> str:
        first, second = numbers.amount(found["first"]), numbers.amount(found["second"])
        return f"{first} {language.signs.to} {second} {money.more}"

    def say_many(found: re.Match[str]) -> str:
        return f"{numbers.say(found['many'])} {found['word']} {money.more}"

    def say_thousands(found: re.Match[str]) -> str:
        return f"{numbers.amount(found['thousands'] + '000')} {money.more}"

    sign, one = "(?:€|EUR)␣?", numbers.whole
    cents = rf"(?:{decimal}(?P<cents>\d\d(?!\d)|[-\u2013]+))"
    names = "|".join(map(re.escape, (money.more, money.one)))
    yield rule(rf"{sign}(?P<many>{numbers.pattern})␣(?P<word>{'|'.join(money.large)})\b", say_many)
    yield rule(rf"{sign}(?P<thousands>\d{{1,3}})␣?[kK]\b", say_thousands)
    yield rule(rf"{sign}(?P<first>{one})␣?[-\u2013]␣?(?P<second>{one})(?!{decimal}?\d)", say_row)
    yield rule(rf"{sign}(?P<euros>{one}){cents}?", say)
    yield rule(rf"{START}(?P<euros>{one}){cents}?␣?(?:€|EUR\b|(?:{names})\b)", say)
    yield rule(rf"{START}(?P<euros>{one}){decimal}(?P<cents>[-\u2013]+)(?![\w])", say)


def rate_rules(language: Language) -> Iterator[Rule]:
    """Yield the rule for a slash that is "per": "€ 20/mnd.", "2 uur/dag"."""
    many, one = language.rates
    numbers, money = Numbers(language), language.money
    counted = "|".join(
        map(re.escape, sorted((*many, money.one, money.more), key=len, reverse=True))
    )
    amount = rf"(?:€|EUR)␣?{numbers.whole}(?:{re.escape(language.decimal)}(?:\d\d|[-\u2013]+))?"
    before = rule(rf"(?:{amount}|(?<![^\W\d_])(?ai:{counted}))␣?$", "").pattern
    either = "|".join(map(re.escape, sorted(one, key=len, reverse=True)))

    def say(found: re.Match[str]) -> str | None:
        start = max(found.start() - _LONGEST_AMOUNT, 0)
        if not before.search(found.string[start : found.start()]):
            return None
        ends = found[0].endswith(".") and not found.string[found.end() :].strip()
        return f" {language.signs.per} {one[found['one'].lower()]}{'.' if ends else ''}"

    yield rule(rf"␣?/␣?(?P<one>(?ai:{either}))(?!\w)\.?", say)


def _amount(euros: str, cents: str | None, numbers: Numbers, language: Language) -> str:
    """Say an amount; ``cents`` are two figures, dashes that stand for none, or None."""
    money = language.money
    count = euros.replace(language.thousand, "").lstrip("0")
    unit = money.one if count == "1" else money.more
    said = f"{numbers.amount(euros)} {unit}"
    if not cents or not cents.isdigit() or not int(cents):
        return said
    said_cents = language.cardinal(int(cents))
    if not count:
        return f"{said_cents} {money.cent if int(cents) == 1 else money.cents}"
    return f"{said} {said_cents}"
