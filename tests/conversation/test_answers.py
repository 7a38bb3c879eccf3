from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from pydantic import ValidationError

from giz_gesprek.conversation.answers import (
    Answer,
    AnswerState,
    Conclusion,
    Difference,
    OwnWords,
    Reason,
    SeekAdvice,
    View,
    find_answer,
    replace_answer,
    without_answer,
)
from tests.conversation.support import NOW, chose, left_open, said, words

GIVEN = (said("strengths"), chose("appraisal", "so_so"), chose("wish", "thinking"))


def test_an_answer_is_a_choice_or_own_words() -> None:
    assert chose("appraisal", "so_so").words is None
    assert said("strengths").choice is None


@pytest.mark.parametrize("state", ["dont_know", "rather_not_say", "skipped"])
def test_who_does_not_answer_says_nothing_else(state: AnswerState) -> None:
    silent = left_open("appraisal", state)
    assert (silent.choice, silent.words) == (None, None)
    for content in ({"choice": "so_so"}, {"words": words()}):
        with pytest.raises(ValidationError, match="the other states have neither"):
            Answer.model_validate({**dict(silent), **content})


def test_an_answered_question_has_one_answer() -> None:
    with pytest.raises(ValidationError):
        Answer.model_validate(dict(left_open("appraisal")) | {"state": "answered"})
    with pytest.raises(ValidationError):
        Answer.model_validate(dict(said("strengths")) | {"choice": "so_so"})


def test_the_three_ways_of_not_answering_are_three_answers() -> None:
    states: tuple[AnswerState, ...] = ("dont_know", "rather_not_say", "skipped")
    assert len({left_open("wish", state) for state in states}) == 3


def test_an_answer_is_found_by_its_question() -> None:
    assert find_answer(GIVEN, "appraisal") is GIVEN[1]
    assert find_answer(GIVEN, "example") is None
    assert find_answer((), "appraisal") is None


def test_a_changed_answer_takes_the_place_of_the_old_one() -> None:
    new = chose("appraisal", "difficult")
    assert replace_answer(GIVEN, new) == (GIVEN[0], new, GIVEN[2])


def test_a_first_answer_comes_last() -> None:
    new = said("example")
    assert replace_answer(GIVEN, new) == (*GIVEN, new)
    assert replace_answer((), new) == (new,)


def test_one_answer_is_taken_away_and_no_other() -> None:
    assert without_answer(GIVEN, "appraisal") == (GIVEN[0], GIVEN[2])
    assert without_answer(GIVEN, "example") == GIVEN


def test_a_question_has_one_answer_in_every_record() -> None:
    twice = (chose("wish", "thinking"), chose("wish", "ourselves"))
    for kind, who in ((View, "person_id"), (SeekAdvice, "by_id"), (Conclusion, None)):
        given = {"topic": "health", "answers": twice} | ({who: "mother"} if who else {})
        with pytest.raises(ValidationError, match="two answers"):
            kind.model_validate(given)


def test_a_person_has_one_reason_and_two_people_have_two() -> None:
    reasons = [
        Reason(person_id=person, answer=said("reason", author_id=person))
        for person in ("mother", "nurse")
    ]
    assert len(Difference(topic="health", reasons=tuple(reasons)).reasons) == 2
    with pytest.raises(ValidationError, match="two reasons"):
        Difference(topic="health", reasons=(reasons[0], reasons[0]))


def test_a_moment_is_kept_in_utc() -> None:
    in_summer = timezone(timedelta(hours=2))
    own = OwnWords(
        text="x",
        author_id="mother",
        typed_by_id="nurse",
        at=datetime(2026, 7, 1, 10, tzinfo=in_summer),
    )
    assert own.at == datetime(2026, 7, 1, 8, tzinfo=UTC)
    assert own.at.tzinfo is UTC


@pytest.mark.parametrize(
    "at", [NOW.replace(tzinfo=None), NOW.replace(year=1969), NOW.replace(year=9999)]
)
def test_a_moment_that_nobody_can_place_is_refused(at: datetime) -> None:
    with pytest.raises(ValidationError):
        OwnWords(text="x", author_id="mother", typed_by_id="nurse", at=at)
