"""Somebody missed a part and is back: they are asked, and nobody answered in their name."""

from __future__ import annotations

import pytest

from giz_gesprek.conversation.steps import LaterDateStep, QuestionStep, SideBySideStep
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView
from giz_gesprek.session.written_views import SideBySideView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from tests.session.test_presence import AGREE, at, paper, table, two_who_differ
from tests.support.talks import agreed_talk, say_about, step_where
from tests.support.views import sit_with


def without_him(store: Store) -> Session:
    """Return the session at the one picture; a topic was talked about while Jan was away."""
    talk = agreed_talk("housing", table=("mother", "father", "nurse"))
    session = sit_with(store, talk)
    table(session, "leaves:father")
    talk = say_about(session.talk, "housing", "mother", strengths="De tuin.", appraisal="difficult")
    session.talk = say_about(talk, "housing", "nurse", view="going_well")
    at(session, AGREE).answer_choice("agree")
    session.answer_choice("goes_well")
    session.jump(step_where(session.talk, "goals"))
    return session


def test_who_is_back_is_first_asked_their_own_questions(store: Store) -> None:
    session = without_him(store)
    table(session, "comes:father", True)
    own = []
    while isinstance(session.step, QuestionStep) and session.step.person_id == "father":
        own.append(session.step.question)
        session.answer_state("dont_know")
    assert own[0] == "appraisal"
    assert "strengths" in own
    table(session, "leaves:father")
    session.jump(step_where(session.talk, "goals"))
    table(session, "comes:father", True)
    assert session.step.position.question == AGREE, "what he answered is not asked again"


def test_nothing_is_chosen_beforehand_for_who_was_not_there(store: Store) -> None:
    session = two_who_differ(store)
    table(session, "leaves:father")
    at(session, AGREE).answer_choice("agree")
    view = at(session, AGREE).view
    assert isinstance(view, ChoiceView)
    assert view.chosen == "agree", "to those who chose it"
    table(session, "comes:father", False)
    view = at(session, AGREE).view
    assert isinstance(view, ChoiceView)
    assert view.chosen is None
    assert view.echo == "Sanne en Fatma kozen: wij denken nu hetzelfde."
    session.answer_choice("agree")
    view = at(session, AGREE).view
    assert isinstance(view, ChoiceView)
    assert view.chosen == "agree", "he chose it too"


def test_who_was_away_is_not_said_to_choose_nothing(store: Store) -> None:
    session = without_him(store)
    table(session, "comes:father", False)
    session.jump(SideBySideStep(topic="housing", child_id=None))
    assert isinstance(session.view, SideBySideView)
    told = {card.person_id: card.choice for card in session.view.cards}
    assert told["father"] == "Jan was er toen niet bij."


@pytest.mark.parametrize(
    ("readers", "told"), [(FAMILY, "is nog open."), (PROFESSIONAL, "Er is nog geen dag")]
)
@pytest.mark.parametrize("choice", ["later", "still_differ"])
def test_talking_again_without_a_day_yet_stands_on_both_papers(
    store: Store, readers: Readers, told: str, choice: str
) -> None:
    session = two_who_differ(store)
    session.answer_choice(choice)
    if choice == "still_differ":
        session.answer_choice("find_out")
    assert isinstance(session.step, LaterDateStep)
    session.answer_day(None)
    assert told in paper(session, readers)
