"""The rule for words in another script: a voice would spell them in another language.

Which sounds they stand for is not ours to guess, so a word of the language takes their place. It
knows letters by their blocks in Unicode, and no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giz_gesprek.spoken.language import Language
from giz_gesprek.spoken.rewriting import SPACE, Rule, rule

_LATIN: Final = (
    "\u0000-\u02ff\u0300-\u036f\u1ab0-\u1aff\u1d00-\u1dbf\u1dc0-\u1eff\u2c60-\u2c7f\ua720-\ua7ff"
    "\uab30-\uab6f\ufb00-\ufb06"
)
# Punctuation, signs and pictures. The joiners of Persian and of India's scripts are no part of it.
_NO_LETTERS: Final = (
    "\u2000-\u200b\u200e-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3007-\u3020\u3030\u303d-\u303f"
    "\ufe0e-\ufe6f\ufeff-\uff65\ufff0-\uffff\U0001d400-\U0001fbff"
    "\U000e0000-\U0010ffff"
)
_LETTER: Final = rf"[^\W\d_{_LATIN}{_NO_LETTERS}]"
_MARK_OR_LETTER: Final = rf"[^\s{_LATIN}{_NO_LETTERS}]"
_IN_WORD: Final = rf"(?:[^\W_]|{_MARK_OR_LETTER})"
_BEFORE: Final = r"(?:(?<![^\W_])[a-zA-Z0-9\u00c0-\u02ff\u1e00-\u1eff]++)?"
_WORD: Final = rf"{_BEFORE}{_LETTER}{_IN_WORD}*"
_LONGEST_NAME: Final = 3
"""Words; more of them together are no name."""


def other_script_rules(language: Language) -> Iterator[Rule]:
    """Yield the rule: something is said for the first of the words that stand together."""
    row = re.compile(rf"{_WORD}(?:{SPACE}+{_WORD})*")
    word = re.compile(_WORD)

    def say(found: re.Match[str]) -> str:
        together = row.match(found.string, found.start())
        if together is None:
            return ""  # it begins with a space: not the first
        count = len(word.findall(together[0]))
        return language.a_name if count <= _LONGEST_NAME else language.a_text

    yield rule(rf"(?<={_MARK_OR_LETTER}){SPACE}+{_WORD}|{_WORD}", say, beyond_ascii=True)
