"""A text cut into lines, and a sentence into words and syllables.

Where a sentence ends is known by :mod:`giz_gesprek.spoken`: what is counted is what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_CLOSERS: Final = "\"')]”\N{RIGHT SINGLE QUOTATION MARK}"
_WORD: Final = re.compile("\\w+(?:[-.,:'\N{RIGHT SINGLE QUOTATION MARK}]\\w+)*")
_VOWELS: Final = re.compile(r"[aeiouyáéíóúàèëïöüâêîôû]+")

# Flesch's formula for Dutch, as Douma set it in 1960: per sentence and per word.
_DOUMA_START: Final = 206.84
_DOUMA_SENTENCE: Final = 0.93
_DOUMA_WORD: Final = 77


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def words_of(sentence: str) -> tuple[str, ...]:
    """Return the words as they are written: ``'s``, ``3-4-2027`` and ``0800-2000`` are one each."""
    return tuple(_WORD.findall(sentence))


def is_question(sentence: str) -> bool:
    """Tell whether a sentence asks."""
    return sentence.rstrip(_CLOSERS + " ").endswith("?")


def syllables(word: str) -> int:
    """Count groups of vowels: for Dutch closer than the hyphens of pyphen (``eten`` is 2)."""
    return max(1, len(_VOWELS.findall(word.lower())))


@dataclass(frozen=True)
class Readability:
    """Figures over many sentences: for information, never a gate for one sentence."""

    sentences: int
    words: int
    longest: int
    syllables: int

    @property
    def mean(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def douma(self) -> float:
        """Flesch-Douma: 0 (hard) to about 120 (very easy)."""
        if not self.words:
            return 0.0
        per_word = self.syllables / self.words
        return _DOUMA_START - _DOUMA_SENTENCE * self.mean - _DOUMA_WORD * per_word


def readability(sentences: Iterable[str]) -> Readability:
    """Measure ``sentences``."""
    counted = [words_of(sentence) for sentence in sentences]
    return Readability(
        sentences=len(counted),
        words=sum(map(len, counted)),
        longest=max(map(len, counted), default=0),
        syllables=sum(syllables(word) for words in counted for word in words),
    )
