"""Asking for advice in lines: a number of its own, asked first, and taken back."""

from __future__ import annotations

import pytest

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
