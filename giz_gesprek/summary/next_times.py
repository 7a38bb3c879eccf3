"""The days on which people talk again: to see how it goes, and about what they differ on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from giz_gesprek.summary.document import DayLine
from giz_gesprek.summary.items import Item, LaterOn, LookBackOn
from giz_gesprek.summary.sentences import look_back, of_type
from giz_gesprek.summary.words import PaperNames


def next_times(words: PaperNames, items: Sequence[Item]) -> tuple[DayLine, ...]:
    """Return a line for each day, the earliest first, with what it is about where that is known."""
    days: list[tuple[date, DayLine]] = [
        (item.day, look_back(words, item)) for item in of_type(items, LookBackOn)
    ]
    for item in of_type(items, LaterOn):
        if item.day is not None:
            day, topic = words.day(item.day), words.topic(item.topic, item.child_id)
            text = words.text("document.talk_on", date=day, topic=words.inside(topic))
            days.append((item.day, DayLine(text, day)))
    return tuple(line for _day, line in sorted(days, key=lambda each: each[0]))
