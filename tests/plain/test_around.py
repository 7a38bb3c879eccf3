"""The people around a family in lines: a list by numbers, and naming somebody."""

from __future__ import annotations

from giz_gesprek.conversation import gathering
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.steps import AroundStep, GoalsStep
from giz_gesprek.store import Store
from tests.conversation.support import FAMILY, agreed
from tests.plain.support import Table, at

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
