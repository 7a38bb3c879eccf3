"""Ways to look at a spoken sentence in a test."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from giz_gesprek.content.pronunciations import Pronunciations
from giz_gesprek.paths import content_dir
from giz_gesprek.spoken import SpokenSentence, spoken_sentences

_NO_WORDS: Mapping[str, str] = MappingProxyType({})


@lru_cache(maxsize=4)
def shipped_pronunciations(language: str) -> Mapping[str, str]:
    """Return the pronunciations of our content."""
    return Pronunciations(content_dir()).of(language)


def said(
    shown: str, language: str = "nl", pronunciations: Mapping[str, str] = _NO_WORDS
) -> list[str]:
    """Return what is said for ``shown``, one string a sentence."""
    return [each.text for each in sentences(shown, language, pronunciations)]


def sentences(
    shown: str, language: str = "nl", pronunciations: Mapping[str, str] = _NO_WORDS
) -> tuple[SpokenSentence, ...]:
    """Return the spoken sentences of ``shown``."""
    return spoken_sentences(shown, language=language, pronunciations=pronunciations)
