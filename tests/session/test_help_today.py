"""Help that is needed today: whom to call is shown as soon as it is chosen."""

from __future__ import annotations

import asyncio

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.session import acts
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import perform
from giz_gesprek.store import Store
from tests.support.asking import Scripted
from tests.support.talks import step_where, talk_on_every_topic
from tests.support.views import sit_with


def test_whom_to_call_follows_the_choice_of_help_today_and_no_other(store: Store) -> None:
    talk = talk_on_every_topic()
    step = step_where(talk, question="help_kind")
    for choice in ("advice", "extra_help", "help_now"):
        session = sit_with(store, talk.changed(position=step.position))
        done = asyncio.run(perform(session, Scripted(), acts.GiveChoice(choice)))
        assert done == Done(call_now=choice == "help_now"), choice
        steps = agenda(session.talk)
        assert session.step == steps[steps.index(step) + 1]
        kept = store.read("f1").conversations[0].conclusions[0].answers[-1]
        assert (kept.question, kept.choice) == ("help_kind", choice)
