"""Which families a list shows: those that are searched, and all of them only for who asks.

Pure. A parent may look along: the name of another family is on the screen by a choice, never by
itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from giz_gesprek.session.families import ListedFamily

FEWEST_LETTERS: Final = 3
"""Fewer letters than this find only a name that is as short: one letter is in nearly every name."""

_ALONE: Final = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "\u0131": "i",
        "\u0133": "ij",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
"""Letters that no accent can be taken from."""


def found_families(
    listed: Iterable[ListedFamily], typed: str, *, all_shown: bool
) -> tuple[ListedFamily, ...]:
    """Return the families that belong on the screen.

    ``all_shown`` says that somebody asked for every name; then ``typed`` leaves those that hold it.
    """
    wanted = _folded(typed)
    if all_shown:
        return tuple(family for family in listed if wanted in _folded(family.label))
    if len(wanted) >= FEWEST_LETTERS:
        return tuple(family for family in listed if wanted in _folded(family.label))
    return tuple(family for family in listed if wanted and wanted in _folded(family.label).split())


def _folded(text: str) -> str:
    """Return ``text`` as it is compared: no capitals, accents, unseen signs and double spaces."""
    parts = unicodedata.normalize("NFKD", text.casefold()).translate(_ALONE)
    kept = (char for char in parts if unicodedata.category(char) not in {"Mn", "Mc", "Me", "Cf"})
    return " ".join("".join(kept).split())
