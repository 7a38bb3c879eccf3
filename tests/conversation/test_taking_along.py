"""A goal of the time before goes along as a new agreement, and only where it may be heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from giz_gesprek.conversation import planning, table
from giz_gesprek.conversation.delicate import is_delicate_goal, is_delicate_programme
from giz_gesprek.conversation.looked_back import Outcome
from giz_gesprek.conversation.looking_back import (
    go_on_with,
    goals_before,
    keep_what_came,
    look_back_at,
)
from giz_gesprek.conversation.plan import ChosenProgramme, Goal, PlanStep, ToldBack
from giz_gesprek.conversation.planning import visible_goals
from giz_gesprek.conversation.programmes import name_id
from giz_gesprek.conversation.taking_along import goals_to_take_along, take_along
from giz_gesprek.conversation.talk import Talk
from tests.store.support import NOW
from tests.support.dossiers import framework
from tests.support.talks import (
    agreed_talk,
    say_about,
    second_visit,
    words,
)

TODAY = NOW.date()
STEP = PlanStep(id="step-1", what=words("De tafel dekken."), who=("mother",))


def after(*goals: Goal, spoken: str = "eating_sleeping", **names: str) -> Talk:
    """Return a next visit after one with these goals, at which this topic was talked about."""
    talk = second_visit()
    before, now = talk.dossier.conversations
    said = say_about(agreed_talk(spoken), spoken, "mother", appraisal="so_so").conversation
    plan = before.plan.model_copy(update={"goals": goals})
    wording = {name_id(programme): name for programme, name in names.items()}
    earlier = before.model_copy(update={"plan": plan, "views": said.views, "wording": wording})
    dossier = talk.dossier.model_copy(update={"conversations": (earlier, now)})
    return replace(talk, dossier=dossier)


def goal(number: int = 1, **more: object) -> Goal:
    """Return a goal of the time before."""
    return Goal.model_validate({"id": f"goal-{number}", "words": words(f"Doel {number}."), **more})


def offered(talk: Talk) -> list[str]:
    """Return which goals can go along."""
    return [before.goal.id for before in goals_to_take_along(talk)]


def taken(talk: Talk, *steps: str) -> Goal:
    """Return the first goal as it stands in the plan after it went along with these steps."""
    return take_along(talk, "goal-1", steps, today=TODAY).conversation.plan.goals[-1]


@pytest.mark.parametrize("outcome", ["a_little", "not_reached", "dont_know", None])
def test_what_was_not_wholly_reached_can_go_along(outcome: Outcome | None) -> None:
    talk = second_visit()
    if outcome is not None:
        talk = look_back_at(talk, "goal-1", outcome, now=NOW)
    assert offered(talk) == ["goal-1"]


def test_what_was_reached_stays_where_it_is() -> None:
    talk = look_back_at(after(goal(1), goal(2)), "goal-1", "reached", now=NOW)
    assert offered(talk) == ["goal-2"]
    with pytest.raises(KeyError):
        take_along(talk, "goal-1", (), today=TODAY)


def test_a_first_visit_has_nothing_to_take_along() -> None:
    assert offered(agreed_talk()) == []


def test_what_went_along_is_not_offered_again_until_it_is_taken_away() -> None:
    talk = take_along(second_visit(), "goal-1", (), today=TODAY)
    assert offered(talk) == []
    assert offered(planning.remove_goal(talk, "goal-1")) == ["goal-1"]


def test_three_goals_stay_enough() -> None:
    talk = after(goal(1))
    for number in (7, 8, 9):
        assert offered(talk) == ["goal-1"]
        talk = planning.add_goal(talk, words(f"Doel {number}."))
    assert offered(talk) == []


def test_why_it_matters_goes_along_as_the_words_of_who_said_them() -> None:
    before = goal(why=words("Dan is er rust."))
    why = taken(after(before)).why
    assert why is not None
    assert (why.text, why.authors) == ("Dan is er rust.", before.words.authors)


def test_it_goes_along_in_its_own_words_with_its_topics_and_has_to_be_told_back() -> None:
    before = goal(topics=("eating_sleeping",), told_back=ToldBack(state="told"))
    kept = taken(after(before))
    assert (kept.words, kept.topics) == (before.words, before.topics)
    assert (kept.steps, kept.told_back) == ((), None)


def test_its_words_are_of_who_said_them_then_and_of_who_takes_it_along() -> None:
    talk = after(goal(words=words("Rust in huis.", "father")))
    assert taken(talk).words.authors == ("father", "mother")


def test_only_the_steps_that_are_kept_go_along_after_those_that_are_there() -> None:
    other = STEP.model_copy(update={"id": "step-2", "what": words("Samen koken.")})
    talk = planning.add_goal(after(goal(steps=(STEP, other))), words("Iets anders."))
    talk = planning.add_plan_step(talk, "goal-1", words("Bellen."))
    talk = take_along(talk, "goal-1", ("step-2",), today=TODAY)
    first, second = talk.conversation.plan.goals
    assert [step.what.text for step in (*first.steps, *second.steps)] == [
        "Bellen.",
        "Samen koken.",
    ]
    assert (second.id, second.steps[0].id) == ("goal-2", "step-2")


@pytest.mark.parametrize(("days", "stays"), [(-1, False), (0, True), (3, True)])
def test_a_day_that_is_past_does_not_go_along(days: int, stays: bool) -> None:
    day: date = TODAY + timedelta(days=days)
    [step] = taken(after(goal(steps=(STEP.model_copy(update={"by": day}),))), "step-1").steps
    assert step.by == (day if stays else None)


def test_who_is_not_there_now_is_asked_again_and_whose_idea_it_was_stays() -> None:
    done_by = {"who": ("mother", "father"), "who_else": "Opa", "proposed_by": ("nurse",)}
    talk = after(goal(steps=(STEP.model_copy(update=done_by),)))
    [step] = taken(talk, "step-1").steps
    assert (step.who, step.who_else) == (("mother", "father"), "Opa")
    assert (step.to_ask, step.proposed_by) == (("father",), ("nurse",))


def asked(programme: str, by: date | None = None) -> ChosenProgramme:
    """Return help for which the mother asks."""
    return ChosenProgramme(id=programme, asked_by="mother", by=by)


@pytest.mark.parametrize(("by", "stays"), [(TODAY, True), (TODAY - timedelta(days=1), False)])
def test_who_asks_for_its_help_goes_along_and_a_day_that_is_past_does_not(
    by: date, *, stays: bool
) -> None:
    talk = after(goal(programmes=(asked("voorzorg", by),)))
    [kept] = taken(talk).programmes
    assert (kept.asked_by, kept.by) == ("mother", by if stays else None)


def test_nobody_has_to_ask_again_for_help_that_is_there() -> None:
    talk = look_back_at(after(goal(programmes=(asked("voorzorg"),))), "goal-1", "a_little", now=NOW)
    [kept] = taken(keep_what_came(talk, "goal-1", "voorzorg", "there")).programmes
    assert kept == ChosenProgramme(id="voorzorg")


def test_a_goal_that_was_let_go_is_offered_no_more() -> None:
    talk = look_back_at(after(goal()), "goal-1", "not_reached", now=NOW)
    assert goals_to_take_along(talk)
    assert not goals_to_take_along(go_on_with(talk, "goal-1", "let_go"))


def test_its_help_goes_along_with_its_name_while_it_is_still_there() -> None:
    there = next(name for name, spec in framework().programmes.items() if not spec.hidden)
    talk = after(
        goal(programmes=(asked(there), asked("gone"))),
        **{there: "Hulp van toen", "gone": "Voorbij"},
    )
    kept = take_along(talk, "goal-1", (), today=TODAY).conversation
    assert kept.plan.goals[0].programme_ids == (there,)
    assert kept.wording[name_id(there)] == "Hulp van toen"
    assert name_id("gone") not in kept.wording


def test_help_for_something_delicate_does_not_go_along_beside_others() -> None:
    specs = framework().programmes
    delicate = next(name for name in specs if is_delicate_programme(framework(), name))
    talk = after(goal(programmes=(asked(delicate),), topics=("eating_sleeping",)))
    assert taken(talk).programme_ids == (delicate,)
    beside = table.come(talk, talk.family.person("father"))
    assert taken(beside).programme_ids == ()


def test_a_delicate_goal_is_offered_only_where_it_may_be_heard() -> None:
    talk = after(goal(1, topics=("safety",)), goal(2, topics=("eating_sleeping",)))
    assert offered(talk) == ["goal-1", "goal-2"]
    assert offered(table.come(talk, talk.family.person("father"))) == ["goal-2"]


def test_the_other_parent_alone_never_hears_a_delicate_goal() -> None:
    talk = after(goal(1, topics=("safety",)), goal(2))
    both = table.come(talk, talk.family.person("father"))
    father = table.leave(both, "mother")
    assert [before.goal.id for before in goals_before(father)] == ["goal-2"]
    assert offered(father) == ["goal-2"]


def test_a_delicate_goal_without_topics_stays_delicate_in_the_new_plan() -> None:
    talk = after(goal(), spoken="safety")
    talk = take_along(talk, "goal-1", (), today=TODAY)
    talk = say_about(
        talk.changed(visits=agreed_talk("eating_sleeping").conversation.visits),
        "eating_sleeping",
        "mother",
        appraisal="so_so",
    )
    [kept] = talk.conversation.plan.goals
    assert is_delicate_goal(talk.framework, talk.conversation, kept)
    assert visible_goals(table.come(talk, talk.family.person("father"))) == ()
