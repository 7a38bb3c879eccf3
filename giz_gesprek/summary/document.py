"""What a paper is made of. Whoever lays it out decides nothing: order and words stand here.

Knows nothing of families or content. Text that people typed is in the fields that say so
(``Quote.text``, ``Row.value`` with ``literal``, ``Agreement.what``) and is only text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1 is the title. ``pictogram`` is an id of the content."""

    text: str
    level: int
    pictogram: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """One or more sentences of ours, a line each."""

    text: str


@dataclass(frozen=True)
class Note:
    """Small print, or a thing still to do: a sentence set apart from what was said."""

    text: str


@dataclass(frozen=True)
class Quote:
    """What somebody said, literally. ``lead`` says who speaks; ``see`` where the whole text is."""

    speaker: str
    lead: str
    text: str
    see: str | None = None


@dataclass(frozen=True)
class Chosen:
    """A choice as a sentence, and as a word with its pictogram. ``name`` is None for together."""

    sentence: str
    choice: str
    pictogram: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class DifferenceLine:
    """One calm line: who see it differently, and how they go on."""

    text: str


@dataclass(frozen=True)
class Agreement:
    """A small step of the plan: the whole as a sentence, and its parts."""

    sentence: str
    what: str
    who: str | None = None
    by: str | None = None
    see: str | None = None


@dataclass(frozen=True)
class Row:
    """A label and its value; ``literal`` when the value is somebody's own words."""

    label: str
    value: str
    literal: bool = False


@dataclass(frozen=True)
class Rows:
    """Labels and values that belong together."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PersonLine:
    """Somebody on a list of people."""

    name: str
    role: str
    organisation: str | None = None


@dataclass(frozen=True)
class PeopleList:
    """Who was there."""

    people: tuple[PersonLine, ...]


Block = Heading | Paragraph | Note | Quote | Chosen | DifferenceLine | Agreement | Rows | PeopleList


@dataclass(frozen=True)
class Document:
    """A whole paper, in one language. ``title`` holds nobody's name."""

    title: str
    language: str
    blocks: tuple[Block, ...]
