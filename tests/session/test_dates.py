"""A day as people type it."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from giz_gesprek.session.dates import DayTyping, TypedDay, write_date

TYPING: Final = DayTyping(format="dag-maand-jaar", wrong="Dat is geen dag.", past="Die is voorbij.")
TODAY: Final = date(2026, 11, 3)
AS_TYPED: Final = ("3-4-2027", "03/04/2027", "3.4.27", "3 4 27", " 3-4-2027 ")


@pytest.mark.parametrize(
    "typed",
    ["3-4-2027", "03/04/2027", "3.4.27", "3 4 27", " 3-4-2027 ", write_date(date(2027, 4, 3))],
)
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert TYPING.read(typed, TODAY) == TypedDay(date(2027, 4, 3))


@pytest.mark.parametrize(
    "typed", ["31-2-2027", "morgen", "3-4", "0-1-2027", "3-13-2027", "3-4-202"]
)
def test_what_is_no_day_is_explained(typed: str) -> None:
    assert TYPING.read(typed, TODAY) == TypedDay(problem=TYPING.wrong)


def test_a_day_that_has_gone_by_is_explained_and_today_is_fine() -> None:
    assert TYPING.read("2-11-2026", TODAY) == TypedDay(problem=TYPING.past)
    assert TYPING.read("3-11-2026", TODAY) == TypedDay(TODAY)


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_no_day_yet(typed: str) -> None:
    assert TYPING.read(typed, TODAY) == TypedDay()
