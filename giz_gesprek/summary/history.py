"""The conversations before in the professional's words: on the record, and over the families."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from giz_gesprek.conversation.before import as_it_was
from giz_gesprek.conversation.history import GoalThen, TalkThen, history
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.document import Block, Heading
from giz_gesprek.summary.items import Item, TalkBefore
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.sentences import of_type
from giz_gesprek.summary.words import PaperNames


def talks_before(talk: Talk) -> Iterator[TalkBefore]:
    """Yield every conversation before this one, the oldest first, as it is known now."""
    told = history(talk.framework, (*talk.earlier, talk.conversation))
    yield from (TalkBefore(each) for each in told[:-1])


def for_the_record(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield for each conversation before when it was, on what, and what became of its goals."""
    before = of_type(items, TalkBefore)
    if before:
        yield Heading(words.text("document.history_label"), 2)
    for item in before:
        yield Heading(day_of(words, item.then), 3)
        yield Rows(tuple(Row(*each) for each in told_of(words, item.then)))


def day_of(words: PaperNames, then: TalkThen) -> str:
    """Return when a conversation was."""
    return words.day_of(then.conversation.started_at)


def told_of(words: PaperNames, then: TalkThen) -> Iterator[tuple[str, str]]:
    """Yield what is told of a conversation, each behind its label."""
    words = replace(words, talk=as_it_was(words.talk, then.conversation))
    yield words.text("document.state_label"), words.text(f"state.{then.conversation.state}")
    if then.topics:
        titles = "; ".join(words.topic(*about) for about in then.topics)
        yield words.text("document.history_topics"), titles
    for goal in then.goals:
        yield words.text("document.goal_label"), _goal(words, goal)


def _goal(words: PaperNames, then: GoalThen) -> str:
    said = f"“{then.goal.words.text}”"
    if then.outcome is None:
        return said
    return f"{said}\n{words.text(f'looked_back.{then.outcome}')}"
