"""Stopping, and taking back what one person said: what is asked, and what is left nowhere."""

from __future__ import annotations

import asyncio

import pytest

from giz_gesprek.conversation import flow, table
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.errors import NotInStore, StoreFull
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChoiceAsked, SureAsked
from giz_gesprek.session.done import LEAVE, STAY, Done
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.session.trace import paper_item
from giz_gesprek.store import Store
from giz_gesprek.summary.audience import PROFESSIONAL
from tests.support.asking import LEAVES, Scripted
from tests.support.talks import TALK, agreed_talk, say_about, step_where
from tests.support.views import sit_with, texts, walk

SECRET = "Soms is het thuis gespannen"
SEEN = "Zij vertelt rustig"


def told(*people: str) -> Talk:
    """Return a talk in which the mother told something alone, before others came."""
    talk = agreed_talk("safety", "housing")
    talk = say_about(talk, "safety", "mother", strengths=f"{SECRET}.", appraisal="so_so")
    talk = say_about(talk, "safety", "nurse", view="difficult", view_words=f"{SEEN}.")
    for one in people:
        talk = table.come(talk, talk.family.person(one))
    return flow.jump(talk, step_where(talk, topic="housing", question="strengths"))


def do(session: Session, *answers: object) -> tuple[Done, list[object]]:
    ask = Scripted(*answers)
    return asyncio.run(perform(session, ask, acts.TakeBack())), ask.asked


def everything(store: Store, session: Session) -> str:
    """Return all that the store holds of the family, and all that is on a screen."""
    rows = [
        store._database.rows(f"SELECT * FROM {name}") for name in ("families", "changes", "drafts")
    ]
    shown = [text for view in walk(session) for _where, text in texts(view)]
    return "\n".join([str(rows), *shown])


def test_it_is_in_the_list_of_the_break_at_every_moment(store: Store) -> None:
    session = sit_with(store, told("father"))
    for _view in walk(session):
        ask = Scripted(LEAVES)
        asyncio.run(perform(session, ask, acts.Pause()))
        (asked,) = ask.asked
        assert isinstance(asked, ChoiceAsked)
        assert dict(asked.options)["take_back"] == "Stop en haal weg wat ik zei"


def test_it_says_what_goes_and_what_stays_and_asks_once(store: Store) -> None:
    session = sit_with(store, told("father"))
    done, (whose, sure) = do(session, "mother", False)
    assert done == STAY
    assert isinstance(whose, ChoiceAsked)
    assert [name for _id, name in whose.options] == ["Sanne", "Jan"]
    assert isinstance(sure, SureAsked)
    assert sure.no == "Laat het staan"
    assert sure.question.splitlines() == [
        "Het gaat om dit gesprek.",
        "Alles wat Sanne zei en koos, gaat weg.",
        "Weg is voor altijd weg.",
        "Wat Fatma of een ander zei, blijft staan.",
        "Ook een vraag om hulp blijft staan.",
        "Een papier of kopie van eerder blijft ook.",
        "Mag alles van Sanne weg?",
    ]
    assert SECRET in store.read("f1").model_dump_json()


def test_whose_turn_it_is_is_named_first_and_one_alone_is_not_asked_who(store: Store) -> None:
    session = sit_with(store, told("father"))
    session.jump(step_where(session.talk, person="father", question="strengths"))
    _done, asked = do(session, LEAVES)
    assert isinstance(asked[0], ChoiceAsked)
    assert asked[0].options[0][1] == "Jan"
    alone = sit_with(store, told())
    _done, asked = do(alone, False)
    assert isinstance(asked[0], SureAsked)


def test_it_is_gone_from_document_log_drafts_and_screen(store: Store) -> None:
    session = sit_with(store, told("father"))
    session.jump(step_where(session.talk, person="mother", topic="housing"))
    session.answer_words(f"{SECRET} ook hier.")
    session.save_draft(session.step.key, f"{SECRET} half getypt")
    session.save_draft("goal:new", f"{SECRET} als doel")
    session.save_draft("question::::housing::father:strengths", "Wat Jan typt")
    assert SECRET in everything(store, session)
    assert "mother" in {change.change.actor_id for change in store.changes("f1")}
    done, asked = do(session, "mother", True, "go_on")
    assert done == Done(anew=True)
    last = asked[-1]
    assert isinstance(last, ChoiceAsked)
    assert last.question.startswith("Het is weg.\nWat Sanne in dit gesprek zei, is weg.")
    assert [way for way, _text in last.options] == ["stop", "go_on"]
    left = everything(store, session)
    assert SECRET not in left
    assert "Wat Jan typt" in left
    log = [(each.change.action, each.change.actor_id) for each in store.changes("f1")]
    assert ("taken_back", "nurse") in log
    assert "mother" not in {actor for _action, actor in log}
    assert session.conversation.participant_ids() == ("father", "nurse")


def test_what_still_stands_in_a_field_is_kept_no_more(store: Store) -> None:
    session = sit_with(store, told("father"))
    session.jump(step_where(session.talk, question="notice"))
    session.record_typed(f"{SECRET} als plan.")
    session.save_typed(f"{SECRET} half")
    do(session, "mother", True, "go_on")
    left = store.read("f1").conversations[0].plan.hard_again
    assert [answer.words.authors for answer in left if answer.words] == [("father",)]
    session.save_typed(f"{SECRET} half")  # the field of before is on the screen for a moment
    assert store.draft_keys("f1", TALK) == ()
    session.save_typed("Iets anders")
    assert store.draft_keys("f1", TALK) == (session.step.key,)


def test_what_the_professional_saw_stays_and_nothing_is_unlocked_for_who_stays(
    store: Store,
) -> None:
    session = sit_with(store, told("father"))
    do(session, "mother", True, "go_on")
    assert SEEN in store.read("f1").model_dump_json()
    assert SEEN not in "\n".join(text for view in walk(session) for _where, text in texts(view))
    ask = Scripted(LEAVES)
    asyncio.run(perform(session, ask, acts.SetTable()))
    (asked,) = ask.asked
    assert isinstance(asked, ChoiceAsked)
    assert "alone" not in dict(asked.options)


def test_stopping_closes_the_conversation(store: Store) -> None:
    done, _asked = do(sit_with(store, told("father")), "mother", True, "stop")
    assert done == LEAVE


def test_the_last_of_the_family_can_take_away_the_whole_conversation(store: Store) -> None:
    session = sit_with(store, told())
    done, asked = do(session, True, "rest", True)
    assert done == LEAVE
    assert isinstance(asked[1], ChoiceAsked)
    assert "rest" in dict(asked[1].options)
    assert store.read("f1").conversations == ()
    with pytest.raises(NotInStore):
        store.delete_conversation("f1", TALK, session.now)


def test_after_the_end_it_is_not_too_late(store: Store) -> None:
    talk = flow.finish(told("father"), now=told().conversation.started_at)
    session = sit_with(store, talk)
    done, _asked = do(session, "mother", True, "stop")
    assert done == LEAVE
    assert SECRET not in store.read("f1").model_dump_json()
    assert store.read("f1").conversations[0].state == "finished"


def test_where_it_cannot_be_kept_everything_is_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sit_with(store, told("father"))
    before = session.talk

    def full(*_arguments: object, **_more: object) -> None:
        raise StoreFull

    monkeypatch.setattr(store, "save", full)
    with pytest.raises(StoreFull):
        do(session, "mother", True)
    assert session.talk is before


def test_an_export_that_others_made_stays_in_the_log(store: Store) -> None:
    session = sit_with(store, told("father"))
    session.note("exported", paper_item(PROFESSIONAL, "pdf"))
    do(session, "mother", True, "go_on")
    assert "exported" in {each.change.action for each in store.changes("f1")}
