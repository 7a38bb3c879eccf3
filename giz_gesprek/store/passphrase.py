"""What makes a new passphrase easy to guess, as codes; the screens put them into words.

Pure, but for the lists of words. No promise of strength: nothing found means that no mistake was
found that many people make. Of a passphrase that exists already it knows nothing.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Collection
from typing import Final, Literal

from giz_gesprek.store._guessing import Kind, guessed
from giz_gesprek.store._known_words import words_to_propose

Weakness = Literal["too_short", "saying", "own", "repeat", "row", "number", "word", "unknown"]
"""Why a passphrase is easy to guess; what was found in it, but for the first.

- ``too_short``: fewer than :data:`SHORTEST` characters;
- ``saying``: a saying, a line of a song, what people say every day;
- ``own``: a name or a word of who chose it;
- ``repeat``: the same thing more than once;
- ``row``: keys or letters in a row;
- ``number``: a year, a day, a number plate, a postcode or a telephone number;
- ``word``: words or names that many people use, and too few of them;
- ``unknown``: nothing that is known, and too little of it.
"""

SHORTEST: Final = 10
FEWEST_GUESSES: Final = 12.0
"""The logarithm (base 10) of the guesses that a new passphrase has to take; decision 0215."""

PROPOSED: Final = 5
"""Words in a passphrase that is proposed: one of more than 10^15."""

_TOLD: Final[tuple[Kind, ...]] = ("saying", "own", "repeat", "row", "number", "word", "unknown")
_MOST_TOLD: Final = 2


_NO_PART: Final = "\ufeff"
"""A byte order mark, which an editor puts before a text; nobody sees or types it."""


def without_ends(passphrase: str) -> str:
    """Return a passphrase in NFC, without what stands around it and nobody sees.

    The one rule for what is typed and for what stands in a file: an accent is one character on
    one keyboard and two on another, and a space or a line end behind it is no part of it.
    """
    return unicodedata.normalize("NFC", passphrase.strip().strip(_NO_PART).strip())


def weaknesses(passphrase: str, own: Collection[str] = ()) -> tuple[Weakness, ...]:
    """Return what makes *passphrase* easy to guess, at most two things; empty when it is not.

    *own* are texts about who chose it: a name, an organisation. Characters are counted as
    they are in the key.
    """
    text = without_ends(passphrase)
    if len(text) < SHORTEST:
        return ("too_short",)
    found = guessed(text, own)
    if found.cost >= FEWEST_GUESSES:
        return ()
    told = [kind for kind in _TOLD if kind in found.kinds]
    # That nothing is known about a part is no advice where something is known about another.
    return tuple([kind for kind in told if kind != "unknown"][:_MOST_TOLD] or told)


def proposed_passphrase() -> str:
    """Return words by chance, with a space between them; another one each time."""
    while True:
        words = " ".join(secrets.choice(words_to_propose()) for _ in range(PROPOSED))
        # Chance makes five very common ones, or one twice, now and then.
        if not weaknesses(words):
            return words
