"""Looking back on the time before: keeping what is said of it, each thing as its own.

What everybody does with a goal that was not wholly reached is in ``going_on``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from giz_gesprek.conversation import hard_days, looking_back
from giz_gesprek.conversation.flow import next_step
from giz_gesprek.conversation.steps import (
    HardDaysStep,
    HelpCameStep,
    QuestionStep,
    ReachedStep,
    SinceStep,
    StepReachedStep,
)
from giz_gesprek.session.acts import CarryOver, GoNext
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.outcomes import OUTCOMES

if TYPE_CHECKING:
    from giz_gesprek.conversation.change_log import Action
    from giz_gesprek.conversation.looked_back import HelpCame, Outcome, Since
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.session.acts import Act
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session


def said_at(session: Session, choice: str) -> bool:
    """Keep what was chosen where everybody looks back, and go on; False on any other step.

    Raises:
        StoreError: it could not be kept.

    """
    said = _said(session, choice)
    if said is not None:
        session.keep(next_step(said), "answered", session.step.key)
    return said is not None


def _said(session: Session, choice: str) -> Talk | None:
    talk, now = session.talk, session.now
    match session.step:
        case SinceStep():
            return hard_days.say_how_it_was(talk, cast("Since", choice), now=now)
        case ReachedStep(goal=goal):
            return looking_back.look_back_at(talk, goal, cast("Outcome", choice), now=now)
        case StepReachedStep(goal=goal, part=part):
            return looking_back.look_back_at_step(talk, goal, part, cast("Outcome", choice))
        case HelpCameStep(goal=goal, part=part):
            return looking_back.keep_what_came(talk, goal, part, cast("HelpCame", choice))
    return None


async def look_at_steps(session: Session, ask: Ask, goal_id: str) -> None:
    """Ask of each step what became of it, until that is left.

    Raises:
        StoreError: what was said could not be kept.

    """
    say = session.phrases().text
    before = looking_back.goal_before(session.talk, goal_id)
    options = [(name, say(text_id)) for name, text_id in OUTCOMES.items()]
    for step in before.goal.steps:
        question = f"“{step.what.text}”\n{say('looked_back.ask')}"
        chosen = await ask.choose(ChoiceAsked(question, options))
        if chosen is None:
            return
        said = looking_back.look_back_at_step(
            session.talk, goal_id, step.id, cast("Outcome", chosen)
        )
        session.keep(said, "answered", StepReachedStep(goal=goal_id, part=step.id).key)


def carried_over(session: Session, act: Act) -> bool:
    """Keep what holds of the time before about hard days, or let it go; False for any other act.

    Going on keeps every answer with which nothing was done.

    Raises:
        StoreError: it could not be kept.

    """
    match act:
        case CarryOver(question, kept):
            change = hard_days.keep if kept else hard_days.take_away
            changed = change(session.talk, question, now=session.now)
            key = QuestionStep(question=question).key
            session.keep(changed, "kept" if kept else "left", key)
        case GoNext() if isinstance(session.step, HardDaysStep):
            rest = hard_days.keep_the_rest(session.talk, now=session.now)
            action: Action | None = None if rest is session.talk else "kept"
            session.keep(next_step(rest), action, session.step.key)
        case _:
            return False
    return True
