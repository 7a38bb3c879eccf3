"""Differences that are open at the end of a visit: each comes back once, and is told as it is."""

from __future__ import annotations

from datetime import date

import pytest

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Difference
from giz_gesprek.conversation.flow import enough_for_today, next_step
from giz_gesprek.conversation.records import (
    answer_at,
    conclusion_on,
    difference_on,
    without_answer_at,
)
from giz_gesprek.conversation.steps import (
    LaterDateStep,
    LookBackStep,
    QuestionStep,
    Step,
    SummaryStep,
)
from giz_gesprek.conversation.still_differing import asked_at_the_end
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import FAMILY, READERS
from giz_gesprek.summary.build import build_document
from tests.summary.test_papers import CALENDAR
from tests.support.dossiers import library
from tests.support.talks import agreed_talk, answered, say_about, step_where

HOUSING = ("housing", None)
NOW = QuestionStep(topic="housing", question="difference_now")
DAY = LaterDateStep(topic="housing")


def apart(outcome: str | None = "still_differ") -> Talk:
    """Return a talk in which a parent and the nurse see how they live differently."""
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="so_so")
    talk = say_about(talk, "housing", "nurse", view="difficult")
    talk = answered(talk, step_where(talk, topic="housing", question="outcome"), "support")
    if outcome is None:
        return talk
    return answered(talk, step_where(talk, topic="housing", question="difference"), outcome)


def at_the_end(talk: Talk) -> list[Step]:
    """Return the steps between the day to look back and the report."""
    steps = agenda(talk)
    return [*steps[steps.index(LookBackStep()) + 1 : steps.index(SummaryStep())]]


def said(talk: Talk) -> Difference:
    found = difference_on(talk.conversation, *HOUSING)
    assert found is not None
    return found


@pytest.mark.parametrize("outcome", ["still_differ", None])
def test_one_that_nobody_settled_comes_back_before_the_report(outcome: str | None) -> None:
    assert at_the_end(apart(outcome)) == [NOW]


def test_where_people_agree_or_have_a_day_nothing_comes_back() -> None:
    assert at_the_end(apart("agree")) == []
    later = planning.talk_later_on(apart("later"), *HOUSING, date(2026, 12, 1))
    assert at_the_end(later) == []
    assert DAY in agenda(later)
    alone = say_about(agreed_talk("housing"), "housing", "mother", appraisal="so_so")
    assert at_the_end(alone) == []


def test_one_that_was_put_off_without_a_day_comes_back() -> None:
    assert at_the_end(apart("later")) == [NOW]


def test_what_waits_for_a_moment_alone_does_not_come_back() -> None:
    assert asked_at_the_end(apart()) == (HOUSING,)
    assert asked_at_the_end(apart().changed(parked=("housing",))) == ()


def test_who_talks_on_later_gets_a_day_there_and_only_there() -> None:
    for talk in (apart(), apart("later")):
        later = answered(talk, NOW, "later")
        assert at_the_end(later) == [NOW, DAY]
        assert agenda(later).count(DAY) == 1
        dated = planning.talk_later_on(later, *HOUSING, date(2026, 12, 1))
        assert at_the_end(dated) == [NOW, DAY], "it can be changed"


def test_what_was_said_first_stays_beside_what_is_said_now() -> None:
    talk = answered(apart(), NOW, "agree")
    first, now = said(talk).outcome, said(talk).at_end
    assert first is not None
    assert now is not None
    assert (first.choice, now.choice) == ("still_differ", "agree")
    assert said(talk).as_it_is == now
    assert conclusion_on(talk.conversation, *HOUSING) == conclusion_on(
        apart().conversation, *HOUSING
    )
    left = without_answer_at(talk, NOW)
    assert said(left).as_it_is == first
    assert answer_at(left, NOW) is None


def test_it_is_answered_once_and_is_passed_as_any_question() -> None:
    talk = apart().changed(position=LookBackStep().position)
    talk = next_step(talk)
    assert talk.conversation.position == NOW.position
    assert next_step(answered(talk, NOW, "still_differ")).conversation.position == (
        SummaryStep().position
    )
    assert enough_for_today(talk).conversation.position == SummaryStep().position


def test_both_papers_tell_it_as_it_is_now() -> None:
    for audience in READERS:
        told = [
            " ".join(
                document_text(
                    build_document(library(), talk, audience, calendar=CALENDAR, app_version="0")
                ).split()
            )
            for talk in (apart(), answered(apart(), NOW, "agree"))
        ]
        still = "hier niet hetzelfde" if audience is FAMILY else "er is nog verschil"
        agreed = "zij het eens" if audience is FAMILY else "wij denken nu hetzelfde"
        assert still in told[0]
        assert agreed in told[1]
        assert still not in told[1]
