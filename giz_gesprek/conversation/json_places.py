"""Where in a JSON text something stands, and what Python would read there without a word.

A key that stands twice loses its first value; a number can be none, or without end; nesting can be
deeper than anybody can follow; a character can be half of one. Pure; it takes any text, and quotes
nothing of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from math import isfinite
from typing import Final, Literal

DEEPEST: Final = 50
"""Levels; a dossier has a dozen."""
_MOST_DIGITS: Final = 18
"""Of a number without a fraction: more than any of ours, and fewer than Python refuses."""

_PIECE: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s"{}\[\],:]+', re.DOTALL)
_HALF: Final = re.compile("[\ud800-\udfff]")
_WORDS: Final = frozenset({"true", "false", "null"})

Location = tuple[str | int, ...]
"""The keys and positions that lead to a value, from the root."""


Kind = Literal["repeated", "deep", "number", "half"]


@dataclass(frozen=True)
class Oddity:
    """Something that is no mistake to Python; ``line`` counts from 1."""

    kind: Kind
    line: int


@dataclass
class _Level:
    """An object or a list that is open."""

    is_object: bool
    keys: set[str] = field(default_factory=set)
    at: str | int = 0
    wants_key: bool = False


def first_oddity(text: str) -> Oddity | None:
    """Return the first place in ``text`` that would be read as something else, or None."""
    for _levels, offset, kind in _walk(text):
        if kind is not None:
            return Oddity(kind, _line(text, offset))
    return None


def line_of(text: str, location: Sequence[str | int]) -> int:
    """Return the line of the value at ``location``, or of what is around it where it is missing."""
    best, deepest = 0, 0
    for levels, offset, _kind in _walk(text):
        depth = len(levels)
        if depth > deepest and _location(levels) == tuple(location[:depth]):
            best, deepest = offset, depth
    return _line(text, best)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _walk(text: str) -> Iterator[tuple[Sequence[_Level], int, Kind | None]]:
    """Yield every value and key of ``text``: what is open around it, where, and what is odd there.

    The levels change when the next is asked for.
    """
    levels: list[_Level] = []
    for found in _PIECE.finditer(text):
        piece, offset = found[0], found.start()
        level = levels[-1] if levels else None
        if piece in "]}":
            if levels:
                levels.pop()
        elif piece == ",":
            _go_on(level)
        elif piece == ":":
            pass
        elif level is not None and level.wants_key:
            level.at, level.wants_key = _key(piece), False
            repeated = level.at in level.keys
            level.keys.add(level.at)
            odd: Kind | None = "repeated" if repeated else _odd_value(piece)
            yield levels, offset, odd
        elif piece in "[{" and len(levels) == DEEPEST:
            yield levels, offset, "deep"
            return
        elif piece in "[{":
            yield levels, offset, None
            levels.append(_Level(piece == "{", wants_key=piece == "{"))
        else:
            yield levels, offset, _odd_value(piece)


def _key(piece: str) -> str:
    """Return the text between quotes, as JSON means it."""
    if "\\" in piece:
        with suppress(ValueError):
            return str(json.loads(piece, strict=False))
    return piece[1:-1]


def _odd_value(piece: str) -> Kind | None:
    if piece.startswith('"'):
        return "half" if _HALF.search(_key(piece)) else None
    return "number" if _is_odd_number(piece) else None


def _go_on(level: _Level | None) -> None:
    if level is None:
        return
    if isinstance(level.at, int):
        level.at += 1
    level.wants_key = level.is_object


def _location(levels: Sequence[_Level]) -> Location:
    return tuple(level.at for level in levels)


def _is_odd_number(piece: str) -> bool:
    """Tell whether a piece is a number that is none, or that nobody can use."""
    if piece in _WORDS:
        return False
    digits = piece.removeprefix("-")
    try:
        return (digits.isdigit() and len(digits) > _MOST_DIGITS) or not isfinite(float(piece))
    except ValueError:
        return False
