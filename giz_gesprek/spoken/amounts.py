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
        first, second = numbers.say(found["first"]), numbers.say(found["second"])
        return f"{first} {language.signs.to} {second} {money.more}"

    def say_many(found: re.Match[str]) -> str:
        return f"{numbers.say(found['many'])} {found['word']} {money.more}"

    sign, one = "(?:€|EUR)␣?", numbers.whole
    cents = rf"(?:{decimal}(?P<cents>\d\d(?!\d)|[-\u2013]+))"
    names = "|".join(map(re.escape, (money.more, money.one)))
    yield rule(rf"{sign}(?P<many>{numbers.pattern})␣(?P<word>{'|'.join(money.large)})\b", say_many)
    yield rule(rf"{sign}(?P<first>{one})␣?[-\u2013]␣?(?P<second>{one})(?!{decimal}?\d)", say_row)
    yield rule(rf"{sign}(?P<euros>{one}){cents}?", say)
    yield rule(rf"{START}(?P<euros>{one}){cents}?␣?(?:€|EUR\b|(?:{names})\b)", say)
    yield rule(rf"{START}(?P<euros>{one}){decimal}(?P<cents>[-\u2013]+)(?![\w])", say)


def _amount(euros: str, cents: str | None, numbers: Numbers, language: Language) -> str:
    """Say an amount; ``cents`` are two figures, dashes that stand for none, or None."""
    money = language.money
    count = euros.replace(language.thousand, "").lstrip("0")
    unit = money.one if count == "1" else money.more
    said = f"{numbers.say(euros)} {unit}"
    if not cents or not cents.isdigit() or not int(cents):
        return said
    said_cents = language.cardinal(int(cents))
    if not count:
        return f"{said_cents} {money.cent if int(cents) == 1 else money.cents}"
    return f"{said} {said_cents}"
