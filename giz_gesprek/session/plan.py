"""Writing the plan: what is asked for a goal, one question after the other.

Owns the order of these questions; what is kept goes through the session.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.offered import topics_of_picture
from giz_gesprek.conversation.telling_back import has_to_be_told_again
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.edits import remove_line
from giz_gesprek.session.help_for_goal import choose_help
from giz_gesprek.session.plan_contact import who_keeps_it
from giz_gesprek.session.plan_steps import add_step, ask_days, change_step, remove_step
from giz_gesprek.session.plan_words import say_why, tell_back
from giz_gesprek.session.taking_along import take_along
from giz_gesprek.session.until_given import sure_to_remove, words_until_kept

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.plan_edit import PlanEdit
    from giz_gesprek.session.session import Session

_NO_TOPIC: Final = "no-topic"
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
    return edit != "tell_back" and has_to_be_told_again(before, after)


async def _add_goal(session: Session, ask: Ask, _part_id: str) -> None:
    key = "goal:new"

    def keep(text: str) -> None:
        added = planning.add_goal(session.talk, session.own_words(text, session.first_voice))
        goal_id = added.conversation.plan.goals[-1].id
        session.keep(added, "added", f"goal:{goal_id}", drop_draft=key)

    if await words_until_kept(session, ask, _say(session, "goals.goal"), key, keep):
        goal_id = session.conversation.plan.goals[-1].id
        known = planning.topic_of_first_goal(session.talk)
        if known is None:
            await _tie_to_topic(session, ask, goal_id)
        else:
            session.keep(planning.tie_goal(session.talk, goal_id, [known]))
        # A goal without a first small step is a wish.
        await add_step(session, ask, goal_id)


async def _take_along(session: Session, ask: Ask, _part_id: str) -> None:
    taken = await take_along(session, ask)
    if taken is None:
        return
    if not taken.steps:
        # Nothing of how it went before is kept: then this goal begins with another small step.
        await add_step(session, ask, taken.id)
    await ask_days(session, ask, taken)


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


def _say(session: Session, text_id: str) -> str:
    return session.phrases().text(text_id)


_EDITS: Final[dict[PlanEdit, Callable[[Session, Ask, str], Awaitable[None]]]] = {
    "add_goal": _add_goal,
    "take_along": _take_along,
    "change_goal": _change_goal,
    "remove_goal": _remove_goal,
    "say_why": say_why,
    "tell_back": tell_back,
    "add_step": add_step,
    "change_step": change_step,
    "remove_step": remove_step,
    "choose_help": choose_help,
    "who_keeps_it": who_keeps_it,
}
