"""What would make a new passphrase harder to guess, in the professional's words."""

from __future__ import annotations

from typing import Final

from giz_gesprek.i18n import N_, _
from giz_gesprek.store.passphrase import Weakness, weaknesses

_WEAKNESSES: Final[dict[Weakness, str]] = {
    "too_short": N_("Make it longer: four or five words are easy to remember."),
    "too_few_different": N_("Use more different letters."),
    "only_digits": N_("Use words too, not only digits."),
    "guessable": N_("Leave out words, years and rows of keys that everybody uses."),
}


def advice_on(passphrase: str) -> str:
    """Return what would make a passphrase harder to guess; empty when nothing would."""
    return " ".join(_(_WEAKNESSES[code]) for code in weaknesses(passphrase))
