"""What is asked about a child because help has limits, and what is kept of it."""

from __future__ import annotations

from typing import Final

import pytest

from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.session.child_details import (
    ChildDetails,
    Detail,
    asked_details,
    child_now_of,
    details_of,
    details_problem,
    next_details,
)
from tests.support.screens import library

FRAMEWORK: Final = library().framework


@pytest.mark.parametrize(
    ("age_band", "details", "asked"),
    [
        (None, ChildDetails(), ()),
        ("0-3", ChildDetails(), ("age",)),
        ("0-3", ChildDetails(age="24-29m"), ("age",)),
        ("prenatal", ChildDetails(), ("week", "first_child")),
        ("prenatal", ChildDetails(week="27"), ("week", "first_child")),
        ("prenatal", ChildDetails(week="28"), ("week",)),
        ("prenatal", ChildDetails(week="28", first_child=True), ("week",)),
        ("prenatal", ChildDetails(first_child=False), ("week", "first_child")),
        ("4-7", ChildDetails(), ()),
        ("8-11", ChildDetails(), ()),
        ("12-15", ChildDetails(), ()),
        ("16+", ChildDetails(), ()),
    ],
)
def test_only_what_decides_about_help_is_asked(
    age_band: AgeBand | None, details: ChildDetails, asked: tuple[Detail, ...]
) -> None:
    assert asked_details(FRAMEWORK, age_band, details) == asked


def test_without_programmes_that_have_limits_nothing_is_asked() -> None:
    hidden = {
        name: spec.model_copy(update={"hidden": True})
        for name, spec in FRAMEWORK.programmes.items()
        if spec.limits.before_week
    }
    framework = FRAMEWORK.model_copy(update={"programmes": FRAMEWORK.programmes | hidden})

    assert asked_details(framework, "prenatal", ChildDetails()) == ()


def test_what_was_not_asked_is_not_kept() -> None:
    filled = ChildDetails(age="24-29m", week="27", first_child=True)

    assert child_now_of(FRAMEWORK, "0-3", filled) == ChildNow(age="24-29m")
    assert child_now_of(FRAMEWORK, "prenatal", filled) == ChildNow(
        pregnancy_week=27, first_child=True
    )
    assert child_now_of(FRAMEWORK, "8-11", filled) == ChildNow()
    assert child_now_of(FRAMEWORK, None, filled) == ChildNow()


@pytest.mark.parametrize(
    "now",
    [
        ChildNow(),
        ChildNow(age="0-5m"),
        ChildNow(pregnancy_week=10, first_child=False),
        ChildNow(first_child=True),
    ],
)
def test_what_was_kept_is_filled_in_as_it_was(now: ChildNow) -> None:
    band: AgeBand = "0-3" if now.age else "prenatal"

    assert child_now_of(FRAMEWORK, band, details_of(now)) == now


def test_a_next_conversation_asks_the_age_and_the_week_again() -> None:
    assert next_details(ChildNow(pregnancy_week=20, first_child=True)) == ChildDetails(
        first_child=True
    )
    assert next_details(ChildNow(age="12-23m")) == ChildDetails()


@pytest.mark.parametrize("typed", ["", " ", "1", " 27 ", "42"])
def test_a_week_of_a_pregnancy_and_no_week_are_fine(typed: str) -> None:
    assert details_problem(FRAMEWORK, "prenatal", ChildDetails(week=typed)) is None


@pytest.mark.parametrize("typed", ["0", "43", "-1", "twee", "2,5", "²", "1" * 200, "27 weken"])
def test_what_is_no_week_is_told_in_one_sentence(typed: str) -> None:
    problem = details_problem(FRAMEWORK, "prenatal", ChildDetails(week=typed))

    assert problem is not None
    assert "1 tot 42" in problem
    assert details_problem(FRAMEWORK, "0-3", ChildDetails(week=typed)) is None


def test_every_answer_goes_through_its_key_and_back() -> None:
    for key in ("yes", "no", "unknown"):
        assert ChildDetails().with_first_child(key).first_child_key == key
    for key in ("0-5m", "36-47m", "unknown"):
        assert ChildDetails().with_age(key).age_key == key
