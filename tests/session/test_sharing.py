"""What somebody outside the family may know: asked, seen first, and taken back."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.conversation import choosing, flow, planning
from giz_gesprek.conversation.consent import shared_parts
from giz_gesprek.conversation.consenting import with_custody
from giz_gesprek.conversation.sharing import SharedPart
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChoiceAsked, SeveralAsked
from giz_gesprek.session.paper_offer import PaperShown
from giz_gesprek.session.papers import Place, Written
from giz_gesprek.session.performing import perform
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from tests.conversation.test_consent import talk_of
from tests.store.support import NOW
from tests.support.asking import LEAVES, Scripted
from tests.support.talks import agreed_talk, say_about, words
from tests.support.views import sit_with

SLEEP: Final = SharedPart(kind="topic", topic="eating_sleeping", child_id="milan")
HOUSE: Final = SharedPart(kind="topic", topic="housing")
NEW_SCHOOL: Final = ("school", "De Roos")
"""Which kind, and the name of it."""


def told_by(*table: str) -> Talk:
    """Return a talk about sleep and the house, with a goal; the father decides with her."""
    talk = agreed_talk("eating_sleeping", "housing", table=(*table, "nurse"))
    for person in table:
        talk = say_about(talk, "eating_sleeping", person, strengths=f"Slaap van {person}.")
        talk = say_about(talk, "housing", person, strengths=f"Huis van {person}.")
    return planning.add_goal(talk, words("Samen eten."))


def at_the_papers(store: Store, talk: Talk) -> Session:
    session = sit_with(store, talk)
    session.jump(session.steps()[-1])
    return session


def share(session: Session, *answers: object) -> Scripted:
    ask = Scripted(*answers)
    asyncio.run(perform(session, ask, acts.Share()))
    return ask


def shared(session: Session) -> dict[SharedPart, tuple[str, ...]]:
    return shared_parts(session.talk, "recipient-1", session.today)


def test_it_is_offered_beside_the_papers_and_nothing_is_chosen_beforehand(store: Store) -> None:
    session = at_the_papers(store, told_by("mother", "father"))
    own = session.view.own
    assert own is not None
    assert own.act == acts.Share()
    ask = share(session, *NEW_SCHOOL, LEAVES)
    parts = ask.asked[-1]
    assert isinstance(parts, SeveralAsked)
    assert [label for _id, label in parts.options] == ["Eten en slapen", "Wonen", "De afspraken"]
    assert parts.chosen == ()
    assert session.family.recipients == ()


def test_each_sees_what_school_gets_before_each_says_yes(store: Store) -> None:
    session = at_the_papers(store, told_by("mother", "father"))
    ask = share(session, *NEW_SCHOOL, ("0",), True, "agree", "agree")
    seen = next(one for one in ask.asked if isinstance(one, PaperShown))
    assert seen.intro.startswith("Dit komt dan op het papier voor De Roos.")
    told = document_text(seen.build(seen.style))
    assert "Slaap van mother." in told
    assert "Slaap van father." in told
    assert "Huis" not in told
    asked = [one.question for one in ask.asked if isinstance(one, ChoiceAsked)]
    assert asked[1:] == [
        f"Eten en slapen\n{name}, mag De Roos dit weten?" for name in ("Sanne", "Jan")
    ]
    assert "Wie ja zei" not in told, "nobody did yet"
    assert shared(session) == {SLEEP: ("mother", "father")}
    assert ask.asked[-1] == (
        "Delen met anderen",
        "Dit mag De Roos nu weten: eten en slapen.\nStoppen met delen mag altijd.",
    )
    assert [one.present for one in session.conversation.sharing] == [
        ("mother", "father", "nurse")
    ] * 2


@pytest.mark.parametrize("answers", [("refuse",), ("agree", "refuse"), ("not_now", "agree")])
def test_one_no_is_no_and_later_is_no_yes(store: Store, answers: tuple[str, ...]) -> None:
    session = at_the_papers(store, told_by("mother", "father"))
    ask = share(session, *NEW_SCHOOL, ("0",), True, *answers)
    assert shared(session) == {}
    assert ask.asked[-1] == ("Delen met anderen", "Dit blijft bij ons.")
    said = [one.granted for one in session.conversation.sharing]
    assert said == [answer == "agree" for answer in answers if answer != "not_now"]


def test_leaving_the_paper_that_is_seen_shares_nothing(store: Store) -> None:
    session = at_the_papers(store, told_by("mother", "father"))
    share(session, *NEW_SCHOOL, ("0", "1"), LEAVES)
    assert session.conversation.sharing == ()


def test_a_parent_who_is_away_is_waited_for_or_is_said_not_to_decide(store: Store) -> None:
    session = at_the_papers(store, told_by("mother"))
    ask = share(session, *NEW_SCHOOL, ("0",), True, "agree", "unknown")
    custody = next(
        one for one in ask.asked if isinstance(one, ChoiceAsked) and "gezag" in one.question
    )
    assert "geen juridische toets" in custody.question
    assert "Jan kiest ook nog." in str(ask.asked[-1])
    assert shared(session) == {}
    share(session, "recipient-1", "more", ("0",), True, "agree", "no")
    assert shared(session) == {SLEEP: ("mother",)}
    # Said once, it is not asked again.
    again = share(session, "recipient-1", "more", ("1",), True, "agree")
    assert not any("gezag" in text for text in again.texts())


def test_a_young_person_is_asked_about_what_is_about_them_and_a_no_of_theirs_holds(
    store: Store,
) -> None:
    talk = with_custody(
        talk_of("mother", "milan", age_band="12-15"), "father", "milan", decides=False
    )
    session = at_the_papers(store, talk)
    ask = share(session, "new", *NEW_SCHOOL, ("0", "1"), True, "agree", "refuse")
    asked = [one.question for one in ask.asked if isinstance(one, ChoiceAsked)][2:]
    assert asked == [
        "Eten en slapen\nWonen\nSanne, mag De Roos dit weten?",
        "Eten en slapen\nMilan, mag De Roos dit weten?",
    ]
    # The same name of the same kind is the same recipient.
    assert shared_parts(session.talk, "school", session.today) == {HOUSE: ("mother",)}


def test_where_nobody_is_known_to_have_custody_the_professional_is_told_the_rule(
    store: Store,
) -> None:
    talk = told_by("mother")
    people = tuple(
        one.model_copy(update={"role": "foster_parent"}) if one.id == "mother" else one
        for one in talk.family.people
        if one.id != "father"
    )
    talk = talk.with_family(talk.family.model_copy(update={"people": people}))
    there = tuple(
        one.model_copy(update={"role": "foster_parent"}) if one.person_id == "mother" else one
        for one in talk.conversation.participants
    )
    session = at_the_papers(store, talk.changed(participants=there))
    ask = share(session, *NEW_SCHOOL, ("0",), True, "agree")
    assert any("Controleer het gezag." in text for text in ask.texts())
    assert shared(session) == {SLEEP: ("mother",)}


def of_mother(store: Store) -> Session:
    """Return a session in which the mother shared her sleep and house with school."""
    talk = with_custody(told_by("mother"), "father", "milan", decides=False)
    session = at_the_papers(store, talk)
    share(session, *NEW_SCHOOL, ("0", "1"), True, "agree")
    return session


def test_taking_back_says_what_it_does_first_and_the_next_paper_is_without_it(
    store: Store, tmp_path: Path
) -> None:
    session = of_mother(store)
    assert set(shared(session)) == {SLEEP, HOUSE}
    ask = share(session, "recipient-1", "back", ("1",), True)
    assert "Het oude papier blijft bij De Roos." in "\n".join(ask.texts())
    assert set(shared(session)) == {SLEEP}
    made = share(session, "recipient-1", "paper", True, Place("text", str(tmp_path)))
    written = made.asked[-1]
    assert isinstance(written, Written)
    told = written.path.read_text(encoding="utf-8")
    assert "Slaap van mother." in told
    assert "Huis" not in told
    share(session, "recipient-1", "back", ("0",), True)
    assert shared(session) == {}
    actions = [(one.change.action, one.change.item) for one in store.changes(session.family.id)]
    assert ("exported", "paper:recipient:recipient-1:text") in actions
    assert actions.count(("withdrew", "sharing:recipient-1")) == 2


def test_a_finished_conversation_can_stop_sharing_and_stays_as_it_was(store: Store) -> None:
    session = of_mother(store)
    before = session.conversation
    session.finish()
    assert session.view.own is not None
    share(session, "recipient-1", "back", ("0", "1"), True)
    assert shared(session) == {}
    after = session.conversation
    assert after.state == "finished"
    same = {"sharing": before.sharing, "state": before.state, "finished_at": None}
    assert after.model_copy(update={**same, "position": before.position}) == before


def test_at_a_next_visit_what_was_shared_before_can_be_taken_back_and_is_told_with_its_day(
    store: Store,
) -> None:
    first = of_mother(store)
    again = first.conversation.model_copy(
        update={"id": "talk-2", "started_at": NOW + timedelta(days=42), "sharing": ()}
    )
    session = at_the_papers(store, first.talk.with_conversation(again))
    ask = share(session, "recipient-1", "back", ("0",), True)
    [asked] = [one for one in ask.asked if isinstance(one, SeveralAsked)]
    assert all("dinsdag 3 november 2026" in label for _id, label in asked.options)
    gone = session.dossier.conversation(first.talk.conversation_id).sharing
    assert [one.withdrawn_by for one in gone] == [("mother",), ()]


def test_with_whom_one_shares_alone_is_named_at_no_table_with_others(store: Store) -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", strengths="Licht.")
    session = at_the_papers(store, talk)
    share(session, "other", "De Haven", ("0",), True, "agree")
    assert "De Haven" in "\n".join(share(session, LEAVES).texts())
    together = flow.carried_over(session.talk, session.talk)
    participants = told_by("mother", "father").conversation.participants
    session.keep(together.changed(participants=participants))
    assert "De Haven" not in "\n".join(share(session, LEAVES).texts())
    assert "De Haven" not in " ".join(session.view.said)


def test_a_deleted_conversation_takes_along_with_whom_something_was_shared(store: Store) -> None:
    session = of_mother(store)
    session.delete_conversation()
    assert store.read(session.family.id).family.recipients == ()


def test_after_a_no_nothing_can_be_shared(store: Store) -> None:
    session = at_the_papers(store, choosing.open_side(told_by("mother"), "development"))
    session.keep(flow.decline(session.talk, now=NOW))
    assert session.view.own is None
