"""Asks the questions of a flow in dialogs over the conversation."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol, TypeVar

from giz_gesprek.tui.dialogs.card import CardScreen
from giz_gesprek.tui.dialogs.choose import ChooseScreen
from giz_gesprek.tui.dialogs.day import DateScreen
from giz_gesprek.tui.dialogs.example import ExampleScreen
from giz_gesprek.tui.dialogs.name import NameScreen
from giz_gesprek.tui.dialogs.notice import NoticeScreen
from giz_gesprek.tui.dialogs.overview import OverviewScreen
from giz_gesprek.tui.dialogs.own_words import WordsScreen
from giz_gesprek.tui.dialogs.preview import PreviewScreen
from giz_gesprek.tui.dialogs.programmes import ProgrammesScreen
from giz_gesprek.tui.dialogs.saving import SaveScreen
from giz_gesprek.tui.dialogs.sending import SendingScreen
from giz_gesprek.tui.dialogs.several import SeveralScreen
from giz_gesprek.tui.dialogs.sure import SureScreen
from giz_gesprek.tui.dialogs.written import WrittenScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from giz_gesprek.clipboard import Clipboard, Copied
    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session import asking
    from giz_gesprek.session.help_offer import HelpOffer
    from giz_gesprek.session.paper_offer import PaperPlaces, PaperShown
    from giz_gesprek.session.papers import Place, Written
    from giz_gesprek.session.step_view import WholeView
    from giz_gesprek.summary.document import Document

_Result = TypeVar("_Result")


class Show(Protocol):
    """Shows a dialog and returns what was answered; None when it was left."""

    async def __call__(self, screen: Screen[_Result]) -> _Result | None:
        """Show ``screen`` over the conversation."""


class DialogAsk:
    """``session.asking.Ask`` with a dialog for every question.

    ``phrases`` gives the words of this moment: they can change between two questions.
    """

    def __init__(self, show: Show, phrases: Callable[[], Phrasebook], clipboard: Clipboard) -> None:
        self._show = show
        self._phrases = phrases
        self._clipboard = clipboard

    async def words(self, asked: asking.WordsAsked) -> str | asking.Left | asking.Instead | None:
        """Ask for own words."""
        return await self._show(WordsScreen(self._phrases(), asked))

    async def choose(self, asked: asking.ChoiceAsked) -> str | None:
        """Ask for one of a list."""
        return await self._show(ChooseScreen(self._phrases(), asked))

    async def several(self, asked: asking.SeveralAsked) -> tuple[str, ...] | None:
        """Ask for some of a list."""
        return await self._show(SeveralScreen(self._phrases(), asked))

    async def day(self, asked: asking.DayAsked) -> asking.ChosenDay | asking.Left | None:
        """Ask for a day."""
        return await self._show(DateScreen(self._phrases(), asked))

    async def name(
        self, question: str, earlier: str, *, may_be_empty: bool = False
    ) -> str | asking.Left | None:
        """Ask for a name."""
        return await self._show(
            NameScreen(self._phrases(), question, earlier, may_be_empty=may_be_empty)
        )

    async def sure(self, asked: asking.SureAsked) -> bool:
        """Ask before something is taken away."""
        return await self._show(SureScreen(self._phrases(), asked)) is True

    async def notice(self, heading: str, text: str) -> None:
        """Show a few sentences."""
        await self._show(NoticeScreen(self._phrases(), heading, text))

    async def example(self, shown: asking.ExampleShown) -> asking.ExampleWish | None:
        """Show examples."""
        return await self._show(ExampleScreen(self._phrases(), shown))

    async def programmes(self, offer: HelpOffer) -> bool:
        """Show help for a goal."""
        return await self._show(ProgrammesScreen(self._phrases(), offer)) is True

    async def preview(self, paper: PaperShown) -> PaperShown | None:
        """Show a paper before it is made."""
        return await self._show(PreviewScreen(self._phrases(), paper))

    async def place(self, places: PaperPlaces) -> Written | Place | None:
        """Ask how and where a paper is kept."""
        return await self._show(SaveScreen(self._phrases(), places))

    async def copy(self, text: str) -> Copied:
        """Put a text on the clipboard for a minute."""
        # A thread: a clipboard that does not answer must not freeze the screen.
        return await asyncio.to_thread(self._clipboard.put, text)

    async def sending(self, send: Callable[[], str]) -> str:
        """Show that a paper is being sent."""
        screen = SendingScreen(self._phrases(), send)
        await self._show(screen)
        return screen.result

    async def written(self, written: Written) -> None:
        """Say where a paper is."""
        await self._show(WrittenScreen(self._phrases(), written))

    async def overview(self, picture: WholeView, *, drawn: bool) -> None:
        """Show the one picture."""
        await self._show(OverviewScreen(self._phrases(), picture, drawn=drawn))

    async def card(self, card: Document) -> None:
        """Show the small card."""
        await self._show(CardScreen(self._phrases(), card))
