"""Who tells of fear is answered before anything else is asked."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.session import acts
from giz_gesprek.session.performing import perform
from giz_gesprek.store import Store
from tests.support.asking import Scripted
from tests.support.talks import agreed_talk, step_where
from tests.support.views import sit_with


@pytest.mark.parametrize(
    ("question", "choice", "heard"),
    [
        ("quarrels", "gets_scary", True),
        ("quarrels", "lasts_long", False),
        ("quarrels", "ends_well", False),
        ("afraid", "me", True),
        ("afraid", "a_child", True),
        ("afraid", "all_safe", False),
        ("appraisal", "difficult", False),
    ],
)
def test_fear_is_answered_and_nothing_else_is(
    store: Store, question: str, choice: str, heard: bool
) -> None:
    talk = agreed_talk("safety")
    here = step_where(talk, question=question, topic="safety")
    session = sit_with(store, talk.changed(position=here.position))
    done = asyncio.run(perform(session, Scripted(), acts.GiveChoice(choice)))
    assert done.notice == ("at_home.heard" if heard else None)
    assert session.step != here
