"""A day as people type it: what is understood, and what is said about it."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.session.dates import DayTyping, TypedDay, write_date
from giz_gesprek.session.reading_days import Understood, understood_day
from tests.session.ways_to_type_a_day import DUTCH, ENGLISH, NOT_A_DAY, PAST, WITH_TIME
from tests.support.dossiers import library

TODAY: Final = date(2026, 11, 3)
"""A Tuesday."""
TYPING: Final = DayTyping.of(Phrasebook(library()))


def says(text_id: str, day: str = "") -> str:
    return TYPING.phrases.text(text_id, date=day)


@pytest.mark.parametrize(("typed", "day"), DUTCH.items())
def test_a_day_is_understood_however_it_is_typed(typed: str, day: str) -> None:
    assert understood_day(typed, TODAY, "nl") == Understood(date.fromisoformat(day))


@pytest.mark.parametrize(("typed", "day"), ENGLISH.items())
def test_a_day_is_understood_in_english(typed: str, day: str) -> None:
    assert understood_day(typed, TODAY, "en") == Understood(date.fromisoformat(day))


@pytest.mark.parametrize(("typed", "day"), WITH_TIME.items())
def test_a_time_is_heard_and_is_no_part_of_the_day(typed: str, day: str) -> None:
    language = "en" if typed.startswith("E ") else "nl"
    found = understood_day(typed.removeprefix("E "), TODAY, language)
    assert found == Understood(date.fromisoformat(day), with_time=True)


@pytest.mark.parametrize("typed", NOT_A_DAY)
def test_what_nobody_can_be_sure_of_is_no_day(typed: str) -> None:
    assert understood_day(typed, TODAY, "nl") is None
    assert TYPING.read(typed, TODAY) == TypedDay(problem=says("common.date_wrong"))


@pytest.mark.parametrize("typed", [*DUTCH, *ENGLISH])
def test_the_other_language_is_understood_too(typed: str) -> None:
    for language in ("nl", "en", "fr"):
        assert understood_day(typed, TODAY, language) is not None, language


@pytest.mark.parametrize("today", ["2026-11-03", "2026-12-31", "2028-02-29", "2027-01-31"])
def test_what_is_understood_without_a_year_has_never_gone_by(today: str) -> None:
    now = date.fromisoformat(today)
    for typed in DUTCH:
        found = understood_day(typed, now, "nl")
        says_when = any(sign in typed for sign in ("26", "27", "2028", "deze week", "’", "week 5"))
        assert says_when or found is None or found.day >= now, typed


def test_a_day_without_a_year_is_the_next_one() -> None:
    ninth = date(2026, 12, 11)
    assert understood_day("10-12", ninth, "nl") == Understood(date(2027, 12, 10))
    assert understood_day("11-12", ninth, "nl") == Understood(ninth)
    assert understood_day("29 februari", ninth, "nl") == Understood(date(2028, 2, 29))
    assert understood_day("de 10e", ninth, "nl") == Understood(date(2027, 1, 10))


def test_a_weekday_is_never_today() -> None:
    assert understood_day("dinsdag", TODAY, "nl") == Understood(date(2026, 11, 10))
    assert understood_day("woensdag", TODAY, "nl") == Understood(date(2026, 11, 4))


def test_what_was_understood_is_said_back_in_words() -> None:
    typed = TYPING.read("10-12", TODAY)
    assert typed.day == date(2026, 12, 10)
    assert typed.words == says("common.date_is", "donderdag 10 december 2026")
    with_time = TYPING.read("10-12 om 10.30 uur", TODAY)
    assert with_time.words == says("common.date_without_time", "donderdag 10 december 2026")
    english = DayTyping.of(Phrasebook(library(), "en"))
    assert "Thursday, 10 December 2026" in english.read("10 Dec", TODAY).words


def test_a_weekday_that_does_not_go_with_the_date_is_asked_again() -> None:
    for typed in ("vrijdag 10 december", "vr 10-12", "vrijdag 10-12-2026"):
        typed_day = TYPING.read(typed, TODAY)
        assert typed_day == TypedDay(
            problem=says("common.date_weekday", "donderdag 10 december 2026")
        ), typed


@pytest.mark.parametrize(("typed", "day"), PAST.items())
def test_a_day_that_has_gone_by_is_explained_and_today_is_fine(typed: str, day: str) -> None:
    assert TYPING.read(typed, TODAY) == TypedDay(problem=says("common.date_past", day))
    assert TYPING.read("3-11-2026", TODAY).day == TODAY


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_no_day_yet(typed: str) -> None:
    assert TYPING.read(typed, TODAY) == TypedDay()


def test_a_day_in_figures_is_understood_again() -> None:
    day = date(2027, 4, 3)
    assert TYPING.read(write_date(day), TODAY).day == day
