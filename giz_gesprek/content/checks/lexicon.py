"""How common a Dutch word is."""

from __future__ import annotations

from typing import Protocol

from giz_gesprek.errors import InputError
from giz_gesprek.i18n import _


class Lexicon(Protocol):
    """Anything that knows how common words are."""

    def zipf(self, word: str) -> float:
        """Return the Zipf frequency of a word in small letters: 0 unknown, 3 known, 6 common."""


class WordFrequencies:
    """The Dutch list of wordfreq, which comes with the extra ``check``.

    Raises:
        InputError: the extra is not installed.

    """

    def __init__(self) -> None:
        # 58 MB of word lists: only for those who write texts, never needed by the app.
        try:
            from wordfreq import zipf_frequency
        except ImportError as error:
            raise InputError(
                _(
                    "The check needs word lists that are not installed:"
                    " run python -m pip install 'giz-gesprek[check]'."
                )
            ) from error
        self._frequency = zipf_frequency

    def zipf(self, word: str) -> float:
        """Return the Zipf frequency of ``word``."""
        return float(self._frequency(word, "nl"))
