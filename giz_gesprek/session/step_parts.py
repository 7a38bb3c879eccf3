"""What the views of a step are made of: ways, choices, lines, cards and parts of the plan.

Every text of the content is a ``VoicedText``; what people said is an ordinary string.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The first screen has choices too, and nothing of a conversation.
    from giz_gesprek.conversation.lines import Line
    from giz_gesprek.session.acts import Act


@dataclass(frozen=True)
class Way:
    """Something that can be done: what its button says, and what it does."""

    label: str
    act: Act


@dataclass(frozen=True)
class Option:
    """One choice: its id, its words, the digit that chooses it and the drawing beside it.

    A ``digit`` of 0 is none: it comes too late in its list.
    """

    id: str
    label: str
    digit: int
    aside: bool = False
    """Set apart from the others: "don't know" and "rather not say"."""
    pictogram: str | None = None
    echo: str = ""
    """What is said as soon as it is lit."""
    about: str = ""
    """What is told about it as soon as it is lit."""
    act: Act | None = None
    """What confirming it does; None for an option of a dialog, which returns its id."""


@dataclass(frozen=True)
class Quote:
    """What somebody said, and the words before it."""

    lead: str
    text: str


@dataclass(frozen=True)
class WaysOn:
    """The words of the ways on; an empty one is not there on this step."""

    next: str
    back: str = ""
    skip: str = ""
    enough: str = ""
    left_to_do: str = ""
    """How many topics come after this one, in words."""


@dataclass(frozen=True)
class TriangleSide:
    """One side: its id, its name, whether it was walked, and the digits that choose in it."""

    id: str
    name: str
    done: bool
    digits: tuple[int, ...] = ()


@dataclass(frozen=True)
class FaceShown:
    """What somebody chose on a topic, in a few words, and its drawing."""

    text: str
    pictogram: str | None


@dataclass(frozen=True)
class AskedShown:
    """What was asked, with what was said to it."""

    question: str
    quotes: tuple[Quote, ...]
    heard: bool = False
    """All of it was read back when the topic ended: it is read by itself no second time."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The question, and who said what."""
        return (self.question, *(part for each in self.quotes for part in (each.lead, each.text)))


@dataclass(frozen=True)
class TopicShown:
    """A topic in the one picture, by the id of its option: each face, and what helps already."""

    id: str
    faces: tuple[FaceShown, ...]
    helps: tuple[AskedShown, ...]


@dataclass(frozen=True)
class SideShown:
    """A side in the one picture, with its topics."""

    heading: str
    topics: tuple[TopicShown, ...]


@dataclass(frozen=True)
class WrittenLine:
    """One line of what was written: what was asked, who said what, what can be done with it."""

    line: Line | None
    text: str
    asked: str = ""
    """The question that it answers; empty where that stands above the line before."""
    speaker: str = ""
    quoted: bool = False
    change: Way | None = None
    remove: Way | None = None
    ways: tuple[Way, ...] = ()
    """What else can become of it."""
    heard: bool = False
    """It was read back, or said when it was lit: it is read by itself no second time."""


@dataclass(frozen=True)
class WrittenPart:
    """Lines under one heading, which may be empty."""

    heading: str
    lines: tuple[WrittenLine, ...]

    @property
    def is_heard(self) -> bool:
        """Whether everything under the heading was heard before."""
        return bool(self.lines) and all(line.heard for line in self.lines)


@dataclass(frozen=True)
class Card:
    """How one person sees a topic: what was chosen, in sentences, and the drawing of the first."""

    person_id: str
    choice: str
    change: str = ""
    """How it is beside the visit before; empty where nobody asked that."""
    wish: str = ""
    """Whether this person wants help; empty where that was not asked or not said."""
    pictogram: str | None = None
    heard: bool = False
    """It is of the only parent, and everybody heard it when it was chosen."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Its sentences, from top to bottom; an empty one is none."""
        return (self.choice, self.change, self.wish)


@dataclass(frozen=True)
class PlanPart:
    """A part of the plan as it is shown, and what can be done with it."""

    text: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class GoalShown:
    """A goal in the parent's words, its small steps and the help for it."""

    words: str
    topic: str
    """To which topics it belongs; empty for none."""
    why: Quote | None
    ways: tuple[Way, ...]
    say_why: Way
    steps: tuple[PlanPart, ...]
    add_step: Way | None
    helps: tuple[str, ...]
    choose_help: Way
    told: Quote | None
    """That the parent told it back, and in which words where that is known."""
    to_do: str
    """For the professional, and never read aloud: that it is not agreed. Empty where it is."""
    tell_back: Way | None
    """Once there is something to tell, until it was told."""
    goes_along: bool = False
    """It was a goal the time before, and was heard when it was looked back on."""
