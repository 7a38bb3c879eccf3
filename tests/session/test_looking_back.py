"""A next visit looks back on the goals: on the screen, in the report and on both papers."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from giz_gesprek.conversation import planning, table
from giz_gesprek.conversation.looking_back import look_back_at
from giz_gesprek.conversation.plan import Outcome
from giz_gesprek.conversation.steps import ReachedStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.items import GoalLookedBackOn
from giz_gesprek.summary.visible import visible_items
from giz_gesprek.summary.withheld import DELICATE_WITHHELD, without
from tests.store.support import NOW
from tests.support.asking import Scripted
from tests.support.sheets import document_of
from tests.support.talks import second_visit, step_where
from tests.support.views import sit_with

GOAL = "Samen eten."


def at_the_goal(store: Store, talk: Talk | None = None) -> Session:
    """Return the session where everybody is asked about the goal."""
    session = sit_with(store, second_visit() if talk is None else talk)
    session.jump(ReachedStep(goal="goal-1"))
    return session


def say(session: Session, outcome: Outcome) -> None:
    """Choose what became of the goal."""
    asyncio.run(perform(session, Scripted(), acts.GiveChoice(outcome)))


def paper(talk: Talk, readers: Readers, language: str = "nl") -> str:
    """Return a paper in words."""
    return document_text(document_of(talk.dossier, readers, language))


def after(outcome: Outcome, talk: Talk | None = None) -> Talk:
    """Return the second visit in which this became of the goal."""
    return look_back_at(talk or second_visit(), "goal-1", outcome, now=NOW)


def delicate() -> Talk:
    """Return a second visit after a goal about being safe."""
    talk = second_visit()
    before, now = talk.dossier.conversations
    tied = planning.tie_goal(replace(talk, conversation_id=before.id), "goal-1", ("safety",))
    dossier = talk.dossier.model_copy(update={"conversations": (tied.conversation, now)})
    return replace(talk, dossier=dossier)


def test_the_goal_stands_there_as_it_was_said_with_its_steps(store: Store) -> None:
    view = at_the_goal(store).view
    assert isinstance(view, ChoiceView)
    said, steps = view.quotes
    assert (said.lead, said.text) == ("Sanne zegt", GOAL)
    assert "De tafel dekken." in steps.text
    assert view.chosen is None


def test_what_is_chosen_is_kept_and_the_way_goes_on(store: Store) -> None:
    session = at_the_goal(store)
    say(session, "a_little")
    assert session.step.kind == "left"
    assert store.read("f1").conversation("talk-1").looked_back[0].outcome == "a_little"
    session.back()
    view = session.view
    assert isinstance(view, ChoiceView)
    assert view.chosen == "a_little"


def test_it_can_be_skipped_and_nothing_is_told_then(store: Store) -> None:
    session = at_the_goal(store)
    asyncio.run(perform(session, Scripted(), acts.Skip(None)))
    assert session.step.kind == "left"
    assert session.conversation.looked_back == ()
    assert GOAL not in paper(session.talk, PROFESSIONAL)


def test_the_report_tells_it_and_it_can_be_taken_away(store: Store) -> None:
    session = at_the_goal(store)
    say(session, "reached")
    session.jump(step_where(session.talk, "summary"))
    view = session.view
    assert isinstance(view, LinesView)
    [line] = [line for part in view.parts for line in part.lines]
    assert line.text == f"“{GOAL}”\nDit lukte."
    assert line.remove is not None
    asyncio.run(perform(session, Scripted(True), line.remove.act))
    assert session.conversation.looked_back == ()


@pytest.mark.parametrize(
    ("outcome", "told", "recorded"),
    [
        ("reached", "Dit lukte.", "Het is gelukt, gezegd door Sanne en Fatma"),
        ("a_little", "Dit lukte een beetje.", "Een beetje gelukt, gezegd door Sanne en Fatma"),
        ("not_reached", "Dit heeft nog tijd nodig.", "Nog niet gelukt, gezegd door Sanne en Fatma"),
    ],
)
def test_both_papers_begin_with_what_became_of_the_goals(
    outcome: Outcome, told: str, recorded: str
) -> None:
    talk = after(outcome)
    of_family, record = paper(talk, FAMILY), paper(talk, PROFESSIONAL)
    assert of_family.index("Terugkijken") < of_family.index(GOAL) < of_family.index(told)
    assert of_family.index(told) < of_family.index("Onze afspraken")
    assert " ".join(record.split()).count(recorded) == 1
    assert record.index("Terugblik op het vorige plan") < record.index(GOAL)
    assert record.index(GOAL) < record.index("Conclusie en vervolgstappen")


def test_not_knowing_is_for_the_record_only() -> None:
    talk = after("dont_know")
    assert GOAL not in paper(talk, FAMILY)
    assert "Weet ik niet" in paper(talk, PROFESSIONAL)


def test_it_is_told_in_english() -> None:
    talk = after("a_little")
    assert "This worked a little." in paper(talk, FAMILY, "en")
    assert "It worked out a little" in paper(talk, PROFESSIONAL, "en")


def test_what_came_of_a_delicate_goal_goes_home_only_when_that_is_wanted() -> None:
    talk = after("reached", delicate())
    items = visible_items(talk, FAMILY)
    assert any(isinstance(item, GoalLookedBackOn) for item in items)
    kept = without(talk, items, DELICATE_WITHHELD)
    assert not any(isinstance(item, GoalLookedBackOn) for item in kept)


def test_what_came_of_a_delicate_goal_is_not_told_beside_others() -> None:
    talk = after("reached", delicate())
    assert GOAL in paper(talk, FAMILY)
    beside = table.come(talk, talk.family.person("father"))
    assert GOAL not in paper(beside, FAMILY)
    assert "Terugkijken" not in paper(beside, FAMILY)
    assert GOAL in paper(beside, PROFESSIONAL)


def test_what_came_of_a_delicate_goal_is_not_told_to_the_other_parent_alone() -> None:
    talk = after("reached", delicate())
    other = table.leave(table.come(talk, talk.family.person("father")), "mother")
    assert GOAL not in paper(other, FAMILY)
    assert GOAL in paper(other, PROFESSIONAL)
