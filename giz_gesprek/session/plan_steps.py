"""Writing a small step of the plan: what is done, by whom and when.

Owns the order of these questions; what is kept goes through the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.presence import sat_at_the_table
from giz_gesprek.conversation.programmes import can_do_a_step_too
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
from giz_gesprek.summary.words import PaperNames

if TYPE_CHECKING:
    from giz_gesprek.conversation.plan import Goal, PlanStep
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_SOMEBODY_ELSE: Final = "somebody-else"
_NOBODY_YET: Final = "nobody-yet"
_PROGRAMME: Final = "programme:"
_NOT_SAID: Final = "not-said"
_MOST_PEOPLE: Final = 8
"""Nine digits choose: the last one is that nobody said so."""
_MOST_DOERS: Final = 7
"""Nine digits choose: the last ones are somebody else, and nobody yet; who comes after has none."""


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
        if await ask_who(*here) or await _ask_what_and_who(*here):
            await ask_when(*here)


async def change_step(session: Session, ask: Ask, step_id: str) -> None:
    """Ask the same of a step again, and whose idea it was."""
    if await _ask_what_and_who(session, ask, step_id) and await ask_when(session, ask, step_id):
        await _ask_whose_idea(session, ask, step_id)


async def _ask_what_and_who(session: Session, ask: Ask, step_id: str) -> bool:
    """Ask both; who comes back from the second is at the first again. False when that is left."""
    while await ask_what(session, ask, step_id):
        if await ask_who(session, ask, step_id):
            return True
    return False


async def ask_what(session: Session, ask: Ask, step_id: str) -> bool:
    """Ask for other words for a step; False when that is left."""
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


async def ask_who(session: Session, ask: Ask, step_id: str) -> bool:
    """Ask who do a step, and tell who is still to be asked; False when that is left."""
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


async def ask_days(session: Session, ask: Ask, goal: Goal) -> None:
    """Ask when each step of a goal is done of which that is open, until that is left."""
    for step in goal.steps:
        is_open = step.by is None and step.rhythm is None
        above = f"“{step.what.text}”"
        if is_open and not await ask_when(session, ask, step.id, above=above):
            return


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
    """Ask who do a step; None when it is left.

    People of the family's list, help that was chosen for the goal, somebody else, or nobody yet:
    a day can be known before it is known who.
    """
    question, hint = _say(session, "goals.step_who"), _say(session, "goals.more_people")
    offered = _who_can(session, step)
    last = [(_SOMEBODY_ELSE, "goals.someone_else"), (_NOBODY_YET, "goals.nobody_yet")]
    listed = [*offered.items()]
    options = [
        *listed[:_MOST_DOERS],
        *((each, _say(session, text_id)) for each, text_id in last),
        *listed[_MOST_DOERS:],
    ]
    chosen = await ask.several(SeveralAsked(question, hint, options, _named(step)))
    if chosen is None:
        return None
    name = None
    if _SOMEBODY_ELSE in chosen:
        earlier = step.who_else or ""
        name = await name_until_given(session, ask, question, earlier) or step.who_else
    # Whoever may not be named at this table stays.
    left = tuple(one for one in step.who if one not in offered)
    who = tuple(one for one in chosen if one in offered and not one.startswith(_PROGRAMME))
    helps = [one.removeprefix(_PROGRAMME) for one in chosen if one.startswith(_PROGRAMME)]
    return planning.with_doers(session.talk, step, (*who, *left), name, next(iter(helps), None))


def _who_can(session: Session, step: PlanStep) -> dict[str, str]:
    """Return who can do a step, by id: the help of its goal last, by name."""
    talk, goal = session.talk, _goal_with(session, step)
    words = PaperNames.of(session.library, talk, session.calendar)
    helps = {
        f"{_PROGRAMME}{programme}": words.programme(programme)
        for programme in goal.programme_ids
        if can_do_a_step_too(talk.framework, programme)
    }
    return {**{person.id: person.name for person in can_do_a_step(talk)}, **helps}


def _named(step: PlanStep) -> tuple[str, ...]:
    """Return who was chosen before; nobody in a step that was never asked about is no choice."""
    else_ = (_SOMEBODY_ELSE,) if step.who_else else ()
    helps = (f"{_PROGRAMME}{step.programme}",) if step.programme is not None else ()
    named = (*step.who, *helps, *else_)
    return named or ((_NOBODY_YET,) if step.by is not None or step.rhythm is not None else ())


def _keep_step(session: Session, step: PlanStep) -> None:
    changed = planning.change_plan_step(session.talk, step)
    session.keep(changed, "changed", f"step:{step.id}")


def _goal_with(session: Session, step: PlanStep) -> Goal:
    return next(goal for goal in session.conversation.plan.goals if step in goal.steps)


def _say(session: Session, text_id: str) -> str:
    return session.phrases().text(text_id)
