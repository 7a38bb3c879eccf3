from __future__ import annotations

from typing import get_args

import pytest
from pydantic import ValidationError

from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.people import AgeBand, Family, FamilySettings, Person, Role
from tests.conversation.support import FAMILY
from tests.support.dossiers import framework
from tests.support.typed import HOSTILE


def test_a_child_has_an_age_band() -> None:
    with pytest.raises(ValidationError, match="a child has an age_band"):
        Person(id="milan", name="Milan", role="child")


@pytest.mark.parametrize("role", [role for role in get_args(Role) if role != "child"])
def test_nobody_else_has_an_age_band(role: Role) -> None:
    assert Person(id="sanne", name="Sanne", role=role).age_band is None
    with pytest.raises(ValidationError, match="others have none"):
        Person(id="sanne", name="Sanne", role=role, age_band="16+")


def test_two_people_have_two_ids() -> None:
    sanne = Person(id="sanne", name="Sanne", role="parent")
    with pytest.raises(ValidationError, match="the same id"):
        Family(id="f", label="F", people=(sanne, sanne.model_copy(update={"name": "Daan"})))


def test_two_people_may_have_one_name() -> None:
    people = tuple(Person(id=name, name="Noor", role="network") for name in ("one", "two"))
    assert len(Family(id="f", label="F", people=people).people) == 2


def test_somebody_is_found_by_id() -> None:
    assert FAMILY.person("father").name == "Daan"
    with pytest.raises(KeyError, match="nobody"):
        FAMILY.person("nobody")


def test_the_children_come_in_the_order_in_which_they_were_entered() -> None:
    assert [child.id for child in FAMILY.children] == ["milan", "noor", "sem"]


def test_a_family_starts_with_easy_words() -> None:
    settings = Family(id="f", label="F").settings
    assert settings == FamilySettings(
        rung="easy",
        language="nl",
        address="u",
        read_aloud=False,
        speech_rate="normal",
        pictures=True,
    )


def test_a_family_of_before_there_was_a_choice_is_addressed_with_u() -> None:
    old = {"id": "f", "label": "F", "settings": {"rung": "easier", "language": "en"}}
    settings = Family.model_validate(old).settings
    assert (settings.rung, settings.language, settings.address) == ("easier", "en", "u")
    assert settings.speech_rate == "normal"


def test_every_age_band_belongs_to_one_phase() -> None:
    phases = [framework().phase_of(band) for band in get_args(AgeBand)]
    assert None not in phases
    assert sum(len(phase.age_bands) for phase in framework().phases.values()) == len(phases)


def test_every_role_is_known_to_the_framework() -> None:
    assert set(framework().roles) == set(get_args(Role))


@pytest.mark.parametrize(
    "name", [text for text in HOSTILE if len(text) <= 100 and "\n" not in text]
)
def test_a_name_is_kept_as_it_was_typed_but_for_control_characters(name: str) -> None:
    person = Person(id="x", name=name, role="network")
    assert Person.model_validate_json(person.model_dump_json()) == person
    for piece in ("{child}", "[/", "{x.__class__}"):
        assert (piece in person.name) == (piece in name)


@pytest.mark.parametrize("person_id", ["", "met spatie", "x" * 65, "é", "a/b", "a\n"])
def test_an_id_is_no_place_for_a_name(person_id: str) -> None:
    with pytest.raises(ValidationError):
        Person(id=person_id, name="Bo", role="network")


def test_a_person_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        FAMILY.person("mother").name = "Iemand"  # type: ignore[misc]


def test_a_rung_is_a_setting_of_the_family() -> None:
    assert {FamilySettings(rung=rung).rung for rung in get_args(Rung)} == set(get_args(Rung))
