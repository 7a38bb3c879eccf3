"""A paper before it is made: what is on it, how easy the words are, in which language.

Owns these two choices; what the paper says is built elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Mount

from giz_gesprek.i18n import own_language_name
from giz_gesprek.session.paper_offer import WISHES
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.widgets.paper_view import PaperView
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook
    from giz_gesprek.session.paper_offer import PaperShown, Style, Wish


class PreviewScreen(Dialog["PaperShown | None"]):
    """The whole paper to scroll through; F3 and F7 change its words, Enter makes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "rung(1)", show=False),
        Binding("f7", "rung(-1)", show=False),
        Binding("pagedown", "paper_page(1)", show=False),
        Binding("pageup", "paper_page(-1)", show=False),
        Binding("home", "paper_end(False)", show=False),
        Binding("end", "paper_end(True)", show=False),
    ]

    def __init__(self, phrases: Phrasebook, paper: PaperShown) -> None:
        super().__init__(phrases)
        self.paper = paper

    def body(self) -> ComposeResult:
        """Lay out what this is, the words it can be in, and the paper."""
        yield Said(self.paper.intro or self.say("export.preview"))
        with Horizontal(id="paper-words"):
            yield PlainButton(self.say("button.easier"), id="easier")
            yield PlainButton(self.say("button.less_easy"), id="less-easy")
            yield PlainButton("", id="overview")
            yield PlainButton("", id="language")
            if "copy" in self.paper.wishes:
                yield PlainButton(self.say(WISHES["copy"]), id="copy")
        yield self._paper()

    def buttons(self) -> ComposeResult:
        """Show going back and going on."""
        yield PlainButton(self.say("button.back"), big=True, id="leave")
        going_on = self.paper.going_on or self.say("export.make")
        yield PlainButton(going_on, big=True, id="confirm")
        if "print" in self.paper.wishes:
            yield PlainButton(self.say(WISHES["print"]), big=True, id="print")

    @on(Mount)
    def begin(self) -> None:
        """Stand on going on, and show which other words there are."""
        self.query_one("#confirm").focus()
        self._show_ways()
        if self.paper.seen:
            body = self.query_one("#box-body")
            self.call_after_refresh(body.scroll_to, y=self.paper.seen, animate=False)

    def _show_ways(self) -> None:
        self.query_one("#easier").display = self.paper.in_other_words(1) is not None
        self.query_one("#less-easy").display = self.paper.in_other_words(-1) is not None
        turned, overview = self.paper.overview_turned(), self.query_one("#overview", PlainButton)
        overview.display = turned is not None
        if turned is not None:
            overview.say(self.say(self.paper.overview_label(turned)))
        language = self.query_one("#language", PlainButton)
        language.display = len(self.paper.languages) > 1
        language.say(self.say("export.language", what=own_language_name(self.paper.style.language)))

    def _paper(self) -> PaperView:
        explained = self.paper.style.language == self.phrases.language
        return PaperView(self.paper.build(self.paper.style), explained=explained)

    async def _restyle(self, style: Style) -> None:
        self.paper = replace(self.paper, style=style)
        with self.app.batch_update():
            await self.query_one(PaperView).remove()
            await self.query_one("#box-body").mount(self._paper())
            self._show_ways()
        focused = self.focused
        if focused is None or not focused.display:
            self.query_one("#confirm").focus()

    async def action_rung(self, by: int) -> None:
        """Show the paper in easier words, or one rung back."""
        style = self.paper.in_other_words(by)
        if style is not None:
            await self._restyle(style)

    @on(PlainButton.Pressed, "#paper-words PlainButton")
    async def restyle(self, event: PlainButton.Pressed) -> None:
        """Show the paper in other words, in the next language, or with an overview."""
        paper, style = self.paper, None
        match event.button.id:
            case "easier" | "less-easy" as way:
                style = paper.in_other_words(1 if way == "easier" else -1)
            case "overview":
                style = paper.overview_turned()
            case "language":
                place = paper.languages.index(paper.style.language) + 1
                language = paper.languages[place % len(paper.languages)]
                style = replace(paper.style, language=language)
        event.stop()
        if style is not None:
            await self._restyle(style)

    def action_paper_page(self, by: int) -> None:
        """Show the next screenful of the paper; some lines stay, to go on reading from."""
        body = self.query_one("#box-body")
        body.scroll_relative(y=by * max(body.size.height - 2, 1), animate=False, immediate=True)

    def action_paper_end(self, last: bool) -> None:  # noqa: FBT001 - Textual calls it
        """Show the end of the paper, or its begin."""
        body = self.query_one("#box-body")
        (body.scroll_end if last else body.scroll_home)(animate=False)

    @on(PlainButton.Pressed, "#print, #copy")
    def press_wish(self, event: PlainButton.Pressed) -> None:
        """Go on to the printer or the clipboard."""
        event.stop()
        self.action_confirm("print" if event.button.id == "print" else "copy")

    def action_confirm(self, wish: Wish = "keep") -> None:
        """Go on to how and where, or to what else is wished."""
        seen = self.query_one("#box-body").scroll_offset.y
        self.dismiss(replace(self.paper, seen=seen, wish=wish))
