"""What a paper is made of. Whoever lays it out decides nothing: order and words stand here.

Knows nothing of families or content. Text that people typed is in the fields that say so
(``Quote.text``, ``Row.value`` and ``Said.text`` with ``literal``, ``Agreement.what``) and only
text; it is in ``language``, where that is not the one of the paper.

Some blocks stand beside each other on paper (``SideBySide``, ``Steps`` ...). Who goes through a
paper line by line takes ``summary.linear`` and never meets those.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from giz_gesprek.summary.comparison import Comparison
from giz_gesprek.summary.listed import SAID, Contacts, PeopleList, Rows
from giz_gesprek.summary.picture import Picture
from giz_gesprek.summary.rings import Rings


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1 is the title."""

    text: str
    level: int
    picture: Picture | None = None


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
    language: str | None = None

    @property
    def marked(self) -> str:
        """The words between marks that show that somebody said them."""
        return SAID.format(self.text)


@dataclass(frozen=True)
class Chosen:
    """A choice as a sentence, and as a word with its picture. ``name`` is None for together."""

    sentence: str
    choice: str
    picture: Picture | None = None
    name: str | None = None


@dataclass(frozen=True)
class Together:
    """What everybody chose together on one topic; the first sentence says that it was together."""

    choices: tuple[Chosen, ...]


@dataclass(frozen=True)
class Voice:
    """What one person chose on a topic, in order."""

    name: str
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True)
class Question:
    """What was asked, above the answers."""

    text: str


@dataclass(frozen=True)
class Asked:
    """A question with what people said to it, next to each other where there is room."""

    question: Question
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class SideBySide:
    """What the voices chose on one topic; the family comes first.

    ``question`` is what the first choice of each answers.
    """

    question: Question
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class DifferenceLine:
    """One calm line: who see it differently, and how they go on."""

    text: str
    picture: Picture | None = None


@dataclass(frozen=True)
class DayLine:
    """A sentence with a day in it, and that day alone."""

    text: str
    day: str


@dataclass(frozen=True)
class Agreement:
    """A small step of the plan: as sentences, and its parts.

    ``sentence`` and ``by`` are whole sentences; ``day`` is the day alone. ``said_by`` is whose
    words it is in, and ``proposed_by`` whose idea it was, where that is told.
    """

    sentence: str
    what: str
    who: str | None = None
    by: str | None = None
    day: str | None = None
    see: str | None = None
    picture: Picture | None = None
    said_by: str | None = None
    proposed_by: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class StepLabels:
    """What the parts of a step are called; the last two where a paper tells whose it is."""

    what: str
    who: str
    day: str
    said_by: str | None = None
    proposed_by: str | None = None


@dataclass(frozen=True)
class Steps:
    """The steps to one goal; ``in_parts``: under labels instead of in sentences."""

    labels: StepLabels
    steps: tuple[Agreement, ...]
    in_parts: bool = False


LinearBlock = (
    Heading
    | Paragraph
    | Note
    | Question
    | Quote
    | Chosen
    | DifferenceLine
    | DayLine
    | Agreement
    | Rows
    | PeopleList
)
"""What stands under each other."""

SectionKind = Literal[
    "opening",
    "urgent",
    "goal",
    "look_back",
    "looked_back",
    "hard_again",
    "people",
    "around",
    "strength",
    "further",
    "rights",
]


@dataclass(frozen=True)
class Section:
    """A heading with what is under it, for who wants those beside each other.

    ``kind`` tells what it is about: the paper itself, help that is needed soon, one goal, the day
    to look back, an earlier goal, one answer of "when it gets hard again", who was there, who
    is around the family, what
    goes well on one topic, the rest of one goal, and what a family may always do.
    """

    kind: SectionKind
    heading: Heading
    blocks: tuple[Block, ...]


Block = (
    LinearBlock | Together | Asked | SideBySide | Comparison | Steps | Contacts | Rings | Section
)

PaperKind = Literal["family", "professional"]


@dataclass(frozen=True)
class PageLine:
    """What stands around the two numbers of "page 1 of 2"."""

    before: str
    between: str
    after: str


@dataclass(frozen=True)
class Document:
    """A whole paper, in one language (``nl``). ``title`` and ``mark`` hold nobody's name.

    ``title`` is that of the file, with the day of the talk, and ``kind`` the look of it. ``mark``
    and ``page`` stand on every sheet, where there are sheets. ``first_page`` is how many of
    ``blocks`` belong on one page, the first; 0: that does not matter.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    kind: PaperKind = "family"
    page: PageLine | None = None
    mark: str | None = None
    first_page: int = 0
