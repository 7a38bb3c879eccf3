"""How a flow asks, without knowing who shows the question: a dialog or a line of text.

Owns what is asked, as data; ``until_given`` asks until it is there. The flows themselves (the plan,
programmes, examples, papers) are functions over ``Ask``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, Protocol

from giz_gesprek.session.dates import day_as_typed

if TYPE_CHECKING:
    from giz_gesprek.clipboard import Copied
    from giz_gesprek.conversation.rhythm import Rhythm
    from giz_gesprek.session.help_offer import HelpOffer
    from giz_gesprek.session.paper_offer import PaperPlaces, PaperShown
    from giz_gesprek.session.papers import Place, Written
    from giz_gesprek.session.step_view import WholeView
    from giz_gesprek.summary.document import Document

DRAFT_SECONDS: Final = 2.0
"""How often what is being typed is kept."""

ExampleWish = Literal["write", "remove"]


@dataclass(frozen=True)
class Draft:
    """Where what is being typed is kept: what was there, and how to keep more.

    ``save`` raises ``StoreError`` when that cannot be.
    """

    text: str | None
    save: Callable[[str], None]


@dataclass(frozen=True)
class Left:
    """The question was left while this stood in its field."""

    typed: str


@dataclass(frozen=True)
class Instead:
    """The answer beside the field was given, while this stood in it."""

    typed: str


@dataclass(frozen=True)
class WordsAsked:
    """Own words are asked. ``problem`` is a sentence about what was given before.

    ``instead`` is what can be answered without any words, empty for nothing.
    """

    question: str
    draft: Draft
    earlier: str = ""
    may_be_empty: bool = False
    problem: str = ""
    instead: str = ""


@dataclass(frozen=True)
class ChoiceAsked:
    """One of a list is asked: pairs of id and words, at most nine; ``chosen`` was so before."""

    question: str
    options: Sequence[tuple[str, str]]
    heading: str = ""
    chosen: str | None = None


@dataclass(frozen=True)
class SeveralAsked:
    """Some of a list are asked; ``chosen`` were so before.

    One at least, unless the list ``may_be_none`` of them; such a list is as long as it is.
    """

    question: str
    hint: str
    options: Sequence[tuple[str, str]]
    chosen: Sequence[str] = ()
    may_be_none: bool = False


@dataclass(frozen=True)
class DayAsked:
    """A day is asked, not before ``today``; ``day`` was chosen before.

    ``rhythm`` says how often instead, where that was chosen; with None only a day is asked.
    ``typed`` stands in the field where it was typed before and is no day yet.
    """

    question: str
    today: date
    day: date | None
    rhythm: str | None = None
    typed: str | None = None

    @property
    def recurs(self) -> bool:
        """Whether how often can be answered too."""
        return self.rhythm is not None

    @property
    def earlier(self) -> str:
        """What was chosen before, as it is typed; empty for nothing."""
        return self.rhythm or day_as_typed(self.day)

    @property
    def standing(self) -> str:
        """What stands in the field."""
        return self.earlier if self.typed is None else self.typed


@dataclass(frozen=True)
class ChosenDay:
    """A day or a rhythm, or neither yet; leaving the question gives no ``ChosenDay`` at all."""

    day: date | None
    rhythm: Rhythm | None = None


@dataclass(frozen=True)
class SureAsked:
    """Yes or no before something that cannot be undone; no is the safe answer."""

    question: str
    yes: str
    no: str
    about: str = ""
    """The own words that it is about."""


@dataclass(frozen=True)
class ExampleShown:
    """Examples of an answer: the professional's own, by ``author``, and that of the content."""

    example: str | None
    own: str | None
    author: str = field(default="")


class Ask(Protocol):
    """Shows a question and returns what was answered.

    It is None where the question was left, and ``Left`` where something can stand in its field.
    """

    async def words(self, asked: WordsAsked) -> str | Left | Instead | None:
        """Ask for own words."""

    async def choose(self, asked: ChoiceAsked) -> str | None:
        """Ask for one of a list; returns its id."""

    async def several(self, asked: SeveralAsked) -> tuple[str, ...] | None:
        """Ask for some of a list; returns their ids in its order."""

    async def day(self, asked: DayAsked) -> ChosenDay | Left | None:
        """Ask for a day."""

    async def name(
        self, question: str, earlier: str, *, may_be_empty: bool = False
    ) -> str | Left | None:
        """Ask for a name on one line; empty where that is fine."""

    async def sure(self, asked: SureAsked) -> bool:
        """Ask before something is taken away; leaving is no."""

    async def notice(self, heading: str, text: str) -> None:
        """Show a few sentences to read."""

    async def example(self, shown: ExampleShown) -> ExampleWish | None:
        """Show examples; returns what the professional wants to do with the own one."""

    async def programmes(self, offer: HelpOffer) -> bool:
        """Show help for a goal until that is left; each choice is kept at once.

        Returns whether the professional fills in more about the child, and looks again.
        """

    async def preview(self, paper: PaperShown) -> PaperShown | None:
        """Show a paper before it is made; returns it in the style that was chosen."""

    async def place(self, places: PaperPlaces) -> Written | Place | None:
        """Ask how and where a paper is kept, and write it there; or return what was filled in."""

    async def copy(self, text: str) -> Copied:
        """Put a text on the clipboard for a minute; returns whether it is there."""

    async def sending(self, send: Callable[[], str]) -> str:
        """Show that a paper is being sent while ``send`` does so; returns its result."""

    async def written(self, written: Written) -> None:
        """Say where a paper is."""

    async def overview(self, picture: WholeView, *, drawn: bool) -> None:
        """Show the one picture, to look at; ``drawn`` where the family wants pictures."""

    async def card(self, card: Document) -> None:
        """Show the small card."""
