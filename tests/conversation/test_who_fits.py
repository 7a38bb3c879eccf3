"""Every programme beside every age, week and first child, known and unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, get_args

import pytest
from pydantic import ValidationError

from giz_gesprek.conversation.child_now import FINER_AGES, ChildNow, FinerAge, months_of
from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.conversation.programmes import fit_of_chosen, shelves
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import agreed
from tests.support.dossiers import framework

WEEKS: Final = (10, 27, 28, 40, None)
BELOW_FOUR: Final = (*FINER_AGES, None)
OLDER: Final[tuple[AgeBand, ...]] = ("4-7", "8-11", "12-15", "16+")
LIMITS: Final[dict[str, set[str]]] = {
    "+": set(),
    "w": {"before_week"},
    "f": {"first_child"},
    "b": {"first_child", "before_week"},
    "a": {"from_months"},
    "u": {"until_months"},
}


@dataclass(frozen=True)
class Case:
    """One child, and what the table says of one programme."""

    programme: str
    shelf: str
    age_band: AgeBand
    now: ChildNow
    says: str


def cases() -> Iterator[Case]:
    lines = (Path(__file__).parent / "who_fits.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("#"):
            continue
        programme, shelf, yes, no, unknown, below_four, older = line.split()
        for first, row in ((True, yes), (False, no), (None, unknown)):
            for week, says in zip(WEEKS, row, strict=True):
                now = ChildNow(pregnancy_week=week, first_child=first)
                yield Case(programme, shelf, "prenatal", now, says)
            for age, says in zip(BELOW_FOUR, below_four, strict=True):
                yield Case(programme, shelf, "0-3", ChildNow(age=age, first_child=first), says)
            for band, says in zip(OLDER, older, strict=True):
                yield Case(programme, shelf, band, ChildNow(first_child=first), says)


CASES: Final = tuple(cases())


def talk_about(case: Case) -> Talk:
    """Return a talk about this child, on every topic that the programme helps with."""
    talk = agreed(*framework().programmes[case.programme].topics)
    milan = talk.family.person("milan").model_copy(update={"age_band": case.age_band})
    others = tuple(person for person in talk.family.people if person.id != milan.id)
    family = talk.family.model_copy(update={"people": (milan, *others)})
    dossier = talk.dossier.model_copy(update={"family": family})
    return replace(talk, dossier=dossier).changed(child_now=case.now)


def test_the_table_has_every_programme_and_every_combination() -> None:
    assert {case.programme for case in CASES} == set(framework().programmes)
    assert len(CASES) == len(framework().programmes) * 3 * (5 + 7 + 4)


@pytest.mark.parametrize("programme", framework().programmes)
def test_a_programme_is_offered_to_whom_the_facts_allow_with_the_limit_that_is_unknown(
    programme: str,
) -> None:
    for case in CASES:
        if case.programme != programme:
            continue
        talk = talk_about(case)
        found = shelves(talk)
        on = [
            shelf
            for shelf in ("offered", "others", "on_request", "professional")
            if programme in getattr(found, shelf)
        ]
        assert on == ([] if case.says == "-" else [case.shelf]), case
        if case.says != "-":
            assert set(fit_of_chosen(talk, programme).to_tell) == LIMITS[case.says], case


def test_nobody_with_a_child_that_is_born_is_offered_voorzorg() -> None:
    for case in CASES:
        if case.programme == "voorzorg" and case.age_band != "prenatal":
            found = shelves(talk_about(case))
            assert "voorzorg" not in {*found.offered, *found.others, *found.shut_out}, case


def test_the_professional_is_told_what_a_limit_shuts_out() -> None:
    late = Case("voorzorg", "offered", "prenatal", ChildNow(pregnancy_week=30), "-")

    assert shelves(talk_about(late)).shut_out == ("voorzorg",)


def test_help_for_a_brother_who_takes_part_is_offered_too() -> None:
    talk = agreed("independence")
    noor = talk.family.person("noor").model_copy(update={"age_band": "12-15"})
    people = tuple(noor if person.id == "noor" else person for person in talk.family.people)
    family = talk.family.model_copy(update={"people": people})
    talk = replace(talk, dossier=talk.dossier.model_copy(update={"family": family}))

    assert "jim" not in shelves(talk).offered
    assert "jim" in shelves(talk.changed(other_children=("noor",))).offered


def test_every_finer_age_lies_within_the_band_below_four_and_they_follow_each_other() -> None:
    months = [months_of("0-3", age) for age in FINER_AGES]

    assert months[0][0] == 0
    assert months[-1][1] == months_of("0-3")[1]
    assert [first for first, _last in months[1:]] == [last for _first, last in months[:-1]]
    assert set(FINER_AGES) == set(get_args(FinerAge))


@pytest.mark.parametrize("band", [band for band in get_args(AgeBand) if band != "0-3"])
def test_a_finer_age_of_another_band_says_nothing(band: AgeBand) -> None:
    now = ChildNow(age="36-47m", first_child=True)

    assert now.agreeing_with(band) == ChildNow(first_child=True)
    assert months_of(band, "36-47m") == months_of(band)


def test_a_week_is_of_a_child_that_is_not_born() -> None:
    now = ChildNow(pregnancy_week=20)

    assert now.agreeing_with("prenatal") == now
    assert now.agreeing_with("0-3") == ChildNow()
    with pytest.raises(ValidationError, match="born or not"):
        ChildNow(age="0-5m", pregnancy_week=20)


@pytest.mark.parametrize("week", [0, 43, -1])
def test_no_pregnancy_has_such_a_week(week: int) -> None:
    with pytest.raises(ValidationError):
        ChildNow(pregnancy_week=week)
