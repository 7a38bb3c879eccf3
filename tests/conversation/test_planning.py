from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.plan import Goal, Plan, PlanStep
from giz_gesprek.conversation.records import difference_on
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import agreed, answered, asked, chose, said, words

DAY = date(2026, 12, 8)


def planned(*steps_a_goal: int) -> Talk:
    talk = agreed()
    for number, steps in enumerate(steps_a_goal, start=1):
        talk = planning.add_goal(talk, words(f"doel {number}"))
        for step in range(steps):
            talk = planning.add_plan_step(talk, f"goal-{number}", words(f"stap {number}.{step}"))
    return talk


def ids(talk: Talk) -> list[str]:
    goals = talk.conversation.plan.goals
    return [goal.id for goal in goals] + [step.id for goal in goals for step in goal.steps]


def texts(talk: Talk) -> list[tuple[str, list[str]]]:
    return [
        (goal.words.text, [step.what.text for step in goal.steps])
        for goal in talk.conversation.plan.goals
    ]


def test_goals_and_steps_keep_the_words_and_the_order() -> None:
    assert texts(planned(2, 0, 1)) == [
        ("doel 1", ["stap 1.0", "stap 1.1"]),
        ("doel 2", []),
        ("doel 3", ["stap 3.0"]),
    ]
    assert ids(planned(2, 0, 1)) == ["goal-1", "goal-2", "goal-3", "step-1", "step-2", "step-3"]


def test_a_plan_has_at_most_three_goals() -> None:
    full = planned(0, 0, 0)
    assert planning.can_add_goal(planned(0, 0))
    assert not planning.can_add_goal(full)
    with pytest.raises(ValueError, match="at most 3 goals"):
        planning.add_goal(full, words())


def test_a_goal_has_at_most_five_steps() -> None:
    full = planned(5)
    assert planning.can_add_step(planned(4).conversation.plan.goals[0])
    assert not planning.can_add_step(full.conversation.plan.goals[0])
    with pytest.raises(ValueError, match="at most 5 steps"):
        planning.add_plan_step(full, "goal-1", words())


@pytest.mark.parametrize(("part", "most"), [("goals", 3), ("steps", 5)])
def test_a_document_holds_no_more_than_the_screen(part: str, most: int) -> None:
    goals = [Goal(id=f"goal-{number}", words=words()) for number in range(most + 1)]
    steps = [PlanStep(id=f"step-{number}", what=words()) for number in range(most + 1)]
    for number in (most, most + 1):
        given: dict[str, Any] = {"goals": tuple(goals[:number])}
        if part == "steps":
            given = {"goals": (dict(goals[0]) | {"steps": tuple(steps[:number])},)}
        if number == most:
            Plan.model_validate(given)
        else:
            with pytest.raises(ValidationError):
                Plan.model_validate(given)


def test_two_parts_of_a_plan_have_two_ids() -> None:
    goal = Goal(id="goal-1", words=words())
    step = PlanStep(id="step-1", what=words())
    twice = goal.model_copy(update={"steps": (step,)})
    same_steps = (twice, twice.model_copy(update={"id": "goal-2"}))
    for goals in ((goal, goal), same_steps):
        with pytest.raises(ValidationError, match="the same id"):
            Plan(goals=goals)


@given(st.lists(st.integers(0, 9), max_size=25))
def test_no_two_living_parts_ever_share_an_id(choices: list[int]) -> None:
    talk = planned(1)
    for choice in choices:
        goals = talk.conversation.plan.goals
        steps = [step for goal in goals for step in goal.steps]
        if choice < 3 and planning.can_add_goal(talk):
            talk = planning.add_goal(talk, words())
        elif choice < 6 and goals and planning.can_add_step(goals[choice % len(goals)]):
            goal_id = goals[choice % len(goals)].id
            talk = planning.add_plan_step(talk, goal_id, words())
        elif choice < 8 and steps:
            gone = steps[choice % len(steps)].id
            talk = planning.remove_plan_step(talk, gone)
        elif goals:
            talk = planning.remove_goal(talk, goals[choice % len(goals)].id)
        assert len(set(ids(talk))) == len(ids(talk))


def test_a_new_part_is_numbered_after_the_living_ones() -> None:
    talk = planning.remove_goal(planned(1, 1, 1), "goal-1")
    talk = planning.add_goal(talk, words())
    talk = planning.add_plan_step(talk, "goal-4", words())
    assert ids(talk) == ["goal-2", "goal-3", "goal-4", "step-2", "step-3", "step-4"]


def test_an_id_from_elsewhere_does_not_stop_the_counting() -> None:
    goal = Goal(id="imported", words=words())
    talk = agreed()
    plan = talk.conversation.plan.model_copy(update={"goals": (goal,)})
    talk = planning.add_goal(talk.changed(plan=plan), words())
    assert ids(talk) == ["imported", "goal-1"]


def first_goal_of(talk: Talk) -> str | None:
    return planning.topic_of_first_goal(planning.add_goal(talk, words("Rust.")))


def spoken_of(*topics: str) -> Talk:
    talk = agreed(*topics)
    for topic in topics:
        talk = answered(talk, (asked("strengths", topic, "mother"), said("strengths")))
    return talk


def test_a_first_goal_belongs_to_what_was_pointed_at_or_to_the_only_topic() -> None:
    two = spoken_of("housing", "money_work_post")
    assert first_goal_of(two) is None
    assert first_goal_of(planning.point_at(two, "money_work_post", None)) == "money_work_post"
    assert first_goal_of(spoken_of("housing")) == "housing"
    second = planning.add_goal(planning.point_at(two, "housing", None), words("Licht."))
    assert first_goal_of(second) is None, "another goal can be about anything"


def test_people_say_to_what_a_goal_belongs_where_anything_sensitive_was_talked_about() -> None:
    talk = planning.point_at(spoken_of("housing", "safety"), "housing", None)
    assert first_goal_of(talk) is None
    assert first_goal_of(spoken_of("safety")) is None
    assert first_goal_of(agreed("housing")) is None


def test_one_goal_goes_with_its_steps_and_no_other() -> None:
    assert texts(planning.remove_goal(planned(1, 1), "goal-1")) == [("doel 2", ["stap 2.0"])]


def test_one_step_goes_and_no_other() -> None:
    talk = planning.remove_plan_step(planned(2, 1), "step-1")
    assert texts(talk) == [("doel 1", ["stap 1.1"]), ("doel 2", ["stap 2.0"])]


def test_one_step_changes_in_its_place() -> None:
    talk = planned(2, 1)
    step = planning.plan_step_of(talk.conversation.plan, "step-1")
    changed = step.model_copy(update={"what": words("anders"), "who": ("friend",), "by": DAY})
    talk = planning.change_plan_step(talk, changed)
    assert planning.plan_step_of(talk.conversation.plan, "step-1") == changed
    assert texts(talk) == [
        ("doel 1", ["anders", "stap 1.1"]),
        ("doel 2", ["stap 2.0"]),
    ]


def test_what_is_not_in_the_plan_is_a_key_error() -> None:
    talk = planned(1)
    with pytest.raises(KeyError, match="goal-9"):
        planning.add_plan_step(talk, "goal-9", words())
    with pytest.raises(KeyError, match="goal-9"):
        planning.change_goal(talk, "goal-9", words())
    with pytest.raises(KeyError, match="step-9"):
        planning.plan_step_of(talk.conversation.plan, "step-9")
    assert planning.goal_of(talk.conversation.plan, "goal-1").words.text == "doel 1"


def test_a_step_is_done_by_several_people_each_once() -> None:
    step = PlanStep(id="step-1", what=words(), who=("mother", "friend"), who_else="Buurvrouw")
    assert (step.who, step.who_else) == (("mother", "friend"), "Buurvrouw")
    with pytest.raises(ValidationError, match="twice"):
        PlanStep(id="step-1", what=words(), who=("mother", "mother"))


def test_the_day_to_look_back_is_set_and_cleared() -> None:
    talk = planning.look_back_on(planned(1), DAY)
    assert talk.conversation.plan.look_back_on == DAY
    assert planning.look_back_on(talk, None) == planned(1)


def test_a_difference_is_talked_about_later_on_a_day_of_its_own() -> None:
    talk = agreed("eating_sleeping", "health")
    for topic in ("eating_sleeping", "health"):
        step = asked("difference", topic)
        talk = answered(talk, (step, chose("difference", "later")))
    dated = planning.talk_later_on(talk, "health", "milan", DAY)
    assert [difference.later_on for difference in dated.conversation.differences] == [None, DAY]
    assert planning.talk_later_on(dated, "health", "milan", None) == talk


def test_only_a_difference_is_talked_about_later() -> None:
    talk = answered(agreed("health"), (asked("reason", "health", "mother"), said("reason")))
    assert difference_on(talk.conversation, "health", "milan") is not None
    for topic, child in (("health", "noor"), ("eating_sleeping", "milan")):
        with pytest.raises(ValueError, match="no difference on this topic"):
            planning.talk_later_on(talk, topic, child, DAY)
