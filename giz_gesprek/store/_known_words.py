"""The words that a guesser tries first, with how early each comes. Reads the lists in `words`.

Loaded once, when the first new passphrase is looked at: 0.1 s and some 20 MB.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

_SHORTEST: Final = 3
_SHORTEST_SAYING: Final = 8
_ROW: Final = 4
# Lists in which nobody counted: as early as their length.
_NAMES, _KNOWN, _SAYINGS = 600, 200, 4000


class Known(NamedTuple):
    """How many words come before this one, and whether it is a run of words of a saying."""

    rank: int
    saying: bool = False


def plain(text: str) -> str:
    """Return *text* as it is looked up: small, without accents, a letter for a letter."""
    return "".join(_bare(sign) for sign in text)


@cache
def _bare(sign: str) -> str:
    bare = unicodedata.normalize("NFD", sign)[0].lower()
    return bare if len(bare) == 1 else sign


@cache
def known_words() -> dict[str, Known]:
    """Return every known word, and every run of words of a saying, without spaces."""
    # Half the time of loading; nobody but who chooses a passphrase waits for it.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    found: dict[str, Known] = {}
    for saying in _lines("sayings.txt"):
        found.update((run, Known(_SAYINGS, saying=True)) for run in _runs(saying.split()))
    for ranked in (_lines("common.txt"), *FREQUENCY_LISTS.values()):
        _add(found, enumerate(ranked, 1))
    _add(found, ((_NAMES, word) for word in _lines("names.txt")))
    _add(found, ((_KNOWN, word.replace(" ", "")) for word in _lines("known.txt")))
    return found


@cache
def rows_of_keys() -> frozenset[str]:
    """Return every four signs that stand beside each other in a row, in both directions."""
    both = [row for line in _lines("keys.txt") for row in (line, line[::-1])]
    return frozenset(row[i : i + _ROW] for row in both for i in range(len(row) - _ROW + 1))


@cache
def words_to_propose() -> tuple[str, ...]:
    """Return the words that a passphrase is made of for who asks for one."""
    return tuple(_lines("proposed.txt"))


def _add(found: dict[str, Known], ranked: Iterable[tuple[int, str]]) -> None:
    for rank, word in ranked:
        if len(word) >= _SHORTEST and (word not in found or rank < found[word].rank):
            found[word] = Known(rank)


def _runs(words: list[str]) -> Iterator[str]:
    for start in range(len(words)):
        for end in range(start + 2, len(words) + 1):
            run = "".join(words[start:end])
            if len(run) >= _SHORTEST_SAYING:
                yield run


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath("words", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
