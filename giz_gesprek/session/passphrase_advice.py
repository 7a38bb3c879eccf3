"""Why a new passphrase is refused and what to do, in the professional's words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from giz_gesprek.i18n import N_, _
from giz_gesprek.store.passphrase import Weakness, proposed_passphrase, weaknesses

_WEAKNESSES: Final[dict[Weakness, str]] = {
    "too_short": N_("It is too short."),
    "saying": N_("Many people know this sentence, or a part of it."),
    "own": N_("A name or a number is in it that belongs to you or to a family."),
    "repeat": N_("The same thing is in it more than once."),
    "row": N_("Keys, letters or numbers are in it in a row, such as qwerty or 1234."),
    "number": N_("A year, a date or another number that is easy to find is in it."),
    "word": N_("These are words or names that many people use, and there are too few of them."),
    "unknown": N_("It is too short."),
}


def advice_on(passphrase: str, own: Collection[str] = ()) -> str:
    """Return why a new passphrase is refused and what to do; empty when it is taken.

    ``own`` are texts about the person: a name, an organisation. The first time takes a moment
    (0.2 s): lists of words are read.
    """
    found = weaknesses(passphrase, own)
    if not found:
        return ""
    return " ".join(
        [
            _("This passphrase is easy to guess."),
            *dict.fromkeys(_(_WEAKNESSES[code]) for code in found),
            _("Take four or five words that have nothing to do with each other."),
        ]
    )


def get_ready() -> None:
    """Read the lists of words, so that nobody waits for them while typing; for a thread."""
    weaknesses("een wachtzin om de lijsten te lezen")


def from_elsewhere() -> str:
    """Return what is said of a weak passphrase that was given in a file, and is taken."""
    return _("The passphrase comes from a file. Change it soon, in the file and here.")


def nothing_found() -> str:
    """Return what is said of a passphrase that is taken. It promises nothing."""
    return _("No mistake was found that many people make.")


def propose() -> str:
    """Return a passphrase of words by chance, to be shown once and kept nowhere."""
    return proposed_passphrase()
