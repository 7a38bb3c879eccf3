"""Writing a small step of the plan: what is done, by whom and when.

Owns the order of these questions; what is kept goes through the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.presence import sat_at_the_table
from giz_gesprek.conversation.table import can_do_a_step
from giz_gesprek.session.asking import ChoiceAsked, DayAsked, SeveralAsked
from giz_gesprek.session.dates import DayTyping
from giz_gesprek.session.edits import remove_line
from giz_gesprek.session.until_given import (
    day_until_given,
    name_until_given,
    sure_to_remove,
    words_until_kept,
)
from giz_gesprek.session.who_asks import ask_who_asks

if TYPE_CHECKING:
    from giz_gesprek.conversation.plan import Goal, PlanStep
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_SOMEBODY_ELSE: Final = "somebody-else"
_NOT_SAID: Final = "not-said"
_MOST_PEOPLE: Final = 8
"""Nine digits choose: the last one is somebody else; who comes after it has none."""


async def add_step(session: Session, ask: Ask, goal_id: str) -> None:
    """Ask for one more small step of a goal, who does it and when."""
    goal = planning.goal_of(session.conversation.plan, goal_id)
    key = f"step:new:{goal_id}"
    question = _say(session, "goals.next_step_what" if goal.steps else "goals.step_what")

    def keep(text: str) -> None:
        own = session.own_words(text, session.first_voice)
        added = planning.add_plan_step(session.talk, goal_id, own)
        step_id = planning.goal_of(added.conversation.plan, goal_id).steps[-1].id
        session.keep(added, "added", f"step:{step_id}", drop_draft=key)

    # What was said is kept before anybody thinks about who and when.
    if await words_until_kept(session, ask, question, key, keep):
        step_id = planning.goal_of(session.conversation.plan, goal_id).steps[-1].id
        here = (session, ask, step_id)
        if await _ask_who(*here) or await _ask_what_and_who(*here):
            await ask_when(*here)


async def change_step(session: Session, ask: Ask, step_id: str) -> None:
    """Ask the same of a step again, and whose idea it was."""
    if await _ask_what_and_who(session, ask, step_id) and await ask_when(session, ask, step_id):
        await _ask_whose_idea(session, ask, step_id)


async def _ask_what_and_who(session: Session, ask: Ask, step_id: str) -> bool:
    """Ask both; who comes back from the second is at the first again. False when that is left."""
    while await _ask_what(session, ask, step_id):
        if await _ask_who(session, ask, step_id):
            return True
    return False


async def _ask_what(session: Session, ask: Ask, step_id: str) -> bool:
    step = planning.plan_step_of(session.conversation.plan, step_id)
    key = f"step:{step_id}"
    is_first = _goal_with(session, step).steps[0].id == step_id
    question = _say(session, "goals.step_what" if is_first else "goals.next_step_what")

    def keep(text: str) -> None:
        what = session.own_words(text, step.what.author_id)
        changed = planning.change_plan_step(session.talk, step.model_copy(update={"what": what}))
        session.keep(changed, "changed", key, drop_draft=key)

    return await words_until_kept(session, ask, question, key, keep, earlier=step.what.text)


async def remove_step(session: Session, ask: Ask, step_id: str) -> None:
    """Take a step away, when that is sure."""
    step = planning.plan_step_of(session.conversation.plan, step_id)
    if await sure_to_remove(session, ask, step.what.text):
        remove_line(session, Line(kind="plan_step", id=step_id))


async def _ask_who(session: Session, ask: Ask, step_id: str) -> bool:
    step = await _with_who(session, ask, planning.plan_step_of(session.conversation.plan, step_id))
    if step is None:
        return False
    _keep_step(session, step)
    await ask_who_asks(session, ask, step_id)
    return True


async def ask_when(session: Session, ask: Ask, step_id: str, *, above: str = "") -> bool:
    """Ask when a step is done; ``above`` are its words, where they were not just said."""
    step = planning.plan_step_of(session.conversation.plan, step_id)
    question = "\n".join(filter(None, (above, _say(session, "goals.step_by"))))
    typing, again = DayTyping.of(session.phrases(), recurs=True), step.rhythm
    before = typing.rhythm_in_words(again) if again is not None else ""
    asked = DayAsked(question, today=session.today, day=step.by, rhythm=before)
    when = await day_until_given(session, ask, asked)
    if when is not None:
        _keep_step(session, step.model_copy(update={"by": when.day, "rhythm": when.rhythm}))
    return when is not None


async def _ask_whose_idea(session: Session, ask: Ask, step_id: str) -> None:
    """Ask who thought of a step, for the professional's paper; standing is that nobody said so."""
    step = planning.plan_step_of(session.conversation.plan, step_id)
    there = sat_at_the_table(session.conversation)[:_MOST_PEOPLE]
    people = [(one, session.talk.family.person(one).name) for one in there]
    options = [*people, (_NOT_SAID, _say(session, "goals.nobodys_idea"))]
    before = step.proposed_by[0] if len(step.proposed_by) == 1 else _NOT_SAID
    chosen = await ask.choose(
        ChoiceAsked(_say(session, "goals.whose_idea"), options, chosen=before)
    )
    if chosen is None or chosen == before:
        return
    proposed_by = [] if chosen == _NOT_SAID else [chosen]
    named = planning.propose_plan_step(session.talk, step_id, proposed_by)
    session.keep(named, "changed", f"step:{step_id}")


async def _with_who(session: Session, ask: Ask, step: PlanStep) -> PlanStep | None:
    """Ask who do a step: people of the family's list, and somebody else; None when it is left."""
    question = _say(session, "goals.step_who")
    people = [(person.id, person.name) for person in can_do_a_step(session.talk)]
    other = (_SOMEBODY_ELSE, _say(session, "goals.someone_else"))
    options = [*people[:_MOST_PEOPLE], other, *people[_MOST_PEOPLE:]]
    before = (*step.who, *((_SOMEBODY_ELSE,) if step.who_else else ()))
    hint = _say(session, "goals.more_people")
    chosen = await ask.several(SeveralAsked(question, hint, options, before))
    if chosen is None:
        return None
    name = None
    if _SOMEBODY_ELSE in chosen:
        earlier = step.who_else or ""
        name = await name_until_given(session, ask, question, earlier) or step.who_else
    offered = dict(options)
    # Whoever may not be named at this table stays.
    who = (
        *(each for each in chosen if each != _SOMEBODY_ELSE),
        *(each for each in step.who if each not in offered),
    )
    return planning.with_doers(session.talk, step, who, name)


def _keep_step(session: Session, step: PlanStep) -> None:
    changed = planning.change_plan_step(session.talk, step)
    session.keep(changed, "changed", f"step:{step.id}")


def _goal_with(session: Session, step: PlanStep) -> Goal:
    return next(goal for goal in session.conversation.plan.goals if step in goal.steps)


def _say(session: Session, text_id: str) -> str:
    return session.phrases().text(text_id)
