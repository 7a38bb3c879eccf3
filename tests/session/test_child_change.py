"""Filling in during the conversation what help has limits for."""

from __future__ import annotations

import asyncio

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.child_change import can_change_child, change_child
from giz_gesprek.session.help_for_goal import choose_help
from giz_gesprek.session.help_offer import HelpOffer
from giz_gesprek.session.session import Session
from giz_gesprek.store import Store
from tests.session.support import topic_of
from tests.support.asking import LEAVES, Scripted


def about(session: Session, age_band: AgeBand) -> Session:
    """Make the conversation about a child of this age."""
    focus = session.conversation.focus_child
    people = tuple(
        person.model_copy(update={"age_band": age_band}) if person.id == focus else person
        for person in session.family.people
    )
    session.keep_family(session.family.model_copy(update={"people": people}), "people", "changed")
    return session


def answer(session: Session, *answers: object) -> Scripted:
    ask = Scripted(*answers)
    asyncio.run(change_child(session, ask))
    return ask


def test_a_pregnancy_has_a_week_and_is_the_first_or_not(session: Session, store: Store) -> None:
    ask = answer(about(session, "prenatal"), "20", "yes")

    assert session.conversation.child_now == ChildNow(pregnancy_week=20, first_child=True)
    assert len(ask.asked) == 2
    kept = store.read(session.family.id)
    assert kept.conversation(session.conversation.id).child_now == session.conversation.child_now


def test_what_is_no_week_is_asked_again_and_0_opens_it(session: Session) -> None:
    answer(about(session, "prenatal"), "50", "twintig", "20", "unknown")
    assert session.conversation.child_now == ChildNow(pregnancy_week=20)

    answer(session, "0", "unknown")
    assert session.conversation.child_now == ChildNow()


def test_after_a_late_week_the_first_child_is_not_asked(session: Session) -> None:
    ask = answer(about(session, "prenatal"), "30")

    assert len(ask.asked) == 1
    assert session.conversation.child_now == ChildNow(pregnancy_week=30)


def test_nothing_is_lit_that_was_never_filled_in(session: Session) -> None:
    [asked] = answer(about(session, "0-3"), "12-23m").asked
    [again] = answer(session, LEAVES).asked

    assert isinstance(asked, ChoiceAsked)
    assert isinstance(again, ChoiceAsked)
    assert (asked.chosen, again.chosen) == (None, "12-23m")


def test_leaving_changes_nothing(session: Session, store: Store) -> None:
    answer(about(session, "0-3"), LEAVES)

    assert session.conversation.child_now == ChildNow()
    assert "child" not in [entry.change.item for entry in store.changes(session.family.id)]


def test_where_nothing_decides_about_help_nothing_can_be_filled_in(session: Session) -> None:
    assert can_change_child(about(session, "0-3"))
    assert not can_change_child(about(session, "12-15"))


def test_the_offer_follows_at_once(session: Session) -> None:
    about(session, "0-3")
    topic_of(session, "playing_talking")
    own = session.own_words("Meer praten.", session.first_voice)
    session.keep(planning.add_goal(session.talk, own), "added", "goal:goal-1")
    ask = Scripted(True, "12-23m", ())

    asyncio.run(choose_help(session, ask, "goal-1"))

    before, after = (each for each in ask.asked if isinstance(each, HelpOffer))
    assert "voorschool" in [offer.programme for offer in before.first.offers]
    assert "voorschool" not in [offer.programme for offer in after.first.offers]
    [why] = [fact for fact in after.first.facts if fact.programme == "voorschool"]
    assert "vanaf 2 en een half jaar" in " ".join(why.lines)
    [unknown] = [offer for offer in before.first.offers if offer.programme == "voorschool"]
    assert unknown.about.endswith("vanaf 2 en een half jaar.")
