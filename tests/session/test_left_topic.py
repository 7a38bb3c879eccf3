"""A topic is switched off after something was said on it: the words stay on paper, or go."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.choosing import chosen_topics
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.done import Done
from giz_gesprek.session.performing import asks_first, perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.written_views import LinesView
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import READERS
from tests.support.asking import Scripted
from tests.support.sheets import document_of
from tests.support.talks import TALK, agreed_talk, full_talk, say_about, step_where, words
from tests.support.views import sit_with, stand_at

WORDS = "Wij wonen hier fijn."
TOGGLE = acts.ToggleTopic("surroundings", "housing")


def answered() -> Talk:
    """Return a talk at its topics, with words on one of them."""
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths=WORDS)
    return talk.changed(position=step_where(talk, "topics").position)


def do(session: Session, *answers: object, act: acts.Act = TOGGLE) -> Done:
    """Carry out an act; what it asks gets these answers."""
    return asyncio.run(perform(session, Scripted(*answers), act))


def papers(session: Session) -> str:
    """Return both papers."""
    return "\n".join(document_text(document_of(session.dossier, readers)) for readers in READERS)


def report(session: Session) -> LinesView:
    """Return what the report shows."""
    view = stand_at(session, step_where(session.talk, "summary"))
    assert isinstance(view, LinesView)
    return view


def test_a_topic_with_words_is_asked_about_and_one_without_is_not(store: Store) -> None:
    session = sit_with(store, answered())
    assert asks_first(session, TOGGLE)
    ask = Scripted()
    assert asyncio.run(perform(session, ask, TOGGLE)) == Done()
    say = session.phrases().text
    assert say("topics.words_ask", topic="wonen").split("\n")[0] in ask.texts()
    assert chosen_topics(session.talk, "surroundings") == ("housing",), "nothing was decided"
    other = acts.ToggleTopic("surroundings", "money_work_post")
    for _time in range(2):
        assert not asks_first(session, other)
        assert do(session, act=other) == Done("stay")


def test_words_that_are_kept_stand_in_the_report_and_on_both_papers(store: Store) -> None:
    session = sit_with(store, answered())
    assert do(session, "keep") == Done(notice="topics.words_kept")
    assert chosen_topics(session.talk, "surroundings") == ()
    assert WORDS in " ".join(report(session).said)
    assert papers(session).count(WORDS) == 2
    lines = [line for part in report(session).parts for line in part.lines]
    assert all(line.change and line.remove for line in lines if line.text == WORDS)


def test_words_that_are_taken_away_are_gone_everywhere_and_from_the_log(store: Store) -> None:
    session = sit_with(store, answered())
    typing = step_where(session.talk, question="example")
    session.jump(typing)
    session.answer_words("In de tuin.")
    session.save_draft(step_where(session.talk, question="strengths").key, f"{WORDS} En")
    session.jump(step_where(session.talk, "topics"))
    session.keep(session.talk, "chosen", "topic:housing")
    assert len(store.changes("f1")) == 2
    assert do(session, "take-away") == Done(notice="topics.words_gone")
    kept = store.read("f1").conversation(TALK)
    assert (kept.views, kept.visits[0].topics) == ((), ())
    assert [line.change.action for line in store.changes("f1")] == ["removed"]
    assert session.draft(step_where(answered(), question="strengths").key) is None
    assert WORDS not in papers(session)
    assert report(session).is_empty


def test_everything_on_the_topic_goes_and_nothing_of_another(store: Store) -> None:
    talk = full_talk()
    talk = choosing.add_topic(
        talk, "development", "eating_sleeping", by_id="nurse", reason=words("Zo.", "nurse")
    )
    session = sit_with(store, talk)
    do(session, "take-away", act=acts.ToggleTopic("development", "eating_sleeping"))
    kept = store.read("f1").conversation(TALK)
    assert {view.topic for view in kept.views} == {"love_attention"}
    assert (kept.differences, kept.conclusions, kept.advice) == ((), (), ())
    assert kept.visits[0].added == ()
    assert kept.plan == talk.conversation.plan


@pytest.mark.parametrize("rechosen", [False, True])
def test_a_topic_that_is_chosen_again_has_its_words_and_asks_again(
    store: Store, rechosen: bool
) -> None:
    session = sit_with(store, answered())
    do(session, "keep")
    assert not asks_first(session, TOGGLE), "choosing asks nothing"
    if rechosen:
        assert do(session) == Done("stay")
        assert session.conversation.views == answered().conversation.views
        assert asks_first(session, TOGGLE)


def test_words_of_an_earlier_version_on_a_topic_that_was_left_are_seen(store: Store) -> None:
    left = choosing.leave_topic(answered(), "surroundings", "housing")
    assert WORDS in papers(sit_with(store, left))


def test_a_choice_on_a_topic_that_was_left_can_be_taken_away_only(store: Store) -> None:
    talk = say_about(answered(), "housing", "mother", appraisal="difficult")
    session = sit_with(store, talk)
    do(session, "keep")
    lines = [line for part in report(session).parts for line in part.lines if not line.quoted]
    [chose] = lines
    assert chose.change is None
    assert chose.remove is not None
    do(session, True, act=chose.remove.act)
    assert len(report(session).parts[0].lines) == 1
