"""That every side was talked about is said only when it is so."""

from __future__ import annotations

from giz_gesprek.conversation import choosing, table
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.session.plan_views import GoalsView
from giz_gesprek.store import Store
from tests.support.talks import agreed_talk, say_about, step_where
from tests.support.views import sit_with, stand_at

TOPICS = ("eating_sleeping", "safety", "housing")


def says_so(store: Store, talk: Talk) -> bool:
    """Tell whether the goals begin with it."""
    session = sit_with(store, talk)
    view = stand_at(session, step_where(talk, "goals"))
    assert isinstance(view, GoalsView)
    return session.phrases().text("triangle.all_done") in view.intro


def test_every_side_was_opened_and_somebody_spoke_on_each(store: Store) -> None:
    talk = agreed_talk(*TOPICS)
    for topic in TOPICS:
        assert not says_so(store, talk), topic
        talk = say_about(talk, topic, "mother", appraisal="so_so")
    assert says_so(store, talk)


def test_a_side_that_was_opened_and_left_is_not_talked_about(store: Store) -> None:
    talk = choosing.open_side(agreed_talk("eating_sleeping", "safety"), "surroundings")
    for topic in ("eating_sleeping", "safety"):
        talk = say_about(talk, topic, "mother", appraisal="so_so")
    assert not says_so(store, talk)


def test_what_was_talked_about_alone_is_not_told_by_it(store: Store) -> None:
    talk = agreed_talk(*TOPICS)
    for topic in TOPICS:
        talk = say_about(talk, topic, "mother", appraisal="so_so")
    assert not says_so(store, table.come(talk, talk.family.person("father")))
