"""The days of a paper, as this computer has them.

The one place where a pure document meets the clock, the time zone and the locale.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from giz_gesprek.i18n import format_clock, format_weekday, local_time
from giz_gesprek.summary.calendar import Calendar


def local_calendar(language: str) -> Calendar:
    """Return how days are written in ``language``, where this computer stands."""
    return Calendar(
        partial(format_weekday, language=language),
        local_day,
        partial(format_clock, language=language),
    )


def local_day(moment: datetime) -> date:
    """Return the day of a moment, where this computer stands."""
    return local_time(moment).date()
