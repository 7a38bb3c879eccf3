"""Who sits at the table, and what waits for a moment alone while somebody listens."""

from __future__ import annotations

import pytest

from giz_gesprek.conversation import table
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.flow import current_step
from giz_gesprek.conversation.people import AgeBand, Person
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import FAMILY, agreed, appraised, asked, at, here
from tests.support.dossiers import framework
from tests.support.talks import say_about

SENSITIVE = ("safety", "parent_wellbeing", "family_events")


def came(talk: Talk, person_id: str) -> Talk:
    return table.come(talk, talk.family.person(person_id))


@pytest.mark.parametrize(
    ("roles", "listens"),
    [
        (("parent", "professional"), False),
        (("parent", "professional", "professional"), False),
        (("parent", "interpreter", "companion", "network", "professional"), False),
        (("parent", "other_parent", "professional"), True),
        (("foster_parent", "foster_parent", "professional"), True),
        (("parent", "child", "professional"), True),
        (("parent", "a role of others"), False),
    ],
)
def test_a_partner_or_a_child_listens_and_helpers_do_not(
    roles: tuple[str, ...], listens: bool
) -> None:
    assert table.is_listened_to(framework(), roles) is listens


@pytest.mark.parametrize("person", ["father", "foster", "noor"])
def test_who_listens_makes_topics_wait_and_leaving_brings_them_back(person: str) -> None:
    talk = agreed("safety", "housing")
    with_them = came(talk, person)
    assert with_them.conversation.parked == SENSITIVE
    assert not [step for step in agenda(with_them) if step.position.topic == "safety"]
    alone = table.leave(with_them, person)
    assert alone.conversation == talk.conversation


def test_what_one_parent_told_alone_is_not_shown_to_the_other_alone() -> None:
    told = say_about(agreed("safety"), "safety", "mother", strengths="Wij zijn veilig.")
    father = table.leave(came(told, "father"), "mother")
    assert father.conversation.parked == SENSITIVE
    assert table.told_by_who_left(father)
    both = came(father, "mother")
    assert both.conversation.parked == SENSITIVE
    mother = table.leave(both, "father")
    assert (mother.conversation.parked, mother.conversation.views) == ((), told.conversation.views)


@pytest.mark.parametrize("person", ["coach", "friend"])
def test_somebody_else_changes_nothing_about_what_waits(person: str) -> None:
    talk = agreed("safety")
    assert came(talk, person).conversation.parked == ()
    waiting = table.let_wait(talk, waits=True)
    assert table.leave(came(waiting, person), person).conversation == waiting.conversation


def test_what_was_chosen_for_those_at_the_table_stays_until_another_listens() -> None:
    talk = came(agreed("safety"), "father")
    together = table.let_wait(talk, waits=False)
    assert came(together, "coach").conversation.parked == ()
    assert came(together, "noor").conversation.parked == SENSITIVE
    assert table.leave(together, "father").conversation.parked == ()
    again = came(table.leave(together, "father"), "father")
    assert again.conversation.parked == SENSITIVE


def test_the_family_speaks_before_professionals_whoever_comes_last() -> None:
    talk = agreed("housing", table=("mother", "nurse"))
    assert came(talk, "father").conversation.participant_ids() == ("mother", "father", "nurse")
    assert came(talk, "coach").conversation.participant_ids() == ("mother", "nurse", "coach")
    assert came(talk, "friend").conversation.participant_ids() == ("mother", "nurse", "friend")


def test_somebody_new_becomes_known_to_the_family() -> None:
    oma = Person(id="oma", name="Ria", role="network")
    talk = table.come(agreed("housing"), oma)
    assert talk.family.person("oma") == oma
    assert talk.dossier.family.people == (*FAMILY.people, oma)
    left = table.leave(talk, "oma")
    assert (table.can_come(left)[-1], left.family) == ("oma", talk.family)


def test_somebody_of_the_family_and_a_professional_stay() -> None:
    talk = agreed("housing", table=("mother", "nurse", "friend"))
    assert table.can_leave(talk) == ("friend",)
    assert table.can_leave(came(talk, "father")) == ("mother", "father", "friend")
    assert table.can_leave(came(talk, "coach")) == ("nurse", "friend", "coach")


def test_who_is_not_born_does_not_come() -> None:
    assert "sem" not in table.can_come(agreed("housing"))
    assert {"milan", "noor", "father", "coach"} <= set(table.can_come(agreed("housing")))


def test_the_conversation_goes_on_with_the_first_step_that_is_still_there() -> None:
    talk = agreed("safety", "love_attention")
    before = at(talk, asked("appraisal", "safety", "mother"))
    with_father = came(before, "father")
    assert here(with_father).position.topic == "love_attention"
    assert here(with_father).position.question == "strengths"
    elsewhere = at(talk, asked("helps", "love_attention", "mother"))
    assert here(came(elsewhere, "father")) == asked("helps", "love_attention", "mother")


def test_what_was_told_alone_stays_and_is_there_again() -> None:
    talk = appraised(agreed("safety"), "safety", mother="difficult")
    with_father = came(talk, "father")
    assert with_father.conversation.views == talk.conversation.views
    again = table.leave(with_father, "father")
    assert agenda(again) == agenda(talk)
    assert current_step(again) in agenda(talk)


@pytest.mark.parametrize(
    ("age_band", "at_the_table", "can"),
    [
        ("4-7", True, False),
        ("8-11", True, True),
        ("12-15", True, True),
        ("16+", True, True),
        ("12-15", False, False),
    ],
)
def test_a_child_of_eight_who_sits_there_can_do_a_small_step(
    age_band: AgeBand, at_the_table: bool, can: bool
) -> None:
    noor = Person(id="noor", name="Noor", role="child", age_band=age_band)
    talk = agreed()
    people = tuple(noor if one.id == "noor" else one for one in talk.family.people)
    talk = talk.with_family(talk.family.model_copy(update={"people": people}))
    if at_the_table:
        talk = table.come(talk, noor)
    who = table.can_do_a_step(talk)
    assert [one.id for one in who if one.role == "child"] == (["noor"] if can else [])
    assert {"mother", "nurse", "friend"} <= {one.id for one in who}
