"""What a line of the report says, and whether those are own words or a choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from giz_gesprek.session.showing.off_paper_lines import text_off_paper, words_off_paper
from giz_gesprek.session.showing.plan_lines import text_of_plan
from giz_gesprek.summary import sentences
from giz_gesprek.summary.differences import difference_line
from giz_gesprek.summary.items import (
    AnswerGiven,
    ConclusionMade,
    DifferenceSeen,
    GoalSet,
    HardAgain,
    Item,
    LaterOn,
    StepAgreed,
    TopicAdded,
    TopicChosen,
)
from giz_gesprek.summary.looked_back_items import WhatHelped
from giz_gesprek.summary.plan_items import ToldBackSaid, WhyItMatters

if TYPE_CHECKING:
    from giz_gesprek.conversation.answers import OwnWords
    from giz_gesprek.session.step_data import StepData


def own_words_of_item(item: Item) -> OwnWords | None:
    """Return the own words that stand on the line of an item; None where it is a choice."""
    match item:
        case AnswerGiven(answer=answer) | ConclusionMade(answer=answer) | HardAgain(answer=answer):
            return answer.words
        case TopicAdded(reason=own):
            return own
        case (
            GoalSet(words=own)
            | WhyItMatters(words=own)
            | ToldBackSaid(words=own)
            | WhatHelped(words=own)
        ):
            return own
        case StepAgreed(step=step):
            return step.what
        case DifferenceSeen(outcome=outcome) if outcome is not None:
            return outcome.words
        case _:
            return words_off_paper(item)


def is_a_choice(item: Item) -> bool:
    """Tell whether somebody chose what stands on the line of an item."""
    match item:
        case AnswerGiven(answer=answer) | ConclusionMade(answer=answer) | HardAgain(answer=answer):
            return answer.words is None
        case DifferenceSeen(outcome=outcome) if outcome is not None:
            return outcome.choice is not None
        case _:
            return False


def text_of_item(data: StepData, item: Item, items: Sequence[Item]) -> str | None:
    """Return an item as a sentence of ours; None where only own words tell it."""
    words, text = data.words, None
    match item:
        case DifferenceSeen():
            text = difference_line(words, item, _later_on(item, items)).text
        case ConclusionMade(answer=answer) | HardAgain(answer=answer) if answer.words is None:
            text = sentences.chosen_together(words, answer).sentence
        case AnswerGiven(answer=answer) if answer.words is None:
            text = sentences.chosen_by(words, item).sentence
        case TopicChosen():
            text = words.topic(item.topic, item.child_id)
        case TopicAdded(reason=None):
            topic = data.phrases.inside(words.topic(item.topic, item.child_id))
            text = data.say("topics.added", name=words.person(item.by_id), topic=topic)
        case _:
            text = text_of_plan(words, item) or text_off_paper(words, item)
    return text


def _later_on(difference: DifferenceSeen, items: Sequence[Item]) -> LaterOn | None:
    here = (difference.topic, difference.child_id)
    days = (item for item in items if isinstance(item, LaterOn))
    return next((day for day in days if (day.topic, day.child_id) == here), None)
