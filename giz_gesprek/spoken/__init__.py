"""A text as it is said: what stands on a screen turned into what a voice is to read.

Pure: no files, voices or screens. Respells only, because engines differ in the phonemes they
take; the words are those of a language table (``dutch``, ``english``) and the pronunciations
that the caller gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.spoken.sentence import PAUSE, SpokenSentence

if TYPE_CHECKING:
    from giz_gesprek.spoken.speaking import (
        another_language,
        shown_sentences,
        spoken_sentences,
        year_once,
    )

__all__ = [
    "PAUSE",
    "SpokenSentence",
    "another_language",
    "shown_sentences",
    "spoken_sentences",
    "year_once",
]


def __getattr__(name: str) -> object:
    """Import the rules when they are asked for: the first screen needs only the pause."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from giz_gesprek.spoken import speaking

    return getattr(speaking, name)
