from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation.naming import first_professional, names_at
from giz_gesprek.conversation.people import Family
from giz_gesprek.conversation.steps import PageStep, Step, TurnStep
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import FAMILY, agreed, asked
from tests.support.dossiers import library
from tests.support.typed import HOSTILE, names

BOOK = Phrasebook(library(), phase="0-4")
PAGE = PageStep(text="welcome.hello")


def renamed(person_id: str, **changes: Any) -> Family:
    """Return the family in which somebody is called otherwise."""
    raw = FAMILY.model_dump()
    for person in raw["people"]:
        if person["id"] == person_id:
            person.update(changes)
    return Family.model_validate(raw)


def at_step(step: Step, talk: Talk | None = None, family: Family = FAMILY) -> Phrasebook:
    return names_at(BOOK, (talk or agreed("eating_sleeping")).with_family(family), step)


def test_the_child_is_the_one_the_step_is_about() -> None:
    assert at_step(PAGE).names["child"] == "Milan"
    noor = asked("strengths", person_id="mother", child_id="noor")
    assert at_step(noor).names["child"] == "Noor"


def test_a_baby_that_is_not_born_has_no_name_yet() -> None:
    step = asked("strengths", person_id="mother", child_id="sem")
    assert at_step(step).names["child"] == BOOK.text("common.baby")


@pytest.mark.parametrize(
    ("step", "name"),
    [
        (PAGE, "Fatma"),
        (TurnStep(side="parenting", person_id="father"), "Daan"),
        (TurnStep(side="parenting", person_id="coach"), "Joris"),
        (asked("view", person_id="coach"), "Joris"),
        (asked("reason", person_id="mother"), "Sanne"),
        (asked("strengths", person_id="mother"), "Fatma"),
        (asked("outcome"), "Fatma"),
        (asked("gone", person_id="mother"), "Fatma"),
    ],
)
def test_the_name_is_whose_turn_it_is_and_else_the_professional(step: Step, name: str) -> None:
    assert at_step(step).names["name"] == name


def test_the_organisation_is_that_of_the_first_professional() -> None:
    assert at_step(PAGE).names["organisation"] == "De Linde"
    turned = agreed("eating_sleeping", table=("mother", "coach", "nurse"))
    assert at_step(PAGE, turned).names["name"] == "Joris"
    assert at_step(PAGE, turned).names["organisation"] == BOOK.text("common.our_organisation")


def test_without_a_professional_there_are_words_for_one() -> None:
    alone = agreed("eating_sleeping", table=("mother",))
    assert first_professional(alone) is None
    names_there = at_step(PAGE, alone).names
    assert names_there["name"] == BOOK.text("common.a_professional")
    assert names_there["organisation"] == BOOK.text("common.our_organisation")


def test_the_first_professional_at_the_table_leads() -> None:
    found = first_professional(agreed(table=("doctor", "mother", "nurse")))
    assert found is not None
    assert found.name == "Ineke"


def test_the_words_are_those_of_the_book() -> None:
    easier = names_at(replace(BOOK, rung="easier"), agreed(), PAGE)
    assert (easier.rung, easier.phase, easier.library) == ("easier", "0-4", library())


LITERAL = [
    "{x.__class__}",
    "[/b]",
    "{child}",
    "{name}",
    "{0}",
    "%s",
    "{organisation}",
    "{",
    "\\g<1>",
]


@pytest.mark.parametrize("name", LITERAL)
def test_a_name_comes_through_literally(name: str) -> None:
    family = renamed("milan", name=name)
    text = at_step(asked("strengths", person_id="mother"), family=family).text(
        "eating_sleeping.strengths"
    )
    plain = at_step(asked("strengths", person_id="mother")).text("eating_sleeping.strengths")
    assert "Milan" in plain
    assert text == plain.replace("Milan", name)


@given(
    name=st.one_of(names(), st.sampled_from(LITERAL)), other=st.sampled_from([*LITERAL, *HOSTILE])
)
def test_any_name_stands_in_the_sentence_as_it_is(name: str, other: str) -> None:
    family = renamed("coach", name=name, organisation=other[:120])
    step = TurnStep(side="parenting", person_id="coach")
    book = at_step(step, agreed("safety", table=("mother", "coach")), family)
    shown = family.person("coach")
    template = at_step(step, agreed("safety", table=("mother", "coach"))).text("read_back.title")
    assert book.text("read_back.title") == template.replace("Joris", shown.name)
    assert book.names["organisation"] == shown.organisation
