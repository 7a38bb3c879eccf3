"""An answer stands with its question: read back, side by side, in the report, on both papers."""

from __future__ import annotations

from datetime import UTC
from functools import partial
from typing import Final

import pytest

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.position import QuestionStep, Step, SummaryStep
from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.i18n import format_weekday
from giz_gesprek.session import acts
from giz_gesprek.session.edits import remove_line
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView, LinesView, SideBySideView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.words import Calendar
from tests.support.dossiers import library
from tests.support.talks import agreed_talk, answered, say_about, step_where, words
from tests.support.views import sit_with, stand_at

CALENDAR: Final = Calendar(
    partial(format_weekday, language="nl"), lambda moment: moment.astimezone(UTC).date()
)
TOPIC: Final = "housing"


def said_by_two() -> Talk:
    """Return a talk in which both parents answered the same questions."""
    talk = agreed_talk(TOPIC, table=("mother", "father", "nurse"))
    talk = say_about(talk, TOPIC, "mother", strengths="De keuken.", appraisal="so_so")
    talk = say_about(talk, TOPIC, "father", appraisal="difficult", strengths="Het balkon.")
    talk = say_about(talk, TOPIC, "mother", wish="want_help")
    return say_about(talk, TOPIC, "father", wish="thinking")


def silent(talk: Talk, step: Step, state: AnswerState = "dont_know") -> Talk:
    """Return the talk in which somebody gave no answer at a step."""
    assert isinstance(step, QuestionStep)
    choice = "want_help" if step.question == "wish" else "support"
    before = answer_at(answered(talk, step, choice), step)
    assert before is not None
    return with_answer(talk, step, before.model_copy(update={"state": state, "choice": None}))


def paper(talk: Talk, audience: Readers) -> str:
    """Return a paper as text."""
    return document_text(
        build_document(library(), talk, audience, calendar=CALENDAR, app_version="0.0.0")
    )


def report(session: Session) -> list[tuple[str, str, str]]:
    """Return the lines of the report: what was asked, who said it, and what."""
    view = stand_at(session, SummaryStep())
    assert isinstance(view, LinesView)
    return [(line.asked, line.speaker, line.text) for part in view.parts for line in part.lines]


def test_what_is_read_back_stands_under_what_was_asked(store: Store) -> None:
    session = sit_with(store, said_by_two())
    view = stand_at(session, step_where(session.talk, "read_back", person="mother"))
    say = session.phrases().text
    assert isinstance(view, LinesView)
    assert [(line.asked, line.text) for line in view.parts[0].lines] == [
        (say("housing.strengths"), "De keuken."),
        (say("housing.appraisal"), "U kiest: gaat wel."),
        (say("housing.wish"), "U kiest: ik wil hulp."),
    ]


def test_two_who_answered_the_same_question_share_it_in_the_report(store: Store) -> None:
    session = sit_with(store, said_by_two())
    say = session.phrases().text
    assert report(session)[:6] == [
        (say("housing.strengths"), "Sanne zegt", "De keuken."),
        ("", "Jan zegt", "Het balkon."),
        (say("housing.appraisal"), "", "Sanne kiest: gaat wel."),
        ("", "", "Jan kiest: is moeilijk."),
        (say("housing.wish"), "", "Sanne wil hulp."),
        ("", "", "Jan denkt nog na over hulp."),
    ]


def test_two_who_answered_the_same_question_share_it_on_the_family_s_paper(store: Store) -> None:
    say = sit_with(store, said_by_two()).phrases().text
    written = paper(said_by_two(), FAMILY)
    assert written.count(say("housing.strengths")) == 1
    assert written.count(say("housing.appraisal").strip()) == 1
    told = written[written.index(say("housing.strengths")) :]
    assert told.index("De keuken.") < told.index("Het balkon.")


def test_what_a_professional_says_stands_under_another_question_than_a_parent_s(
    store: Store,
) -> None:
    talk = agreed_talk("love_attention")
    talk = say_about(talk, "love_attention", "mother", helps="Samen op de bank.")
    talk = say_about(talk, "love_attention", "nurse", view_helps="Een vaste avond.")
    session = sit_with(store, talk)
    say = session.phrases().text
    assert [(asked, text) for asked, _speaker, text in report(session)][:2] == [
        (say("love_attention.helps"), "Samen op de bank."),
        (say("view.helps", name="Fatma"), "Een vaste avond."),
    ]


def test_what_each_wants_is_told_side_by_side_before_it_is_chosen_together(store: Store) -> None:
    session = sit_with(store, said_by_two())
    view = stand_at(session, step_where(session.talk, "side_by_side"))
    assert isinstance(view, SideBySideView)
    assert [(card.person_id, card.wish) for card in view.cards] == [
        ("mother", "Sanne wil hulp."),
        ("father", "Jan denkt nog na over hulp."),
        ("nurse", ""),
    ]
    assert {"Sanne wil hulp.", "Jan denkt nog na over hulp."} <= set(view.new)


def test_that_a_parent_does_not_know_about_help_stands_in_the_report_until_it_is_taken_away(
    store: Store,
) -> None:
    talk = say_about(agreed_talk(TOPIC), TOPIC, "mother", appraisal="so_so")
    session = sit_with(store, silent(talk, step_where(talk, question="wish")))
    view = stand_at(session, SummaryStep())
    assert isinstance(view, LinesView)
    told = "Over hulp weet Sanne het nog niet."
    [line] = [line for part in view.parts for line in part.lines if line.text == told]
    assert told in paper(session.talk, FAMILY)
    assert "Hulpwens: weet ik niet" in paper(session.talk, PROFESSIONAL)

    assert line.line is not None
    remove_line(session, line.line)

    assert told not in paper(session.talk, FAMILY)


@pytest.mark.parametrize("state", ["skipped", "rather_not_say"])
def test_who_says_nothing_about_help_is_not_told_about(store: Store, state: AnswerState) -> None:
    talk = say_about(agreed_talk(TOPIC), TOPIC, "mother", appraisal="so_so")
    quiet = silent(talk, step_where(talk, question="wish"), state)
    assert paper(quiet, FAMILY) == paper(talk, FAMILY)
    assert paper(quiet, PROFESSIONAL) == paper(talk, PROFESSIONAL)


def test_that_nobody_knows_yet_is_said_as_we_and_is_on_both_papers(store: Store) -> None:
    talk = say_about(agreed_talk(TOPIC), TOPIC, "mother", appraisal="so_so")
    outcome = step_where(talk, question="outcome")
    view = stand_at(sit_with(store, talk), outcome)
    assert isinstance(view, ChoiceView)
    [unknown] = [option for option in view.options if option.act == acts.GiveState("dont_know")]
    assert unknown.echo == "Wij weten het nog niet."
    known = silent(talk, outcome)
    assert unknown.echo in paper(known, FAMILY)
    assert "Wij weten nog niet wat wij hierbij kiezen." in paper(known, PROFESSIONAL)


def test_what_comes_first_and_has_no_goal_is_not_left_alone() -> None:
    talk = planning.point_at(said_by_two(), TOPIC, None)
    assert "Een doel hierover mag ook later." in paper(talk, FAMILY)
    assert "Een doel over dit onderwerp mag ook later komen." in paper(talk, PROFESSIONAL)
    with_goal = planning.add_goal(talk, words("Een eigen kamer."))
    tied = planning.tie_goal(with_goal, "goal-1", [TOPIC])
    assert "mag ook later" not in paper(tied, FAMILY)
