"""All of it in one picture, before the report is read: for who wants it."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.conversation import flow
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session import acts
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.step_view import WholeView
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from tests.store.support import NOW
from tests.support.asking import Scripted
from tests.support.talks import agreed_talk, full_talk, say_about, step_where
from tests.support.views import sit_with


def report(store: Store, talk: Talk) -> Session:
    return sit_with(store, talk.changed(position=step_where(talk, "summary").position))


def way(session: Session) -> object:
    view = session.view
    assert isinstance(view, LinesView)
    return view.overview.act if view.overview is not None else None


@pytest.mark.parametrize("closed", [False, True])
def test_the_picture_has_every_voice_and_changes_nothing(store: Store, *, closed: bool) -> None:
    talk = flow.finish(full_talk(), now=NOW) if closed else full_talk()
    session = report(store, talk)
    act = way(session)
    assert isinstance(act, acts.OfReport)
    before, ask = session.talk, Scripted()
    done = asyncio.run(perform(session, ask, act))
    (picture,) = ask.asked
    assert isinstance(picture, WholeView)
    faces = [face.text for part in picture.parts for topic in part.topics for face in topic.faces]
    assert faces == ["Sanne: gaat wel", "Fatma: gaat moeilijk"]
    assert done.then == "stay"
    assert session.talk == before


def test_without_a_face_there_is_no_picture_to_look_at(store: Store) -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths="Een fijn huis.")
    assert way(report(store, talk)) is None
