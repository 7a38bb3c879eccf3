"""What an empty booklet is made of: what can be ticked, and where there is room to write.

Whoever lays it out decides nothing: pages, order and words stand here. Headings, sentences and
pictures are those of ``summary.document``. Nothing here belongs to a family.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from giz_gesprek.summary.document import Heading, PageLine, Paragraph, StepLabels
from giz_gesprek.summary.listed import Contacts
from giz_gesprek.summary.picture import Picture


@dataclass(frozen=True)
class Box:
    """Something to tick; ``about`` says a little more."""

    label: str
    picture: Picture | None = None
    about: str | None = None


@dataclass(frozen=True)
class Boxes:
    """A question with the boxes to choose from.

    ``aside``: what stands beside the choices, such as "weet ik niet".
    """

    question: str
    boxes: tuple[Box, ...]
    aside: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Lines:
    """Room to write: ``count`` empty lines under a question, or behind a ``short`` label."""

    label: str
    count: int
    short: bool = False


@dataclass(frozen=True)
class Columns:
    """Blocks that stand next to each other, under a sentence; read from left to right."""

    text: str
    blocks: tuple[Boxes | Lines, ...]
    shaded: bool = False
    """On a ground of its own: only for who needs it."""


@dataclass(frozen=True)
class TriangleBoxes:
    """The three sides of the triangle; each can be ticked."""

    question: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class TopicBoxes:
    """The topics of a side on cards; ``tick`` stands beside the box of each."""

    question: str
    boxes: tuple[Box, ...]
    tick: str


@dataclass(frozen=True)
class Told:
    """Sentences of ours beside a picture, a line each."""

    text: str
    picture: Picture | None = None


@dataclass(frozen=True)
class Opening:
    """A heading with the sentences that open what follows, as one."""

    heading: Heading
    text: str


@dataclass(frozen=True)
class StepLines:
    """An empty table for the steps to a goal."""

    labels: StepLabels
    count: int


BookletBlock = (
    Heading
    | Paragraph
    | Opening
    | Told
    | Boxes
    | Lines
    | Columns
    | TriangleBoxes
    | TopicBoxes
    | StepLines
    | Contacts
)


@dataclass(frozen=True)
class Sheet:
    """One page. ``mark`` stands at its foot, the cover has no foot."""

    blocks: tuple[BookletBlock, ...]
    mark: str | None = None
    cover: bool = False


@dataclass(frozen=True)
class Booklet:
    """A whole booklet, in one language (``nl``); ``page`` stands at the foot of every sheet."""

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    page: PageLine
    kind: Literal["booklet"] = "booklet"
