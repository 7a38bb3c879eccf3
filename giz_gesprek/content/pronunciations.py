"""How the voice says words; read when something is read aloud for the first time.

Must not know how words are found in a text, or what a voice is.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from giz_gesprek.content.folders import Folders
from giz_gesprek.content.words import WordLists, read_words

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Pronunciations:
    """The spellings for the voice of every language; a later folder writes over an earlier one."""

    def __init__(self, *folders: Path) -> None:
        """Take the words from ``folders``. Reading them all takes some 50 ms, so it waits."""
        self._folders = folders
        self._words: WordLists | None = None

    def of(self, language: str) -> Mapping[str, str]:
        """Return words, in small letters, and how to spell them for the voice.

        Where the file has a mistake there are none: words are read aloud a little worse, and
        `giz-gesprek check` names the mistake.
        """
        if self._words is None:
            self._words, _files = read_words(Folders(self._folders))
        spellings = self._words.pronunciations.get(language)
        return _NONE if spellings is None else {**spellings.typed, **spellings.texts}
