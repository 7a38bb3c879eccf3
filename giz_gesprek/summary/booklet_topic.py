"""One topic in the empty booklet: two pages that lie open beside each other.

On the left what everybody says about it, the family first. On the right how the answers lie next
to each other, and what is chosen together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from giz_gesprek.conversation.voices import is_appraisal
from giz_gesprek.summary.booklet_blocks import (
    BookletBlock,
    Boxes,
    Columns,
    Lines,
    Opening,
    Sheet,
)
from giz_gesprek.summary.booklet_words import ANSWER_LINES, BookletWords
from giz_gesprek.summary.document import Heading, Paragraph

_ADDED_LINES: Final = 2
_ROOM_LINES: Final = 8


def topic_sheets(words: BookletWords, topic: str) -> tuple[Sheet, Sheet]:
    """Return the two pages of a topic: everything that is asked about it, in order."""
    title = words.text(f"{topic}.title")
    left = Sheet(tuple(_told(words, topic)), title)
    right = Sheet(tuple(_together(words, topic)), title)
    return left, right


def _told(words: BookletWords, topic: str) -> Iterator[BookletBlock]:
    title = words.topic_box(topic)
    heading = Heading(title.label, 3, title.picture)
    yield Opening(heading, words.text(f"{topic}.opening"))
    for question in _questions(words, topic, "family"):
        yield words.asked(question, topic)
    yield Heading(words.text("turn.title"), 4)
    lines = _ADDED_LINES if _can_differ(words, topic) else ANSWER_LINES
    for question in _questions(words, topic, "professional"):
        yield words.asked(question, topic, lines=lines)


def _together(words: BookletWords, topic: str) -> Iterator[BookletBlock]:
    can_differ = _can_differ(words, topic)
    if can_differ:
        yield Heading(words.text("side_by_side.title"), 4)
        yield from _difference(words)
    yield Heading(words.text("conclusion.title"), 4)
    yield from _conclusion(words)
    if not can_differ:
        yield Lines(words.text("booklet.room"), _ROOM_LINES)


def _questions(words: BookletWords, topic: str, asked_of: str) -> Iterator[str]:
    framework = words.framework
    for question in framework.question_sets[framework.topics[topic].set]:
        spec = framework.questions[question]
        # A booklet lies about at home: what is asked alone is not in it. And two pages have room
        # for what is asked at every topic, the first time that it is talked about.
        left_out = spec.alone or spec.once_a_side or spec.only_again
        if spec.asked_of == asked_of and not left_out:
            yield question


def _can_differ(words: BookletWords, topic: str) -> bool:
    """Tell whether family and professional choose on the same scale."""
    questions = _questions(words, topic, "professional")
    return any(is_appraisal(words.framework, each) for each in questions)


def _difference(words: BookletWords) -> Iterator[BookletBlock]:
    for question in words.framework.question_sets[words.framework.places.views_differ]:
        spec = words.framework.questions[question]
        if spec.asked_of != "each_voice":
            yield words.asked(question, None)
            continue
        if spec.intro is not None:
            yield Paragraph(words.text(spec.intro))
        text_id = words.framework.question_text(question, None, of_professional=True)
        asked = words.text(text_id, name=words.text("booklet.everyone"))
        yield Columns(asked, tuple(_voice(words, role) for role in ("parent", "professional")))
    yield Lines(words.text("difference.later_when"), 1, short=True)


def _voice(words: BookletWords, role: str) -> Lines:
    label = words.text(f"role.{role}")
    return Lines(label[:1].upper() + label[1:], ANSWER_LINES)


def _conclusion(words: BookletWords) -> Iterator[BookletBlock]:
    """Yield what is always asked, and next to each other what is only asked of who wants help."""
    specs = words.framework.questions
    questions = words.framework.question_sets[words.framework.places.topic_ends]
    for question in questions:
        if specs[question].show_when is None:
            yield words.asked(question, None)
    blocks = tuple(
        _plain_boxes(words, question) for question in questions if specs[question].show_when
    )
    if blocks:
        yield Columns(words.text("booklet.with_help"), blocks, shaded=True)


def _plain_boxes(words: BookletWords, question: str) -> Boxes | Lines:
    spec = words.framework.questions[question]
    if spec.scale is None:
        return words.asked(question, None)
    text_id = words.framework.question_text(question, None)
    return words.boxes(text_id, spec.scale, aside=False, without=spec.leaves_out)
