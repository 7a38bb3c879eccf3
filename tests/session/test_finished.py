"""A finished conversation: it is read, papers are made of it, and it is changed once it is open."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from giz_gesprek.conversation import flow
from giz_gesprek.session import acts
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import AFTER_THE_END, perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import ChoiceView
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import FAMILY
from tests.store.support import NOW
from tests.support.asking import Scripted
from tests.support.dossiers import library
from tests.support.talks import TALK, agreed_talk, full_talk, places
from tests.support.views import acts as acts_of
from tests.support.views import sit_with, stand_at, walk

LATER = NOW + timedelta(days=2, minutes=5)


def finished(store: Store) -> Session:
    """Return the session of a talk that was finished, opened two days later."""
    sit_with(store, flow.finish(full_talk(), now=NOW))
    return Session(store, library(), store.read("f1"), TALK, clock=lambda: LATER)


def do(session: Session, act: acts.Act, *answers: object) -> Done:
    """Carry out an act; what it asks gets these answers."""
    return asyncio.run(perform(session, Scripted(*answers), act))


def report(session: Session) -> LinesView:
    """Return what the report shows."""
    view = stand_at(session, places()["summary"][1])
    assert isinstance(view, LinesView)
    return view


def test_every_step_that_is_left_offers_only_what_changes_nothing(store: Store) -> None:
    session = finished(store)
    seen = [view.step.kind for view in walk(session)]
    assert seen == ["summary", "export"]
    for view in walk(session):
        for act in acts_of(view):
            assert isinstance(act, AFTER_THE_END), act


def test_what_changes_words_is_refused_also_when_it_comes_from_elsewhere(store: Store) -> None:
    session = finished(store)
    before = store.read("f1")
    open_talk = sit_with(store, full_talk())
    lines = [line for part in report(open_talk).parts for line in part.lines]
    store.save(before, now=NOW)
    changing = [way.act for line in lines for way in (line.change, line.remove) if way is not None]
    for act in (*changing, acts.GiveWords("Anders."), acts.OpenSide("parenting"), acts.Resume()):
        assert do(session, act, "Anders.") == Done("stay", "finish.closed"), act
    assert store.read("f1") == before
    assert store.changes("f1") == ()


def test_the_report_reads_as_before_and_says_that_it_is_done(store: Store) -> None:
    texts = [
        line.text for part in report(sit_with(store, full_talk())).parts for line in part.lines
    ]
    session = finished(store)
    view = report(session)
    assert [line.text for part in view.parts for line in part.lines] == texts
    say = session.phrases().text
    assert (view.question, view.hint) == ("", say("finish.closed"))
    assert view.resume is not None
    assert view.resume.label == say("button.reopen")


def test_papers_can_be_made_and_leaving_does_not_finish_it_again(store: Store) -> None:
    session = finished(store)
    view = stand_at(session, places()["export"][1])
    assert isinstance(view, ChoiceView)
    given = {type(option.act) for option in view.options}
    assert given == {acts.MakePaper, acts.ShowCard, acts.Finish}
    ask = Scripted()
    assert asyncio.run(perform(session, ask, acts.MakePaper(FAMILY))) == Done("stay")
    assert len(ask.asked) == 1, "the paper was shown"
    assert do(session, acts.Finish()) == Done("leave")
    assert store.read("f1").conversation(TALK).finished_at == NOW
    [seen] = store.changes("f1")
    assert (seen.change.item, seen.change.action) == ("paper:family", "looked")


@pytest.mark.parametrize("left", [False, True])
def test_opened_again_it_can_be_changed_and_the_log_tells_when(store: Store, left: bool) -> None:
    session = finished(store)
    if left:
        session.talk = session.talk.changed(left_at=places()["choice"][1].position)
    act = report(session).resume
    assert act is not None
    assert do(session, act.act) == Done(notice="finish.reopened")
    kept = store.read("f1").conversation(TALK)
    assert (kept.state, kept.finished_at) == ("in_progress", None)
    [line] = store.changes("f1")
    assert (line.change.action, line.change.item) == ("reopened", "conversation")
    assert (line.change.actor_id, line.at) == ("nurse", LATER)
    view = session.view
    assert isinstance(view, LinesView)
    assert any(line.remove for part in view.parts for line in part.lines)
    assert (view.resume is not None) == left
    assert session.view.ways.back


def test_a_report_without_words_can_be_opened_again_too(store: Store) -> None:
    session = sit_with(store, flow.finish(agreed_talk(), now=NOW))
    view = report(session)
    assert (view.is_empty, view.question) == (True, "")
    assert view.resume is not None
    do(session, view.resume.act)
    assert store.read("f1").conversation(TALK).state == "in_progress"
