"""Children at the table are spoken to; a young person of twelve is asked whether it is fine."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from giz_gesprek.conversation import flow, table
from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView, PageView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, Readers
from tests.store.support import NOW
from tests.support.asking import Scripted
from tests.support.sheets import document_of
from tests.support.talks import TALK, make_family, new_talk, step_where
from tests.support.views import sit_with

AGES: list[AgeBand] = ["0-3", "4-7", "8-11", "12-15", "16+"]
YOUNG: list[AgeBand] = ["12-15", "16+"]


def with_child(age_band: AgeBand) -> Talk:
    """Return a talk before the first word, with a child of this age at the table."""
    talk = new_talk().with_family(make_family(age_band=age_band))
    return table.come(talk, talk.family.person("milan"))


def kinds(session: Session) -> Sequence[str]:
    """Return the kinds of all steps until the first choice of a side."""
    found = [step.kind for step in session.steps()]
    return found[: found.index("triangle")]


def paper(session: Session, readers: Readers = PROFESSIONAL) -> str:
    """Return a paper in words."""
    return document_text(document_of(session.dossier, readers))


def asked(store: Store) -> Session:
    """Return the session where a boy of fourteen is asked."""
    session = sit_with(store, with_child("12-15"))
    session.jump(step_where(session.talk, "consent"))
    session.agree()
    assert session.step.kind == "child_consent"
    return session


def do(session: Session, act: acts.Act) -> Done:
    """Carry out an act that asks nothing."""
    return asyncio.run(perform(session, Scripted(), act))


@pytest.mark.parametrize("age_band", AGES)
def test_a_child_who_sits_there_is_greeted_in_one_line(store: Store, age_band: AgeBand) -> None:
    session = sit_with(store, with_child(age_band))
    view = session.view
    assert isinstance(view, PageView)
    told = {
        "0-3": (),
        "4-7": ("Milan, jij mag luisteren, praten of spelen.",),
        "8-11": ("Milan, jij mag luisteren, praten of spelen.",),
        "12-15": ("Milan, jij mag ook meepraten.",),
        "16+": ("Milan, jij mag ook meepraten.",),
    }
    assert view.to_children == told[age_band]
    assert set(view.to_children) <= set(view.said)
    session.next()
    assert isinstance(session.view, PageView)
    assert session.view.to_children == ()


def test_a_child_who_is_elsewhere_is_neither_greeted_nor_asked(store: Store) -> None:
    session = sit_with(store, new_talk().with_family(make_family(age_band="12-15")))
    assert isinstance(session.view, PageView)
    assert session.view.to_children == ()
    assert "child_consent" not in kinds(session)


@pytest.mark.parametrize("age_band", AGES)
def test_from_twelve_on_they_are_asked_after_the_parents(store: Store, age_band: AgeBand) -> None:
    found = kinds(sit_with(store, with_child(age_band)))
    expected = ["consent", "child_consent", "practice"]
    if age_band not in YOUNG:
        expected.remove("child_consent")
    assert found[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("option", "agrees", "told"),
    [
        ("fine", True, "vindt het gesprek goed"),
        ("rather_not", False, "heeft het gesprek liever niet"),
        ("dont_know", None, "weet het niet"),
    ],
)
def test_what_they_say_is_kept_and_stands_on_the_professionals_paper(
    store: Store, option: str, agrees: bool | None, told: str
) -> None:
    session = asked(store)
    view = session.view
    assert isinstance(view, ChoiceView)
    assert view.question == "Milan, vind jij het goed?"
    assert view.chosen is None
    [chosen] = [each for each in view.options if each.id == option]
    assert chosen.echo.startswith("Je kiest: ")
    assert chosen.act is not None
    done = do(session, chosen.act)
    heard = "child_agrees.heard" if agrees is False else None
    assert (done.notice, done.who) == (heard, "Milan" if heard else "")
    agreement = store.read("f1").conversation(TALK).agreement
    assert agreement is not None
    assert agreement.wants_to_talk is True
    assert [(each.person_id, each.agrees) for each in agreement.children] == [("milan", agrees)]
    assert session.step.kind == "practice"
    assert f"Mening over het gesprek (Milan): {told}" in paper(session)
    assert "Mening over het gesprek" not in paper(session, FAMILY)
    session.back()
    assert isinstance(session.view, ChoiceView)
    assert session.view.chosen == option


def test_that_they_were_passed_over_is_told_too(store: Store) -> None:
    session = asked(store)
    do(session, acts.Skip())
    assert session.step.kind == "practice"
    assert "Mening over het gesprek (Milan): nog niets gezegd" in paper(session)


def test_agreeing_once_more_keeps_what_the_child_said(store: Store) -> None:
    session = asked(store)
    do(session, acts.GiveConsent(wants_to_talk=True))
    session.jump(step_where(session.talk, "consent"))
    session.agree()
    agreement = session.conversation.agreement
    assert agreement is not None
    assert [each.agrees for each in agreement.children] == [True]


def test_a_young_person_who_comes_later_can_be_asked(store: Store) -> None:
    session = sit_with(store, new_talk().with_family(make_family(age_band="12-15")))
    session.jump(step_where(session.talk, "consent"))
    session.agree()
    session.next()
    asyncio.run(perform(session, Scripted("comes:milan", True), acts.SetTable()))
    assert session.step.kind == "child_consent"


def test_who_leaves_while_being_asked_takes_the_question_along(store: Store) -> None:
    session = asked(store)
    session.talk = table.leave(session.talk, "milan")
    assert session.step.kind == "practice"


# --- the practice is for the first time -----------------------------------------------------


def second_visit(talk: Talk) -> Talk:
    """Return the talk of a next visit."""
    before = talk.conversation
    later = new_talk().conversation.model_copy(
        update={"id": "talk-2", "started_at": NOW + timedelta(days=7)}
    )
    dossier = talk.dossier.model_copy(update={"conversations": (before, later)})
    return Talk(talk.framework, dossier, "talk-2")


@pytest.mark.parametrize(
    ("state", "practises"),
    [("prepared", True), ("agreed", True), ("in_progress", False), ("finished", False)],
)
def test_a_family_practises_once(store: Store, state: str, practises: bool) -> None:
    first = flow.agree(new_talk(), now=NOW).changed(state=state)
    session = sit_with(store, second_visit(first))
    assert ("practice" in kinds(session)) is practises


def test_a_second_visit_that_was_left_at_the_practice_goes_on_with_the_triangle(
    store: Store,
) -> None:
    talk = second_visit(new_talk().changed(state="finished"))
    here = step_where(new_talk(), "practice").position
    session = sit_with(store, flow.agree(talk, now=NOW).changed(position=here))
    assert session.step.kind == "triangle"
