"""The professional's paper: everything that was said, each in the right voice, for the record.

It begins with what came of the talk, under the headings that youth health care files under; what
everybody said follows, topic by topic. What stands in which part is in ``record_head``,
``record_conclusion``, ``record_plan`` and ``record_topics``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.summary import history, left_before, looked_back, people_around
from giz_gesprek.summary.document import Block, Note, Paragraph
from giz_gesprek.summary.items import AtTheTable, Item, TalkBefore
from giz_gesprek.summary.listed import Rows
from giz_gesprek.summary.record_conclusion import conclusions
from giz_gesprek.summary.record_head import agreed, head, who_was_there
from giz_gesprek.summary.record_plan import hard_days, plan
from giz_gesprek.summary.record_topics import topics
from giz_gesprek.summary.words import PaperNames

_MADE_WITH: Final = "giz_gesprek"


def professional_blocks(
    words: PaperNames, items: Sequence[Item], *, app_version: str
) -> tuple[Block, ...]:
    """Return the paper. Of a talk that the family did not want it says only that."""
    made_with = " · ".join(filter(None, (app_version, words.talk.conversation.content_version)))
    end = f"{_MADE_WITH} {made_with}"
    if words.talk.conversation.state == "declined":
        said = _no(words)
    elif all(isinstance(item, AtTheTable | TalkBefore) for item in items):
        said = _nothing_yet(words, items)
    else:
        said = _everything(words, items)
        # Whose opinions these are: where there are none, there is nothing to say about them.
        end = f"{words.text('document.no_score')} {end}"
    return (*head(words, items), *said, Note(end))


def _no(words: PaperNames) -> Iterator[Block]:
    yield Rows(tuple(agreed(words)))
    yield Paragraph(words.text("document.no_talk"))


def _nothing_yet(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    yield from who_was_there(words, items)
    yield from people_around.for_the_record(words, items)
    yield Paragraph(words.text("document.nothing_yet"))
    yield from history.for_the_record(words, items)


def _everything(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    yield from looked_back.for_the_record(words, items)
    yield from left_before.for_the_record(words, items)
    yield from conclusions(words, items)
    yield from plan(words, items)
    yield from people_around.for_the_record(words, items)
    yield from hard_days(words, items)
    yield from who_was_there(words, items)
    yield from topics(words, items)
    yield from history.for_the_record(words, items)
