"""How many guesses a passphrase takes who knows what people choose. Pure, but for the lists.

The parts that a guesser knows (words, names, sayings, rows of keys, days, numbers) are found by
zxcvbn and here; the cheapest way through them is what counts. Unlike zxcvbn's own reckoning the
order of the parts costs a guesser nothing: "ik hou van jou" is four words, and no surprise.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from math import log10
from typing import Final, Literal, NamedTuple

from giz_gesprek.store._known_words import known_words, plain, rows_of_keys

Kind = Literal["unknown", "word", "saying", "own", "repeat", "row", "number"]

LONGEST: Final = 64
"""Signs that are looked at. What comes after them makes a passphrase no easier."""

# Who knows the words before it guesses the next one of a sentence sooner: a text with two or more
# of the hundred words that hold sentences together counts for three quarters of its parts.
_HOLDS_TOGETHER: Final = 100
_FEWEST_HELD, _IN_A_SENTENCE = 2, 0.75

_COMMONEST: Final = 20
"""No word is guessed in fewer tries within other words."""

_SHORTEST: Final = 3
_LOOK_ALIKES: Final = (
    str.maketrans("@48(3691!0$5+72%", "aabceggiiossttzx"),
    str.maketrans("@48(369|1!0$5+72%", "aabcegglllossttzx"),
)
_OTHERWISE_WRITTEN: Final = 4
# What a sign costs that is part of nothing: ten, for a word that no list has; more where letters,
# digits and other signs alternate, which no word does.
_SIGN, _OTHER_KIND = log10(10), log10(30)
_BETWEEN: Final = re.compile(r"[\s\-_.,;:'\u2019/+&]+")

_MONTHS: Final = (
    "jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sep(?:t(?:ember)?)?"
    "|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
# Patterns with how many there are of each.
_PATTERNS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), log10(many))
    for pattern, many in (
        (r"(?<!\d)(?:19|20)\d\d(?!\d)", 100),
        (rf"\d{{1,2}}[ -]?(?:{_MONTHS})(?:[ -]?(?:19|20)?\d\d)?", 40_000),
        (r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:(?:19|20)\d\d|\d\d)", 40_000),
        (r"\d{4} ?[a-z]{2}(?![a-z])", 500_000),
        (r"(?:[a-z]{1,3}|\d{1,3})(?:[- ]?(?:[a-z]{1,3}|\d{1,3})){2}", 50_000_000),
        (r"(?:\+31|0031|0)[ -]?6?(?:[ -]?\d){8,9}", 100_000_000),
    )
)
_PLATE: Final = 4
_PLATE_SIGNS: Final = 6


class Part(NamedTuple):
    """A stretch of the text that a guesser knows; ``cost`` is the logarithm of the tries for it."""

    start: int
    end: int
    cost: float
    kind: Kind
    held: int = 0


class Guessed(NamedTuple):
    """The logarithm (base 10) of the guesses, and what the parts were.

    ``held`` counts the words that hold sentences together.
    """

    cost: float
    kinds: frozenset[Kind] = frozenset()
    held: int = 0


def guessed(text: str, own: Collection[str] = ()) -> Guessed:
    """Return how *text* is guessed at best; *own* are words about the person who chose it."""
    text = text[:LONGEST]
    known = frozenset(word for one in own for word in _BETWEEN.split(plain(one)) if word)
    # With and without what stands between words: "prin-ses" is no better than "prinses".
    both = {text, _BETWEEN.sub("", text)} - {""}
    found = min((_cheapest(one, known) for one in both), default=Guessed(0))
    apart = [word for word in _BETWEEN.split(plain(text)) if word]
    # Of words that stand apart it is plain which they are; otherwise the way through tells it.
    held = sum(map(_holds_together, apart)) if len(apart) > 1 else found.held
    return found if held < _FEWEST_HELD else found._replace(cost=found.cost * _IN_A_SENTENCE)


def _holds_together(word: str) -> bool:
    known = known_words().get(word)
    return known is not None and known.rank <= _HOLDS_TOGETHER


def _cheapest(text: str, own: Collection[str]) -> Guessed:
    """Return the cheapest way from the first sign to the last."""
    ending: dict[int, list[Part]] = {}
    for part in _parts(text, own):
        ending.setdefault(part.end, []).append(part)
    # For each place: the best way to it after a known part, and after a sign of nothing.
    after_part: list[Guessed | None] = [Guessed(0)]
    after_sign: list[Guessed | None] = [None]
    for end in range(1, len(text) + 1):
        before = (after_part[end - 1], after_sign[end - 1])
        other = end > 1 and _sort_of(text[end - 1]) != _sort_of(text[end - 2])
        after_sign.append(
            _best(
                _more(before[0], _SIGN, "unknown"),
                _more(before[1], _OTHER_KIND if other else _SIGN, "unknown"),
            )
        )
        after_part.append(
            _best(
                *(
                    _more(_best(after_part[part.start], after_sign[part.start]), *part[2:])
                    for part in ending.get(end, ())
                )
            )
        )
    return _best(after_part[-1], after_sign[-1]) or Guessed(0)


def _best(*ways: Guessed | None) -> Guessed | None:
    return min((way for way in ways if way is not None), default=None, key=lambda way: way.cost)


def _more(way: Guessed | None, cost: float, kind: Kind, held: int = 0) -> Guessed | None:
    if way is None:
        return None
    return Guessed(way.cost + cost, way.kinds | {kind}, way.held + held)


def _sort_of(sign: str) -> str:
    if sign.isdigit():
        return "digit"
    return "letter" if sign.isalpha() else "sign"


def _parts(text: str, own: Collection[str]) -> Iterator[Part]:
    low = plain(text)
    yield from _words(text, low, low, own)
    for look_alikes in _LOOK_ALIKES:
        if (read := low.translate(look_alikes)) != low:
            yield from _words(text, low, read, own)
    yield from _reversed(_words(text[::-1], low[::-1], low[::-1], own), len(text))
    yield from _patterns(low)
    yield from _repeats(low, own)
    yield from _found_by_zxcvbn(text)


def _words(text: str, low: str, read: str, own: Collection[str]) -> Iterator[Part]:
    """Find words in *read*, which is *low* with its look-alikes undone; a sign for a sign."""
    words = known_words()
    for start in range(len(read)):
        for end in range(start + _SHORTEST, len(read) + 1):
            word = read[start:end]
            if word in own:
                yield Part(start, end, log10(_COMMONEST), "own")
            elif word in words:
                tries = max(words[word].rank, _COMMONEST) * _capitals(text[start:end])
                if word != low[start:end]:
                    tries *= _OTHERWISE_WRITTEN
                kind: Kind = "saying" if words[word].saying else "word"
                yield Part(start, end, log10(tries), kind, int(_holds_together(word)))


def _capitals(token: str) -> int:
    """Return how many ways of using capitals come before this one."""
    if token == token.lower():
        return 1
    if token == token.upper() or token == token.capitalize():
        return 2
    return int(2 ** min(sum(sign.isupper() for sign in token) + 1, 8))


def _reversed(parts: Iterable[Part], length: int) -> Iterator[Part]:
    for part in parts:
        yield Part(length - part.end, length - part.start, part.cost + log10(2), part.kind)


def _patterns(low: str) -> Iterator[Part]:
    for number, (pattern, cost) in enumerate(_PATTERNS):
        for match in pattern.finditer(low):
            signs = re.sub(r"[^a-z0-9]", "", match[0])
            if number != _PLATE or (
                len(signs) == _PLATE_SIGNS and not signs.isalpha() and not signs.isdigit()
            ):
                yield Part(*match.span(), cost, "number")
    rows = rows_of_keys()
    start = 0
    for end in range(4, len(low) + 1):
        if low[end - 4 : end] not in rows:
            start = end - 3
        else:
            yield Part(start, end, log10(10 * (end - start)), "row")


def _repeats(low: str, own: Collection[str]) -> Iterator[Part]:
    for match in re.finditer(r"(.+?)\1+", low):
        times = len(match[0]) // len(match[1])
        once = _cheapest(match[1], own).cost
        yield Part(*match.span(), once + log10(times), "repeat")
    whole = re.fullmatch(r"(.+?)\1+", low)
    if whole is not None:
        times = len(low) // len(whole[1])
        yield Part(0, len(low), _cheapest(whole[1], own).cost + log10(times), "repeat")


def _found_by_zxcvbn(text: str) -> Iterator[Part]:
    """Find rows of keys (``qwerty``, ``1qaz``), of letters and digits (``abcd``), and days."""
    # Its lists are loaded with it, and most starts need none.
    from zxcvbn import matching
    from zxcvbn.scoring import estimate_guesses

    text = text.replace("\n", " ")  # it takes a line end for a part of a year
    kinds: dict[str, Kind] = {"spatial": "row", "sequence": "row", "date": "number"}
    for find in (matching.spatial_match, matching.sequence_match, matching.date_match):
        for match in find(text):
            cost = log10(max(estimate_guesses(match, text), 1))
            yield Part(match["i"], match["j"] + 1, cost, kinds[match["pattern"]])
