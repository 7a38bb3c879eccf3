"""Who keeps the plan and is called first, and a step of which nobody knows yet who does it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.delicate import is_delicate_programme
from giz_gesprek.conversation.lines import Line, remove_line
from giz_gesprek.conversation.plan import FirstContact
from giz_gesprek.conversation.rhythm import Rhythm
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session.acts import EditPlan
from giz_gesprek.session.asking import ChoiceAsked, ChosenDay, SeveralAsked
from giz_gesprek.session.performing import perform
from giz_gesprek.session.plan_edit import PlanEdit
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from giz_gesprek.summary.build import build_document
from tests.summary.test_papers import CALENDAR
from tests.support.asking import LEAVES, Scripted
from tests.support.dossiers import framework, library
from tests.support.talks import agreed_talk, full_talk, places, second_visit, words
from tests.support.views import sit_with


@pytest.fixture
def session(store: Store) -> Session:
    talk, step = places()["goals"]
    return sit_with(store, talk.changed(position=step.position))


def edit(session: Session, what: PlanEdit, part: str, *answers: object) -> Scripted:
    ask = Scripted(*answers)
    asyncio.run(perform(session, ask, EditPlan(what, part)))
    return ask


def papers(talk: Talk) -> list[str]:
    return [
        " ".join(
            document_text(
                build_document(library(), talk, readers, calendar=CALENDAR, app_version="0")
            ).split()
        )
        for readers in (FAMILY, PROFESSIONAL)
    ]


def test_who_keeps_the_plan_is_called_first_where_nobody_says_otherwise(session: Session) -> None:
    ask = edit(session, "who_keeps_it", "", "nurse", "nurse")
    _keeps, first = ask.asked
    assert isinstance(first, ChoiceAsked)
    assert first.chosen == "nurse"
    plan = session.conversation.plan
    assert plan.coordinator_id == "nurse"
    assert plan.first_contact == FirstContact(person_id="nurse")
    for paper in papers(session.talk):
        assert "010 123 45 67" in paper
    view = session.view
    assert isinstance(view, GoalsView)
    assert "Fatma houdt dit plan bij." in view.said


def test_a_number_that_nobody_knows_yet_is_asked_for_once_and_may_be_left(session: Session) -> None:
    ask = edit(session, "who_keeps_it", "", "nurse", "friend", LEAVES)
    assert ask.asked[-1] == ("Wat is het nummer van Bo?", "")
    assert session.conversation.plan.first_contact == FirstContact(person_id="friend")
    edit(session, "who_keeps_it", "", "nurse", "friend", "06 11")
    again = edit(session, "who_keeps_it", "", "nurse", "friend")
    assert all(isinstance(each, ChoiceAsked) for each in again.asked), "it is known now"
    family, professional = papers(session.talk)
    assert "Bel eerst Bo over dit plan. Het nummer is 06 11." in family
    assert "Eerste contact: Bo, 06 11" in professional


def test_somebody_who_is_not_on_the_list_is_named_and_told_of_between_marks(
    session: Session,
) -> None:
    edit(session, "who_keeps_it", "", "nobody-yet", "somebody-else", "Mijn zus", "06 22")
    plan = session.conversation.plan
    assert plan.coordinator_id is None
    assert plan.first_contact == FirstContact(name="Mijn zus", phone="06 22")
    for paper in papers(session.talk):
        assert "“Mijn zus”" in paper
        assert "06 22" in paper


def test_both_can_be_left_and_taken_away(session: Session) -> None:
    edit(session, "who_keeps_it", "")
    assert session.conversation.plan.coordinator_id is None
    edit(session, "who_keeps_it", "", "nurse", "nurse")
    left = remove_line(session.talk, Line(kind="first_contact"))
    assert left.conversation.plan.first_contact is None
    assert remove_line(left, Line(kind="coordinator")).conversation.plan.coordinator_id is None


def test_who_kept_the_last_plan_is_lit_at_the_next_visit(store: Store) -> None:
    talk = second_visit()
    before, *_now = talk.dossier.conversations
    contact = FirstContact(person_id="friend", phone="06 11")
    plan = before.plan.model_copy(update={"coordinator_id": "nurse", "first_contact": contact})
    dossier = talk.dossier.with_conversation(before.model_copy(update={"plan": plan}))
    talk = planning.add_goal(replace(talk, dossier=dossier), words("Meer rust."))
    session = sit_with(store, talk.changed(position=places()["goals"][1].position))
    keeps, first = edit(session, "who_keeps_it", "", "nurse", "friend").asked
    assert isinstance(keeps, ChoiceAsked)
    assert isinstance(first, ChoiceAsked)
    assert (keeps.chosen, first.chosen) == ("nurse", "friend")
    assert session.conversation.plan.first_contact == contact, "nobody asks for the number again"


def test_without_a_goal_there_is_no_plan_to_keep(store: Store) -> None:
    position = places()["goals"][1].position
    view = sit_with(store, agreed_talk("housing").changed(position=position)).view
    assert isinstance(view, GoalsView)
    assert view.keeps_it is None


def test_a_step_gets_a_day_in_one_go_before_anybody_knows_who(session: Session) -> None:
    evenings = Rhythm(every="evening")
    ask = edit(
        session, "add_step", "goal-1", "Voorlezen.", ("nobody-yet",), ChosenDay(None, evenings)
    )
    step = session.conversation.plan.goals[0].steps[-1]
    assert (step.what.text, step.who, step.who_else, step.rhythm) == (
        "Voorlezen.",
        (),
        None,
        evenings,
    )
    who = ask.asked[1]
    assert isinstance(who, SeveralAsked)
    assert dict(who.options)["nobody-yet"] == "Dat weten wij nog niet"
    again = edit(session, "change_step", step.id, "Voorlezen.", LEAVES)
    assert isinstance(again.asked[1], SeveralAsked)
    assert again.asked[1].chosen == ("nobody-yet",)


def test_help_that_was_chosen_for_a_goal_can_do_a_step_and_goes_with_it(store: Store) -> None:
    talk = planning.choose_programme(full_talk(), "goal-1", "home_start", "Home-Start")
    known = framework().programmes
    delicate = next(each for each in known if is_delicate_programme(framework(), each))
    talk = planning.choose_programme(talk, "goal-1", delicate, "Veilig")
    session = sit_with(store, talk.changed(position=places()["goals"][1].position))
    answers = ("Dekken.", ("mother", "programme:home_start"))
    [_what, who, _when] = edit(session, "change_step", "step-1", *answers).asked
    assert isinstance(who, SeveralAsked)
    assert f"programme:{delicate}" not in dict(who.options), "others hear what a step is"
    [step] = session.conversation.plan.goals[0].steps
    assert (step.who, step.programme) == (("mother",), "home_start")
    left = planning.leave_programme(session.talk, "goal-1", "home_start")
    assert left.conversation.plan.goals[0].steps[0].programme is None
