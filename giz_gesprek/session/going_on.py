"""A goal that was not wholly reached: a smaller step, somebody else, as it was, or without it.

What is chosen does something at once: the goal goes along into the plan, and what is to be another
thing is asked there and then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation import looking_back, planning, taking_along
from giz_gesprek.conversation.flow import next_step
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.steps import ThenStep
from giz_gesprek.session import acts
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.edits import remove_line
from giz_gesprek.session.looking_back import look_at_steps
from giz_gesprek.session.plan_steps import add_step, ask_days, ask_what, ask_when, ask_who
from giz_gesprek.session.until_given import sure_to_remove

if TYPE_CHECKING:
    from giz_gesprek.conversation.looked_back import Then
    from giz_gesprek.conversation.looking_back import GoalBefore
    from giz_gesprek.conversation.plan import Goal, PlanStep
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


async def go_on(session: Session, ask: Ask, act: acts.LookAtSteps | acts.GoOnWith) -> Done:
    """Look at the steps of a goal, or go on with it.

    Raises:
        StoreError: what was said or chosen could not be kept.

    """
    if isinstance(act, acts.GoOnWith):
        return await _go_on_with(session, ask, act.goal, act.then)
    await look_at_steps(session, ask, act.goal)
    return Done()


async def _go_on_with(session: Session, ask: Ask, goal_id: str, then: Then) -> Done:
    """Keep how everybody goes on with a goal, take it along or let it go."""
    before = looking_back.goal_before(session.talk, goal_id)
    standing = taking_along.in_plan(session.talk, before)
    if then == "let_go" and standing is not None:
        if not await sure_to_remove(session, ask, standing.words.text):
            return STAY
        remove_line(session, Line(kind="goal", id=standing.id))
    chosen = looking_back.go_on_with(session.talk, goal_id, then)
    session.keep(next_step(chosen), "answered", ThenStep(goal=goal_id).key)
    if then == "let_go":
        return Done()
    goal = standing or _taken_along(session, before)
    if goal is None:
        return Done(notice="goals.three_is_enough")
    if then == "as_it_was":
        await ask_days(session, ask, goal)
    else:
        await _change(session, ask, goal, then)
    return Done()


def _taken_along(session: Session, before: GoalBefore) -> Goal | None:
    """Take a goal along with every step that was not reached; None where it has no room."""
    if before not in taking_along.goals_to_take_along(session.talk):
        return None
    steps = [step.id for step in taking_along.steps_not_reached(session.talk, before)]
    taken = taking_along.take_along(session.talk, before.goal.id, steps, today=session.today)
    goal = taken.conversation.plan.goals[-1]
    session.keep(taken, "added", f"goal:{goal.id}")
    return goal


async def _change(session: Session, ask: Ask, goal: Goal, then: Then) -> None:
    """Ask for what is to be another thing: what a step is, or who do it; and when."""
    if not goal.steps:
        await add_step(session, ask, goal.id)
        return
    step = await _which(session, ask, goal)
    if step is None:
        return
    asked = ask_what if then == "smaller" else ask_who
    if await asked(session, ask, step.id):
        await ask_when(session, ask, step.id)


async def _which(session: Session, ask: Ask, goal: Goal) -> PlanStep | None:
    """Return the step that changes; asked where there are more."""
    if len(goal.steps) == 1:
        return goal.steps[0]
    question = session.phrases().text("looked_back.which_step")
    listed = [(step.id, " ".join(step.what.text.split())) for step in goal.steps]
    chosen = await ask.choose(ChoiceAsked(question, listed))
    return None if chosen is None else planning.plan_step_of(session.conversation.plan, chosen)
