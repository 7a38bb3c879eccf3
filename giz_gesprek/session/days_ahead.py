"""Days counted from today: the next Friday, the first 15th, two weeks later. Pure; knows no words.

Every method raises ``ValueError`` where the calendar has no such day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

WEEK: Final = 7
"""Days. What is counted in months is below zero: -1 for a month, -12 for a year."""
YEAR: Final = -12

_MONTHS: Final = 12
_YEARS_AHEAD: Final = 8
"""In so many years every day of the calendar comes by, the 29th of February as well."""


@dataclass(frozen=True)
class DaysAhead:
    """The calendar from ``today`` on; a weekday is 0 for Monday."""

    today: date

    def dated(self, day: int, month: int, year: int | None = None) -> date:
        """Return a date; without a year the first one that has not gone by."""
        if year is not None:
            return date(year, month, day)
        if not 1 <= month <= _MONTHS:
            raise ValueError(month)
        for each in range(self.today.year, self.today.year + _YEARS_AHEAD):
            if 1 <= day <= monthrange(each, month)[1]:
                found = date(each, month, day)
                if found >= self.today:
                    return found
        raise ValueError(day)

    def days(self, count: int) -> date:
        """Return today, or so many days later."""
        return self.today + timedelta(days=count)

    def later(self, count: int, unit: int, start: date | None = None) -> date:
        """Return the day ``count`` units after ``start`` or today."""
        start = start or self.today
        if unit > 0:
            return start + timedelta(days=count * unit)
        return _months_later(start, count * -unit)

    def half(self, unit: int) -> date:
        """Return the day after half a year; half of anything else is no day."""
        if unit != YEAR:
            raise ValueError(unit)
        return _months_later(self.today, _MONTHS // 2)

    def next_weekday(self, weekday: int) -> date:
        """Return the first such day after today: who means today says so."""
        return self.days((weekday - self.today.weekday() - 1) % WEEK + 1)

    def in_week(self, weeks: int, weekday: int) -> date:
        """Return a day of this week, which begins on Monday, or of one so many weeks later."""
        return self.days(weekday - self.today.weekday() + WEEK * weeks)

    def in_unit(self, count: int, unit: int, weekday: int) -> date:
        """Return a day in the week that is ``count`` units ahead: "over twee weken op vrijdag"."""
        return self.in_week(count * _whole_weeks(unit), weekday)

    def after_weekday(self, count: int, unit: int, weekday: int) -> date:
        """Return what "vrijdag over een week" is: so long after the first one from today on."""
        first = self.days((weekday - self.today.weekday()) % WEEK)
        if count * unit % WEEK:
            raise ValueError(unit)
        return self.later(count, unit, first) if unit > 0 else self.in_unit(count, unit, weekday)

    def in_numbered_week(self, week: int, unit: int, weekday: int) -> date:
        """Return a day of a week with this number, the first that has not gone by."""
        if unit != WEEK:
            raise ValueError(unit)
        year = self.today.isocalendar().year
        days = (date.fromisocalendar(each, week, weekday + 1) for each in (year, year + 1))
        return next(day for day in days if day >= self.today)

    def day_of_month(self, day: int) -> date:
        """Return the first day with this number that has not gone by."""
        for months in range(_MONTHS):
            first = _months_later(self.today.replace(day=1), months)
            if 1 <= day <= monthrange(first.year, first.month)[1]:
                found = first.replace(day=day)
                if found >= self.today:
                    return found
        raise ValueError(day)

    def day_of_next_month(self, day: int, unit: int) -> date:
        """Return the day with this number of the month after this one."""
        if unit != -1:
            raise ValueError(unit)
        return _months_later(self.today.replace(day=1), 1).replace(day=day)


def _whole_weeks(unit: int) -> int:
    if unit <= 0 or unit % WEEK:
        raise ValueError(unit)
    return unit // WEEK


def _months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
