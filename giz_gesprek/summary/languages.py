"""In which language own words are: nobody is asked, so it is what the screen was in.

Words in other letters than those of that language are in one that nobody told.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Final

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.dossier import answers_of
from giz_gesprek.conversation.talk import Talk

UNKNOWN: Final = "und"
"""What stands for a language that nobody knows (BCP 47, undetermined)."""


def languages_said(talk: Talk) -> dict[OwnWords, str]:
    """Return in which language was asked what own words answer, where that was kept."""
    return {
        answer.words: answer.language
        for answer in answers_of(talk.conversation)
        if answer.words is not None
    }


def script_of(text: str) -> str | None:
    """Return the script of most letters of a text, such as ``LATIN``; None without letters."""
    letters = (unicodedata.name(char, "") for char in text if char.isalpha())
    found = Counter(name.partition(" ")[0] for name in letters).most_common(1)
    return found[0][0] if found else None
