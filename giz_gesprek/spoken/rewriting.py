"""Rules that say a piece of text in another way, and how they are laid over a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from giz_gesprek.spoken.sentence import Piece

SPACE = "[ \u00a0\u202f]"
"""A space that may stand inside a figure, as a class for a pattern."""


@dataclass(frozen=True)
class Rule:
    """What a pattern matches is said as ``say`` returns it; None leaves it as it is.

    One that is ``beyond_ascii`` matches nothing in a text of plain letters, as most are.
    """

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str | None]
    beyond_ascii: bool = False


def rule(
    pattern: str,
    say: Callable[[re.Match[str]], str | None] | str,
    *,
    beyond_ascii: bool = False,
) -> Rule:
    """Return a rule; a ``say`` that is a string is what every match is said as.

    ``SPACE`` stands in ``pattern`` as ``␣``, which is shorter to read.
    """
    compiled = re.compile(pattern.replace("␣", SPACE))
    if isinstance(say, str):
        fixed = say
        return Rule(compiled, lambda _found: fixed, beyond_ascii)
    return Rule(compiled, say, beyond_ascii)


@dataclass(frozen=True, order=True)
class _Claim:
    """A range of the text that one rule has taken, and what is said for it."""

    start: int
    end: int
    said: str


def rewrite(text: str, rules: Iterable[Rule], offset: int = 0) -> tuple[str, tuple[Piece, ...]]:
    """Return ``text`` as it is said, and the map between both.

    The first rule that takes a piece keeps it. Patterns see the whole text, so that a rule may
    look at its neighbours. ``offset`` is where ``text`` begins in the shown text of the map.
    """
    claims: list[_Claim] = []
    is_ascii = text.isascii()
    for each in rules:
        if not (is_ascii and each.beyond_ascii):
            _claim(text, each, claims)
    spoken: list[str] = []
    pieces: list[Piece] = []
    done = length = 0

    def add(end: int, said: str, *, exact: bool) -> None:
        nonlocal done, length
        if end > done:
            pieces.append(Piece(offset + done, offset + end, length, length + len(said), exact))
            spoken.append(said)
            done, length = end, length + len(said)

    for claim in claims:
        add(claim.start, text[done : claim.start], exact=True)
        add(claim.end, claim.said, exact=False)
    add(len(text), text[done:], exact=True)
    return "".join(spoken), tuple(pieces)


def _claim(text: str, each: Rule, claims: list[_Claim]) -> None:
    """Add what ``each`` takes of ``text`` to ``claims``, which stay in order."""
    place = 0
    while (found := each.pattern.search(text, place)) is not None:
        start, end = found.span()
        place = max(end, start + 1)
        if start == end:
            continue
        at = bisect_left(claims, start, key=lambda claim: claim.start)
        if at > 0 and claims[at - 1].end > start:
            place = claims[at - 1].end
            continue
        if at < len(claims) and claims[at].start < end:
            place = claims[at].end if claims[at].start == start else start + 1
            continue
        said = each.say(found)
        if said is not None:
            claims.insert(at, _Claim(start, end, said))
