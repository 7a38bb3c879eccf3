"""The faces of all voices in short, side by side, for a family that wants them on its paper.

Shows what each chose: no number, no sum, no order of weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giz_gesprek.summary.document import Block, Heading, Question, SideBySide
from giz_gesprek.summary.items import AnswerGiven, Item
from giz_gesprek.summary.sentences import by_topic, of_type, voices
from giz_gesprek.summary.words import PaperNames


def overview(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield every side with its topics and what each chose there; nothing where nobody chose."""
    framework = words.framework
    faces = [
        item
        for item in of_type(items, AnswerGiven)
        if item.answer.choice is not None and framework.is_beside(item.answer.question)
    ]
    if faces:
        yield Heading(words.text("whole.title"), 2)
    for side in framework.sides:
        of_side = [item for item in faces if framework.side_of(item.topic) == side]
        if of_side:
            yield Heading(words.text(f"side.{side}"), 3)
        for first, group in by_topic(of_side):
            topic = Question(words.topic(first.topic, first.child_id))
            yield SideBySide(topic, voices(words, group))
