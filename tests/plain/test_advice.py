"""Asking for advice in lines: a number of its own, asked first, and taken back."""

from __future__ import annotations

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.store import Store
from tests.conversation.support import agreed, appraised, asked
from tests.plain.support import Table, at


@pytest.mark.parametrize(("question", "typed"), [("view", ("6", "")), ("view_words", ("/6",))])
def test_it_is_asked_before_it_is_said_and_can_be_taken_back(
    question: str, typed: tuple[str, ...], store: Store
) -> None:
    talk = appraised(agreed("eating_sleeping"), mother="difficult")
    step = asked(question, person_id="nurse")
    table = Table(store, at(talk, step))
    said = table.types(*typed, "")
    assert f"6. {table.says('button.seek_advice')}" in said
    assert table.says("seek_advice.ask") in said
    assert (table.step, table.kept.advice) == (step, ())
    said = table.types(*typed, "2", "")
    assert table.says("seek_advice.later") in said
    assert (table.step, len(table.kept.advice)) == (step, 1)
    said = table.types(*typed, "2", "")
    assert f"6. {table.says('button.leave_advice')}" in said
    assert table.says("seek_advice.left") in said
    assert (table.step, table.kept.advice) == (step, ())


def test_why_is_written_before_it_goes_on_and_the_parent_hears_it(store: Store) -> None:
    talk = appraised(agreed("eating_sleeping"), mother="difficult")
    talk = choosing.seek_advice(talk, "eating_sleeping", "milan", "nurse")
    why = asked("advice_why", person_id="nurse")
    table = Table(store, at(talk, why))
    said = table.types("", "")
    assert table.says("seek_advice.write_first") in said
    assert table.says("common.empty_is_fine") not in said
    assert table.step == why
    said = table.types("Hij slaapt weinig.", "Ik bel morgen.")
    assert table.step.position.question == "advice_view"
    assert (
        said.index("Hij slaapt weinig.") < said.index("Ik bel morgen.") < said.index(table.question)
    )
    said = table.types("3", "")
    assert table.step.position.question == "advice_parent"
    assert said.index("Hij slaapt weinig.") < said.index(table.question)
