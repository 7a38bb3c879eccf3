"""What makes a passphrase easy to guess, as codes; the screens put them into words.

Pure, and no promise of strength: it names the mistakes that a guesser tries first. It
advises and refuses nothing, and must not know of files or keys.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

Weakness = Literal["too_short", "too_few_different", "only_digits", "guessable"]
"""Why a passphrase is weak.

- ``too_short``: fewer than :data:`SHORTEST` characters;
- ``too_few_different``: fewer than :data:`FEWEST_DIFFERENT` different characters;
- ``only_digits``: a number, a date or a telephone number;
- ``guessable``: next to runs (1234, qwerty, aaaa), years and the words that everybody
  uses (welkom, wachtwoord, zomer), fewer than :data:`FEWEST_UNEXPECTED` characters remain.
"""

SHORTEST: Final = 12
FEWEST_DIFFERENT: Final = 6
FEWEST_UNEXPECTED: Final = 8

_RUN: Final = 4
_ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "!@#$%^&*()",
)
_RUNS: Final = frozenset(
    line[start : start + _RUN]
    for row in _ROWS
    for line in (row, row[::-1])
    for start in range(len(line) - _RUN + 1)
)
_EXPECTED: Final = re.compile(
    r"(?:19|20)\d\d"
    r"|welkom|wachtwoord|wachtzin|geheim|password|passphrase|secret|letmein|admin|login"
    r"|lente|zomer|herfst|winter|januari|februari|maart|april|juni|juli|augustus"
    r"|september|oktober|november|december|maandag|dinsdag|woensdag|donderdag|vrijdag"
    r"|zaterdag|zondag|giz|gesprek|gezin|jeugd|wijkteam"
)
# What people write for a letter; undone so that W3lkom reads as welkom.
_LOOK_ALIKES: Final = str.maketrans("@$013457", "asoleast")


def weaknesses(passphrase: str) -> tuple[Weakness, ...]:
    """Return what makes *passphrase* easy to guess; nothing found gives an empty tuple.

    Characters are counted in NFC, as they are in the key, and without looking at capitals.
    """
    text = unicodedata.normalize("NFC", passphrase).casefold()
    # Casefolding can lengthen a text, so the length is that of what was typed.
    length = len(unicodedata.normalize("NFC", passphrase))
    signs = [char for char in text if char.isalnum()]
    found: dict[Weakness, bool] = {
        "too_short": length < SHORTEST,
        "too_few_different": len(set(text)) < FEWEST_DIFFERENT,
        "only_digits": bool(signs) and all(char.isdigit() for char in signs),
        "guessable": len(text) - len(_expected(text)) < FEWEST_UNEXPECTED,
    }
    return tuple(code for code, holds in found.items() if holds)


def _expected(text: str) -> set[int]:
    """Return the positions in *text* that a guesser would try before any other."""
    positions: set[int] = set()
    for start in range(len(text) - _RUN + 1):
        part = text[start : start + _RUN]
        if part in _RUNS or len(set(part)) == 1:
            positions.update(range(start, start + _RUN))
    for reading in (text, text.translate(_LOOK_ALIKES)):
        for match in _EXPECTED.finditer(reading):
            positions.update(range(*match.span()))
    return positions
