"""The one picture before the goals: what it shows, what comes first, and what a goal belongs to."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from giz_gesprek.conversation import choosing, planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.conversation.plan import ComesFirst, Plan
from giz_gesprek.conversation.steps import GoalsStep, WholeStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session import acts, edits
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.performing import perform
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_parts import Quote
from giz_gesprek.session.step_view import TriangleView, WholeView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from giz_gesprek.summary.items import GoalSet, PointedAt
from giz_gesprek.summary.visible import visible_items
from tests.store.support import NOW
from tests.support.asking import Scripted
from tests.support.dossiers import framework, last_talk, library
from tests.support.talks import agreed_talk, full_talk, say_about, step_where, words
from tests.support.views import sit_with, stand_at

OLD: Final = Path(__file__).parents[1] / "conversation/documents/version-1-at-the-goals.json"
LONG: Final = "Hij lacht heel veel en dat doet hij al\nsinds hij vier weken oud is."


def talked() -> Talk:
    """Return a talk on three sides, with two voices and a topic on which nobody spoke."""
    talk = agreed_talk("housing", "eating_sleeping", "love_attention", "health")
    talk = say_about(talk, "housing", "mother", appraisal="difficult")
    talk = say_about(talk, "eating_sleeping", "mother", strengths=LONG, appraisal="going_well")
    talk = say_about(talk, "eating_sleeping", "nurse", view="so_so", view_words="Hij is moe.")
    return say_about(talk, "love_attention", "nurse", view_helps="Samen lezen.")


def at_picture(store: Store, talk: Talk) -> tuple[Session, WholeView]:
    session = sit_with(store, talk)
    view = stand_at(session, WholeStep())
    assert isinstance(view, WholeView)
    return session, view


def titles(session: Session, *topics: str) -> list[str]:
    return [session.phrases().text(f"{topic}.title") for topic in topics]


def test_every_side_stands_there_with_what_was_talked_about_in_one_order(store: Store) -> None:
    session, view = at_picture(store, talked())
    say = session.phrases().text
    assert [side.id for side in view.sides] == list(framework().sides)
    assert [side.digits for side in view.sides] == [(1,), (2,), (3,)]
    assert [part.heading for part in view.parts] == [
        say(f"side.{side}") for side in framework().sides
    ]
    shown = [option.label for option in view.options if not option.aside]
    assert shown == titles(session, "eating_sleeping", "love_attention", "housing")


def test_each_voice_has_its_face_and_what_helps_already_begins_there(store: Store) -> None:
    session, view = at_picture(store, talked())
    topics = [topic for part in view.parts for topic in part.topics]
    say = session.phrases().text
    assert [[(face.text, face.pictogram) for face in topic.faces] for topic in topics] == [
        [("Sanne: gaat goed", "face-going-well"), ("Fatma: gaat wel", "face-so-so")],
        [],
        [("Sanne: gaat moeilijk", "face-difficult")],
    ]
    told = [[(asked.question, *asked.quotes) for asked in topic.helps] for topic in topics]
    assert told == [
        [
            (
                say("eating_sleeping.strengths"),
                Quote("Sanne", "Hij lacht heel veel en dat …"),
            )
        ],
        [(say("view.helps", name="Fatma"), Quote("Fatma", "Samen lezen."))],
        [],
    ]


def test_nothing_is_pointed_at_beforehand_and_nothing_can_be_chosen(store: Store) -> None:
    session, view = at_picture(store, talked())
    assert (view.chosen, view.echo) == (None, "")
    nothing = view.options[-1]
    assert (nothing.label, nothing.aside) == (session.phrases().text("whole.nothing"), True)
    edits.point_at(session, "housing", None)
    pointed = stand_at(session, WholeStep())
    assert isinstance(pointed, WholeView)
    assert pointed.chosen == "housing"
    done(session, nothing.act)
    assert session.conversation.plan.comes_first is None
    assert session.step == GoalsStep()
    [gone] = store.changes(session.family.id)
    assert (gone.change.item, gone.change.action) == ("words", "removed")


def test_what_comes_first_is_kept_and_leads_to_the_goals(store: Store) -> None:
    session, view = at_picture(store, talked())
    done(session, view.options[0].act)
    assert session.conversation.plan.comes_first == ComesFirst(
        topic="eating_sleeping", child_id="milan"
    )
    assert session.step == GoalsStep()
    for audience in (FAMILY, PROFESSIONAL):
        [first] = [item for item in items(session, audience) if isinstance(item, PointedAt)]
        assert (first.topic, first.child_id) == ("eating_sleeping", "milan")
    assert first.line is not None
    edits.remove_line(session, first.line)
    assert plan(session).comes_first is None
    [gone] = store.changes(session.family.id)
    assert (gone.change.item, gone.change.action) == ("words", "removed")


def plan(session: Session) -> Plan:
    return session.conversation.plan


def stands_at(session: Session, kind: str) -> bool:
    return session.step.kind == kind


def items(session: Session, audience: object) -> tuple[object, ...]:
    return tuple(visible_items(session.talk, audience))  # type: ignore[arg-type]


def done(session: Session, act: acts.Act | None, *answers: object) -> Scripted:
    """Carry out an act, answer what it asks, and return who was asked."""
    assert act is not None
    ask = Scripted(*answers)
    asyncio.run(perform(session, ask, act))
    return ask


def test_a_goal_belongs_to_the_topic_that_was_pointed_at_offered_first_or_to_none(
    store: Store,
) -> None:
    session = sit_with(store, planning.point_at(talked(), "housing", None))
    session.jump(GoalsStep())
    done(session, acts.EditPlan("add_goal"), "Meer licht.", None)
    assert plan(session).goals[0].topics == ("housing",), "there somebody pointed"
    ask = done(session, acts.EditPlan("add_goal"), "Een eigen kamer.", "housing", None)
    [asked] = [each for each in ask.asked if isinstance(each, ChoiceAsked)]
    expected = titles(session, "housing", "eating_sleeping", "love_attention")
    assert [label for _id, label in asked.options[:-1]] == expected
    assert asked.options[-1][1] == session.phrases().text("goals.no_topic")
    assert asked.chosen is None
    assert plan(session).goals[1].topics == ("housing",)
    view = session.view
    assert isinstance(view, GoalsView)
    assert view.goals[1].topic == titles(session, "housing")[0]
    done(session, acts.EditPlan("change_goal", "goal-2"), "Een eigen kamer.", "no-topic")
    assert plan(session).goals[1].topics == ()


def test_a_topic_that_is_parked_is_in_no_picture_and_in_no_goal(store: Store) -> None:
    talk = planning.point_at(talked(), "housing", None)
    talk = planning.tie_goal(planning.add_goal(talk, words("Rust.")), "goal-1", ["housing"])
    parked = choosing.park(talk, ["housing"])
    session, view = at_picture(store, parked)
    assert "housing" not in [option.id for option in view.options]
    assert view.chosen is None
    goals = stand_at(session, GoalsStep())
    assert isinstance(goals, GoalsView)
    assert goals.goals == ()
    for audience in (FAMILY, PROFESSIONAL):
        found = items(session, audience)
        assert not any(isinstance(item, PointedAt) for item in found)
        assert not any(isinstance(item, GoalSet) for item in found)


def test_without_anything_talked_about_there_is_no_picture(store: Store) -> None:
    talk = agreed_talk("housing")
    assert WholeStep() not in agenda(talk)
    assert GoalsStep() in agenda(talk)
    session = sit_with(store, talk)
    done(session, acts.EditPlan("add_goal"), "Rust.", "Bellen.", None)
    assert session.conversation.plan.goals[0].steps[0].what.text == "Bellen."


def test_the_triangle_leads_to_the_picture(store: Store) -> None:
    session = sit_with(store, talked())
    view = stand_at(session, step_where(talked(), "triangle"))
    while not (isinstance(view, TriangleView) and any(option.aside for option in view.options)):
        session.next()
        view = session.view
    done(session, view.options[-1].act)
    assert session.step == WholeStep()


def test_a_conversation_that_an_older_version_left_unfinished_goes_on(store: Store) -> None:
    dossier = read_dossier(OLD.read_bytes())
    store.save(dossier, now=NOW)
    talk = last_talk(store.read(dossier.family.id))
    session = Session(store, library(), talk.dossier, talk.conversation_id, clock=lambda: NOW)
    assert stands_at(session, "goals")
    session.back()
    assert stands_at(session, "whole")
    view = session.view
    assert isinstance(view, WholeView)
    assert view.chosen is None
    done(session, view.options[0].act)
    before = [step.position for step in agenda(full_talk())]
    while session.step.kind != "export":
        assert session.step.position in before
        session.next()
    assert session.conversation.plan.comes_first is not None
