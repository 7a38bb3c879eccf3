"""Rules for telephone numbers, web addresses and e-mail: said so that they can be written down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giz_gesprek.spoken.language import Language
from giz_gesprek.spoken.numbers import digits
from giz_gesprek.spoken.rewriting import Rule, rule

_GROUPS: Final = {5: (3, 2), 6: (2, 2, 2), 7: (3, 2, 2), 8: (2, 2, 2, 2), 9: (3, 2, 2, 2)}
"""How a row of figures is cut: a pause after two or three is what people can write along with."""

_FIGURES = 10
_SERVICES = ("0800", "0900")
_MOBILE, _AREA, _SERVICE = 2, 3, 4
_ROUND = re.compile(r"[1-9]\d?00")


def phone_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules: 112 and 113, then numbers that begin with a nought or a plus."""

    def one_by_one(figures: str) -> str:
        return digits(figures, language.cardinal)

    def say(found: re.Match[str]) -> str:
        groups = re.findall(r"\d+", found[0].replace("(0)", ""))
        service = language.service_numbers.get(groups[0][:_SERVICE])
        if len(groups) == 1 and not found[0].startswith("+"):
            groups = _opened(groups[0], service is not None)
        said = [service] if service is not None else [one_by_one(groups[0])]
        for group in groups[1:]:
            if service is not None and _ROUND.fullmatch(group):
                said.append(language.cardinal(int(group)))
            else:
                said += map(one_by_one, _cut(group))
        opening = f"{language.signs.plus} " if found[0].startswith("+") else ""
        return opening + ", ".join(said)

    def post_code(found: re.Match[str]) -> str:
        letters = " ".join(language.letters[letter] for letter in found[2].lower())
        return f"{one_by_one(found[1])}, {letters}"

    yield rule(rf"(?<![\w.,-]){language.post_code}(?![\w-])", post_code)
    units = "|".join(map(re.escape, (*language.units, language.money.more)))
    yield rule(
        rf"(?<![\w.,-])(?:112|113)(?![\w-]|[.,:]\d|␣?(?:{units})(?!\w))",
        lambda found: ", ".join(language.cardinal(int(figure)) for figure in found[0]),
    )
    yield rule(
        r"(?<![\w.,])(?:\+[1-9]\d|0\d{1,3})(?:\.\d{1,8}){1,5}(?![\w-]|\.\d)",
        lambda found: say(found) if _is_phone(found[0]) else None,
    )
    yield rule(
        r"(?<![\w.,])(?:(?:\+|00)[1-9]\d(?:␣?\(0\))?␣?\d{1,3}|\(0\d{1,3}\)|0\d{1,3})(?:␣?[-\u2013/]?␣?\d){4,8}(?![\w-])",
        say,
    )


def _is_phone(written: str) -> bool:
    """Tell by its length whether a row of figures with dots is a number to call."""
    count = sum(map(str.isdigit, written))
    return written[0] == "+" or count == _FIGURES or written[:_SERVICE] in _SERVICES


def _opened(figures: str, is_service: bool) -> list[str]:  # noqa: FBT001
    """Cut the part off that stands before the number of a person or a place."""
    size = (
        _SERVICE
        if is_service or figures.startswith("00")
        else _MOBILE
        if figures.startswith("06")
        else _AREA
    )
    return [figures[:size], figures[size:]]


def _cut(figures: str) -> Iterator[str]:
    start = 0
    for size in _GROUPS.get(len(figures), (len(figures),)):
        yield figures[start : start + size]
        start += size


def address_rules(language: Language) -> Iterator[Rule]:
    """Yield the rules for web addresses and e-mail."""
    signs = language.signs
    said_sign = {
        "@": signs.at,
        ".": signs.dot,
        "-": signs.dash,
        "_": signs.underscore,
        "/": signs.slash,
    }

    def part(written: str, *, last: bool) -> str:
        small = written.lower()
        if written.isdigit():
            return digits(written, language.cardinal)
        if last and small in language.endings:
            return language.endings[small]
        if last or small in language.spelled or not set(small) & set(language.vowels):
            return " ".join(language.letters.get(letter, letter) for letter in small)
        return written

    def say(found: re.Match[str]) -> str:
        address = re.sub(r"^https?://", "", found[0]).rstrip("/")
        host_end = len(address.partition("/")[0])
        said: list[str] = []
        for piece in re.finditer(r"\d+|[^\W\d_]+|[\W_]", address):
            is_end = piece.end() == host_end and address[piece.start() - 1] == "."
            said.append(said_sign.get(piece[0]) or part(piece[0], last=is_end))
        return " ".join(said)

    name = r"[\w-]+(?:\.[\w-]+)*"
    yield rule(rf"(?<![\w.@])[\w.+-]+@{name}\.[a-z]{{2,}}(?!\w)", say)
    yield rule(rf"(?:https?://|(?<![\w.])www\.){name}(?:/[\w/.-]*[\w/])?", say)
    yield rule(
        r"(?<![\w.@])[a-z][\w-]+\.(?:nl|com|org|eu|be|net)(?:/[\w/.-]*[\w/])?(?![\w.]\w)", say
    )
