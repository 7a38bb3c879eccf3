"""How a flow asks, without knowing who shows the question: a dialog or a line of text.

Owns what is asked, as data, and asking for own words until they are kept. The flows themselves
(the plan, programmes, examples, papers) are functions over ``Ask``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, Protocol

from giz_gesprek.conversation.text import clean_text
from giz_gesprek.errors import StoreError
from giz_gesprek.session.dates import day_as_typed

if TYPE_CHECKING:
    from giz_gesprek.clipboard import Copied
    from giz_gesprek.session.help_offer import HelpOffer
    from giz_gesprek.session.paper_offer import PaperPlaces, PaperShown
    from giz_gesprek.session.papers import Place, Written
    from giz_gesprek.session.session import Session
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
class WordsAsked:
    """Own words are asked. ``problem`` is a sentence about what was given before."""

    question: str
    draft: Draft
    earlier: str = ""
    may_be_empty: bool = False
    problem: str = ""


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

    ``typed`` stands in the field instead, where it was typed before and is no day yet.
    """

    question: str
    today: date
    day: date | None
    typed: str | None = None

    @property
    def standing(self) -> str:
        """What stands in the field."""
        return day_as_typed(self.day) if self.typed is None else self.typed


@dataclass(frozen=True)
class ChosenDay:
    """A day, or that there is none yet; leaving the question gives no ``ChosenDay`` at all."""

    day: date | None


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

    async def words(self, asked: WordsAsked) -> str | Left | None:
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


async def words_until_kept(
    session: Session,
    ask: Ask,
    question: str,
    key: str,
    keep: Callable[[str], None],
    *,
    earlier: str = "",
    may_be_empty: bool = False,
) -> bool:
    """Ask for own words until they are kept; False when the question was left.

    A draft stands under ``key`` meanwhile. Words that cannot be kept stay in the field.

    Raises:
        StoreError: the draft could not be taken away.

    """
    draft = Draft(session.draft(key), lambda text: session.save_draft(key, text))
    asked = WordsAsked(question, draft, earlier, may_be_empty)
    while True:
        given = await ask.words(asked)
        if isinstance(given, Left):
            if not await _may_be_lost(session, ask, given.typed, earlier):
                asked = replace(asked, draft=replace(draft, text=given.typed), problem="")
                continue
            given = None
        if given is None:
            session.drop_draft(key)
            return False
        try:
            keep(given)
        except StoreError:
            problem = session.phrases().text("common.not_saved")
            asked = replace(asked, draft=replace(draft, text=given), problem=problem)
        else:
            return True


async def day_until_given(session: Session, ask: Ask, asked: DayAsked) -> ChosenDay | None:
    """Ask for a day; None when the question was left, and nothing that was typed with it."""
    while True:
        given = await ask.day(asked)
        if not isinstance(given, Left):
            return given
        if await _may_be_lost(session, ask, given.typed, day_as_typed(asked.day)):
            return None
        asked = replace(asked, typed=given.typed)


async def name_until_given(
    session: Session, ask: Ask, question: str, earlier: str, *, may_be_empty: bool = False
) -> str | None:
    """Ask for a name; None when the question was left, and nothing that was typed with it."""
    standing = earlier
    while True:
        given = await ask.name(question, standing, may_be_empty=may_be_empty)
        if not isinstance(given, Left):
            return given
        if await _may_be_lost(session, ask, given.typed, earlier):
            return None
        standing = given.typed


async def _may_be_lost(session: Session, ask: Ask, typed: str, earlier: str) -> bool:
    """Ask before what was typed is lost; at once where nothing is."""
    if clean_text(typed) in {"", clean_text(earlier)}:
        return True
    phrases = session.phrases()
    return await ask.sure(
        SureAsked(
            phrases.text("common.not_kept_yet"),
            yes=phrases.text("button.remove"),
            no=phrases.text("button.type_on"),
            about=typed,
        )
    )


async def sure_to_remove(session: Session, ask: Ask, about: str = "") -> bool:
    """Ask before a line is taken away for good; ``about`` are the words on it."""
    phrases = session.phrases()
    return await ask.sure(
        SureAsked(
            phrases.text("summary.remove_ask"),
            yes=phrases.text("button.remove"),
            no=phrases.text("button.cancel"),
            about=about,
        )
    )
