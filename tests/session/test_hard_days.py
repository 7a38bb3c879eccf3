"""The page for hard days of the time before: what of it stays, in both ways of the visit."""

from __future__ import annotations

import asyncio

from giz_gesprek.session import acts
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_parts import WrittenLine
from giz_gesprek.session.step_view import ChoiceView
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL
from tests.conversation.test_hard_days import after_hard_days
from tests.session.test_looking_back import paper
from tests.support.asking import Scripted
from tests.support.talks import step_where
from tests.support.views import sit_with


def do(session: Session, act: acts.Act, *answers: object) -> None:
    """Carry out an act, with these answers to what it asks."""
    asyncio.run(perform(session, Scripted(*answers), act))


def at_hard_days(store: Store) -> Session:
    """Return the session where the page of the time before stands."""
    session = sit_with(store, after_hard_days())
    session.jump(step_where(session.talk, "hard_days"))
    return session


def lines(session: Session) -> list[WrittenLine]:
    """Return the lines of the page."""
    view = session.view
    assert isinstance(view, LinesView)
    return [line for part in view.parts for line in part.lines]


def test_the_page_says_that_this_was_told_and_asks_what_of_it_stays(store: Store) -> None:
    session = at_hard_days(store)
    view = session.view
    assert isinstance(view, LinesView)
    assert view.intro == "Dit vertelde u de vorige keer."
    assert view.question == "Blijft dit zo, of verandert er iets?"
    assert view.ways.next == "Zo blijft het"
    assert [(line.asked, line.text) for line in lines(session)] == [
        ("Dit merk ik dan", "Zo was notice."),
        ("Dit helpt mij dan", "Zo was what_helps."),
        ("Ik bel eerst", "Zo was whom_to_call."),
    ]
    assert session.conversation.plan.hard_again == (), "nothing is kept by looking at it"


def test_going_on_keeps_what_stands_there(store: Store) -> None:
    session = at_hard_days(store)
    notice, helps, _call = lines(session)
    assert notice.remove is not None
    do(session, notice.remove.act)
    assert lines(session)[0].text == "Dit gaat weg."
    assert helps.change is not None
    do(session, helps.change.act, "Even naar buiten.")
    do(session, acts.GoNext())
    assert session.step.kind == "look_back"
    kept = store.read("f1").conversation("talk-1").plan.hard_again
    assert [each.words.text for each in kept if each.words is not None] == [
        "Even naar buiten.",
        "Zo was whom_to_call.",
    ]
    for readers in (FAMILY, PROFESSIONAL):
        told = paper(session.talk, readers)
        assert "Even naar buiten." in told
        assert "Zo was whom_to_call." in told
        assert "Zo was notice." not in told


def test_what_goes_can_be_held_after_all(store: Store) -> None:
    session = at_hard_days(store)
    first = lines(session)[0]
    assert first.remove is not None
    do(session, first.remove.act)
    hold = lines(session)[0].remove
    assert hold is not None
    assert hold.label == "Toch houden"
    do(session, hold.act)
    assert lines(session)[0].text == "Zo was notice."


def test_passing_the_page_carries_nothing_over(store: Store) -> None:
    session = at_hard_days(store)
    do(session, acts.Skip(None))
    assert session.step.kind == "look_back"
    assert session.conversation.plan.hard_again == ()


def test_after_a_hard_time_the_page_comes_before_the_goals(store: Store) -> None:
    session = sit_with(store, after_hard_days())
    session.jump(step_where(session.talk, "since"))
    view = session.view
    assert isinstance(view, ChoiceView)
    assert [option.label for option in view.options] == [
        "Rustige dagen",
        "Ook moeilijke dagen",
        "Weet ik niet",
    ]
    do(session, acts.GiveChoice("hard"))
    way = [session.step.kind]
    do(session, acts.GoNext())
    assert [*way, session.step.kind] == ["hard_days", "reached"]
    record = " ".join(paper(session.talk, PROFESSIONAL).split())
    assert "Sinds het vorige gesprek: Er waren ook moeilijke dagen, gezegd door" in record
    assert "moeilijke dagen, gezegd" not in paper(session.talk, FAMILY)
