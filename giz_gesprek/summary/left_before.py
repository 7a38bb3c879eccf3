"""What became of what a visit before left for later: what both papers and the report tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.follow_up import LeftThen
from giz_gesprek.conversation.left import left_key, may_hear_settled, settled
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.presence import voices_at
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.document import Block, Heading, Paragraph, Section
from giz_gesprek.summary.items import Item, LeftSettled
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.sentences import of_type, said_by
from giz_gesprek.summary.words import PaperNames

_GOES: Final[LeftThen] = "not_needed"


def left_settled(talk: Talk, audience: Readers) -> Iterator[LeftSettled]:
    """Yield what was said of each thing that was left; what is talked about stands in its topic.

    That a topic is needed no more is for the record, and so is what not everybody here may hear.
    """
    delicate = sensitive_topics(talk.framework)
    for said in settled(talk):
        goes_home = said.then != _GOES and may_hear_settled(talk, said)
        if audience.has_to_do or goes_home:
            line = Line(kind="left_before", id=left_key(said))
            yield LeftSettled(said, said.topic in delicate, line=line)


def what_became_of_it(words: PaperNames, item: LeftSettled) -> str:
    """Return in a sentence what became of it, behind its topic."""
    topic = words.topic(item.said.topic, item.said.child_id)
    return f"{topic}\n{words.text(f'left.then_{item.said.then}')}"


def for_the_family(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield each topic, with what became of what was left on it."""
    settled_items = of_type(items, LeftSettled)
    if settled_items:
        yield Heading(words.text("left.title"), 2)
    for item in settled_items:
        heading = Heading(words.topic(item.said.topic, item.said.child_id), 3)
        told = Paragraph(words.text(f"left.then_{item.said.then}"))
        yield Section("looked_back", heading, (told,))


def for_the_record(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield the same with who said it."""
    settled_items = of_type(items, LeftSettled)
    if settled_items:
        yield Heading(words.text("document.left_label"), 2)
        yield Rows(tuple(_row(words, item) for item in settled_items))


def _row(words: PaperNames, item: LeftSettled) -> Row:
    who = voices_at(words.talk, item.said.present)
    told = said_by(words, words.text(f"left.{item.said.then}"), who)
    return Row(words.topic(item.said.topic, item.said.child_id), told)
