"""Which families a list shows: those that are searched, and all of them only for who asks.

Pure. A parent may look along: the name of another family is on the screen by a choice, never by
itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.folding import folded

if TYPE_CHECKING:
    from giz_gesprek.session.families import ListedFamily

FEWEST_LETTERS: Final = 3
"""Fewer letters than this find only a name that is as short: one letter is in nearly every name."""

_LEFT_OUT: Final = str.maketrans({"'": None, ".": None, "-": " "})
"""Signs in names that nobody remembers."""


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
    return " ".join(folded(text).translate(_LEFT_OUT).split())
