"""Help that is needed today, in lines: whom to call is said before the next step."""

from __future__ import annotations

import pytest

from giz_gesprek.store import Store
from tests.conversation.support import agreed, answered, appraised, asked, chose
from tests.plain.support import Table, at


@pytest.mark.parametrize(("number", "told"), [("1", False), ("3", True)])
def test_whom_to_call_is_said_when_help_is_needed_today(
    number: str, told: bool, store: Store
) -> None:
    talk = appraised(agreed("eating_sleeping"), mother="difficult")
    talk = answered(
        talk,
        (asked("outcome"), chose("outcome", "support")),
        (asked("helper"), chose("helper", "outside")),
    )
    table = Table(store, at(talk, asked("help_kind")))
    said = table.types(number, "")
    assert (table.says("help_now.danger") in said) is told
    if told:
        panel = said.index(table.says("help_now.title"))
        assert panel < said.index(table.session().view.title.strip())
