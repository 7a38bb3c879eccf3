"""Who sits at the table, changed in lines."""

from __future__ import annotations

from giz_gesprek.conversation.steps import ChildConsentStep, PageStep
from giz_gesprek.store import Store
from tests.conversation.support import agreed, answered, asked, said
from tests.plain.support import Table, at

SECRET = "Soms is het thuis gespannen."


def test_somebody_comes_and_leaves_and_what_was_told_alone_is_said_only_in_between(
    store: Store,
) -> None:
    step = asked("strengths", "safety", "mother")
    talk = answered(agreed("safety", "housing"), (step, said("strengths", SECRET)))
    table = Table(store, at(talk, step))
    told = table.types("/a")
    here = told.index(table.says("table.now", who="Sanne, Fatma"))
    assert "safety" not in told[here:]
    number = next(
        line.split(".")[0]
        for line in told.splitlines()
        if line.endswith(table.says("table.comes", who="Daan"))
    )
    told = table.types("/a", number, "", "/r")
    assert table.kept.participant_ids() == ("mother", "father", "nurse")
    after = told[told.index(table.says("table.came", who="Daan")) :]
    assert SECRET not in after
    assert table.step.position.topic != "safety"
    leaves = table.says("table.leaves", who="Daan")
    assert f"2. {leaves}" in table.types("/a")
    table.types("/a", "2", "")
    assert (table.kept.participant_ids(), table.kept.parked) == (("mother", "nurse"), ())


def test_pausing_offers_it_and_help_names_it(store: Store) -> None:
    table = Table(store, at(agreed("housing"), asked("appraisal", "housing", "mother")))
    told = table.types("/p", "4", "")
    assert table.says("table.now", who="Sanne, Fatma") in told
    assert f"/a: {table.says('table.title')}" in table.types("/help")


def test_somebody_takes_back_what_they_said_and_nothing_stands_any_more(store: Store) -> None:
    step = asked("notice", None)
    talk = answered(
        agreed("housing", table=("mother", "father", "nurse")),
        (asked("strengths", "housing", "mother"), said("strengths", SECRET)),
        (asked("strengths", "housing", "father"), said("strengths", "Veel licht.", "father")),
    )
    table = Table(store, at(talk, step))
    told = table.types(".", SECRET, "/p", "5", "", "1", "", "1", "")
    assert table.says("take_back.who") in told
    assert "1. Sanne" in told
    assert "Alles wat Sanne zei en koos, gaat weg." in told
    assert store.draft(talk.family.id, talk.conversation_id, step.key) == SECRET
    told = table.types("/p", "5", "", "1", "", "2", "", "2", "")
    gone = told[told.index("Het is weg.") :]
    assert SECRET not in gone
    assert SECRET not in store.read(talk.family.id).model_dump_json()
    assert store.draft_keys(talk.family.id, talk.conversation_id) == ()
    assert table.kept.participant_ids() == ("father", "nurse")


def test_a_young_person_who_sits_there_is_greeted_and_asked(store: Store) -> None:
    talk = agreed("housing", table=("mother", "nurse", "milan"))
    older = [
        one.model_copy(update={"age_band": "12-15"}) if one.id == "milan" else one
        for one in talk.family.people
    ]
    talk = talk.with_family(talk.family.model_copy(update={"people": tuple(older)}))
    table = Table(store, talk.changed(position=PageStep(text="welcome.hello").position))
    assert table.says("welcome.young", who="Milan") in table.types("/r")
    table = Table(store, talk.changed(position=ChildConsentStep(person_id="milan").position))
    said = table.types("2", "")
    assert table.says("child_agrees.ask", who="Milan") in said
    assert table.says("child_agrees.heard", who="Milan") in said
    assert table.kept.agreement is not None
    assert [(one.person_id, one.agrees) for one in table.kept.agreement.children] == [
        ("milan", False)
    ]
