"""What is asked of a parent who is alone: choices only, and nowhere where others look."""

from __future__ import annotations

from typing import Final

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.dossier import Participant
from giz_gesprek.conversation.steps import QuestionStep, WholeStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session.step_view import ChoiceView, WholeView
from giz_gesprek.session.written_views import LinesView, SideBySideView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.items import ViewGiven
from giz_gesprek.summary.visible import visible_items
from tests.support.dossiers import framework
from tests.support.talks import agreed_talk, answered, say_about, step_where
from tests.support.views import sit_with, stand_at, texts

ALONE: Final = ("quarrels", "afraid")
OTHERS: Final = [("father", "other_parent"), ("milan", "child"), ("friend", "network")]


def told_alone() -> Talk:
    """Return a talk in which the mother told, alone, what happens at home."""
    talk = agreed_talk("safety")
    talk = say_about(talk, "safety", "mother", strengths="Een hekje.", appraisal="so_so")
    return say_about(talk, "safety", "mother", quarrels="gets_scary", afraid="me")


def joined(talk: Talk, person_id: str, role: str) -> Talk:
    """Return the talk with one more at the table; every topic is offered all the same."""
    seat = Participant.model_validate({"person_id": person_id, "role": role})
    sitting = (*talk.conversation.participants, seat)
    return choosing.park(talk.changed(participants=sitting), ())


def asked(talk: Talk) -> set[str]:
    return {step.question for step in agenda(talk) if isinstance(step, QuestionStep)}


def answers_for(talk: Talk, audience: Readers) -> set[str]:
    items = visible_items(talk, audience)
    return {item.answer.question for item in items if isinstance(item, ViewGiven)}


@pytest.mark.parametrize("variant", list(framework().variants))
def test_who_is_alone_is_asked_about_quarrels_and_fear_on_safety_only(variant: str) -> None:
    talk = agreed_talk("safety", "rules_rhythm").changed(variant=variant)
    steps = [step for step in agenda(talk) if isinstance(step, QuestionStep)]
    about = [(step.topic, step.question) for step in steps if step.question in ALONE]
    assert about == [("safety", question) for question in ALONE]


@pytest.mark.parametrize(("person_id", "role"), OTHERS)
def test_nobody_is_asked_while_somebody_else_sits_there(person_id: str, role: str) -> None:
    talk = joined(agreed_talk("safety"), person_id, role)
    assert "appraisal" in asked(talk)
    assert asked(talk).isdisjoint(ALONE)


def test_there_are_choices_and_two_answers_set_apart_and_nothing_to_type(store: Store) -> None:
    session = sit_with(store, agreed_talk("safety"))
    for question in ALONE:
        view = stand_at(session, step_where(session.talk, question=question))
        assert isinstance(view, ChoiceView)
        assert [option.aside for option in view.options] == [False] * 3 + [True] * 2
        assert view.chosen is None
    view = stand_at(session, step_where(session.talk, question="quarrels"))
    assert isinstance(view, ChoiceView)
    assert view.intro == session.phrases().text("at_home.intro")


def test_what_was_told_alone_is_for_the_professional_only(store: Store) -> None:
    talk = told_alone()
    assert answers_for(talk, FAMILY).isdisjoint(ALONE)
    assert answers_for(talk, PROFESSIONAL) >= {*ALONE}
    session = sit_with(store, talk)
    labels = [session.phrases().text(text_id) for text_id in ("quarrels.gets_scary", "afraid.me")]
    kinds = {"side_by_side": SideBySideView, "whole": WholeView, "summary": LinesView}
    for kind, of_kind in kinds.items():
        view = stand_at(session, step_where(talk, kind))
        assert isinstance(view, of_kind)
        shown = " ".join(text.lower() for _where, text in texts(view))
        assert not [label for label in labels if label.lower() in shown], kind


@pytest.mark.parametrize(("person_id", "role"), OTHERS)
def test_it_is_on_no_screen_while_somebody_else_sits_there_and_stays_in_the_record(
    store: Store, person_id: str, role: str
) -> None:
    alone = told_alone()
    talk = joined(alone, person_id, role)
    assert answers_for(talk, FAMILY).isdisjoint(ALONE)
    assert answers_for(talk, PROFESSIONAL) >= {*ALONE}
    session = sit_with(store, talk)
    words = [session.phrases().text(text_id) for text_id in ("quarrels.gets_scary", "afraid.me")]
    for step in agenda(talk):
        view = stand_at(session, step)
        shown = " ".join(text.lower() for _where, text in texts(view))
        assert not [word for word in words if word.lower() in shown], step


def test_the_professional_names_a_strength_once_a_side_and_first_of_own_words() -> None:
    talk = agreed_talk("eating_sleeping", "health", "housing")
    steps = [step for step in agenda(talk) if isinstance(step, QuestionStep)]
    strengths = [step.topic for step in steps if step.question == "view_strengths"]
    assert strengths == ["eating_sleeping", "housing"]
    of_nurse = [step.question for step in steps if step.person_id == "nurse"]
    assert of_nurse[:3] == ["view", "view_strengths", "view_words"]


def test_a_strength_that_was_named_stays_when_another_topic_comes_first(store: Store) -> None:
    talk = agreed_talk("eating_sleeping", "health")
    talk = say_about(talk, "eating_sleeping", "nurse", view_strengths="Hij lacht.")
    swapped = choosing.leave_topic(talk, "development", "eating_sleeping")
    swapped = choosing.choose_topic(swapped, "development", "eating_sleeping")
    steps = [step for step in agenda(swapped) if isinstance(step, QuestionStep)]
    topics = [step.topic for step in steps if step.question == "view_strengths"]
    assert topics == ["health", "eating_sleeping"]
    view = stand_at(sit_with(store, swapped), WholeStep())
    assert isinstance(view, WholeView)
    assert [
        quote.text
        for part in view.parts
        for topic in part.topics
        for asked in topic.helps
        for quote in asked.quotes
    ] == ["Hij lacht."]


def test_an_older_conversation_is_asked_what_is_new_and_keeps_what_it_has() -> None:
    talk = say_about(agreed_talk("safety"), "safety", "mother", appraisal="so_so", wish="thinking")
    assert {*ALONE} <= asked(talk)
    there = answered(talk, step_where(talk, question="afraid"), "all_safe")
    assert answers_for(there, FAMILY) == {"appraisal", "wish"}
