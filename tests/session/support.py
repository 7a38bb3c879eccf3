"""A session with a real store, and short words for what happens in it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Conversation, Dossier, Variant
from giz_gesprek.conversation.steps import LookBackStep, TriangleStep
from giz_gesprek.session import edits as session_edits
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from tests.conversation.support import FAMILY, NOW, asked
from tests.support.dossiers import framework, library

PASSPHRASE = "zeven paarse olifanten"
STRENGTHS = asked("strengths", "eating_sleeping", "mother")
APPRAISAL = asked("appraisal", "eating_sleeping", "mother")
WISH = asked("wish", "eating_sleeping", "mother")
LOOK_BACK = LookBackStep()
DAY = date(2026, 12, 8)


class Clock:
    """A clock that is a minute further at every look."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def begin(store: Store, variant: Variant = "extended", *table: str) -> Session:
    conversation = new_conversation(
        framework(),
        FAMILY,
        conversation_id="talk-1",
        now=NOW,
        variant=variant,
        focus_child="milan",
        at_the_table=table or ("nurse", "mother"),
        content_version="test",
    )
    dossier = Dossier(family=FAMILY, conversations=(conversation,))
    store.save(dossier, now=NOW)
    return Session(store, library(), dossier, "talk-1", clock=Clock())


def topic_of(session: Session, *topics: str) -> Session:
    """Agree, open development and choose topics there."""
    session.agree()
    session.jump(TriangleStep(visit=0))
    session_edits.open_side(session, "development")
    for topic in topics or ("eating_sleeping",):
        session_edits.toggle_topic(session, "development", topic)
    return session


def on_disk(store: Store) -> Conversation:
    return store.read(FAMILY.id).conversation("talk-1")


def log(store: Store) -> list[tuple[str, str, str | None]]:
    return [
        (entry.change.action, entry.change.item, entry.change.actor_id)
        for entry in store.changes(FAMILY.id)
    ]
