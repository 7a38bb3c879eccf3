"""What nobody told back is for the professional: seen where the plan is, and never heard."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.plan import ToldBack
from giz_gesprek.conversation.planning import with_goal
from giz_gesprek.conversation.telling_back import rather_not_tell, tell_back
from giz_gesprek.plain.layout import lay_out
from giz_gesprek.session.acts import EditPlan
from giz_gesprek.session.asking import Instead, WordsAsked
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import perform
from giz_gesprek.session.plan_edit import PlanEdit
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from tests.support.asking import Scripted
from tests.support.talks import full_talk, places, words
from tests.support.views import sit_with


def do(session: Session, edit: PlanEdit, *answers: object) -> Done:
    return asyncio.run(perform(session, Scripted(*answers), EditPlan(edit, "goal-1")))


MARK = "nog niet afgesproken"


def at(store: Store, place: str, told_back: ToldBack | None) -> Session:
    talk, step = places()[place]
    talk = with_goal(talk, "goal-1", told_back=told_back)
    return sit_with(store, talk.changed(position=step.position))


@pytest.mark.parametrize("place", ["goals", "summary", "export"])
@pytest.mark.parametrize("told_back", [None, ToldBack(state="rather_not")])
def test_it_is_seen_and_not_heard_where_the_plan_is_and_where_the_visit_ends(
    store: Store, place: str, told_back: ToldBack | None
) -> None:
    view = at(store, place, told_back).view
    seen = view.goals[0].to_do if isinstance(view, GoalsView) else view.to_do
    assert MARK in seen
    assert "Fatma" in seen
    assert seen in lay_out(view).lines
    assert MARK not in "\n".join(view.said)


@pytest.mark.parametrize("place", ["goals", "summary", "export"])
def test_nothing_is_seen_once_it_was_told_back(store: Store, place: str) -> None:
    view = at(store, place, ToldBack(state="told")).view
    assert MARK not in "\n".join(lay_out(view).lines)


def test_the_goal_is_named_by_its_first_words(store: Store) -> None:
    talk = planning.add_goal(full_talk(), words("Buiten spelen."))
    talk = tell_back(talk, "goal-1", words("Wij eten samen."))
    position = places()["export"][1].position
    view = sit_with(store, talk.changed(position=position)).view
    assert view.to_do == "Voor Fatma, nog niet afgesproken: “Buiten spelen.”"


def test_it_is_asked_with_a_way_not_to_tell_it(store: Store) -> None:
    session = at(store, "goals", None)
    ask = Scripted(Instead(""))
    asyncio.run(perform(session, ask, EditPlan("tell_back", "goal-1")))
    [asked] = ask.asked
    assert isinstance(asked, WordsAsked)
    assert asked.instead == "Liever niet"
    assert asked.question.startswith("Fatma")
    assert session.conversation.plan.goals[0].told_back == ToldBack(state="rather_not")


def test_words_that_were_begun_are_not_lost_by_not_telling_them(store: Store) -> None:
    session = at(store, "goals", None)
    do(session, "tell_back", Instead("Wij gaan"), False, "Wij gaan eten.")
    [told] = [goal.told_back for goal in session.conversation.plan.goals]
    assert told is not None
    assert told.words is not None
    assert told.words.text == "Wij gaan eten."


def test_a_parent_who_would_rather_not_is_not_asked_again_by_a_change(store: Store) -> None:
    talk = rather_not_tell(full_talk(), "goal-1")
    session = sit_with(store, talk.changed(position=places()["goals"][1].position))
    assert do(session, "change_goal", "Samen koken.").notice is None


def test_what_was_told_is_shown_and_not_read_by_itself_again(store: Store) -> None:
    session = at(store, "goals", None)
    do(session, "tell_back", "Wij eten om zes uur.")
    do(session, "say_why", "Dan is er rust.")
    view = session.view
    assert isinstance(view, GoalsView)
    for typed in ("Wij eten om zes uur.", "Dan is er rust."):
        assert typed in view.said
        assert typed not in view.new
        assert f"{typed}”" in "\n".join(lay_out(view).lines)
