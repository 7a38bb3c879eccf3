"""How common a Dutch word is, and what its plain form is."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _

_CACHED = 50_000


class Lexicon(Protocol):
    """Anything that knows words in small letters."""

    def zipf(self, word: str) -> float:
        """Return the Zipf frequency of a word: 0 unknown, 3 known, 6 common."""

    def lemma(self, word: str) -> str:
        """Return the plain form of a word, or the word itself."""

    def knows(self, word: str) -> bool:
        """Tell whether a word stands in a dictionary."""


class WordFrequencies:
    """The Dutch lists of wordfreq and simplemma, which come with the extra ``check``.

    Raises:
        InputError: the extra is not installed.

    """

    def __init__(self) -> None:
        # 58 MB of word lists: only for those who write texts, never needed by the app.
        try:
            from simplemma import is_known, lemmatize
            from wordfreq import zipf_frequency
        except ImportError as error:
            raise InputError(
                _(
                    "The check needs word lists that are not installed:"
                    " run python -m pip install 'giz-gesprek[check]'."
                )
            ) from error
        self.zipf = lru_cache(_CACHED)(lambda word: float(zipf_frequency(word, "nl")))
        # A separable verb comes back as af_wijzen.
        self.lemma = lru_cache(_CACHED)(
            lambda word: str(lemmatize(word, "nl")).replace("_", "").lower()
        )
        self.knows = lru_cache(_CACHED)(lambda word: bool(is_known(word, "nl")))
