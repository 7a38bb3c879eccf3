"""What was agreed the time before, and what became of it: a next visit begins there.

Owns which goals are asked about, what is asked of each, and what is kept of the answers. A goal
about something that waits for a moment alone waits too, and nothing tells so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.delicate import is_delicate_goal, is_delicate_programme
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.looked_back import (
    WORKED,
    HelpCame,
    LookedBack,
    Outcome,
    ProgrammeLookedBack,
    StepLookedBack,
    Then,
)
from giz_gesprek.conversation.plan import Goal, PlanStep
from giz_gesprek.conversation.programmes import is_for_families
from giz_gesprek.conversation.records import of_family
from giz_gesprek.conversation.steps import (
    HelpCameStep,
    HelpedStep,
    ReachedStep,
    Step,
    StepReachedStep,
    ThenStep,
)
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, is_private

_NOT_WHOLLY: Final[tuple[Outcome, ...]] = ("a_little", "not_reached")


@dataclass(frozen=True)
class GoalBefore:
    """A goal, and the conversation in which it was set."""

    conversation: Conversation
    goal: Goal


def goals_before(talk: Talk) -> tuple[GoalBefore, ...]:
    """Return the goals of the last conversation before this one that has any, in their order.

    Those which everybody who sits there may hear.
    """
    return tuple(before for before in _all_before(talk) if may_hear(talk, before))


def goal_before(talk: Talk, goal_id: str) -> GoalBefore:
    """Return the goal with this id; raises ``KeyError`` where nobody is asked about such a goal."""
    return {before.goal.id: before for before in goals_before(talk)}[goal_id]


def goes_on_with(talk: Talk) -> tuple[str, ...]:
    """Return the ids of the goals of the time before with which everybody wants to go on."""
    return tuple(
        said.goal_id
        for said in talk.conversation.looked_back
        if said.then is not None and said.then != "let_go"
    )


def step_before(before: GoalBefore, step_id: str) -> PlanStep:
    """Return the step with this id of such a goal; raises ``KeyError`` when there is none."""
    return {step.id: step for step in before.goal.steps}[step_id]


def may_hear(talk: Talk, before: GoalBefore) -> bool:
    """Tell whether everybody who sits there may hear a goal.

    A delicate one is heard by who set it, with professionals and nobody else.
    """
    if not is_delicate_goal(talk.framework, before.conversation, before.goal):
        return True
    return is_private(talk) and set(before.goal.words.authors).issuperset(family_voices(talk))


def asked_of(talk: Talk, before: GoalBefore) -> Iterator[Step]:
    """Yield what is asked of a goal: what became of it, and then only what says something more."""
    goal = before.goal
    yield ReachedStep(goal=goal.id)
    said = said_of_goal(talk, goal.id)
    if said is None:
        return
    for step in goal.steps:
        if _is_asked_by_itself(goal, said, step):
            yield StepReachedStep(goal=goal.id, part=step.id)
    if said.helped or any(one in WORKED for one in _outcomes(said)):
        yield HelpedStep(goal=goal.id)
    for programme in programmes_asked_after(talk, before):
        yield HelpCameStep(goal=goal.id, part=programme)
    if said.outcome in _NOT_WHOLLY:
        yield ThenStep(goal=goal.id)


def can_look_at_steps(before: GoalBefore, said: LookedBack) -> bool:
    """Tell whether the steps of a goal that was reached can be looked at all the same."""
    return said.outcome == "reached" and len(before.goal.steps) > 1 and not said.steps


def programmes_asked_after(talk: Talk, before: GoalBefore) -> tuple[str, ...]:
    """Return the help of a goal that a family may read of, and everybody who sits there."""
    return tuple(
        programme
        for programme in before.goal.programme_ids
        if is_for_families(talk.framework, programme)
        and (is_private(talk) or not is_delicate_programme(talk.framework, programme))
    )


def said_of(talk: Talk) -> tuple[tuple[GoalBefore, LookedBack], ...]:
    """Return each goal of which somebody said what became of it, with what was said."""
    goals = {(one.conversation.id, one.goal.id): one for one in _all_before(talk)}
    return tuple(
        (goals[said.conversation_id, said.goal_id], said)
        for said in talk.conversation.looked_back
        if (said.conversation_id, said.goal_id) in goals
    )


def said_of_goal(talk: Talk, goal_id: str) -> LookedBack | None:
    """Return what was said of the goal with this id; None while nothing was."""
    return next((said for before, said in said_of(talk) if before.goal.id == goal_id), None)


def look_back_at(talk: Talk, goal_id: str, outcome: Outcome, *, now: datetime) -> Talk:
    """Return the talk in which everybody who sits there says what became of a goal.

    What was said of its steps and its help stays; how to go on only where that is still asked.

    Raises:
        KeyError: nobody is asked about such a goal.

    """
    before, earlier = goal_before(talk, goal_id), said_of_goal(talk, goal_id)
    said = LookedBack(
        conversation_id=before.conversation.id,
        goal_id=goal_id,
        outcome=outcome,
        present=talk.conversation.participant_ids(),
        at=now,
    )
    if earlier is not None:
        kept = {"steps": earlier.steps, "helped": earlier.helped, "programmes": earlier.programmes}
        then = earlier.then if outcome in _NOT_WHOLLY else None
        said = said.model_copy(update={**kept, "then": then})
    return _with(talk, said)


def look_back_at_step(talk: Talk, goal_id: str, step_id: str, outcome: Outcome) -> Talk:
    """Return the talk in which everybody says what became of one step of such a goal.

    Raises:
        KeyError: nothing was said of the goal yet, or it has no such step.

    """
    before, said = goal_before(talk, goal_id), _said(talk, goal_id)
    step_before(before, step_id)
    new = StepLookedBack(step_id=step_id, outcome=outcome)
    order = [step.id for step in before.goal.steps]
    steps = [*(each for each in said.steps if each.step_id != step_id), new]
    ordered = tuple(sorted(steps, key=lambda each: order.index(each.step_id)))
    return _with(talk, said.model_copy(update={"steps": ordered}))


def keep_what_helped(talk: Talk, goal_id: str, helped: OwnWords | None) -> Talk:
    """Return the talk with what helped, in the words of the family at the table, or without.

    Raises:
        KeyError: nothing was said of the goal yet.

    """
    said = _said(talk, goal_id)
    own = of_family(talk, helped, said.helped) if helped is not None else None
    return _with(talk, said.model_copy(update={"helped": own}))


def keep_what_came(talk: Talk, goal_id: str, programme: str, outcome: HelpCame) -> Talk:
    """Return the talk in which everybody says what became of asking for help.

    Raises:
        KeyError: nothing was said of the goal yet.

    """
    said = _said(talk, goal_id)
    new = ProgrammeLookedBack(id=programme, outcome=outcome)
    others = (each for each in said.programmes if each.id != programme)
    return _with(talk, said.model_copy(update={"programmes": (*others, new)}))


def go_on_with(talk: Talk, goal_id: str, then: Then) -> Talk:
    """Return the talk in which everybody chooses how to go on with a goal.

    Raises:
        KeyError: nothing was said of the goal yet.

    """
    return _with(talk, _said(talk, goal_id).model_copy(update={"then": then}))


def take_back(talk: Talk, goal_id: str) -> Talk:
    """Return the talk in which nothing is said of this goal of the conversation before."""
    others = (each for each in talk.conversation.looked_back if each.goal_id != goal_id)
    return talk.changed(looked_back=tuple(others))


def _is_asked_by_itself(goal: Goal, said: LookedBack, step: PlanStep) -> bool:
    """Tell whether a step says more than its goal: not where it is the only one, or all worked."""
    looked_at = step.id in {each.step_id for each in said.steps}
    return looked_at or (said.outcome != "reached" and len(goal.steps) > 1)


def _outcomes(said: LookedBack) -> tuple[Outcome, ...]:
    return (said.outcome, *(each.outcome for each in said.steps))


def _said(talk: Talk, goal_id: str) -> LookedBack:
    said = said_of_goal(talk, goal_id)
    if said is None:
        raise KeyError(goal_id)
    return said


def _with(talk: Talk, said: LookedBack) -> Talk:
    """Return the talk with what was said of a goal, all of it in the order of the goals."""
    order = [before.goal.id for before in _all_before(talk)]
    kept = (*take_back(talk, said.goal_id).conversation.looked_back, said)
    here = [each for each in kept if each.goal_id in order]
    return talk.changed(looked_back=tuple(sorted(here, key=lambda each: order.index(each.goal_id))))


def _all_before(talk: Talk) -> tuple[GoalBefore, ...]:
    last = next((each for each in reversed(talk.earlier) if each.plan.goals), None)
    if last is None:
        return ()
    done = {
        (said.conversation_id, said.goal_id)
        for between in talk.earlier
        for said in between.looked_back
        if said.outcome == "reached" or said.then == "let_go"
    }
    return tuple(
        GoalBefore(last, goal) for goal in last.plan.goals if (last.id, goal.id) not in done
    )
