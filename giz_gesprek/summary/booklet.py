"""The empty booklet of a conversation: the same questions and pictures, with room to write.

For a visit where the laptop stays in the bag. Everything that is asked comes from the framework;
nobody's name is known, so words of the content stand for names. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from giz_gesprek.content.framework import Framework
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation.calling import whom_to_call
from giz_gesprek.summary.booklet_blocks import (
    Booklet,
    BookletBlock,
    Box,
    Boxes,
    Lines,
    Sheet,
    StepLines,
    TopicBoxes,
    TriangleBoxes,
)
from giz_gesprek.summary.booklet_topic import topic_sheets
from giz_gesprek.summary.booklet_words import BookletWords
from giz_gesprek.summary.contacts import COMPLAIN, SUPPORTER, contact
from giz_gesprek.summary.document import Heading, Paragraph, StepLabels
from giz_gesprek.summary.listed import Contacts

GOALS: Final = 3
STEPS: Final = 4
_ENOUGH: Final = 3
_SIDE_LINES: Final = 6
_PEOPLE_LINES: Final = 3


def build_booklet(
    framework: Framework, book: Phrasebook, topics: Sequence[str] | None = None
) -> Booklet:
    """Return the booklet in the words of ``book``, whose phase is set.

    Args:
        framework: what is asked.
        book: language, rung, phase and form of address; its names are not used.
        topics: only these; a side without one of them is left out. None for all.

    Raises:
        KeyError: the phase of ``book`` is not one of the framework's.

    """
    words = BookletWords.without_names(framework, book)
    sheets = (*_beginning(words, topics), *_sides(words, topics), *_plan(words), _help(words))
    return Booklet(words.text("booklet.title"), book.language, sheets, words.page_line())


def _beginning(words: BookletWords, topics: Sequence[str] | None) -> Iterator[Sheet]:
    yield _cover(words)
    yield _welcome(words)
    yield _agreement(words)
    sides = _open_sides(words.framework, topics)
    if len(sides) > 1:
        yield _triangle(words, sides)


def _cover(words: BookletWords) -> Sheet:
    blocks = (
        words.page_heading("booklet.title", 1, "welcome.hello"),
        Paragraph(words.text("booklet.phase")),
        Lines(words.text("booklet.date"), 1, short=True),
        Lines(words.text("booklet.there"), _PEOPLE_LINES, short=True),
        Lines(words.text("booklet.keeper"), 1, short=True),
        Paragraph(words.text("export.careful")),
    )
    return Sheet(blocks, cover=True)


def _welcome(words: BookletWords) -> Sheet:
    title = words.text("welcome.title")
    blocks: list[BookletBlock] = [Heading(title, 2)]
    blocks += [words.told(text_id) for text_id in words.framework.pages["welcome"]]
    blocks += [
        Heading(words.text("practice.title"), 3),
        Paragraph(words.text("booklet.how")),
        words.boxes("practice.drink", words.framework.practice_scale, aside=False),
    ]
    return Sheet(tuple(blocks), title)


def _agreement(words: BookletWords) -> Sheet:
    title = words.text("agreement.title")
    blocks: list[BookletBlock] = [Heading(title, 2)]
    blocks += [words.told(text_id) for text_id in words.framework.pages["agreement"]]
    scale = words.framework.meanings.consent_scale
    blocks.append(words.boxes("agreement.start", scale, aside=False))
    return Sheet(tuple(blocks), title)


def _triangle(words: BookletWords, sides: Sequence[str]) -> Sheet:
    title = words.text("triangle.title")
    boxes = tuple(words.side_box(side) for side in sides)
    triangle = TriangleBoxes(words.text("triangle.choose"), boxes)
    return Sheet((Heading(title, 2), triangle), title)


def _sides(words: BookletWords, topics: Sequence[str] | None) -> Iterator[Sheet]:
    for side in _open_sides(words.framework, topics):
        chosen = _chosen(words.framework.sides[side].topics, topics)
        title = words.text(f"side.{side}")
        yield Sheet(tuple(_side(words, side, chosen)), title)
        for topic in chosen:
            yield from topic_sheets(words, topic)
        yield _read_back(words, title)


def _side(words: BookletWords, side: str, topics: Sequence[str]) -> Iterator[BookletBlock]:
    yield Heading(words.text(f"side.{side}"), 2, words.side_picture(side))
    yield Paragraph(words.text(f"triangle.about_{side}"))
    boxes = tuple(words.topic_box(topic) for topic in topics)
    yield TopicBoxes(words.text("topics.choose"), boxes, words.text("booklet.this_topic"))
    if len(topics) > _ENOUGH:
        yield Paragraph(words.text("topics.two_or_three"))


def _read_back(words: BookletWords, side: str) -> Sheet:
    blocks = (
        words.page_heading("booklet.read_back", 3, "read_back.title"),
        Lines(words.text("summary.ask"), _SIDE_LINES),
        Lines(words.text("booklet.room"), 2 * _SIDE_LINES),
    )
    return Sheet(blocks, side)


def _plan(words: BookletWords) -> Iterator[Sheet]:
    title = words.text("goals.title")
    labels = StepLabels(
        words.text("document.step_label"),
        words.text("document.who_label"),
        words.text("document.by_label"),
    )
    for number in range(1, GOALS + 1):
        beginning: tuple[BookletBlock, ...] = ()
        if number == 1:
            heading = words.page_heading("goals.title", 2, "goals.title")
            beginning = (heading, Paragraph(words.text("goals.intro")))
        blocks = (
            *beginning,
            Heading(f"{words.text('document.goal_label')} {number}", 3),
            Lines(words.text("goals.goal"), 2),
            StepLines(labels, STEPS),
            Boxes(words.text("goals.tell_back"), (Box(words.text("goals.told")),)),
        )
        yield Sheet(blocks, title)
    yield _hard_again(words)


def _hard_again(words: BookletWords) -> Sheet:
    title = words.text("hard_again.title")
    questions = words.framework.question_sets[words.framework.places.plan]
    blocks: tuple[BookletBlock, ...] = (
        Heading(title, 2),
        Paragraph(words.text("hard_again.intro")),
        *(words.asked(question, None) for question in questions),
        words.page_heading("look_back.title", 2, "look_back.ask"),
        Lines(words.text("look_back.ask"), 1),
        words.told("finish.thanks"),
    )
    return Sheet(blocks, title)


def _help(words: BookletWords) -> Sheet:
    title = words.text("document.help_now")
    told = whom_to_call(is_expecting=words.is_expecting)
    blocks = (
        words.page_heading("document.help_now", 2, "help_now.title"),
        Contacts(tuple(contact(words.text(text_id)) for text_id in told)),
        Lines(words.text("booklet.phone"), 1, short=True),
        words.told(SUPPORTER),
        words.told(COMPLAIN),
    )
    return Sheet(blocks, title)


def _open_sides(framework: Framework, topics: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(
        side
        for side, spec in framework.sides.items()
        if topics is None or _chosen(spec.topics, topics)
    )


def _chosen(offered: Sequence[str], topics: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(topic for topic in offered if topics is None or topic in topics)
