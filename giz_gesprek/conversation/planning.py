"""The plan: goals, steps, help for a goal, the date to look back.

Whatever changes an agreement takes back that it was told; the telling is ``telling_back``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from giz_gesprek.conversation.answers import Difference, OwnWords
from giz_gesprek.conversation.asked import needs_a_day
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.offered import topics_of_picture
from giz_gesprek.conversation.plan import (
    MOST_GOALS,
    MOST_STEPS,
    ChosenProgramme,
    ComesFirst,
    Goal,
    Plan,
    PlanStep,
)
from giz_gesprek.conversation.programmes import name_id
from giz_gesprek.conversation.records import difference_on, of_family
from giz_gesprek.conversation.talk import Talk


def point_at(talk: Talk, topic: str | None, child_id: str | None) -> Talk:
    """Return the talk in which this topic comes first; without one, in which none does."""
    first = None if topic is None else ComesFirst(topic=topic, child_id=child_id)
    plan = talk.conversation.plan.model_copy(update={"comes_first": first})
    return talk.changed(plan=plan)


def can_add_goal(talk: Talk) -> bool:
    """Tell whether there is room for one more goal."""
    return len(talk.conversation.plan.goals) < MOST_GOALS


def visible_goals(talk: Talk) -> tuple[Goal, ...]:
    """Return the goals, without those that belong to nothing but topics that wait."""
    parked = set(talk.conversation.parked)
    goals = talk.conversation.plan.goals
    return tuple(goal for goal in goals if not goal.topics or not parked.issuperset(goal.topics))


def add_goal(talk: Talk, words: OwnWords, earlier: OwnWords | None = None) -> Talk:
    """Return the talk with one more goal, of the family at the table.

    The same words as ``earlier``, of a plan before, are also of who said them then.

    Raises:
        ValueError: there are three goals already.

    """
    if not can_add_goal(talk):
        message = f"a plan has at most {MOST_GOALS} goals"
        raise ValueError(message)
    goals = talk.conversation.plan.goals
    number = _next_id("goal", (known.id for known in goals))
    goal = Goal(id=number, words=of_family(talk, words, earlier))
    return _with_goals(talk, (*goals, goal))


def change_goal(talk: Talk, goal_id: str, words: OwnWords) -> Talk:
    """Return the talk with other words for a goal; it has to be told back again."""
    earlier = goal_of(talk.conversation.plan, goal_id).words
    return with_goal(talk, goal_id, words=of_family(talk, words, earlier), told_back=None)


def tie_goal(talk: Talk, goal_id: str, topics: Iterable[str]) -> Talk:
    """Return the talk in which a goal belongs to these topics; to none is fine."""
    return with_goal(talk, goal_id, topics=tuple(dict.fromkeys(topics)))


def topic_of_first_goal(talk: Talk) -> str | None:
    """Return the topic of a first goal where nobody has to be asked: that at which was pointed.

    Or the only one. Where anything sensitive was talked about, people say to what a goal belongs.
    """
    plan = talk.conversation.plan
    topics = dict.fromkeys(topic for topic, _child_id in topics_of_picture(talk))
    pointed = plan.comes_first.topic if plan.comes_first is not None else None
    if pointed not in topics and len(topics) != 1:
        return None
    is_first = len(plan.goals) == 1 and not plan.goals[0].topics
    if not is_first or not topics.keys().isdisjoint(sensitive_topics(talk.framework)):
        return None
    return pointed if pointed in topics else next(iter(topics))


def say_why(talk: Talk, goal_id: str, why: OwnWords | None) -> Talk:
    """Return the talk with why a goal matters to the family; None takes that away."""
    earlier = goal_of(talk.conversation.plan, goal_id).why
    said = of_family(talk, why, earlier) if why is not None else None
    return with_goal(talk, goal_id, why=said)


def remove_goal(talk: Talk, goal_id: str) -> Talk:
    """Return the talk without a goal, its steps and its help."""
    left = [
        programme
        for goal in talk.conversation.plan.goals
        if goal.id == goal_id
        for programme in goal.programme_ids
    ]
    kept = tuple(goal for goal in talk.conversation.plan.goals if goal.id != goal_id)
    return _without_names(_with_goals(talk, kept), left)


def can_add_step(goal: Goal) -> bool:
    """Tell whether there is room for one more step."""
    return len(goal.steps) < MOST_STEPS


def add_plan_step(
    talk: Talk, goal_id: str, what: OwnWords, earlier: OwnWords | None = None
) -> Talk:
    """Return the talk with one more step for a goal; ``earlier`` as for a goal.

    Raises:
        ValueError: the goal has five steps already.

    """
    goal = goal_of(talk.conversation.plan, goal_id)
    if not can_add_step(goal):
        message = f"a goal has at most {MOST_STEPS} steps"
        raise ValueError(message)
    every = (step.id for known in talk.conversation.plan.goals for step in known.steps)
    step = PlanStep(id=_next_id("step", every), what=of_family(talk, what, earlier))
    return with_goal(talk, goal_id, steps=(*goal.steps, step), told_back=None)


def change_plan_step(talk: Talk, changed: PlanStep) -> Talk:
    """Return the talk with ``changed`` in the place of the step of the same id.

    If it is another step than before, its goal has to be told back again.
    """
    earlier = plan_step_of(talk.conversation.plan, changed.id)
    if earlier == changed:
        return talk
    if earlier.what != changed.what:
        what = of_family(talk, changed.what, earlier.what)
        changed = changed.model_copy(update={"what": what})
    goal = _goal_with(talk, changed.id)
    return with_goal(talk, goal.id, steps=_swapped(goal, changed), told_back=None)


def propose_plan_step(talk: Talk, step_id: str, proposed_by: Iterable[str]) -> Talk:
    """Return the talk in which a step was the idea of these people; it stays the same step."""
    step = plan_step_of(talk.conversation.plan, step_id)
    goal = _goal_with(talk, step_id)
    named = step.model_copy(update={"proposed_by": tuple(dict.fromkeys(proposed_by))})
    return with_goal(talk, goal.id, steps=_swapped(goal, named))


def with_doers(
    talk: Talk,
    step: PlanStep,
    who: Iterable[str],
    who_else: str | None = None,
    programme: str | None = None,
) -> PlanStep:
    """Return a step as what these people do; who does not sit at the table is still to be asked.

    Nobody is asked again who was named before, with their own yes.
    """
    doers, sitting = tuple(who), talk.conversation.participant_ids()
    said_yes = frozenset(step.who) - frozenset(step.to_ask)
    to_ask = tuple(one for one in doers if one not in sitting and one not in said_yes)
    asked_by = step.asked_by if to_ask else None
    named = {"who": doers, "who_else": who_else, "to_ask": to_ask, "asked_by": asked_by}
    return step.model_copy(update={**named, "programme": programme})


def let_ask(talk: Talk, step_id: str, person_id: str | None) -> Talk:
    """Return the talk in which this person asks who is still to be asked for a step.

    None where that is not known yet. It stays the same step.
    """
    step = plan_step_of(talk.conversation.plan, step_id)
    goal = _goal_with(talk, step_id)
    asked_by = person_id if step.to_ask else None
    changed = step.model_copy(update={"asked_by": asked_by})
    return with_goal(talk, goal.id, steps=_swapped(goal, changed))


def remove_plan_step(talk: Talk, step_id: str) -> Talk:
    """Return the talk without a step; its goal has to be told back again."""
    plan_step_of(talk.conversation.plan, step_id)
    goal = _goal_with(talk, step_id)
    kept = tuple(step for step in goal.steps if step.id != step_id)
    return with_goal(talk, goal.id, steps=kept, told_back=None)


def choose_programme(talk: Talk, goal_id: str, programme: str, name: str) -> Talk:
    """Return the talk with a programme as help for a goal; it has to be told back again.

    ``name`` is what the programme is called in standard words: it stays readable when the content
    no longer knows it.
    """
    goal = goal_of(talk.conversation.plan, goal_id)
    if programme in goal.programme_ids:
        return talk
    wording = {**talk.conversation.wording, name_id(programme): name}
    return with_goal(
        talk.changed(wording=wording),
        goal_id,
        programmes=(*goal.programmes, ChosenProgramme(id=programme)),
        told_back=None,
    )


def leave_programme(talk: Talk, goal_id: str, programme: str) -> Talk:
    """Return the talk without a programme for a goal, which has to be told back again."""
    goal = goal_of(talk.conversation.plan, goal_id)
    if programme not in goal.programme_ids:
        return talk
    kept = tuple(known for known in goal.programmes if known.id != programme)
    steps = tuple(
        step.model_copy(update={"programme": None}) if step.programme == programme else step
        for step in goal.steps
    )
    left = with_goal(talk, goal_id, programmes=kept, steps=steps, told_back=None)
    return _without_names(left, [programme])


def look_back_on(talk: Talk, day: date | None) -> Talk:
    """Return the talk with the day on which everybody looks back together."""
    plan = talk.conversation.plan.model_copy(update={"look_back_on": day})
    return talk.changed(plan=plan)


def talk_later_on(talk: Talk, topic: str, child_id: str | None, day: date | None) -> Talk:
    """Return the talk with the day on which a difference is talked about again."""
    difference = difference_on(talk.conversation, topic, child_id)
    if difference is None and not needs_a_day(talk, topic, child_id):
        message = "there is no difference on this topic"
        raise ValueError(message)
    others = tuple(each for each in talk.conversation.differences if each is not difference)
    base = difference or Difference(topic=topic, child_id=child_id)
    dated = base.model_copy(update={"later_on": day})
    is_empty = dated == Difference(topic=topic, child_id=child_id)
    return talk.changed(differences=others if is_empty else (*others, dated))


def goal_of(plan: Plan, goal_id: str) -> Goal:
    """Return the goal with this id; raises ``KeyError`` when there is none."""
    for goal in plan.goals:
        if goal.id == goal_id:
            return goal
    raise KeyError(goal_id)


def plan_step_of(plan: Plan, step_id: str) -> PlanStep:
    """Return the step with this id; raises ``KeyError`` when there is none."""
    for goal in plan.goals:
        for step in goal.steps:
            if step.id == step_id:
                return step
    raise KeyError(step_id)


def _goal_with(talk: Talk, step_id: str) -> Goal:
    goals = talk.conversation.plan.goals
    return next(goal for goal in goals if step_id in (step.id for step in goal.steps))


def _swapped(goal: Goal, changed: PlanStep) -> tuple[PlanStep, ...]:
    return tuple(changed if step.id == changed.id else step for step in goal.steps)


def _next_id(kind: str, taken: Iterable[str]) -> str:
    numbers = [int(tail) for known in taken if (tail := known.rpartition("-")[2]).isdigit()]
    return f"{kind}-{max(numbers, default=0) + 1}"


def _without_names(talk: Talk, programmes: Iterable[str]) -> Talk:
    """Forget the names of programmes that no goal has: what was taken away leaves no trace."""
    goals = talk.conversation.plan.goals
    chosen = {programme for goal in goals for programme in goal.programme_ids}
    gone = {name_id(programme) for programme in programmes if programme not in chosen}
    wording = {key: text for key, text in talk.conversation.wording.items() if key not in gone}
    return talk.changed(wording=wording)


def with_goal(talk: Talk, goal_id: str, **changes: object) -> Talk:
    """Return the talk in which fields of a goal are others."""
    goal_of(talk.conversation.plan, goal_id)
    goals = tuple(
        goal.model_copy(update=changes) if goal.id == goal_id else goal
        for goal in talk.conversation.plan.goals
    )
    return _with_goals(talk, goals)


def _with_goals(talk: Talk, goals: tuple[Goal, ...]) -> Talk:
    plan = talk.conversation.plan.model_copy(update={"goals": goals})
    return talk.changed(plan=plan)
