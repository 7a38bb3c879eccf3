"""A goal of the time before that goes along into the plan of this conversation.

Owns which goals those are, and what of them goes along. It is a new agreement: it is told back
again, and whoever is not there is asked again.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from giz_gesprek.conversation.asking_for_help import ask_for_programme
from giz_gesprek.conversation.delicate import (
    is_all_delicate,
    is_delicate_programme,
    sensitive_topics,
)
from giz_gesprek.conversation.looking_back import (
    GoalBefore,
    goals_before,
    said_of,
    said_of_goal,
)
from giz_gesprek.conversation.plan import ChosenProgramme, Goal, PlanStep
from giz_gesprek.conversation.planning import (
    add_goal,
    add_plan_step,
    can_add_goal,
    change_plan_step,
    choose_programme,
    goal_of,
    propose_plan_step,
    tie_goal,
    with_doers,
    with_goal,
)
from giz_gesprek.conversation.programmes import name_id
from giz_gesprek.conversation.records import of_family
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import is_private


def goals_to_take_along(talk: Talk) -> tuple[GoalBefore, ...]:
    """Return the goals of the time before that can go along, in their order.

    Those that were not wholly reached nor let go, as far as anybody said, and that are not in the
    plan yet; none where there is no room for one more.
    """
    if not can_add_goal(talk):
        return ()
    here = {goal.words.text for goal in talk.conversation.plan.goals}
    done = {
        before.goal.id
        for before, said in said_of(talk)
        if said.outcome == "reached" or said.then == "let_go"
    }
    return tuple(
        before
        for before in goals_before(talk)
        if before.goal.words.text not in here and before.goal.id not in done
    )


def take_along(talk: Talk, goal_id: str, kept_steps: Collection[str], *, today: date) -> Talk:
    """Return the talk with a goal of the time before at the end of its plan.

    Of its steps those in ``kept_steps`` come along; a day that is past does not, and a
    rhythm is never past.

    Raises:
        KeyError: no such goal can go along.

    """
    before = {each.goal.id: each for each in goals_to_take_along(talk)}[goal_id]
    taken = add_goal(talk, before.goal.words, before.goal.words)
    new_id = taken.conversation.plan.goals[-1].id
    taken = tie_goal(taken, new_id, _topics_of(talk, before))
    why = before.goal.why
    if why is not None:
        taken = with_goal(taken, new_id, why=of_family(taken, why, why))
    for chosen in _programmes_of(talk, before):
        name = before.conversation.wording.get(name_id(chosen.id), chosen.id)
        taken = choose_programme(taken, new_id, chosen.id, name)
        if not _has_come(talk, goal_id, chosen.id):
            day = _to_come(chosen.by, today)
            taken = ask_for_programme(taken, new_id, chosen.id, chosen.asked_by, day)
    for step in before.goal.steps:
        if step.id in kept_steps:
            taken = _with_step(taken, new_id, step, today)
    return taken


def steps_not_reached(talk: Talk, before: GoalBefore) -> tuple[PlanStep, ...]:
    """Return the steps of a goal that were not wholly reached, as far as anybody said."""
    said = said_of_goal(talk, before.goal.id)
    looked_at = () if said is None else said.steps
    reached = {each.step_id for each in looked_at if each.outcome == "reached"}
    return tuple(step for step in before.goal.steps if step.id not in reached)


def in_plan(talk: Talk, before: GoalBefore) -> Goal | None:
    """Return the goal of the plan with the words of one of the time before; None without any."""
    goals = talk.conversation.plan.goals
    return next((goal for goal in goals if goal.words.text == before.goal.words.text), None)


def _with_step(talk: Talk, goal_id: str, step: PlanStep, today: date) -> Talk:
    added = add_plan_step(talk, goal_id, step.what, step.what)
    new = goal_of(added.conversation.plan, goal_id).steps[-1]
    goal = goal_of(added.conversation.plan, goal_id)
    programme = step.programme if step.programme in goal.programme_ids else None
    done_by = with_doers(added, new, step.who, step.who_else, programme)
    when = {"by": _to_come(step.by, today), "rhythm": step.rhythm}
    dated = change_plan_step(added, done_by.model_copy(update=when))
    return propose_plan_step(dated, new.id, step.proposed_by)


def _to_come(day: date | None, today: date) -> date | None:
    """Return a day that is not past."""
    return day if day is not None and day >= today else None


def _has_come(talk: Talk, goal_id: str, programme: str) -> bool:
    """Tell whether help is there by now: nobody has to ask for it."""
    said = said_of_goal(talk, goal_id)
    came = () if said is None else said.programmes
    return any(each.id == programme and each.outcome == "there" for each in came)


def _topics_of(talk: Talk, before: GoalBefore) -> tuple[str, ...]:
    """Return the topics of a goal; of one without any, those that made it delicate.

    So it stays delicate where other topics are talked about.
    """
    if before.goal.topics or not is_all_delicate(talk.framework, before.conversation):
        return before.goal.topics
    spoken = {view.topic for view in before.conversation.views}
    return tuple(topic for topic in sensitive_topics(talk.framework) if topic in spoken)


def _programmes_of(talk: Talk, before: GoalBefore) -> tuple[ChosenProgramme, ...]:
    """Return the help of a goal that is still there, and that everybody may hear of."""
    known = talk.framework.programmes
    there = (one for one in before.goal.programmes if one.id in known and not known[one.id].hidden)
    return tuple(
        each
        for each in there
        if is_private(talk) or not is_delicate_programme(talk.framework, each.id)
    )
