"""Who sits at the table, changed in lines."""

from __future__ import annotations

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
