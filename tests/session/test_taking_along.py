"""Taking a goal of the time before along: what is asked, and what the plan shows of it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from giz_gesprek.conversation.plan import Goal
from giz_gesprek.conversation.steps import GoalsStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session.acts import EditPlan
from giz_gesprek.session.asking import ChoiceAsked, ChosenDay, DayAsked, SeveralAsked, WordsAsked
from giz_gesprek.session.performing import asks_first, perform
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from tests.support.asking import Scripted
from tests.support.talks import full_talk, second_visit
from tests.support.views import sit_with

ACT = EditPlan("take_along")


def at_the_plan(store: Store, talk: Talk | None = None) -> Session:
    """Return the session of a next visit, where the plan is made."""
    session = sit_with(store, talk or second_visit())
    session.jump(GoalsStep())
    return session


def take(session: Session, *answers: object) -> Scripted:
    """Press the button, and answer what is asked."""
    ask = Scripted(*answers)
    asyncio.run(perform(session, ask, ACT))
    return ask


def kept(store: Store) -> tuple[Goal, ...]:
    """Return the goals on the disk."""
    return store.read("f1").conversation("talk-1").plan.goals


def seen(session: Session) -> GoalsView:
    """Return what the plan shows."""
    view = session.view
    assert isinstance(view, GoalsView)
    return view


def test_the_plan_of_a_next_visit_shows_the_way_until_it_was_taken(store: Store) -> None:
    session = at_the_plan(store)
    along = seen(session).along
    assert along is not None
    assert (along.label, along.act) == ("Doel van de vorige keer", ACT)
    assert along.label in seen(session).said
    assert asks_first(session, ACT)
    take(session, "goal-1", ("step-1",), ChosenDay(None))
    assert seen(session).along is None


def test_a_first_visit_does_not_show_it(store: Store) -> None:
    assert seen(at_the_plan(store, full_talk())).along is None


def test_it_is_asked_which_goal_which_steps_and_from_when(store: Store) -> None:
    session = at_the_plan(store)
    day = session.today + timedelta(days=2)
    ask = take(session, "goal-1", ("step-1",), ChosenDay(day))
    which, steps, when = ask.asked
    assert isinstance(which, ChoiceAsked)
    assert which.options == [("goal-1", "“Samen eten.”")]
    assert isinstance(steps, SeveralAsked)
    assert [label for _id, label in steps.options] == ["De tafel dekken."]
    assert (steps.chosen, steps.may_be_none) == ((), True)
    assert isinstance(when, DayAsked)
    assert when.question.startswith("“De tafel dekken.”\n")
    [goal] = kept(store)
    assert (goal.words.text, goal.told_back) == ("Samen eten.", None)
    assert [(step.what.text, step.by) for step in goal.steps] == [("De tafel dekken.", day)]
    [shown] = seen(session).goals
    assert shown.tell_back is not None


def test_where_no_step_is_kept_a_new_one_is_asked_for(store: Store) -> None:
    session = at_the_plan(store)
    ask = take(session, "goal-1", (), "Op zondag samen eten.", ("mother",), ChosenDay(None))
    assert isinstance(ask.asked[2], WordsAsked)
    [goal] = kept(store)
    assert [step.what.text for step in goal.steps] == ["Op zondag samen eten."]


def test_leaving_either_question_takes_nothing_along(store: Store) -> None:
    session = at_the_plan(store)
    for answers in ((), ("goal-1",)):
        take(session, *answers)
        assert kept(store) == ()
