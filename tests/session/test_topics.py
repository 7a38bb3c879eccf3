"""Choosing what is talked about: looking at topics, skipping a side, one more topic later."""

from __future__ import annotations

import asyncio
from typing import Final

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.agenda import agenda, plan_begins
from giz_gesprek.conversation.steps import (
    GoalsStep,
    QuestionStep,
    TopicsStep,
    TriangleStep,
    WholeStep,
)
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import perform
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import TopicsView, WholeView
from giz_gesprek.store import Store
from tests.support.asking import Scripted
from tests.support.dossiers import framework
from tests.support.talks import agreed_talk, new_talk, say_about, step_where
from tests.support.views import sit_with, stand_at

SIDE: Final = "development"
FIRST, SECOND = TopicsStep(SIDE, 0), TopicsStep(SIDE, 1)


def do(session: Session, act: acts.Act | None, *answers: object) -> Done:
    """Carry out an act; what it asks gets these answers."""
    assert act is not None
    return asyncio.run(perform(session, Scripted(*answers), act))


def opened(store: Store, *topics: str) -> Session:
    """Return a session at the topics of a side, with these chosen."""
    session = sit_with(store, choosing.open_side(agreed_talk(*topics), SIDE))
    stand_at(session, FIRST)
    return session


def page(session: Session) -> TopicsView:
    """Return the topics that are shown."""
    view = session.view
    assert isinstance(view, TopicsView)
    return view


def turn_page(session: Session) -> None:
    """Look at the other topics."""
    others = page(session).others
    assert others is not None
    do(session, others.act)


def talked(*topics: str) -> Talk:
    """Return a talk in which everybody said something on these topics."""
    talk = agreed_talk(*topics)
    for topic in topics:
        talk = say_about(talk, topic, "mother", appraisal="so_so")
        talk = say_about(talk, topic, "nurse", view="so_so")
    return talk


def asked_after(session: Session) -> set[str | None]:
    """Return the topics that are asked about from here until the plan."""
    steps = session.steps()
    until = steps.index(plan_begins(session.talk)[0])
    coming = steps[steps.index(session.step) : until]
    return {step.topic for step in coming if isinstance(step, QuestionStep)}


def test_looking_at_the_other_topics_goes_round_and_leaves_nothing_behind(store: Store) -> None:
    session = opened(store)
    before = session.conversation
    say = session.phrases().text
    seen = []
    for here in (FIRST, SECOND, FIRST):
        assert session.step == here
        view = page(session)
        assert view.others is not None
        assert view.others.label == say("topics.others", page=str(here.page + 1), pages="2")
        # Its own digit, behind those of the topics.
        assert view.others.digit == 4
        seen.append(view.options)
        turn_page(session)
    assert seen[0] == seen[2]
    assert {option.id for option in (*seen[0], *seen[1])} == set(framework().sides[SIDE].topics)
    assert session.conversation == before.model_copy(update={"position": SECOND.position})


def test_a_side_with_a_few_topics_has_no_others(store: Store) -> None:
    session = opened(store)
    topics = framework().sides[SIDE].topics
    session.talk = choosing.park(session.talk, topics[3:])
    assert page(session).others is None


def test_going_on_without_a_choice_says_what_can_be_done_and_stays(store: Store) -> None:
    session = opened(store)
    for _page in range(2):
        here = session.step
        assert do(session, page(session).confirm) == Done("stay", "topics.choose_first")
        assert session.step == here
        turn_page(session)


def test_only_skipping_skips_a_side_and_says_so(store: Store) -> None:
    session = opened(store)
    assert page(session).ways.skip == session.phrases().text("button.skip")
    turn_page(session)
    assert do(session, acts.Skip()) == Done(notice="topics.none_chosen")
    assert session.step == TriangleStep(visit=1)


def test_everything_that_is_chosen_is_named_on_every_page_and_leads_on(store: Store) -> None:
    session = opened(store)
    do(session, page(session).options[0].act)
    turn_page(session)
    assert page(session).chosen == {"eating_sleeping"}
    do(session, page(session).options[1].act)
    phrases = session.phrases()
    titles = [
        phrases.inside(phrases.text(f"{topic}.title"))
        for topic in ("eating_sleeping", "feelings_behaviour")
    ]
    first, second = titles
    also = phrases.text("topics.chosen_too", topic=second)
    sentence = (phrases.text("topics.chosen", topic=first), also)
    assert page(session).echo == sentence
    # What is chosen is talked about: there is nothing to skip.
    assert page(session).ways.skip == ""
    turn_page(session)
    assert page(session).echo == sentence
    do(session, page(session).confirm)
    assert session.step == step_where(session.talk, topic="eating_sleeping", question="strengths")


@pytest.mark.parametrize("step", [WholeStep(), GoalsStep()])
def test_one_more_topic_can_be_chosen_before_the_goals(
    store: Store, step: WholeStep | GoalsStep
) -> None:
    session = sit_with(store, talked("eating_sleeping", "housing"))
    view = stand_at(session, step)
    assert isinstance(view, WholeView | GoalsView)
    assert view.another is not None
    assert view.another.label == session.phrases().text("button.another_topic")
    do(session, view.another.act, SIDE)
    assert session.step == TopicsStep(SIDE, 0, visit=2)
    assert page(session).chosen == {"eating_sleeping"}
    do(session, acts.ToggleTopic(SIDE, "health"))
    do(session, page(session).confirm)
    assert session.step == step_where(session.talk, topic="health", question="strengths")
    # What was talked about is not walked once more.
    assert asked_after(session) == {"health"}


def test_looking_for_one_more_topic_and_taking_none_comes_back(store: Store) -> None:
    session = sit_with(store, talked("eating_sleeping", "housing", "health"))
    for side, lead in ((None, WholeStep()), (SIDE, TopicsStep(SIDE, 0, visit=2))):
        stand_at(session, WholeStep())
        do(session, acts.AnotherTopic(), side)
        assert session.step == lead
    do(session, page(session).confirm)
    assert session.step == WholeStep()


def test_after_every_side_was_skipped_a_topic_can_be_chosen_still(store: Store) -> None:
    talk = agreed_talk()
    for side in framework().sides:
        talk = choosing.open_side(talk, side)
    session = sit_with(store, talk)
    view = stand_at(session, GoalsStep())
    assert isinstance(view, GoalsView)
    assert view.another is not None
    do(session, view.another.act, SIDE)
    assert (session.step.kind, session.step.position.side) == ("topics", SIDE)


def test_where_every_topic_was_chosen_there_is_no_other(store: Store) -> None:
    talk = agreed_talk(*framework().topics)
    session = sit_with(store, say_about(talk, "housing", "mother", appraisal="so_so"))
    view = stand_at(session, WholeStep())
    assert isinstance(view, WholeView)
    assert view.another is None
    assert do(session, acts.AnotherTopic()) == Done("stay")


def test_a_topic_of_an_earlier_visit_is_left_where_the_side_is_open_again(store: Store) -> None:
    session = sit_with(store, talked("eating_sleeping", "housing"))
    do(session, acts.AnotherTopic(), SIDE)
    done = do(session, acts.ToggleTopic(SIDE, "eating_sleeping"), "keep")
    assert done.notice == "topics.words_kept"
    assert page(session).chosen == frozenset()


def waiting(*topics: str) -> Talk:
    """Return a talk about these topics in which sensitive ones wait."""
    return talked(*topics).changed(parked=new_talk(park_sensitive=True).conversation.parked)


@pytest.mark.parametrize("step", [WholeStep(), GoalsStep()])
def test_a_moment_alone_after_the_sides_leads_to_them(
    store: Store, step: WholeStep | GoalsStep
) -> None:
    session = sit_with(store, waiting("eating_sleeping", "housing", "health"))
    stand_at(session, step)
    assert do(session, acts.SetTable(), "alone", "parenting").notice == "table.changed"
    assert (session.step.kind, session.step.position.side) == ("topics", "parenting")
    assert "safety" in framework().sides["parenting"].topics
    assert session.conversation.parked == ()


def test_a_moment_alone_in_the_middle_of_a_question_comes_back_to_it(store: Store) -> None:
    session = sit_with(store, waiting("eating_sleeping"))
    here = step_where(session.talk, question="wish")
    stand_at(session, here)
    ask = Scripted("alone")
    assert asyncio.run(perform(session, ask, acts.SetTable())).notice == "table.changed"
    assert session.step == here
    assert len(ask.asked) == 1


def test_nobody_who_listens_is_shown_the_sides_for_a_moment_alone(store: Store) -> None:
    session = sit_with(store, waiting("eating_sleeping", "housing", "health"))
    stand_at(session, WholeStep())
    ask = Scripted("comes:father")
    asyncio.run(perform(session, ask, acts.SetTable()))
    assert session.step == WholeStep()
    # Who has come is offered to be asked; no side is.
    assert sum(isinstance(each, ChoiceAsked) for each in ask.asked) == 1


@pytest.mark.parametrize("other", ["parenting", "surroundings"])
def test_topics_that_were_not_begun_come_after_those_of_another_side_chosen_first(
    store: Store, other: str
) -> None:
    session = sit_with(store, agreed_talk("eating_sleeping", "housing"))
    assert [visit.side for visit in session.conversation.visits] == ["development", "surroundings"]
    session.jump(TriangleStep(visit=0))
    do(session, acts.OpenSide(other))
    assert session.step == TopicsStep(other, 0)
    assert [visit.side for visit in session.conversation.visits][:2] == [other, "development"]
    assert choosing.chosen_topics(session.talk, "surroundings") == ("housing",)
    steps = agenda(session.talk)
    ahead = steps[steps.index(session.step) :]
    assert any(step.position.topic == "eating_sleeping" for step in ahead)


def test_a_side_that_was_talked_about_is_not_walked_again_for_another(store: Store) -> None:
    talk = say_about(agreed_talk("eating_sleeping"), "eating_sleeping", "mother", appraisal="so_so")
    session = sit_with(store, talk)
    session.jump(TriangleStep(visit=0))
    do(session, acts.OpenSide("parenting"))
    assert [visit.side for visit in session.conversation.visits] == ["development", "parenting"]
