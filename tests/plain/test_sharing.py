"""Sharing with somebody outside the family, in lines: the same questions, and the paper first."""

from __future__ import annotations

from giz_gesprek.conversation import flow
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.store import Store
from tests.plain.support import Table, full_talk

_AGAIN = ("5", "")
"""To sharing, from the papers."""


def test_the_paper_is_read_before_somebody_says_yes_and_sharing_can_stop(store: Store) -> None:
    talk = full_talk()
    table = Table(store, flow.jump(talk, agenda(talk)[-1]))
    # School, its usual name, sleep, on from the paper, yes; the father has no custody.
    told = table.types(*_AGAIN, "2", "", "", "1", "", "", "1", "", "2", "")
    assert "Delen met anderen" in told
    assert told.index("Dit komt dan op het papier voor school.") < told.index("Sanne zegt:")
    assert told.index("Sanne zegt:") < told.index("Sanne, mag school dit weten?")
    assert "Heeft Daan gezag over Milan?" in told
    assert "Dit mag school nu weten: eten en slapen." in told
    [said] = table.kept.sharing
    assert (said.granted, said.said_by) == (True, ("mother",))
    told = table.types(*_AGAIN, "1", "", "3", "", "1", "", "2", "")
    assert "Het oude papier blijft bij school." in told
    [said] = table.kept.sharing
    assert said.withdrawn_by == ("mother",)
