"""What stands in an item, of whatever kind it is."""

from __future__ import annotations

from giz_gesprek.conversation.answers import Answer, OwnWords
from giz_gesprek.summary.items import (
    AnswerGiven,
    ConclusionMade,
    DifferenceSeen,
    GoalSet,
    HardAgain,
    Item,
    PersonAround,
    StepAgreed,
    TopicAdded,
)
from giz_gesprek.summary.plan_items import ToldBackSaid, WhyItMatters


def answer_in(item: Item) -> Answer | None:
    """Return the answer that an item tells, if it tells one."""
    if isinstance(item, AnswerGiven | ConclusionMade | HardAgain):
        return item.answer
    return item.outcome if isinstance(item, DifferenceSeen) else None


def choice_in(item: Item) -> str | None:
    """Return the choice that an item tells, or that nobody knew; None for anything else."""
    answer = answer_in(item)
    if answer is None or answer.words is not None:
        return None
    return answer.choice or answer.state


def own_words_in(item: Item) -> OwnWords | None:
    """Return the own words in an item, if there are any."""
    if (answer := answer_in(item)) is not None:
        return answer.words
    if isinstance(item, GoalSet | WhyItMatters | ToldBackSaid):
        return item.words
    if isinstance(item, StepAgreed):
        return item.step.what
    return item.reason if isinstance(item, TopicAdded) else None


def all_own_words_in(item: Item) -> tuple[OwnWords, ...]:
    """Return every piece of own words in an item: of somebody around the family there are two."""
    if isinstance(item, PersonAround):
        return item.told.own_words
    own = own_words_in(item)
    return () if own is None else (own,)
