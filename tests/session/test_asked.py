"""An answer stands with its question: read back, side by side, in the report, on both papers."""

from __future__ import annotations

from datetime import UTC, date
from functools import partial
from typing import Final

import pytest

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.steps import GoalsStep, QuestionStep, Step, SummaryStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.i18n import format_weekday
from giz_gesprek.session import acts
from giz_gesprek.session.edits import remove_line
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView, WordsView
from giz_gesprek.session.written_views import LinesView, SideBySideView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.calendar import Calendar
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
        ("", "", "Jan kiest: gaat moeilijk."),
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


def test_what_each_wants_is_told_as_well_where_nothing_is_laid_side_by_side(store: Store) -> None:
    talk = agreed_talk(TOPIC, table=("mother", "father", "nurse"))
    for person, wish in (("mother", "want_help"), ("father", "ourselves")):
        talk = say_about(talk, TOPIC, person, appraisal="so_so", wish=wish)
    talk = say_about(talk, TOPIC, "nurse", view="so_so")
    view = stand_at(sit_with(store, talk), step_where(talk, question="outcome"))
    assert isinstance(view, ChoiceView)
    assert view.intro.endswith("Sanne wil hulp.\nJan wil zelf verder.")


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
    assert "Hulpwens: weet het niet" in paper(session.talk, PROFESSIONAL)

    assert line.line is not None
    remove_line(session, line.line)

    assert told not in paper(session.talk, FAMILY)


@pytest.mark.parametrize("state", ["skipped", "rather_not_say"])
def test_who_says_nothing_about_help_is_not_told_about(store: Store, state: AnswerState) -> None:
    talk = say_about(agreed_talk(TOPIC), TOPIC, "mother", appraisal="so_so")
    quiet = silent(talk, step_where(talk, question="wish"), state)
    assert paper(quiet, FAMILY) == paper(talk, FAMILY)
    assert "Hulpwens: niet besproken" in paper(quiet, PROFESSIONAL)


def test_that_nobody_knows_yet_is_said_as_we_and_is_on_both_papers(store: Store) -> None:
    talk = say_about(agreed_talk(TOPIC), TOPIC, "mother", appraisal="so_so")
    outcome = step_where(talk, question="outcome")
    view = stand_at(sit_with(store, talk), outcome)
    assert isinstance(view, ChoiceView)
    [unknown] = [option for option in view.options if option.act == acts.GiveState("dont_know")]
    assert unknown.echo == "Wij weten het nog niet."
    known = silent(talk, outcome)
    assert unknown.echo in paper(known, FAMILY)
    assert "gezamenlijke conclusie: weet het niet" in paper(known, PROFESSIONAL)


def test_what_comes_first_and_has_no_goal_is_not_left_alone() -> None:
    talk = planning.point_at(said_by_two(), TOPIC, None)
    assert "Een doel hierover mag ook later." in paper(talk, FAMILY)
    assert "; nog geen doel" in paper(talk, PROFESSIONAL)
    with_goal = planning.add_goal(talk, words("Een eigen kamer."))
    tied = planning.tie_goal(with_goal, "goal-1", [TOPIC])
    assert "mag ook later" not in paper(tied, FAMILY)


# --- a difference ---------------------------------------------------------------------------


def differing(outcome: str | None = None) -> Talk:
    """Return a talk in which the parent finds a topic hard and the nurse does not."""
    talk = say_about(agreed_talk(TOPIC), TOPIC, "mother", appraisal="difficult")
    talk = say_about(talk, TOPIC, "nurse", view="going_well", view_words="Het is er licht.")
    return answered(talk, step_where(talk, question="difference"), outcome) if outcome else talk


def asked_for(talk: Talk, question: str) -> list[str | None]:
    """Return whom a question is put to, in order."""
    return [each.position.person_id for each in agenda(talk) if each.position.question == question]


def test_where_anybody_is_asked_why_every_parent_is() -> None:
    talk = agreed_talk(TOPIC)
    talk = say_about(talk, TOPIC, "mother", strengths="De tuin.", appraisal="going_well")
    told = say_about(talk, TOPIC, "nurse", view="difficult", view_words="Er is schimmel.")
    assert asked_for(told, "reason") == []
    untold = say_about(talk, TOPIC, "nurse", view="difficult")
    assert asked_for(untold, "reason") == ["mother", "nurse"]


def test_who_is_asked_why_sees_the_answer_that_it_is_about(store: Store) -> None:
    talk = differing()
    session = sit_with(store, talk)
    view = stand_at(session, step_where(talk, question="reason", person="mother"))
    assert isinstance(view, WordsView)
    assert view.intro == "U koos: gaat moeilijk."
    assert view.question == session.phrases().text("difference.reason")


@pytest.mark.parametrize("outcome", ["goes_well", "find_out"])
def test_a_difference_that_is_hard_for_somebody_is_not_left_without_a_day(
    store: Store, outcome: str
) -> None:
    talk = differing("still_differ")
    talk = answered(talk, step_where(talk, question="outcome"), outcome)
    day = step_where(talk, "later_date")
    session = sit_with(store, talk.changed(position=day.position))
    session.answer_day(date(2026, 12, 4))
    assert "Op vrijdag 4 december 2026 praten wij verder." in paper(session.talk, FAMILY)


def test_a_day_is_asked_as_well_where_nobody_knows_yet() -> None:
    talk = differing("still_differ")
    known = silent(talk, step_where(talk, question="outcome"))
    assert "later_date" in {step.kind for step in agenda(known)}


def test_a_difference_without_an_outcome_can_have_a_day_too(store: Store) -> None:
    talk = differing()
    talk = answered(talk, step_where(talk, question="outcome"), "goes_well")
    day = step_where(talk, "later_date")
    session = sit_with(store, talk.changed(position=day.position))
    session.answer_day(date(2026, 12, 4))
    assert "Op vrijdag 4 december 2026 praten wij verder." in paper(session.talk, FAMILY)


@pytest.mark.parametrize(
    ("difference", "outcome"), [("agree", "goes_well"), ("still_differ", "support")]
)
def test_no_day_is_asked_where_people_agree_or_want_help(difference: str, outcome: str) -> None:
    talk = differing(difference)
    talk = answered(talk, step_where(talk, question="outcome"), outcome)
    assert "later_date" not in {step.kind for step in agenda(talk)}


def test_what_is_put_off_is_followed_by_what_is_chosen_for_today(store: Store) -> None:
    talk = differing("later")
    session = sit_with(store, talk)
    view = stand_at(session, step_where(talk, question="outcome"))
    assert isinstance(view, ChoiceView)
    assert view.intro == session.phrases().text("conclusion.for_today")


# --- the plan -------------------------------------------------------------------------------


def test_a_step_names_whose_it_is_once(store: Store) -> None:
    talk = planning.add_goal(agreed_talk(), words("Op tijd naar school."))
    talk = planning.add_plan_step(talk, "goal-1", words("Sanne belt Milan om 7 uur wakker."))
    step = talk.conversation.plan.goals[0].steps[0]
    day = date(2026, 12, 4)
    done = step.model_copy(update={"who": ("mother",), "by": day})
    talk = planning.change_plan_step(talk, done)
    assert "- Sanne: belt Milan om 7 uur wakker.\n  Wanneer: vrijdag 4 december 2026." in paper(
        talk, FAMILY
    )
    view = stand_at(sit_with(store, talk), GoalsStep())
    assert isinstance(view, GoalsView)
    [part] = view.goals[0].steps
    assert part.text.startswith("Sanne · belt Milan om 7 uur wakker.")


def test_the_professional_s_paper_tells_the_week_the_first_child_and_the_yes() -> None:
    talk = agreed_talk()
    now = ChildNow(pregnancy_week=24, first_child=True)
    written = paper(talk.changed(child_now=now), PROFESSIONAL)
    assert "week 24 van de zwangerschap, eerste kind" in " ".join(written.split())
    assert "Akkoord met het gesprek: Ja, op " in written
