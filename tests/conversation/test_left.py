"""What a visit left for later comes back at the next one, and only to who may hear of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from giz_gesprek.conversation import choosing, planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.left import Then, became_of, left_open
from giz_gesprek.conversation.settling import settle
from giz_gesprek.conversation.steps import LeftStep
from giz_gesprek.conversation.table import come, leave, let_wait
from giz_gesprek.conversation.talk import Talk
from tests.store.support import NOW
from tests.support.talks import agreed_talk, answered, full_talk, say_about, step_where

WEEKS = timedelta(weeks=6)


def after(*earlier: Talk, table: Iterable[str] = ("mother", "nurse")) -> Talk:
    """Return a talk that began after these, six weeks from one to the next."""
    now = agreed_talk(table=table)
    past: list[Conversation] = []
    for number, talk in enumerate(earlier):
        began = NOW - WEEKS * (len(earlier) - number)
        changed = {"id": f"talk-{number - 9}", "started_at": began, "state": "finished"}
        past.append(talk.conversation.model_copy(update=changed))
    people = (*past, now.conversation)
    return replace(now, dossier=now.dossier.model_copy(update={"conversations": people}))


def open_keys(talk: Talk) -> list[str]:
    """Return what is open, by name."""
    return [left.key for left in left_open(talk)]


def settled(talk: Talk, then: Then, key: str = "left:differed:eating_sleeping:milan") -> Talk:
    """Return the talk in which this became of something that was left."""
    [left] = (each for each in left_open(talk) if each.key == key)
    return settle(talk, left, then, now=NOW)


def they_agree(talk: Talk) -> Talk:
    """Return the talk in which those who differed agree."""
    return answered(talk, step_where(talk, question="difference", topic="eating_sleeping"), "agree")


@pytest.mark.parametrize("outcome", ["later", "still_differ"])
def test_a_difference_that_was_left_is_open_with_its_day(outcome: str) -> None:
    talk = full_talk()
    talk = answered(talk, step_where(talk, question="difference"), outcome)
    day = date(2026, 12, 1)
    if outcome == "later":
        talk = planning.talk_later_on(talk, "eating_sleeping", "milan", day)
    [left] = left_open(after(talk))
    assert (left.kind, left.topic, left.child_id) == ("differed", "eating_sleeping", "milan")
    assert left.later_on == (day if outcome == "later" else None)
    assert LeftStep() in agenda(after(talk))


def test_a_difference_on_which_people_agreed_is_not() -> None:
    talk = after(they_agree(full_talk()))
    assert left_open(talk) == ()
    assert LeftStep() not in agenda(talk)


def test_a_topic_that_was_chosen_and_not_talked_about_is_open() -> None:
    before = they_agree(full_talk())
    chosen = choosing.choose_topic(
        choosing.open_side(before, "surroundings"), "surroundings", "housing"
    )
    assert open_keys(after(chosen)) == ["left:topic:housing"]
    spoken = say_about(chosen, "housing", "mother", appraisal="so_so")
    assert open_keys(after(spoken)) == []


def test_talking_about_it_now_makes_it_a_topic_of_this_visit() -> None:
    talk = settled(after(full_talk()), "now")
    [visit] = talk.conversation.visits
    assert (visit.topics, visit.again) == (("eating_sleeping",), True)
    [left] = left_open(talk)
    assert became_of(talk, left) == "now"
    assert became_of(settled(talk, "later"), left) == "later"
    assert settled(talk, "later").conversation.visits == ()


@pytest.mark.parametrize(("then", "comes_back"), [("later", True), ("solved", False)])
def test_what_is_left_again_comes_back_and_what_is_solved_does_not(
    then: Then, comes_back: bool
) -> None:
    second = settled(after(full_talk()), then)
    [said] = second.conversation.left_before
    assert (said.then, said.present) == (then, ("mother", "nurse"))
    earlier = [replace(second, conversation_id=each.id) for each in second.dossier.conversations]
    assert bool(left_open(after(*earlier))) is comes_back


def test_a_later_visit_decides_on_a_topic() -> None:
    assert open_keys(after(full_talk(), they_agree(full_talk()))) == []
    assert len(open_keys(after(they_agree(full_talk()), full_talk()))) == 1


def test_a_no_leaves_nothing() -> None:
    talk = after(full_talk())
    before, now = talk.dossier.conversations
    declined = before.model_copy(update={"state": "declined"})
    dossier = talk.dossier.model_copy(update={"conversations": (declined, now)})
    assert left_open(replace(talk, dossier=dossier)) == ()


def test_the_other_parent_hears_nothing_of_what_was_told_while_they_were_away() -> None:
    talk = after(full_talk())
    beside = come(talk, talk.family.person("father"))
    assert left_open(beside) == ()
    assert left_open(leave(beside, "mother")) == ()
    assert left_open(leave(beside, "father")) != ()


# --- what waited for a moment alone --------------------------------------------------------


def parked() -> Talk:
    """Return a visit of two parents in which the delicate topics waited."""
    return let_wait(agreed_talk(table=("mother", "father", "nurse")), waits=True)


def told_alone() -> Talk:
    """Return a visit in which the mother told of safety before the father came."""
    talk = say_about(agreed_talk("safety"), "safety", "mother", appraisal="so_so")
    return let_wait(come(talk, talk.family.person("father")), waits=True)


def delicate(talk: Talk) -> list[str]:
    """Return the delicate topics that are named."""
    return [left.topic for left in left_open(talk) if talk.framework.topics[left.topic].sensitive]


def test_what_waited_is_named_to_a_parent_alone_and_goes_when_somebody_comes() -> None:
    alone = after(parked())
    assert sorted(delicate(alone)) == ["family_events", "parent_wellbeing", "safety"]
    assert delicate(let_wait(alone, waits=True)) == [], "the neutral key decides"
    assert delicate(come(alone, alone.family.person("father"))) == []
    assert delicate(after(parked(), table=("mother", "father", "nurse"))) == []


def all_named(talk: Talk) -> bool:
    return len(delicate(talk)) == 3


@pytest.mark.parametrize(
    "make",
    [
        lambda: after(told_alone(), table=("father", "nurse")),
        lambda: after(parked(), told_alone(), table=("father", "nurse")),
        lambda: after(
            parked(),
            settled(after(parked()), "not_needed", "left:topic:safety"),
            table=("father", "nurse"),
        ),
    ],
)
def test_no_gap_in_what_is_named_tells_what_the_other_parent_told(make: Callable[[], Talk]) -> None:
    assert delicate(make()) == []
    assert all_named(after(parked(), table=("father", "nurse")))


def test_somebody_who_listens_hears_of_none() -> None:
    alone = after(parked())
    assert delicate(come(alone, alone.family.person("friend"))) == []
