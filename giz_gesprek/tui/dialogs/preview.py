"""A paper before it is made: what is on it, how easy the words are, in which language.

Owns these two choices; what the paper says is built elsewhere. The small card is shown here too.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Mount

from giz_gesprek.content.texts import LADDER, Rung
from giz_gesprek.i18n import own_language_name
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.paper_view import PaperView
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.papers import Written
    from giz_gesprek.summary.document import Document


@dataclass(frozen=True)
class Style:
    """How the words of a paper are; a ``rung`` of None where nobody can choose it."""

    language: str
    rung: Rung | None


Build: TypeAlias = Callable[[Style], "Document"]
"""Returns the paper in a style."""
Save: TypeAlias = Callable[[Style], "Awaitable[Written | None]"]
"""Makes the paper in a style; None when somebody came back from that."""


class PreviewScreen(Dialog["Written | None"]):
    """The whole paper to scroll through; F3 and F7 change its words, Enter makes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "rung(1)", show=False),
        Binding("f7", "rung(-1)", show=False),
        Binding("pagedown", "paper_page(1)", show=False),
        Binding("pageup", "paper_page(-1)", show=False),
        Binding("home", "paper_end(False)", show=False),
        Binding("end", "paper_end(True)", show=False),
    ]

    def __init__(
        self,
        phrases: Phrasebook,
        style: Style,
        languages: Sequence[str],
        *,
        build: Build,
        save: Save,
    ) -> None:
        """Show the paper in ``style``; ``languages`` are those it can be in."""
        super().__init__(phrases)
        self.style = style
        self._languages = tuple(languages)
        self._build = build
        self._save = save

    def body(self) -> ComposeResult:
        """Lay out what this is, the words it can be in, and the paper."""
        yield Said(self.say("export.preview"))
        with Horizontal(id="paper-words"):
            yield PlainButton(self.say("button.easier"), id="easier")
            yield PlainButton(self.say("button.less_easy"), id="less-easy")
            yield PlainButton("", id="language")
        yield self._paper()

    def buttons(self) -> ComposeResult:
        """Show going back and going on."""
        yield PlainButton(self.say("button.back"), big=True, id="leave")
        yield PlainButton(self.say("export.make"), big=True, id="confirm")

    @on(Mount)
    def begin(self) -> None:
        """Stand on going on, and show which other words there are."""
        self.query_one("#confirm").focus()
        self._show_ways()

    def _show_ways(self) -> None:
        rung = self.style.rung
        self.query_one("#easier").display = rung not in {None, LADDER[-1]}
        self.query_one("#less-easy").display = rung not in {None, LADDER[0]}
        language = self.query_one("#language", PlainButton)
        language.display = len(self._languages) > 1
        language.say(self.say("export.language", what=own_language_name(self.style.language)))

    def _paper(self) -> PaperView:
        explained = self.style.language == self.phrases.language
        return PaperView(self._build(self.style), explained=explained)

    async def _restyle(self, style: Style) -> None:
        self.style = style
        with self.app.batch_update():
            await self.query_one(PaperView).remove()
            await self.query_one("#box-body").mount(self._paper())
            self._show_ways()
        focused = self.focused
        if focused is None or not focused.display:
            self.query_one("#confirm").focus()

    async def action_rung(self, by: int) -> None:
        """Show the paper in easier words, or one rung back."""
        if self.style.rung is None:
            return
        place = LADDER.index(self.style.rung) + by
        if 0 <= place < len(LADDER):
            await self._restyle(replace(self.style, rung=LADDER[place]))

    @on(PlainButton.Pressed, "#easier, #less-easy")
    async def press_rung(self, event: PlainButton.Pressed) -> None:
        """Show the paper in other words."""
        event.stop()
        await self.action_rung(1 if event.button.id == "easier" else -1)

    @on(PlainButton.Pressed, "#language")
    async def show_next_language(self, event: PlainButton.Pressed) -> None:
        """Show the paper in the next language that there is."""
        event.stop()
        place = self._languages.index(self.style.language) + 1
        language = self._languages[place % len(self._languages)]
        await self._restyle(replace(self.style, language=language))

    def action_paper_page(self, by: int) -> None:
        """Show the next screenful of the paper; some lines stay, to go on reading from."""
        body = self.query_one("#box-body")
        body.scroll_relative(y=by * max(body.size.height - 2, 1), animate=False)

    def action_paper_end(self, last: bool) -> None:  # noqa: FBT001 - Textual calls it
        """Show the end of the paper, or its begin."""
        body = self.query_one("#box-body")
        (body.scroll_end if last else body.scroll_home)(animate=False)

    def action_confirm(self) -> None:
        """Go on to how and where."""
        self._make()

    @work(exclusive=True)
    async def _make(self) -> None:
        written = await self._save(self.style)
        if written is not None:
            self.dismiss(written)


class CardScreen(Dialog[None]):
    """The small card, as large as the screen."""

    def __init__(self, phrases: Phrasebook, card: Document) -> None:
        super().__init__(phrases)
        self._card = card

    def body(self) -> ComposeResult:
        """Lay out the card, and what to do with it."""
        yield PaperView(self._card)
        yield Said(self.say("card.how"), id="how", classes="hint")
