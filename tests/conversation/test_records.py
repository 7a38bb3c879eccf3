from __future__ import annotations

from datetime import date

import pytest

from giz_gesprek.conversation import choosing, planning
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.conversation.records import (
    advice_on,
    answer_at,
    conclusion_on,
    difference_on,
    view_of,
    with_answer,
    without_answer_at,
)
from giz_gesprek.conversation.steps import PageStep, QuestionStep, ReadBackStep, TurnStep
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import (
    NOW,
    agreed,
    answered,
    appraised,
    as_given,
    asked,
    chose,
    left_open,
    said,
)

DAY = date(2026, 12, 8)

EVERY_PLACE: list[tuple[QuestionStep, Answer, Answer]] = [
    (
        asked("strengths", person_id="mother"),
        said("strengths", "eerst"),
        said("strengths", "later"),
    ),
    (
        asked("view", person_id="nurse"),
        chose("view", "so_so"),
        chose("view", "difficult"),
    ),
    (
        asked("reason", person_id="mother"),
        said("reason", "eerst"),
        left_open("reason", "dont_know"),
    ),
    (asked("difference"), chose("difference", "agree"), chose("difference", "later")),
    (asked("outcome"), chose("outcome", "support"), left_open("outcome")),
    (
        asked("advice_why", person_id="nurse"),
        said("advice_why", "eerst", "nurse"),
        said("advice_why", "later", "nurse"),
    ),
    (
        asked("advice_view", person_id="mother"),
        chose("advice_view", "fine"),
        left_open("advice_view", "dont_know"),
    ),
    (
        asked("advice_parent", person_id="father"),
        said("advice_parent", "eerst", "father"),
        said("advice_parent", "later", "father"),
    ),
    (asked("notice", None), said("notice", "eerst"), said("notice", "later")),
]
"""A question step of every place in the document, a first answer and a second."""

IDS = [step.question for step, _, _ in EVERY_PLACE]


def busy() -> Talk:
    """Return a talk with an answer beside every place that the tests write to."""
    talk = agreed("eating_sleeping", "health", children=("milan", "noor"))
    talk = choosing.seek_advice(talk, "eating_sleeping", "milan", "nurse")
    talk = choosing.seek_advice(talk, "health", "milan", "nurse")
    beside = [
        (asked("wish", person_id="mother"), chose("wish", "thinking")),
        (asked("strengths", "health", "mother"), said("strengths", "naast")),
        (asked("strengths", person_id="mother", child_id="noor"), said("strengths", "noor")),
        (asked("strengths", person_id="father"), said("strengths", "vader", "father")),
        (asked("view_words", person_id="nurse"), said("view_words", "erbij", "nurse")),
        (asked("reason", person_id="nurse"), said("reason", "zij", "nurse")),
        (asked("reason", "health", "mother"), said("reason", "ander")),
        (asked("difference", "health"), chose("difference", "agree")),
        (asked("helper"), chose("helper", "network")),
        (asked("outcome", "health"), chose("outcome", "goes_well")),
        (asked("outcome", child_id="noor"), chose("outcome", "find_out")),
        (asked("advice_view", person_id="father"), chose("advice_view", "rather_not")),
        (asked("advice_next", person_id="nurse"), said("advice_next", "dan", "nurse")),
        (asked("advice_why", "health", "nurse"), said("advice_why", "daar", "nurse")),
        (asked("what_helps", None), said("what_helps", "rust")),
    ]
    talk = answered(talk, *beside)
    for step, answer in beside:
        assert as_given(answer_at(talk, step)) == answer
    return talk


@pytest.mark.parametrize(("step", "first", "second"), EVERY_PLACE, ids=IDS)
def test_an_answer_is_found_where_it_was_given(
    step: QuestionStep, first: Answer, second: Answer
) -> None:
    assert answer_at(busy(), step) is None
    talk = with_answer(busy(), step, first)
    assert as_given(answer_at(talk, step)) == first
    changed = with_answer(talk, step, second)
    assert as_given(answer_at(changed, step)) == second


@pytest.mark.parametrize(("step", "first", "second"), EVERY_PLACE, ids=IDS)
def test_an_answer_that_is_taken_away_leaves_everything_else(
    step: QuestionStep, first: Answer, second: Answer
) -> None:
    talk = answered(busy(), (step, first), (step, second))
    assert without_answer_at(talk, step) == busy()


@pytest.mark.parametrize(("step", "first", "second"), EVERY_PLACE, ids=IDS)
def test_an_answer_changes_nothing_at_any_other_step(
    step: QuestionStep, first: Answer, second: Answer
) -> None:
    before = busy()
    after = answered(before, (step, first), (step, second))
    others = [other for other, _, _ in EVERY_PLACE if other != step]
    others += [
        asked("strengths", "health", "mother"),
        asked("strengths", person_id="mother", child_id="noor"),
        asked("strengths", person_id="father"),
        asked("reason", person_id="nurse"),
        asked("reason", "health", "mother"),
        asked("outcome", "health"),
        asked("outcome", child_id="noor"),
        asked("advice_why", "health", "nurse"),
    ]
    for other in others:
        assert answer_at(after, other) == answer_at(before, other)


@pytest.mark.parametrize(("step", "first", "second"), EVERY_PLACE, ids=IDS)
def test_the_first_answer_of_a_place_makes_the_place_and_the_last_takes_it_along(
    step: QuestionStep, first: Answer, second: Answer
) -> None:
    empty = choosing.seek_advice(agreed("eating_sleeping"), "eating_sleeping", "milan", "nurse")
    talk = answered(empty, (step, first), (step, second))
    assert as_given(answer_at(talk, step)) == second
    assert without_answer_at(talk, step) == empty


@pytest.mark.parametrize(("step", "first", "second"), EVERY_PLACE, ids=IDS)
def test_taking_away_what_is_not_there_changes_nothing(
    step: QuestionStep, first: Answer, second: Answer
) -> None:
    assert without_answer_at(agreed("eating_sleeping"), step) == agreed("eating_sleeping")


def test_records_keep_their_order_when_one_of_them_changes() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="so_so", father="so_so", nurse="so_so")
    changed = appraised(talk, father="difficult")
    assert [view.person_id for view in changed.conversation.views] == ["mother", "father", "nurse"]
    without = without_answer_at(changed, asked("appraisal", "eating_sleeping", "father"))
    assert [view.person_id for view in without.conversation.views] == ["mother", "nurse"]


def test_a_day_keeps_a_difference_whose_outcome_was_taken_away() -> None:
    step = asked("difference")
    talk = answered(agreed("eating_sleeping"), (step, chose("difference", "later")))
    talk = planning.talk_later_on(talk, "eating_sleeping", "milan", DAY)
    without = without_answer_at(talk, step)
    assert [difference.later_on for difference in without.conversation.differences] == [DAY]


def test_that_somebody_asks_for_advice_stays_without_a_word_of_why() -> None:
    talk = choosing.seek_advice(agreed("health"), "health", "milan", "nurse")
    step = asked("advice_why", "health", "nurse")
    said_so = answered(talk, (step, said("advice_why", author_id="nurse")))
    assert without_answer_at(said_so, step).conversation.advice == talk.conversation.advice


def test_why_advice_is_asked_needs_somebody_who_asks() -> None:
    step = asked("advice_why", "health", "nurse")
    with pytest.raises(ValueError, match="nobody asks for advice"):
        with_answer(agreed("health"), step, said("advice_why"))
    assert answer_at(agreed("health"), step) is None


def test_only_a_question_holds_an_answer() -> None:
    for step in (
        PageStep(text="welcome.hello"),
        ReadBackStep(topic="health", person_id="mother", child_id="milan"),
        TurnStep(side="development", person_id="mother", child_id="milan"),
    ):
        assert answer_at(busy(), step) is None
        assert without_answer_at(busy(), step) == busy()


def test_records_are_found_by_topic_and_child_and_person() -> None:
    talk = busy()
    step = asked("strengths", person_id="mother")
    talk = with_answer(talk, step, said("strengths"))
    view = view_of(talk, "eating_sleeping", "milan", "mother")
    assert view is not None
    assert [answer.question for answer in view.answers] == ["wish", "strengths"]
    for key in (("eating_sleeping", None, "mother"), ("housing", "milan", "mother")):
        assert view_of(talk, *key) is None
    assert view_of(talk, "eating_sleeping", "milan", "coach") is None
    for find in (difference_on, conclusion_on, advice_on):
        found = find(talk.conversation, "health", "milan")
        assert found is not None
        assert (found.topic, found.child_id) == ("health", "milan")
        assert find(talk.conversation, "health", "sem") is None
        assert find(talk.conversation, "housing", "milan") is None


def test_the_wording_is_kept_as_it_was_the_first_time() -> None:
    step = asked("strengths", person_id="mother")
    talk = with_answer(
        agreed("eating_sleeping"), step, said("strengths"), {"a": "eerst", "b": "ook"}
    )
    talk = with_answer(talk, step, said("strengths"), {"a": "later", "c": "nieuw"})
    assert talk.conversation.wording == {"a": "eerst", "b": "ook", "c": "nieuw"}
    assert with_answer(talk, step, said("strengths")).conversation.wording == {
        "a": "eerst",
        "b": "ook",
        "c": "nieuw",
    }


def test_the_conversation_before_an_answer_stays_as_it_was() -> None:
    before = busy()
    copy = before.conversation.model_copy(deep=True)
    for step, first, _ in EVERY_PLACE:
        with_answer(before, step, first, {"a": "x"})
    assert before.conversation == copy


def test_an_answer_comes_with_its_own_moment() -> None:
    step = asked("strengths", person_id="mother")
    talk = answered(agreed("eating_sleeping"), (step, said("strengths")))
    answer = answer_at(talk, step)
    assert answer is not None
    assert answer.at == NOW
