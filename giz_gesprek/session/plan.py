"""Writing the plan: what is asked for a goal and its steps, one question after the other.

Owns the order of these questions; what is kept goes through the session.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.offered import topics_of_picture
from giz_gesprek.conversation.presence import sat_at_the_table
from giz_gesprek.conversation.table import can_do_a_step
from giz_gesprek.session.asking import (
    ChoiceAsked,
    DayAsked,
    SeveralAsked,
    SureAsked,
    day_until_given,
    name_until_given,
    sure_to_remove,
    words_until_kept,
)
from giz_gesprek.session.edits import remove_line
from giz_gesprek.session.help_for_goal import choose_help
from giz_gesprek.session.taking_along import take_along
from giz_gesprek.session.who_asks import ask_who_asks

if TYPE_CHECKING:
    from giz_gesprek.conversation.plan import Goal, PlanStep
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.plan_edit import PlanEdit
    from giz_gesprek.session.session import Session

_SOMEBODY_ELSE: Final = "somebody-else"
_NOT_SAID: Final = "not-said"
_NO_TOPIC: Final = "no-topic"
_MOST_PEOPLE: Final = 8
"""Nine digits choose: the last one is somebody else; who comes after it has none."""
_MOST_TOPICS: Final = 8
"""The last one is none of them."""


async def edit_plan(session: Session, ask: Ask, edit: PlanEdit, part_id: str) -> bool:
    """Write a part of the plan; return whether a goal that was told back is another one now.

    Raises:
        StoreError: what was chosen could not be kept.

    """
    before = session.conversation.plan
    await _EDITS[edit](session, ask, part_id)
    after = session.conversation.plan
    return edit != "tell_back" and planning.has_to_be_told_again(before, after)


async def _add_goal(session: Session, ask: Ask, _part_id: str) -> None:
    key = "goal:new"

    def keep(text: str) -> None:
        added = planning.add_goal(session.talk, session.own_words(text, session.first_voice))
        goal_id = added.conversation.plan.goals[-1].id
        session.keep(added, "added", f"goal:{goal_id}", drop_draft=key)

    if await words_until_kept(session, ask, _say(session, "goals.goal"), key, keep):
        goal_id = session.conversation.plan.goals[-1].id
        await _tie_to_topic(session, ask, goal_id)
        # A goal without a first small step is a wish.
        await _add_step(session, ask, goal_id)


async def _take_along(session: Session, ask: Ask, _part_id: str) -> None:
    taken = await take_along(session, ask)
    if taken is None:
        return
    if not taken.steps:
        # Nothing of how it went before is kept: then this goal begins with another small step.
        await _add_step(session, ask, taken.id)
    for step in taken.steps:
        if step.by is None and not await _ask_when(
            session, ask, step.id, above=f"“{step.what.text}”"
        ):
            return


async def _change_goal(session: Session, ask: Ask, goal_id: str) -> None:
    goal, key = planning.goal_of(session.conversation.plan, goal_id), f"goal:{goal_id}"

    def keep(text: str) -> None:
        own = session.own_words(text, goal.words.author_id)
        session.keep(
            planning.change_goal(session.talk, goal_id, own), "changed", key, drop_draft=key
        )

    question = _say(session, "goals.goal")
    if await words_until_kept(session, ask, question, key, keep, earlier=goal.words.text):
        await _tie_to_topic(session, ask, goal_id)


async def _tie_to_topic(session: Session, ask: Ask, goal_id: str) -> None:
    """Ask to which topic a goal belongs, that at which the parent pointed first; or to none."""
    plan, about = session.conversation.plan, topics_of_picture(session.talk)
    topics = [topic for topic, _child_id in about]
    if plan.comes_first is not None and plan.comes_first.topic in topics:
        topics.insert(0, plan.comes_first.topic)
    offered = tuple(dict.fromkeys(topics))[:_MOST_TOPICS]
    if not offered:
        return
    before = planning.goal_of(plan, goal_id).topics
    chosen = await ask.choose(
        ChoiceAsked(
            _say(session, "goals.topic"),
            [
                *((topic, _say(session, f"{topic}.title")) for topic in offered),
                (_NO_TOPIC, _say(session, "goals.no_topic")),
            ],
            chosen=before[0] if before else None,
        )
    )
    if chosen is not None:
        tied = planning.tie_goal(session.talk, goal_id, [] if chosen == _NO_TOPIC else [chosen])
        session.keep(tied, "changed", f"goal:{goal_id}")


async def _remove_goal(session: Session, ask: Ask, goal_id: str) -> None:
    goal = planning.goal_of(session.conversation.plan, goal_id)
    if await sure_to_remove(session, ask, goal.words.text):
        remove_line(session, Line(kind="goal", id=goal_id))


async def _tell_back(session: Session, ask: Ask, goal_id: str) -> None:
    told = await ask.sure(
        SureAsked(
            _say(session, "goals.tell_back"),
            yes=_say(session, "button.told_back"),
            no=_say(session, "button.not_told_back"),
        )
    )
    marked = planning.mark_told_back(session.talk, goal_id, told_back=told)
    session.keep(marked, "told-back" if told else "not-told-back", f"goal:{goal_id}")


async def _add_step(session: Session, ask: Ask, goal_id: str) -> None:
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
            await _ask_when(*here)


async def _change_step(session: Session, ask: Ask, step_id: str) -> None:
    if await _ask_what_and_who(session, ask, step_id) and await _ask_when(session, ask, step_id):
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


async def _remove_step(session: Session, ask: Ask, step_id: str) -> None:
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


async def _ask_when(session: Session, ask: Ask, step_id: str, *, above: str = "") -> bool:
    """Ask for the day of a step; ``above`` are its words, where they were not just said."""
    step = planning.plan_step_of(session.conversation.plan, step_id)
    question = "\n".join(filter(None, (above, _say(session, "goals.step_by"))))
    asked = DayAsked(question, today=session.today, day=step.by)
    day = await day_until_given(session, ask, asked)
    if day is not None:
        _keep_step(session, step.model_copy(update={"by": day.day}))
    return day is not None


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


_EDITS: Final[dict[PlanEdit, Callable[[Session, Ask, str], Awaitable[None]]]] = {
    "add_goal": _add_goal,
    "take_along": _take_along,
    "change_goal": _change_goal,
    "remove_goal": _remove_goal,
    "tell_back": _tell_back,
    "add_step": _add_step,
    "change_step": _change_step,
    "remove_step": _remove_step,
    "choose_help": choose_help,
}
