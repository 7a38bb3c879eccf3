"""How often a step is done, as people type it, and as it is told on the papers."""

from __future__ import annotations

from datetime import date
from typing import Final, get_args

import pytest
from pydantic import ValidationError

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation.plan import PlanStep
from giz_gesprek.conversation.rhythm import WEEKDAYS, Every, Rhythm
from giz_gesprek.session.dates import DayTyping, TypedDay
from giz_gesprek.session.reading_rhythms import UnderstoodRhythm, understood_rhythm
from tests.support.dossiers import library
from tests.support.talks import RUNGS, words

TODAY: Final = date(2026, 11, 3)
DAILY, EVENINGS, WEEKENDS = (Rhythm(every=every) for every in ("day", "evening", "weekend"))
WEEKLY, MONDAYS, FRIDAYS = (Rhythm(every="week", weekday=day) for day in (None, 0, 4))
EVERY: Final = (
    *(Rhythm(every=every) for every in get_args(Every)),
    *(Rhythm(every="week", weekday=day) for day in range(len(WEEKDAYS))),
)

DUTCH: Final = {
    "elke dag": DAILY,
    "Iedere dag.": DAILY,
    "dagelijks": DAILY,
    "elke ochtend": Rhythm(every="morning"),
    "iedere morgen": Rhythm(every="morning"),
    "elke middag": Rhythm(every="afternoon"),
    "elke avond": EVENINGS,
    "  ELKE   AVOND ": EVENINGS,
    "elk weekend": WEEKENDS,
    "ieder weekend": WEEKENDS,
    "in het weekend, elke week": None,
    "elke week": WEEKLY,
    "wekelijks": WEEKLY,
    "elke week op maandag": MONDAYS,
    "op maandag, elke week": MONDAYS,
    "elke maandag": MONDAYS,
    "elke ma": MONDAYS,
    "wekelijks op vrijdag": FRIDAYS,
}
ENGLISH: Final = {
    "every day": DAILY,
    "daily": DAILY,
    "each evening": EVENINGS,
    "every night": EVENINGS,
    "every weekend": WEEKENDS,
    "every Friday": FRIDAYS,
    "weekly on Monday": MONDAYS,
}
WITH_TIME: Final = {
    "elke avond om 7 uur": EVENINGS,
    "elke dag om half acht": DAILY,
    "elke maandagavond": MONDAYS,
    "every Monday evening": MONDAYS,
    "every day at 7 pm": DAILY,
}
NO_RHYTHM: Final = (
    "",
    "vrijdag",
    "elke",
    "avond",
    "maandag avond",
    "elke keer",
    "elke dag maandag",
    "elke week op kantoor",
    "elke dag behalve zondag",
    "niet elke dag",
    "3 keer per week",
    "elke 15 december",
    "elke avond " * 20,
)


@pytest.mark.parametrize(("typed", "rhythm"), {**DUTCH, **ENGLISH}.items())
def test_a_rhythm_is_understood_however_it_is_typed(typed: str, rhythm: Rhythm | None) -> None:
    expected = None if rhythm is None else UnderstoodRhythm(rhythm)
    for language in ("nl", "en", "fr"):
        assert understood_rhythm(typed, language) == expected, language


@pytest.mark.parametrize(("typed", "rhythm"), WITH_TIME.items())
def test_a_time_is_heard_and_is_no_part_of_it(typed: str, rhythm: Rhythm) -> None:
    assert understood_rhythm(typed, "nl") == UnderstoodRhythm(rhythm, with_time=True)


@pytest.mark.parametrize("typed", NO_RHYTHM)
def test_what_nobody_can_be_sure_of_is_none(typed: str) -> None:
    assert understood_rhythm(typed, "nl") is None


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("rhythm", EVERY, ids=lambda rhythm: rhythm.text_id)
def test_what_is_shown_back_can_be_typed_again(rhythm: Rhythm, language: str) -> None:
    for rung in RUNGS:
        typing = DayTyping.of(Phrasebook(library(), language, rung), recurs=True)
        said = typing.rhythm_in_words(rhythm)
        assert typing.read(said, TODAY).rhythm == rhythm, said
        assert said in typing.read(said, TODAY).words


def test_a_day_is_still_a_day_and_no_rhythm_is_taken_where_only_a_day_is_asked() -> None:
    both, day = (DayTyping.of(Phrasebook(library()), recurs=recurs) for recurs in (True, False))
    assert both.read("vrijdag", TODAY) == day.read("vrijdag", TODAY)
    assert both.read("vrijdag", TODAY).day == date(2026, 11, 6)
    assert both.read("elke vrijdag", TODAY) == TypedDay(
        rhythm=FRIDAYS, words="Dat is elke week op vrijdag."
    )
    assert day.read("elke vrijdag", TODAY).problem


def test_a_step_is_on_a_day_or_comes_back() -> None:
    with pytest.raises(ValidationError):
        PlanStep(id="step-1", what=words("Bellen."), by=TODAY, rhythm=DAILY)
    with pytest.raises(ValidationError):
        Rhythm(every="day", weekday=0)
