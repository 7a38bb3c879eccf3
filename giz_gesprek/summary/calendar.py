"""The days and hours of a paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Calendar:
    """How a day is written, and on which day a moment fell where the people live.

    ``clock`` writes at what time that was; without it no paper tells. Passed in, so that this
    package knows neither a locale nor a time zone.
    """

    write: Callable[[date], str]
    day_of: Callable[[datetime], date]
    clock: Callable[[datetime], str] | None = None
