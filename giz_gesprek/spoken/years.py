"""Days as they are heard one after the other: the year is said where it tells something."""

from __future__ import annotations

import re

from giz_gesprek.spoken.language import Language


class YearOnce:
    """Leaves the year out of a day where it is the year that was heard first.

    On paper each day stands alone; to a listener the same year seven times is a riddle.
    """

    def __init__(self, language: Language | None) -> None:
        """Take the language in which days are written; None: each year is said."""
        months = "|".join(map(re.escape, language.dates.months)) if language is not None else ""
        self._day = re.compile(rf"(?i)(?<!\w)(\d{{1,2}}\s(?:{months}))\s(\d{{4}})(?!\w)")
        self._known = bool(months)
        self._first: str | None = None

    def heard(self, text: str) -> str:
        """Return a text as it is said after all those before."""
        return self._day.sub(self._said, text) if self._known else text

    def _said(self, found: re.Match[str]) -> str:
        if self._first is None:
            self._first = found[2]
            return found[0]
        return found[1] if found[2] == self._first else found[0]
