"""A store that refuses: the step stays, and nothing that was typed is lost."""

from __future__ import annotations

from giz_gesprek.conversation.steps import GoalsStep, TopicsStep
from giz_gesprek.store import Store
from tests.conversation.support import agreed, asked
from tests.plain.support import Table, at

STRENGTHS = asked("strengths", person_id="mother")


def test_words_that_could_not_be_kept_stand_until_they_can(store: Store) -> None:
    t = Table(store, at(agreed("eating_sleeping"), STRENGTHS))
    not_saved = t.says("common.not_saved")
    with t.full_disk():
        said = t.types("Hij eet.", "", "/t")
    assert said.count(not_saved) == 3
    assert t.step == STRENGTHS


def test_each_of_several_lines_says_that_it_was_not_kept(store: Store) -> None:
    t = Table(store, at(agreed("eating_sleeping"), STRENGTHS))
    not_saved = t.says("common.not_saved")
    with t.full_disk():
        said = t.types(".", "Hij eet.", "Hij slaapt.", ".", "")
    assert said.count(not_saved) == 4


def test_a_topic_that_could_not_be_kept_is_not_said_to_be_chosen(store: Store) -> None:
    t = Table(store, at(agreed("love_attention"), TopicsStep(side="parenting", page=0)))
    before = t.kept
    with t.full_disk():
        said = t.types("2")
    assert t.says("common.not_saved") in said
    assert t.kept == before
    assert not said.rstrip().endswith(".") or "U kiest" not in said.splitlines()[-1]


def test_words_of_a_goal_that_could_not_be_kept_are_offered_again(store: Store) -> None:
    t = Table(store, at(agreed("eating_sleeping"), GoalsStep()))
    with t.full_disk():
        said = t.types("1", "", "Naar zwemles.", "")
    assert said.count("“Naar zwemles.”\nEnter: Bewaren\n") == 2
    assert t.kept.plan.goals == ()


def test_a_choice_that_could_not_be_kept_stays_lit(store: Store) -> None:
    appraisal = asked("appraisal", person_id="mother")
    t = Table(store, at(agreed("eating_sleeping"), appraisal))
    not_saved = t.says("common.not_saved")
    with t.full_disk():
        said = t.types("2", "", "")
    assert said.count(not_saved) == 2
    assert t.step == appraisal
