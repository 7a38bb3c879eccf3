"""A date as people type it here: day, month, year."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_TYPED: Final = re.compile(r"^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\s*$")


def read_date(text: str) -> date | None:
    """Return the day that was typed as day, month, year; None when it is no day of the calendar.

    A year of two digits is in this century.
    """
    found = _TYPED.match(text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    century = 2000 if len(found.group(3)) == 2 else 0  # noqa: PLR2004 - two digits
    try:
        return date(century + year, month, day)
    except ValueError:
        return None


def write_date(day: date) -> str:
    """Return a day as it is typed: ``3-4-2027``."""
    return f"{day.day}-{day.month}-{day.year}"
