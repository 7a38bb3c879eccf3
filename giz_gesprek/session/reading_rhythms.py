"""How often something is done, as people say it: "elke avond", "elke week op maandag".

Pure; ``day_words`` has the words. One word that is not known makes the whole not understood, as
with a day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from giz_gesprek.conversation.folding import folded
from giz_gesprek.conversation.rhythm import Every, Rhythm
from giz_gesprek.session.day_words import DayWords, day_words
from giz_gesprek.session.reading_days import without_part, without_time

_LONGEST: Final = 80
_WORD: Final = re.compile(r"[a-z]+")
_SIGNS: Final = " ',."
_PARTS: Final[tuple[Every, ...]] = ("morning", "afternoon", "evening")


@dataclass(frozen=True)
class UnderstoodRhythm:
    """A rhythm that was understood; ``with_time``: a time was said too, which none has."""

    rhythm: Rhythm
    with_time: bool = False


def understood_rhythm(text: str, language: str) -> UnderstoodRhythm | None:
    """Return how often ``text`` says that something is done; None where it says no such thing.

    The words of ``language`` are tried first, then those of the other languages.
    """
    said = folded(text)
    if not said or len(said) > _LONGEST:
        return None
    for words in day_words(language):
        for told in dict.fromkeys((said, without_time(said, words))):
            found = _read(told, words)
            if found is not None:
                rhythm, with_part = found
                return UnderstoodRhythm(rhythm, with_time=with_part or told != said)
    return None


def _read(said: str, words: DayWords) -> tuple[Rhythm, bool] | None:
    """Return a rhythm, and whether a part of the day was said beside a weekday."""
    if _WORD.sub("", said).strip(_SIGNS):
        return None
    kinds, found = "", dict[str, str]()
    for token in _WORD.findall(said):
        day = without_part(token, words)
        if token in words.each:
            kinds += "E"
        elif token in words.in_one or token in words.every:
            kinds += "A" if token in words.in_one else "U"
            found[kinds[-1]] = token
        elif day in words.weekdays:
            kinds += "W"
            found["W"] = token
        elif token not in words.unsaid:
            return None
    return _meant(kinds, found, words)


def _meant(kinds: str, found: Mapping[str, str], words: DayWords) -> tuple[Rhythm, bool] | None:
    """Return what words of these kinds mean, by the letter for what each is."""
    day = found.get("W", "")
    with_part = day not in words.weekdays and bool(day)
    weekday = words.weekdays.get(without_part(day, words))
    every = words.in_one.get(found.get("A", "")) or words.every.get(found.get("U", ""))
    if weekday is None and kinds in {"A", "EU"} and every is not None:
        return Rhythm(every=every), False
    is_weekly = kinds in {"AW", "WA", "EUW", "WEU"} and every == "week"
    in_a_part = kinds == "EWU" and every in _PARTS
    if weekday is not None and (is_weekly or in_a_part or kinds == "EW"):
        return Rhythm(every="week", weekday=weekday), with_part or in_a_part
    return None
