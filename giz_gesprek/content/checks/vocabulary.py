"""What the checks know about one Dutch word: its plain forms, how rare it is, what it is made of.

Joins the word lists of ``words.yaml``, the glossary and the dictionaries. Must not know rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from giz_gesprek.content.checks import dutch
from giz_gesprek.content.checks.lexicon import Lexicon
from giz_gesprek.content.checks.passages import SAMPLES
from giz_gesprek.content.checks.sentences import words_of
from giz_gesprek.content.glossary import Glossary, GlossaryEntry
from giz_gesprek.content.inflection import base_forms
from giz_gesprek.content.words import WordLists

COMMON: Final = 4.0
"""The Zipf frequency from which a word is one that everybody uses."""

_PART_KNOWN: Final = 3.0
_SHORTEST_PART: Final = 3
_SHORTEST_REST: Final = 4
_NO_FIRST_PART: Final = dutch.PREPOSITIONS | dutch.PARTICLES | dutch.PREFIXES
_SHORTEST_VERB: Final = 5
_DIMINUTIVE: Final = re.compile(r"\w{2,}jes?")
"""Dictionaries list it as a word of its own, and it is as easy as the word it is made of."""
_LINKS: Final = ("", "s", "e", "en", "n")
_OFFICE_UNTIL: Final = 4.2
"""A compound that is this common has a meaning of its own: ``leeftijd``."""

SAMPLE_NAMES: Final = frozenset(
    word.lower() for sample in (*SAMPLES, *SAMPLES.values()) for word in words_of(sample)
)
"""Words of the invented names that stand for those of a family."""


@dataclass(frozen=True)
class Token:
    """A word in a sentence. ``bases`` are the plain forms it can be looked up by."""

    written: str
    small: str
    is_name: bool
    bases: frozenset[str]


class Vocabulary:
    """Looks words up; every answer is kept, because a text uses few words often."""

    def __init__(self, words: WordLists, lexicon: Lexicon, glossary: Glossary) -> None:
        self.words = words
        self.lexicon = lexicon
        self.glossary = glossary
        listed = {word for group in words.everyday.values() for word in group}
        self._everyday = frozenset(listed)
        self._domain = frozenset(
            piece
            for source in ((word for _theme, word in words.domain_words()), glossary.entries)
            for term in source
            for piece in _pieces(term.lower())
        )
        self._blocks = frozenset(words.building_blocks) | self._everyday | self._domain
        self._terms = Glossary({word: GlossaryEntry(text=word) for _, word in words.domain_words()})
        self._office = tuple(sorted(words.office_parts, key=len, reverse=True))
        self.bases = cache(self._bases)
        self.rarity = cache(self._rarity)
        self.allowed = cache(self._allowed)
        self.tokens = cache(self._tokens)

    def _bases(self, word: str) -> frozenset[str]:
        """Return the plain forms of a word: those of the dictionary, else those of rules."""
        lemma = self.lexicon.lemma(word)
        if self.lexicon.knows(word):
            return frozenset((word, lemma))
        return base_forms(word) | {lemma}

    def _tokens(self, sentence: str) -> tuple[Token, ...]:
        written = words_of(sentence)
        return tuple(
            Token(
                word,
                word.lower(),
                self._is_name(word, opens=place == 0),
                self.bases(word.lower()),
            )
            for place, word in enumerate(written)
        )

    def _is_name(self, word: str, *, opens: bool) -> bool:
        """Tell whether a word is a name: a capital inside a sentence, or a word nobody lists."""
        if not word[:1].isupper():
            return False
        small = word.lower()
        if not opens or small in SAMPLE_NAMES:
            return True
        known = self.lexicon.knows(small) or self.allowed(small)
        return not known and self.compound(small) is None and not self.office_part(small)

    def _allowed(self, word: str) -> bool:
        """Tell whether a word, or what it is a form of, stands on the list or in the glossary."""
        forms = base_forms(word) | {self.lexicon.lemma(word)}
        lists = (self._everyday, self._domain, SAMPLE_NAMES)
        return any(not forms.isdisjoint(each) for each in lists) or any(
            verb in self._everyday for form in forms for verb in _without_particle(form)
        )

    def built_of_listed(self, word: str) -> bool:
        """Tell whether a compound is long only because two listed words are joined in it."""
        parts = self.compound(word)
        return parts is not None and all(map(self._is_listed, parts))

    def domain_terms_in(self, text: str) -> tuple[str, ...]:
        """Return the words of health, school and help that stand in a text."""
        return self._terms.terms_in(text)

    def _rarity(self, word: str) -> float:
        """Return the Zipf frequency of the most common form; 7 for what needs no judging."""
        if len(word) < _SHORTEST_PART or self.allowed(word):
            return 7.0
        pieces = _pieces(word)
        if len(pieces) > 1:
            return min(self.rarity(piece) for piece in pieces)
        if not word.isalpha():
            return 7.0
        found = self.frequency(word)
        if found < COMMON and (not self.lexicon.knows(word) or _DIMINUTIVE.fullmatch(word)):
            # Rules guess many forms: only those that are a word somewhere count.
            guesses = (form for form in base_forms(word) if self.lexicon.knows(form))
            found = max(found, *map(self.lexicon.zipf, guesses), 0.0)
        if found < COMMON and self.compound(word) is not None:
            return COMMON
        return found

    def frequency(self, word: str) -> float:
        """Return the Zipf frequency of a word or of its lemma, listed or not; 0 for unknown."""
        return max(self.lexicon.zipf(word), self.lexicon.zipf(self.lexicon.lemma(word)))

    def compound(self, word: str) -> tuple[str, str] | None:
        """Return the two everyday parts of a clear compound: ``zwem`` and ``les``."""
        if self.office_part(word) is not None:
            return None
        for first, second in _splits(word):
            if first in _NO_FIRST_PART:
                continue
            if len(second) < _SHORTEST_REST and second not in self._blocks:
                continue
            concrete = self._is_listed(first) or self._is_listed(second)
            if concrete and self._is_plain(first) and self._is_plain(second):
                return first, second
        return None

    def _is_plain(self, part: str) -> bool:
        if self._is_listed(part):
            return True
        return self.lexicon.knows(part) and self.frequency(part) >= COMMON

    def _is_listed(self, part: str) -> bool:
        """Tell whether a word, or what it is a form of, may make a compound clear."""
        if part in self._blocks:
            return True
        # Rules guess many forms: what is no word anywhere is no part of a compound.
        return self.lexicon.knows(part) and not self._blocks.isdisjoint(base_forms(part))

    def office_part(self, word: str) -> str | None:
        """Return the part that makes a compound a word of institutions, or None."""
        if self.allowed(word) or self.lexicon.zipf(word) >= _OFFICE_UNTIL:
            return None
        forms = self.bases(word)
        for part in self._office:
            for form in forms:
                rest = form.removeprefix(part) if form.startswith(part) else None
                if form.endswith(part):
                    rest = form.removesuffix(part)
                if rest is not None and self._is_rest(rest):
                    return part
        return None

    def _is_rest(self, rest: str) -> bool:
        """Tell whether what is left of a compound is a word of its own."""
        for link in _LINKS:
            part = rest.removesuffix(link) if link else rest
            particle = part in dutch.PREPOSITIONS or part in dutch.PARTICLES
            if len(part) < _SHORTEST_REST or particle:
                continue
            if self.lexicon.zipf(part) >= _PART_KNOWN or self.lexicon.knows(part):
                return True
        return False


def _without_particle(verb: str) -> Iterator[str]:
    """Yield what can be the verb inside a split one: ``knippen`` of ``doorknippen``."""
    if verb.endswith("n"):
        for particle in dutch.VERB_PARTICLES:
            rest = verb.removeprefix(particle)
            if rest != verb and len(rest) >= _SHORTEST_VERB:
                yield rest


def _pieces(word: str) -> list[str]:
    """Split at hyphens, spaces and apostrophes: ``cliënt-ondersteuner`` is two words."""
    for sign in "-'\N{RIGHT SINGLE QUOTATION MARK}":
        word = word.replace(sign, " ")
    return word.split()


def _splits(word: str) -> Iterator[tuple[str, str]]:
    """Yield every way to cut a word in two, with and without a linking sound."""
    for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        second = word[end:]
        for link in _LINKS:
            first = word[:end].removesuffix(link) if link else word[:end]
            if len(first) >= _SHORTEST_PART and first + link + second == word:
                yield first, second
