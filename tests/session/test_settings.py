"""Who the professional is and how they like the program, checked without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from giz_gesprek.session.passphrase_advice import advice_on
from giz_gesprek.session.settings import Place, SettingsDraft, draft_of, problems, profile_of
from giz_gesprek.store import Profile

DRAFT = SettingsDraft(name="Sofie", organisation="Wijkteam", phone="020 1", minutes="5")


def test_a_draft_and_its_profile_are_the_same_thing_twice() -> None:
    profile = profile_of(DRAFT)
    assert profile == Profile(name="Sofie", organisation="Wijkteam", phone="020 1", idle_minutes=5)
    assert draft_of(profile) == DRAFT


def test_before_the_first_start_nothing_is_filled_in_but_the_minutes() -> None:
    assert draft_of(Profile()) == SettingsDraft() == SettingsDraft("", "", "", "15", None)


@pytest.mark.parametrize(
    ("changed", "places"),
    [
        (DRAFT, []),
        (replace(DRAFT, name=" \u200b"), ["name"]),
        (replace(DRAFT, organisation=""), ["organisation"]),
        (replace(DRAFT, phone=""), []),
        (SettingsDraft(minutes="x"), ["name", "organisation", "minutes"]),
    ],
)
def test_what_is_missing_is_said_at_its_line(changed: SettingsDraft, places: list[Place]) -> None:
    assert list(problems(changed)) == places


@pytest.mark.parametrize("typed", ["1", " 15 ", "120"])
def test_minutes_from_1_to_120_are_taken(typed: str) -> None:
    draft = replace(DRAFT, minutes=typed)
    assert problems(draft) == {}
    assert profile_of(draft).idle_minutes == int(typed)


@pytest.mark.parametrize("typed", ["", "0", "121", "-5", "1.5", "٣", "²", "9" * 5000])
def test_other_minutes_are_refused(typed: str) -> None:
    assert list(problems(replace(DRAFT, minutes=typed))) == ["minutes"]


def test_what_is_typed_becomes_one_clean_line_that_can_be_kept() -> None:
    grows = "\ufb2c" * 120  # three characters each in NFC
    profile = profile_of(replace(DRAFT, name=" Sofie\tde\nWit ", organisation=grows))
    assert profile.name == "Sofie de Wit"
    assert Profile.model_validate_json(profile.model_dump_json()) == profile


def test_advice_names_what_makes_a_passphrase_easy_to_guess() -> None:
    assert "Hij is te kort" in advice_on("zomer2026")
    assert advice_on("lepel fiets wolk kaas ladder") == ""


@pytest.mark.parametrize("typed", ["0", "1", " 12 ", "520"])
def test_weeks_are_a_number_and_nought_is_no_reminder(typed: str) -> None:
    draft = replace(DRAFT, weeks=typed)
    assert problems(draft) == {}
    assert profile_of(draft).kept_weeks == (int(typed) or None)


@pytest.mark.parametrize("typed", ["", "521", "-1", "x"])
def test_other_weeks_are_refused(typed: str) -> None:
    assert list(problems(replace(DRAFT, weeks=typed))) == ["weeks"]
