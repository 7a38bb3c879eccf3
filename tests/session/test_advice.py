"""Asking for advice: in the professional's turn, asked first, taken back until answered."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.conversation import choosing, table
from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.conversation.steps import QuestionStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.asking import SureAsked
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_parts import Way
from giz_gesprek.session.step_view import ChoiceView, PageView, WordsView
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import PROFESSIONAL, READERS
from tests.support.asking import Scripted
from tests.support.sheets import document_of
from tests.support.talks import TALK, agreed_talk, make_family, say_about, step_where
from tests.support.views import every_step, sit_with

ADVICE = ("advice_why", "advice_next", "advice_view", "advice_parent")
TOLD, SAID = ADVICE[:2], ADVICE[2:]


def differing() -> Talk:
    """Return a talk in which mother and nurse see the house differently."""
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="going_well")
    return say_about(talk, "housing", "nurse", view="difficult")


def in_turn(store: Store, question: str = "view_words") -> Session:
    """Return the session in the turn of the nurse."""
    talk = differing()
    return sit_with(store, talk.changed(position=step_where(talk, question=question).position))


def way(session: Session) -> Way:
    """Return what only the professional can do here."""
    view = session.view
    assert isinstance(view, ChoiceView | WordsView)
    assert view.own is not None
    return view.own


def do(session: Session, act: acts.Act, *answers: object) -> Done:
    """Carry out an act; what it asks gets these answers."""
    return asyncio.run(perform(session, Scripted(*answers), act))


def seeking(store: Store) -> Session:
    """Return the session in which the nurse asks for advice."""
    session = in_turn(store)
    do(session, way(session).act, True)
    return session


def test_it_is_offered_in_the_turn_of_a_professional_and_nowhere_else(store: Store) -> None:
    seen = set()
    for session, view in every_step(store):
        step = view.step
        by = step.person_id if isinstance(step, QuestionStep) else None
        role = session.family.person(by).role if by is not None else None
        way = None if view.own is None else view.own.act
        seen.add((role, isinstance(way, acts.SeekAdvice | acts.LeaveAdvice)))
    assert ("professional", True) in seen
    assert {role for role, offered in seen if offered} == {"professional"}
    assert ("professional", False) not in seen


def test_it_asks_first_and_a_no_changes_nothing(store: Store) -> None:
    session = in_turn(store)
    before, ask = session.talk, Scripted(False)
    assert asyncio.run(perform(session, ask, way(session).act)) == Done("stay")
    assert session.phrases().text("seek_advice.ask") in ask.texts()
    assert session.talk == before
    assert store.changes("f1") == ()


def test_after_a_yes_the_same_question_is_asked_and_none_is_skipped(store: Store) -> None:
    session = in_turn(store)
    before, here = session.steps(), session.step
    assert do(session, way(session).act, True) == Done(notice="seek_advice.later")
    assert session.step == here
    added = [step for step in session.steps() if step not in before]
    assert [step.position.question for step in added] == list(ADVICE)
    assert [step for step in session.steps() if step in before] == list(before)
    outcome = step_where(session.talk, question="difference")
    assert session.steps()[session.steps().index(outcome) + 1] == added[0]


def test_it_is_taken_back_where_it_was_said_and_nothing_of_it_is_left(store: Store) -> None:
    session = seeking(store)
    assert do(session, way(session).act, False) == Done("stay")
    assert do(session, way(session).act, True) == Done(notice="seek_advice.left")
    assert store.read("f1").conversation(TALK) == session.conversation
    assert session.conversation.advice == ()
    assert [line.change.action for line in store.changes("f1")] == ["removed"]


@pytest.mark.parametrize("question", ADVICE[:2])
def test_taken_back_at_its_own_questions_what_comes_after_them_is_asked(
    store: Store, question: str
) -> None:
    session = seeking(store)
    session.jump(step_where(session.talk, question=ADVICE[0]))
    session.answer_words("Ik wil het aan Bo vragen.")
    typing = step_where(session.talk, question=ADVICE[1])
    session.save_draft(typing.key, "Morgen bel")
    session.jump(step_where(session.talk, question=question))
    assert do(session, way(session).act, True).notice == "seek_advice.left"
    assert session.step.position.question == "outcome"
    assert "Bo" not in store.read("f1").model_dump_json(exclude={"family"})
    assert session.draft(typing.key) is None
    assert not [line for line in store.changes("f1") if "advice" in line.change.item]


@pytest.mark.parametrize("state", ["answered", "dont_know", "rather_not_say", "skipped"])
def test_it_can_be_taken_back_until_the_parent_has_answered(
    store: Store, state: AnswerState
) -> None:
    session = seeking(store)
    session.jump(step_where(session.talk, question=SAID[1]))
    if state == "answered":
        session.answer_words("Dat is goed.")
    elif state == "skipped":
        session.skip()
    else:
        session.answer_state(state)
    session.jump(step_where(session.talk, question=ADVICE[0]))
    assert (session.view.own is not None) == (state == "skipped")


def test_whose_turn_it_is_asks_for_it_and_says_why(store: Store) -> None:
    session = in_turn(store, "view")
    do(session, way(session).act, True)
    [advice] = session.conversation.advice
    assert (advice.topic, advice.by_id) == ("housing", "nurse")
    [line] = store.changes("f1")
    assert (line.change.action, line.change.actor_id) == ("seeks-advice", "nurse")


@pytest.mark.parametrize("question", ADVICE[:2])
def test_what_the_family_was_promised_to_hear_is_not_left_empty(
    store: Store, question: str
) -> None:
    session = seeking(store)
    session.jump(step_where(session.talk, question=question))
    here, view = session.step, session.view
    assert isinstance(view, WordsView)
    assert (view.asides, view.hint, view.ways.skip) == ((), "", "")
    assert way(session).act == acts.LeaveAdvice()
    for empty in (
        acts.GiveWords(" \n"),
        acts.GiveState("dont_know"),
        acts.GiveState("rather_not_say"),
        acts.Skip(""),
    ):
        assert do(session, empty) == Done("stay", "seek_advice.write_first")
        assert session.step == here
    do(session, acts.GiveWords("Hij slaapt weinig."))
    assert session.step != here
    session.back()
    do(session, acts.Skip("Hij slaapt weinig."))
    assert session.step != here


def test_the_family_may_leave_empty_what_it_says_to_the_advice(store: Store) -> None:
    session = seeking(store)
    session.jump(step_where(session.talk, question=SAID[1]))
    here, view = session.step, session.view
    assert isinstance(view, WordsView)
    assert (len(view.asides), bool(view.hint), bool(view.ways.skip)) == (2, True, True)
    do(session, acts.GiveWords(""))
    assert session.step != here


@pytest.mark.parametrize(("comes", "told"), [(None, False), ("father", True), ("milan", True)])
def test_who_asks_for_advice_is_reminded_of_who_listens(
    store: Store, comes: str | None, told: bool
) -> None:
    session = in_turn(store)
    if comes is not None:
        session.talk = table.come(session.talk, session.family.person(comes))
    ask = Scripted(False)
    asyncio.run(perform(session, ask, way(session).act))
    asked, listened = ask.asked[0], session.phrases().text("seek_advice.listened")
    assert isinstance(asked, SureAsked)
    assert asked.question.startswith(listened) is told
    assert asked.question.endswith(session.phrases().text("seek_advice.ask"))


def at_the_table(store: Store, *people: str) -> Session:
    """Return the session in which the nurse told these people why she asks for advice."""
    talk = differing()
    for person_id in people:
        talk = table.come(talk, talk.family.person(person_id))
    talk = choosing.seek_advice(talk, "housing", None, "nurse")
    session = sit_with(store, talk.changed(position=step_where(talk, question=TOLD[0]).position))
    session.answer_words("Hij slaapt weinig.")
    session.answer_words("Ik bel morgen.")
    return session


def asked_now(session: Session) -> tuple[str | None, str | None]:
    """Return what is asked, and of whom."""
    return session.step.position.question, session.step.position.person_id


def test_every_parent_at_the_table_is_told_and_answers_in_their_own_name(store: Store) -> None:
    session = at_the_table(store, "father")
    assert asked_now(session) == (SAID[0], "mother")
    session.answer_choice("fine")
    session.answer_words("Bel gerust.")
    assert asked_now(session) == (SAID[0], "father")
    session.answer_choice("rather_not")
    session.answer_words("Eerst zelf proberen.")
    [advice] = store.read("f1").conversation(TALK).advice
    assert [answer.question for answer in advice.answers] == list(TOLD)
    assert [
        (said.person_id, [answer.choice or (answer.words and answer.words.text)][0])
        for said in advice.reactions
        for answer in said.answers
    ] == [
        ("mother", "fine"),
        ("mother", "Bel gerust."),
        ("father", "rather_not"),
        ("father", "Eerst zelf proberen."),
    ]
    assert {
        answer.words.author_id
        for said in advice.reactions[1:]
        for answer in said.answers
        if answer.words
    } == {"father"}


@pytest.mark.parametrize(("age_band", "is_asked"), [("8-11", False), ("12-15", True)])
def test_a_young_person_at_the_table_is_asked_too_and_called_je(
    store: Store, age_band: AgeBand, is_asked: bool
) -> None:
    talk = differing()
    older = make_family(age_band=age_band)
    talk = talk.with_family(older)
    talk = table.come(talk, older.person("milan"))
    talk = choosing.seek_advice(talk, "housing", None, "nurse")
    session = sit_with(store, talk)
    asked = [
        step.position.person_id for step in session.steps() if step.position.question == SAID[0]
    ]
    assert asked == ["mother", *(["milan"] if is_asked else [])]
    if is_asked:
        session.jump(step_where(session.talk, question=SAID[0], person="milan"))
        assert isinstance(session.view, ChoiceView)
        assert session.view.question == "Wat vind je daarvan?"
        assert (
            session.phrases(step_where(session.talk, question=SAID[0])).text(
                "seek_advice.parent_view"
            )
            == "Wat vindt u daarvan?"
        )


def test_who_has_left_is_not_asked_and_is_asked_after_coming_back(store: Store) -> None:
    session = at_the_table(store, "father")
    session.talk = table.leave(session.talk, "father")
    assert "father" not in {step.position.person_id for step in session.steps()}
    session.talk = table.come(session.talk, session.family.person("father"))
    assert "father" in {step.position.person_id for step in session.steps()}


@pytest.mark.parametrize("question", SAID)
def test_what_the_professional_told_stands_above_what_everybody_is_asked(
    store: Store, question: str
) -> None:
    session = at_the_table(store, "father")
    for person_id in ("mother", "father"):
        session.jump(step_where(session.talk, question=question, person=person_id))
        view = session.view
        assert isinstance(view, ChoiceView | WordsView)
        lead = session.phrases().text("side_by_side.said", name="Fatma")
        assert [(each.lead, each.text) for each in view.quotes] == [
            (lead, "Hij slaapt weinig.\nIk bel morgen.")
        ]
        heard = " ".join(view.said)
        assert heard.index("Ik bel morgen.") < heard.index(view.question)


def test_nobody_is_made_to_believe_in_a_veto(store: Store) -> None:
    session = at_the_table(store)
    view = session.view
    assert isinstance(view, ChoiceView)
    assert "Zonder namen" in view.intro
    assert "gevaar" in view.intro
    assert [option.id for option in view.options] == [
        "fine",
        "no_names",
        "rather_not",
        "dont_know",
        "rather_not_say",
    ]
    promise = step_where(session.talk, "page", text="agreement.ask_first")
    session.jump(promise)
    assert isinstance(session.view, PageView)
    assert "Zonder namen mag Fatma wel advies vragen." in session.view.text


def test_the_papers_and_the_report_name_the_advice_and_each_answer(store: Store) -> None:
    session = at_the_table(store, "father")
    session.answer_choice("no_names")
    session.skip()
    session.answer_state("dont_know")
    family, professional = (
        document_text(document_of(session.dossier, readers)) for readers in READERS
    )
    title = "Fatma vraagt advies"
    assert title in family
    assert title in professional
    assert "Sanne kiest: houd de namen geheim." in family
    assert "Mening over adviesvraag (Sanne): liever zonder namen" in professional
    assert "Reactie op adviesvraag (Jan): weet het niet" in professional
    assert "Jan" not in family[family.index(title) :].split("##")[0]
    session.enough_for_today()
    assert isinstance(session.view, LinesView)
    [part] = [part for part in session.view.parts if title in part.heading]
    assert [line.text for line in part.lines] == [
        "Hij slaapt weinig.",
        "Ik bel morgen.",
        "Sanne kiest: houd de namen geheim.",
    ]


def test_who_was_away_and_who_was_not_asked_are_told_on_the_professionals_paper(
    store: Store,
) -> None:
    session = at_the_table(store, "father")
    session.talk = table.leave(session.talk, "father")
    paper = document_text(document_of(session.dossier, PROFESSIONAL))
    assert "Reactie op adviesvraag (Jan): was er niet bij" in paper
    assert "Reactie op adviesvraag (Sanne): niet besproken" in paper
