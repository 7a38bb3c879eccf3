"""The people around a family in lines: a list by numbers, and naming somebody."""

from __future__ import annotations

from typing import get_args

import pytest

from giz_gesprek.conversation import gathering
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.steps import AroundStep, GoalsStep
from giz_gesprek.session.step_view import AgainView, StepView
from giz_gesprek.store import Store
from tests.conversation.support import FAMILY, agreed
from tests.plain.support import Table, at, every_place, full_talk

HELPER = Person(
    id="helper", name="Karim", role="professional", organisation="Wijkteam", phone="010 765 43 21"
)


def test_somebody_of_an_organisation_is_named_and_what_is_not_known_stays_empty(
    store: Store,
) -> None:
    table = Table(store, at(agreed("housing"), GoalsStep()))
    said = table.types(
        "2", "", "1", "", "Karim", "2", "", "3", "", "Wijkteam", "", "De post.", "", ""
    )
    for text_id in ("around.ask", "around.none_yet", "around.name", "button.skip"):
        assert table.says(text_id) in said
    assert table.says("around.organisation", who="Karim") in said
    [one] = table.kept.around.people
    person = store.read(FAMILY.id).family.person(one.person_id)
    assert (person.name, person.organisation, person.phone) == ("Karim", "Wijkteam", None)
    assert one.helps is not None
    assert (one.ring, one.helps.text) == ("far", "De post.")


def test_everybody_has_a_number_behind_which_stands_what_can_be_done(store: Store) -> None:
    talk = gathering.name_person(gathering.opened(agreed("housing")), HELPER, "near")
    table = Table(store, at(talk, AroundStep()))
    said = table.types("/r")
    assert f"{table.says('around.near')}\n1. Karim\n" in said
    table.types("1", "1", "", "6", "", "/e")
    assert store.read(FAMILY.id).family.person("helper").phone is None
    table.types("1", "2", "", "2", "")
    assert table.kept.around.people == ()


def test_every_kind_of_step_is_left_by_enter_or_by_a_number_and_enter(store: Store) -> None:
    around = at(gathering.opened(full_talk()), AroundStep())
    tried: set[type[StepView]] = set()
    for name, talk in {"around": around, **every_place()}.items():
        table = Table(store, talk)
        kind = type(table.session().view)
        if kind in tried or name == "export":  # which is the last step
            continue
        tried.add(kind)
        before = table.step
        table.types("", "1", "")
        assert table.step != before, name
    assert {*get_args(StepView)} - tried == {AgainView}, "which is that of topics"


@pytest.mark.parametrize("named", [True, False])
def test_enter_goes_on_from_the_people_whoever_is_there(named: bool, store: Store) -> None:
    talk = gathering.opened(agreed("housing"))
    if named:
        talk = gathering.name_person(talk, HELPER, "near")
    table = Table(store, at(talk, AroundStep()))
    assert table.says("common.choose_only") not in table.types("")
    assert table.step == GoalsStep()
