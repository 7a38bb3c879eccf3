"""What a Dutch word may be a form of: simple rules, without a word list.

Used where a wrong guess does no harm, because the answer is looked up in a short list of words
that somebody wrote. Knows neither the lists nor the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_SHORTEST: Final = 3
# -t and -te make verbs of things: "snoept" of "snoep".
_ENDINGS: Final = ("'s", "en", "s", "n", "e", "er", "ere", "ste", "st", "t", "te", "de")
_SMALL: Final = ("etje", "tje", "pje", "kje", "je")
_DOUBLED: Final = re.compile(r"([bdfgklmnprst])\1$")
_SHORT_VOWEL: Final = re.compile(r"(?<![aeiou])([aeou])([bcdfgklmnprstvz])$")
_SOFT: Final = {"z": "s", "v": "f"}
_PAST_PARTICIPLE: Final = re.compile(r"^(?P<before>[a-z]*?)ge(?P<stem>[a-z]{2,}?)(?:d|t|en)$")


@lru_cache(maxsize=20_000)
def base_forms(word: str) -> frozenset[str]:
    """Return ``word``, in small letters, and everything that it may be an inflected form of.

    Plurals, diminutives, adjectives and verbs: ``luiers`` gives ``luier``, ``scholen`` gives
    ``school``, ``gepoetst`` gives ``poetsen``. A verb and its thing lead to each other, ``snoept``
    to ``snoep``. Most of what comes back is no word at all.
    """
    forms = {word}
    for stem in _stems(word):
        forms |= {stem, *_spellings(stem)}
    for stem in (word, word.removesuffix("t"), word.removesuffix("s"), *_past_stems(word)):
        if len(stem) >= _SHORTEST:
            forms |= set(_infinitives(stem))
    found = _PAST_PARTICIPLE.match(word)
    if found is not None:
        forms |= {found["before"] + verb for verb in _infinitives(found["stem"])}
        forms.add(found["before"] + found["stem"])
    return frozenset(forms)


def _stems(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem
    small = word.removesuffix("s")
    for ending in _SMALL:
        stem = small.removesuffix(ending)
        if stem != small and len(stem) >= _SHORTEST - 1:
            yield stem


def _past_stems(word: str) -> Iterator[str]:
    for ending in ("de", "den", "te", "ten"):
        if word.endswith(ending):
            yield word.removesuffix(ending)


def _spellings(stem: str) -> Iterator[str]:
    """Yield the stem as it is written without an ending: ``kin-n``, ``school``, ``huis``."""
    if _DOUBLED.search(stem):
        yield stem[:-1]
    open_syllable = _SHORT_VOWEL.sub(r"\1\1\2", stem)
    for each in (stem, open_syllable):
        yield each
        if each[-1:] in _SOFT:
            yield each[:-1] + _SOFT[each[-1]]


def _infinitives(stem: str) -> Iterator[str]:
    """Yield the verbs with this stem: ``slik`` gives ``slikken``, ``slaap`` gives ``slapen``."""
    yield stem + "en"
    yield stem + "n"
    yield stem + stem[-1:] + "en"
    yield re.sub(r"([aeou])\1([a-z])$", r"\1\2", stem) + "en"
    hard = {soft: sound for sound, soft in _SOFT.items()}
    if stem[-1:] in hard:
        yield re.sub(r"([aeou])\1$", r"\1", stem[:-1]) + hard[stem[-1]] + "en"
