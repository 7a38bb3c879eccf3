"""Sentences that a voice says once to itself, so that it is known how fast it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_SENTENCES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("Read your report, or listen to it.", "My daughter had made soup at home."),
    "nl": ("Iedereen heeft soms een moeilijke dag.", "Een naam is goed, opa of oma ook."),
}
"""They take as long a word as 240 sentences of our easy texts do, within one per cent (by our own
voice, and the English ones by a Piper voice too)."""


def measured_in(language: str) -> tuple[str, ...]:
    """Return the sentences for a voice of a language; other languages take those of Dutch."""
    return _SENTENCES.get(language, _SENTENCES["nl"])


def words_in(sentences: tuple[str, ...]) -> int:
    """Return how many words there are."""
    return sum(len(each.split()) for each in sentences)
