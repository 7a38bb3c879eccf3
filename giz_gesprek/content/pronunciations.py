"""How the voice says words.

Must not know how words are found in a text, or what a voice is.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Pronunciations:
    """The spellings for the voice of every language; a later folder writes over an earlier one."""

    def __init__(
        self, *folders: Path, known: Mapping[str, Mapping[str, str]] | None = None
    ) -> None:
        """Take the words that are ``known``, or else those of ``folders``.

        Reading them from there takes some 50 ms, so it waits.
        """
        self._folders = folders
        self._known = known

    def of(self, language: str) -> Mapping[str, str]:
        """Return words, in small letters, and how to spell them for the voice.

        Where the file has a mistake there are none: words are read aloud a little worse, and
        `giz-gesprek check` names the mistake.
        """
        return self.every().get(language, _NONE)

    def every(self) -> Mapping[str, Mapping[str, str]]:
        """Return the words of each language."""
        if self._known is None:
            # Those of the program come with its compiled content.
            from giz_gesprek.content.folders import Folders
            from giz_gesprek.content.words import read_words

            words, _files = read_words(Folders(self._folders))
            self._known = {
                language: {**spellings.typed, **spellings.texts}
                for language, spellings in words.pronunciations.items()
            }
        return self._known
