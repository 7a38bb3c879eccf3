from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.content.framework import Condition
from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.conditions import holds
from tests.conversation.support import chose, left_open, said
from tests.support.dossiers import framework

SUPPORT = chose("outcome", "support")
OUTSIDE = chose("helper", "outside")


def when(**form: object) -> Condition:
    given: dict[str, Any] = {{"eq": "=", "ne": "!="}.get(key, key): form[key] for key in form}
    return Condition.model_validate(given, strict=False)


IS_SUPPORT = when(question="outcome", eq="support")
IS_NOT_SUPPORT = when(question="outcome", ne="support")
IS_OUTSIDE = when(question="helper", eq="outside")


def test_without_a_condition_a_question_is_shown() -> None:
    assert holds(None, ())


def test_a_choice_is_equal_or_it_differs() -> None:
    assert holds(IS_SUPPORT, [SUPPORT])
    assert not holds(IS_NOT_SUPPORT, [SUPPORT])
    assert not holds(IS_SUPPORT, [chose("outcome", "goes_well")])
    assert holds(IS_NOT_SUPPORT, [chose("outcome", "goes_well")])


@pytest.mark.parametrize("state", ["dont_know", "rather_not_say", "skipped"])
def test_an_open_question_equals_nothing_and_differs_from_everything(state: AnswerState) -> None:
    for answers in ([], [left_open("outcome", state)], [said("outcome")], [OUTSIDE]):
        assert not holds(IS_SUPPORT, answers)
        assert holds(IS_NOT_SUPPORT, answers)


@pytest.mark.parametrize("state", ["dont_know", "rather_not_say", "skipped"])
def test_only_an_answered_question_exists(state: AnswerState) -> None:
    there, gone = when(question="outcome", exists=True), when(question="outcome", exists=False)
    for answers in ([SUPPORT], [said("outcome")]):
        assert holds(there, answers)
        assert not holds(gone, answers)
    for answers in ([], [left_open("outcome", state)], [OUTSIDE]):
        assert not holds(there, answers)
        assert holds(gone, answers)


@given(st.lists(st.booleans(), max_size=4))
def test_all_and_any_are_those_of_python(parts: list[bool]) -> None:
    conditions = [IS_SUPPORT if part else IS_NOT_SUPPORT for part in parts]
    assert holds(when(all=conditions), [SUPPORT]) == all(parts)
    assert holds(when(any=conditions), [SUPPORT]) == any(parts)


def test_groups_stand_in_groups_and_read_answers_once() -> None:
    both = when(all=[IS_SUPPORT, when(any=[IS_OUTSIDE, IS_NOT_SUPPORT])])
    assert holds(both, iter([SUPPORT, OUTSIDE]))
    assert not holds(both, iter([SUPPORT, chose("helper", "network")]))


def test_outside_help_is_asked_about_only_where_support_is_wanted() -> None:
    condition = framework().questions["help_kind"].show_when
    assert holds(condition, [SUPPORT, OUTSIDE])
    assert not holds(condition, [OUTSIDE])
    assert not holds(condition, [chose("outcome", "goes_well"), OUTSIDE])
