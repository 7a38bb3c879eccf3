"""Taking a goal of the time before along into the plan: which one, and with which of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation import taking_along
from giz_gesprek.session.asking import ChoiceAsked, SeveralAsked
from giz_gesprek.summary.agreed import agreement
from giz_gesprek.summary.words import PaperNames

if TYPE_CHECKING:
    from giz_gesprek.conversation.plan import Goal
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


async def take_along(session: Session, ask: Ask) -> Goal | None:
    """Ask for a goal and its steps; return it as it stands in the plan, None when that was left.

    Raises:
        StoreError: it could not be kept.

    """
    say = session.phrases().text
    offered = {each.goal.id: each.goal for each in taking_along.goals_to_take_along(session.talk)}
    listed = [(goal_id, f"“{_on_one_line(goal.words.text)}”") for goal_id, goal in offered.items()]
    chosen = await ask.choose(ChoiceAsked(say("goals.which_along"), listed))
    if chosen is None:
        return None
    kept = await _steps_of(session, ask, offered[chosen])
    if kept is None:
        return None
    taken = taking_along.take_along(session.talk, chosen, kept, today=session.today)
    goal = taken.conversation.plan.goals[-1]
    session.keep(taken, "added", f"goal:{goal.id}")
    return goal


async def _steps_of(session: Session, ask: Ask, goal: Goal) -> tuple[str, ...] | None:
    """Ask which steps stay; none does by itself, as they were made for another time."""
    if not goal.steps:
        return ()
    say = session.phrases().text
    words = PaperNames.of(session.library, session.talk, session.calendar)
    agreed = [(step.id, agreement(words, step, step.what.text)) for step in goal.steps]
    listed = [
        (step_id, _on_one_line(" · ".join(filter(None, (one.who, one.what)))))
        for step_id, one in agreed
    ]
    asked = SeveralAsked(
        say("goals.steps_along"), say("goals.other_step"), listed, may_be_none=True
    )
    return await ask.several(asked)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
