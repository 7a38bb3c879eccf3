"""What was agreed, and what became of it, as lines of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.summary import agreed, sentences
from giz_gesprek.summary.items import (
    CoordinatorChosen,
    HelpChosen,
    Item,
    LeftSettled,
    LookBackOn,
    PersonAround,
    PointedAt,
    StepAgreed,
)
from giz_gesprek.summary.left_before import what_became_of_it
from giz_gesprek.summary.looked_back import steps_that_worked, what_became
from giz_gesprek.summary.looked_back_items import GoalLookedBackOn
from giz_gesprek.summary.people_around import told_of
from giz_gesprek.summary.plan_items import CalledFirst
from giz_gesprek.summary.programmes import chosen_help
from giz_gesprek.summary.sharing import knows
from giz_gesprek.summary.sharing_items import MayKnow

if TYPE_CHECKING:
    from giz_gesprek.summary.words import PaperNames


def text_of_plan(words: PaperNames, item: Item) -> str | None:
    """Return a part of the plan as a sentence of ours; None where only own words tell it."""
    text: str | None = None
    match item:
        case StepAgreed(step=step):
            line = agreed.agreement(words, step, step.what.text)
            text = " ".join(filter(None, (line.sentence, line.by, line.see)))
        case PointedAt():
            text = agreed.comes_first(words, item).text
        case LookBackOn():
            text = sentences.look_back(words, item).text
        case GoalLookedBackOn(goal=goal):
            worked = (f"{row.label}: {row.marked}" for row in steps_that_worked(words, item))
            text = "\n".join((f"“{goal.words.text}”", *what_became(words, item), *worked))
        case PersonAround(told=told):
            text = told_of(words, told)
        case LeftSettled():
            text = what_became_of_it(words, item)
        case HelpChosen():
            text = chosen_help(words, item).sentence
        case CoordinatorChosen() | CalledFirst():
            text = agreed.who_keeps_it(words, item)
        case MayKnow():
            text = "\n".join(next(knows(words, (item,))))
    return text
