"""A next visit on the screen: what was left, topics again, and better, the same or harder."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.choosing import choose_again
from giz_gesprek.conversation.follow_up import LeftBefore
from giz_gesprek.conversation.left import Then
from giz_gesprek.conversation.steps import AgainStep, LeftStep, PageStep
from giz_gesprek.conversation.table import come
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import asks_first, perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import AgainView, ChoiceView, PageView, WordsView
from giz_gesprek.session.written_views import LinesView, SideBySideView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from tests.store.support import NOW
from tests.support.asking import Scripted
from tests.support.sheets import document_of
from tests.support.talks import second_visit, step_where
from tests.support.views import sit_with, stand_at

TOPIC = "eating_sleeping"
LEFT = "left:differed:eating_sleeping:milan"


def do(session: Session, act: acts.Act, *answers: object) -> Done:
    """Carry out an act; what it asks gets these answers."""
    return asyncio.run(perform(session, Scripted(*answers), act))


def at_left(store: Store) -> Session:
    """Return the session where it is said what becomes of what was left."""
    session = sit_with(store, second_visit())
    session.jump(LeftStep())
    return session


def at_topics(store: Store, talk: Talk | None = None) -> Session:
    """Return the session where the topics of the time before are offered."""
    session = sit_with(store, talk or second_visit())
    session.jump(AgainStep())
    return session


def at_change(store: Store, talk: Talk | None = None) -> Session:
    """Return the session where the mother is asked what changed."""
    session = sit_with(store, choose_again(talk or second_visit(), TOPIC))
    session.jump(step_where(session.talk, question="change"))
    return session


def kind(session: Session) -> str:
    return session.step.kind


def lines(session: Session) -> LinesView:
    view = session.view
    assert isinstance(view, LinesView)
    return view


def again(session: Session) -> AgainView:
    view = session.view
    assert isinstance(view, AgainView)
    return view


def choice(session: Session) -> ChoiceView:
    view = session.view
    assert isinstance(view, ChoiceView)
    return view


def paper(talk: Talk, readers: Readers, language: str = "nl") -> str:
    """Return a paper in words, on one line."""
    return " ".join(document_text(document_of(talk.dossier, readers, language)).split())


# --- what was left -------------------------------------------------------------------------


def test_what_was_left_stands_there_with_what_can_become_of_it(store: Store) -> None:
    session = at_left(store)
    [part] = lines(session).parts
    [line] = part.lines
    assert (part.heading, line.text) == ("Eten en slapen", "Hier was nog verschil.")
    assert [way.label for way in line.ways] == [
        "Vandaag over praten",
        "Voor later",
        "Het is nu goed",
    ]
    assert {way.label for way in line.ways} <= set(lines(session).said)


@pytest.mark.parametrize("then", ["later", "solved"])
def test_what_becomes_of_it_is_kept_and_shown(store: Store, then: str) -> None:
    session = at_left(store)
    [way] = (
        way
        for way in lines(session).parts[0].lines[0].ways
        if isinstance(way.act, acts.SettleLeft) and way.act.then == then
    )
    assert not asks_first(session, way.act)
    done = do(session, way.act)
    assert done.notice == f"left.then_{then}"
    [said] = store.read("f1").conversation("talk-1").left_before
    assert (said.then, said.present) == (then, ("mother", "nurse"))
    assert session.phrases().text(f"left.then_{then}") in lines(session).parts[0].lines[0].text
    assert way.label not in [each.label for each in lines(session).parts[0].lines[0].ways]


def test_talking_about_it_now_ticks_its_topic(store: Store) -> None:
    session = at_left(store)
    do(session, acts.SettleLeft(LEFT, "now"))
    do(session, acts.GoNext())
    assert again(session).chosen == {TOPIC}


# --- topics again --------------------------------------------------------------------------


def test_topics_stand_there_with_what_each_said_the_time_before(store: Store) -> None:
    view = again(at_topics(store))
    assert [option.id for option in view.options] == [TOPIC, "love_attention", "another"]
    told = {option.id: [face.text for face in view.faces(option)] for option in view.options}
    assert told == {
        TOPIC: ["Sanne: gaat wel", "Fatma: gaat moeilijk"],
        "love_attention": ["Sanne: “Samen op de bank.”"],
        "another": [],
    }


def test_a_topic_is_chosen_and_left_again(store: Store) -> None:
    session = at_topics(store)
    toggle = again(session).options[0].act
    assert toggle is not None
    assert do(session, toggle).then == "stay"
    assert again(session).echo == ("U kiest: eten en slapen.",)
    do(session, toggle)
    assert (again(session).chosen, session.conversation.visits) == (frozenset(), ())


def test_without_a_choice_nothing_goes_on_and_skipping_leads_to_the_plan(store: Store) -> None:
    session = at_topics(store)
    assert do(session, again(session).confirm) == Done("stay", "topics.choose_first")
    do(session, acts.Skip(None))
    assert kind(session) == "goals"


def test_another_topic_leads_to_the_triangle_after_these(store: Store) -> None:
    session = at_topics(store)
    do(session, acts.WantAnotherTopic())
    assert again(session).echo == ("U kiest: een ander onderwerp.",)
    do(session, acts.GoNext())
    assert kind(session) == "triangle"
    do(session, acts.OpenSide("development"))
    assert kind(session) == "topics"
    do(session, acts.ToggleTopic("development", "health"))
    do(session, acts.GoNext())
    assert session.step.position.question == "strengths"


def test_one_side_holds_a_topic_again_and_a_new_one(store: Store) -> None:
    session = at_topics(store, choose_again(second_visit(), TOPIC).changed(another_topic=True))
    session.jump(step_where(session.talk, "triangle"))
    do(session, acts.OpenSide("development"))
    assert kind(session) == "topics"
    do(session, acts.ToggleTopic("development", "health"))
    assert [visit.topics for visit in session.conversation.visits] == [(TOPIC,), ("health",)]
    session.back()
    assert kind(session) == "triangle"
    do(session, acts.OpenSide("development"))
    assert kind(session) == "topics"


# --- better, the same, harder --------------------------------------------------------------


def test_the_choice_stands_beside_what_was_said_then(store: Store) -> None:
    view = choice(at_change(store))
    assert view.intro == "De vorige keer: gaat wel.\n“Hij eet goed.”"
    assert [option.id for option in view.options] == [
        *("better", "same", "harder"),
        *("dont_know", "rather_not_say"),
    ]
    assert view.own is not None
    assert view.own.label == "Opnieuw vertellen"


def test_the_same_keeps_the_face_of_then_in_one_save(store: Store) -> None:
    session = at_change(store)
    do(session, acts.GiveChoice("same"))
    assert session.step.position.question == "view_change"
    [view] = store.read("f1").conversation("talk-1").views
    assert [(each.question, each.choice) for each in view.answers] == [
        ("change", "same"),
        ("appraisal", "so_so"),
    ]


def test_telling_it_anew_asks_with_the_words_of_then(store: Store) -> None:
    session = at_change(store)
    do(session, acts.TellAnew())
    view = session.view
    assert isinstance(view, WordsView)
    assert (view.step.position.question, view.typed) == ("strengths", "Hij eet goed.")
    do(session, view.give(view.typed))
    assert session.step.position.question == "appraisal"


def test_the_laptop_turns_to_the_professional_who_has_a_voice_of_their_own(store: Store) -> None:
    session = at_change(store)
    do(session, acts.GiveChoice("same"))
    view = choice(session)
    assert view.question == "Hoe gaat het nu, volgens Fatma?"
    assert "gaat moeilijk" in view.intro
    assert view.own is not None
    assert view.own.label == session.phrases().text("button.seek_advice")


def changed(store: Store) -> Session:
    """Return a visit in which it goes better for the mother, and the same for the nurse."""
    session = at_change(store)
    do(session, acts.GiveChoice("better"))
    do(session, acts.GiveChoice("going_well"))
    do(session, acts.GiveWords("Wij lezen een boek."))
    do(session, acts.GoNext())
    do(session, acts.GiveChoice("same"))
    return session


def test_both_stand_side_by_side_with_then_and_now(store: Store) -> None:
    session = changed(store)
    view = session.view
    assert isinstance(view, SideBySideView)
    assert [card.change for card in view.cards] == [
        "Sanne koos de vorige keer: gaat wel.\nNu kiest Sanne: beter.",
        "Fatma koos de vorige keer: gaat moeilijk.\nNu kiest Fatma: hetzelfde.",
    ]
    assert [card.choice for card in view.cards] == [
        "Sanne kiest: gaat goed.",
        "Fatma kiest: gaat moeilijk.",
    ]


@pytest.mark.parametrize(
    ("readers", "language", "told"),
    [
        (
            FAMILY,
            "nl",
            ("Sanne koos de vorige keer: gaat wel. Nu kiest Sanne: beter.", "Nu kiest Fatma: het"),
        ),
        (FAMILY, "en", ("Sanne chose the last time: okay.", "Now Fatma chooses: the same.")),
        (PROFESSIONAL, "nl", ("beter (de vorige keer: gaat wel)", "Wij lezen een boek.")),
    ],
)
def test_both_papers_tell_then_and_now(
    store: Store, readers: Readers, language: str, told: tuple[str, ...]
) -> None:
    written = paper(changed(store).talk, readers, language)
    assert [text for text in told if text not in written] == []


def test_beside_somebody_who_was_away_then_the_familys_paper_tells_only_now(store: Store) -> None:
    talk = changed(store).talk
    beside = come(talk, talk.family.person("father"))
    written = paper(beside, FAMILY)
    assert "Sanne kiest nu: beter." in written
    assert "koos de vorige keer" not in written
    assert "beter (de vorige keer: gaat wel)" in paper(beside, PROFESSIONAL)


def test_the_report_tells_it_and_taking_it_away_takes_the_face_that_stood(store: Store) -> None:
    session = at_change(store)
    do(session, acts.GiveChoice("same"))
    view = stand_at(session, step_where(session.talk, "summary"))
    assert isinstance(view, LinesView)
    [line] = (
        line
        for part in view.parts
        for line in part.lines
        if line.text == "Sanne koos de vorige keer: gaat wel.\nNu kiest Sanne: hetzelfde."
    )
    assert line.remove is not None
    do(session, line.remove.act, True)
    assert session.conversation.views == ()


def test_the_record_says_that_the_conclusion_of_then_stands(store: Store) -> None:
    stands = "de conclusie van het vorige gesprek blijft staan"
    assert stands in paper(changed(store).talk, PROFESSIONAL)
    session = at_change(store)
    do(session, acts.GiveChoice("harder"))
    assert stands not in paper(session.talk, PROFESSIONAL)


# --- how it opens --------------------------------------------------------------------------


def test_a_family_that_was_here_before_is_greeted_and_told_of_danger(store: Store) -> None:
    session = sit_with(store, second_visit())
    session.jump(PageStep(text="welcome.again"))
    view = session.view
    assert isinstance(view, PageView)
    assert "Wij praten weer met elkaar." in view.text
    session.next()
    assert session.step.position.text == "agreement.danger"
    session.next()
    assert kind(session) == "consent"


def test_a_topic_can_be_chosen_beside_what_is_chosen_again_from_the_plan(store: Store) -> None:
    session = at_topics(store, choosing.choose_again(second_visit(), TOPIC))
    session.jump(step_where(session.talk, "goals"))
    do(session, acts.AnotherTopic(), "surroundings")
    assert kind(session) == "topics"


# --- what became of what was left, told ----------------------------------------------------


@pytest.mark.parametrize(
    ("then", "of_family", "recorded"),
    [
        ("solved", "Eten en slapen Dit is nu goed.", "Het is nu goed, gezegd door Sanne en Fatma"),
        ("later", "Eten en slapen Dit is voor later.", "Weer voor later, gezegd door Sanne"),
    ],
)
def test_both_papers_tell_what_became_of_what_was_left(
    store: Store, then: Then, of_family: str, recorded: str
) -> None:
    session = at_left(store)
    do(session, acts.SettleLeft(LEFT, then))
    told = paper(session.talk, FAMILY)
    assert of_family in told.replace("#", "").replace("  ", " ")
    assert recorded in paper(session.talk, PROFESSIONAL)
    view = stand_at(session, step_where(session.talk, "summary"))
    assert isinstance(view, LinesView)
    [line] = (line for part in view.parts for line in part.lines)
    assert line.remove is not None
    do(session, line.remove.act, True)
    assert session.conversation.left_before == ()


def test_that_a_topic_can_go_is_for_the_record_only(store: Store) -> None:
    talk = second_visit()
    said = LeftBefore(
        conversation_id="talk-0",
        kind="topic",
        topic="housing",
        then="not_needed",
        present=("mother", "nurse"),
        at=NOW,
    )
    talk = talk.changed(left_before=(said,))
    assert "Wonen" not in paper(talk, FAMILY)
    assert "Wonen: Niet meer nodig, gezegd door Sanne" in paper(talk, PROFESSIONAL)
