"""Rules for numbers: with a unit, as a part, as a place in a row, in a row, and bare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from giz_gesprek.spoken.amounts import START, Numbers
from giz_gesprek.spoken.language import Language
from giz_gesprek.spoken.numbers import whole
from giz_gesprek.spoken.rewriting import Rule, rule

_PARTS = "¼½¾⅓⅔⅛"
_DASH = "[-\u2013\u2014\u2212]"
_LARGEST_PART = 8
_LONGEST_WORD = 20


def number_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules, the most special first."""
    yield from _part_rules(language)
    yield from _unit_rules(language)
    yield from _order_rules(language)
    yield from _row_rules(language)
    yield from _bare_rules(language)


def _bare_rules(language: Language) -> Iterator[Rule]:
    numbers = Numbers(language)
    unit = re.compile(_unit_pattern(language))
    between = {".": f" {language.signs.dot} ", ",": f" {language.signs.comma} "}

    def apart(said: str, found: re.Match[str]) -> str:
        """Return ``said``, with a space where a letter follows that is no unit."""
        following = found.string[found.end() : found.end() + 1]
        joined = following.isalpha() and not unit.match(found.string, found.end())
        return f"{said} " if joined else said

    def in_parts(found: re.Match[str]) -> str | None:
        if re.fullmatch(numbers.pattern, found[0]):
            return None
        parts = re.split(r"([.,])", found[0])
        said = (between.get(part) or whole(part, language.cardinal) for part in parts)
        return apart("".join(said), found)

    yield rule(rf"{START}\d+(?:[.,]\d+)+", in_parts)
    yield rule(rf"{START}{numbers.pattern}", lambda found: apart(numbers.say(found[0]), found))
    yield rule(r"(?<!\w)\d+", lambda found: apart(whole(found[0], language.cardinal), found))


def _part_rules(language: Language) -> Iterator[Rule]:
    def say(found: re.Match[str], part: Fraction) -> str:
        number = int(found["whole"]) if found["whole"] else None
        following = re.match(r"\s*([^\W\d_]+)", found.string[found.end() :])
        said = language.fraction(
            number, (part.numerator, part.denominator), following[1] if following else ""
        )
        opening, _space, rest = said.partition(" ")
        # "een ½ uur" has its "een" already.
        doubled = number is None and _word_before(found) == opening
        return rest if doubled and rest else said

    def sign(found: re.Match[str]) -> str:
        value = Fraction(unicodedata.numeric(found["sign"]))
        return say(found, value.limit_denominator(_LARGEST_PART))

    def plain(found: re.Match[str]) -> str | None:
        part = Fraction(int(found["above"]), int(found["below"]))
        is_part = part < 1 and part.numerator == int(found["above"])
        return say(found, part) if is_part and _word_before(found) not in language.counted else None

    yield rule(rf"{START}(?P<whole>\d{{1,6}})?␣?(?P<sign>[{_PARTS}])", sign, beyond_ascii=True)
    yield rule(
        rf"{START}(?<!/)(?:(?P<whole>\d{{1,6}})␣)?(?P<above>[1-3])/(?P<below>[2-8])(?![\w/])", plain
    )


def _word_before(found: re.Match[str]) -> str:
    """Return the word that stands before a match, in small letters."""
    return (
        found.string[max(found.start() - _LONGEST_WORD, 0) : found.start()]
        .rstrip()
        .rpartition(" ")[2]
        .lower()
    )


def _unit_pattern(language: Language) -> str:
    known = sorted(language.units, key=len, reverse=True)
    return rf"(?P<gap>[ \u00a0\u202f]?)(?P<unit>(?ai:{'|'.join(map(re.escape, known))}))(?!\w)"


def _unit_rules(language: Language) -> Iterator[Rule]:
    def say(found: re.Match[str]) -> str | None:
        unit = found["unit"].lower()
        if found["gap"] and unit in language.glued_units:
            return None
        one, more = language.units[unit]
        is_one = re.search(r"(?<![\d.,/])1$", found.string[: found.start()])
        end = "." if unit.endswith(".") and not found.string[found.end() :].strip() else ""
        return f" {one if is_one else more}{end}"

    yield rule(rf"(?<=[\d{_PARTS}]){_unit_pattern(language)}", say)
    yield rule(r"(?<=\d)\+(?!␣?\d)", f" {language.signs.plus}")


def _order_rules(language: Language) -> Iterator[Rule]:
    either = "|".join(language.ordinal_endings)
    yield rule(
        rf"{START}(\d{{1,4}})(?:{either})(?!\w)", lambda found: language.ordinal(int(found[1]))
    )


def _row_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules for two numbers with a sign between them."""
    numbers, signs = Numbers(language), language.signs

    def span(found: re.Match[str]) -> str:
        first, second = numbers.say(found["first"]), numbers.say(found["second"])
        if "=" in found.string[found.end() :]:
            return f"{first} {signs.minus} {second}"
        goes_up = numbers.value(found["first"]) < numbers.value(found["second"])
        return f"{first} {signs.to} {second}" if goes_up else f"{first}, {second}"

    def out_of(found: re.Match[str]) -> str:
        first, second = (whole(found[part], language.cardinal) for part in (1, 2))
        beside = found[0] == "24/7" or _word_before(found) in language.classes
        return f"{first} {second}" if beside else f"{first} {signs.out_of} {second}"

    one = numbers.pattern
    yield rule(
        rf"{START}(?<![/-])(?P<first>{one})␣?{_DASH}␣?(?P<second>{one})(?![-\u2013/]?\d)(?![.,]\d)",
        span,
    )
    yield rule(rf"{START}(?<!/)(\d{{1,3}})/(\d{{1,3}})(?![\d/])", out_of)
    yield rule(r"␣*=␣*", f" {signs.equals} ")
    yield rule(r"␣+\+␣+|(?<=\d)\+(?=\d)", f" {signs.plus} ")
    yield rule(r"(?<![\w)])[-\u2212](?=\d)", f"{signs.minus} ")
    yield rule(r"[±~≈]␣?(?=\d)", f"{signs.about} ")
    yield rule(r"␣*>␣?(?=\d)", f" {signs.more_than} ")
    yield rule(r"␣*<␣?(?=\d)", f" {signs.less_than} ")
