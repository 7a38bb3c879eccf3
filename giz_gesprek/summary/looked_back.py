"""What became of the plan of the time before: what both papers and the report tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.conversation.delicate import is_delicate_goal
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.looking_back import may_hear, said_of
from giz_gesprek.conversation.plan import Outcome
from giz_gesprek.conversation.presence import voices_at
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.agreed import goal_title
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.document import Block, Heading, Paragraph, Section
from giz_gesprek.summary.items import GoalLookedBackOn, Item
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.sentences import in_a_row, of_type, quote
from giz_gesprek.summary.words import PaperNames

_UNKNOWN: Final[Outcome] = "dont_know"


def goals_looked_back_on(talk: Talk, audience: Readers) -> Iterator[GoalLookedBackOn]:
    """Yield each goal of which somebody said what became of it.

    Not knowing is for the record, and so is what is delicate while others sit there.
    """
    for before, said in said_of(talk):
        delicate = is_delicate_goal(talk.framework, before.conversation, before.goal)
        goes_home = said.outcome != _UNKNOWN and may_hear(talk, before)
        if audience.has_to_do or goes_home:
            line = Line(kind="looked_back", id=before.goal.id)
            yield GoalLookedBackOn(before.goal, said, delicate, line=line)


def what_became(words: PaperNames, item: GoalLookedBackOn) -> str:
    """Return in a sentence what became of a goal."""
    return words.text(f"document.{item.said.outcome}")


def for_the_family(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield each goal in its own words, with what became of it."""
    looked_back = of_type(items, GoalLookedBackOn)
    if looked_back:
        yield Heading(words.text("looked_back.title"), 2)
    for item in looked_back:
        heading = Heading(goal_title(words, item.goal.topics), 3)
        told = (quote(words, item.goal.words), Paragraph(what_became(words, item)))
        yield Section("looked_back", heading, told)


def for_the_record(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield the same with who said it, before what this talk came to."""
    looked_back = of_type(items, GoalLookedBackOn)
    if looked_back:
        yield Heading(words.text("document.looked_back_label"), 2)
    for item in looked_back:
        present = voices_at(words.talk, item.said.present)
        who = in_a_row(words, [words.person(one) for one in present])
        outcome = words.text(f"looked_back.{item.said.outcome}")
        told = words.text("document.talk_said_by", what=outcome, who=who)
        yield Heading(goal_title(words, item.goal.topics), 3)
        yield quote(words, item.goal.words)
        yield Rows((Row(words.text("document.reached_label"), told),))
