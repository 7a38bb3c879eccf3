"""Help for a goal: a few programmes at a time, what each one is, and the professional's facts.

Knows no session: what is chosen is passed on, and what cannot be kept is said here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Mount

from giz_gesprek.errors import StoreError
from giz_gesprek.session.help_offer import OFFERS_A_PAGE, HelpOffer, Offer, Shelf
from giz_gesprek.session.step_parts import Option
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.dialogs.facts import FactsScreen
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook


class ProgrammesScreen(Dialog[None]):
    """Programmes three at a time; a digit shows what one is, Enter chooses it or leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"show_offer({digit})", show=False)
        for digit in range(1, OFFERS_A_PAGE + 1)
    ]

    def __init__(self, phrases: Phrasebook, offer: HelpOffer) -> None:
        super().__init__(phrases)
        self._offer = offer
        self._shelf = offer.first
        self._page = 0
        self._chosen = set(offer.chosen)

    def heading(self) -> str:
        """Return the question."""
        return self.say("programmes.choose")

    def body(self) -> ComposeResult:
        """Lay out the place of the names, what one of them is, and the ways to others."""
        yield Vertical(id="offers")
        yield Said("", id="about")
        with Horizontal(classes="help-ways"):
            yield PlainButton(self.say("button.back"), id="earlier")
            yield PlainButton(self.say("programmes.more"), id="more")
            yield PlainButton(self.say("programmes.other"), id="other")
        with Horizontal(classes="help-ways"):
            yield PlainButton(self.say("programmes.for_professional"), id="facts")

    def buttons(self) -> ComposeResult:
        """Show closing, and choosing or leaving the lit one."""
        yield PlainButton(self.say("button.close"), big=True, id="leave")
        yield PlainButton(self.say("button.confirm"), big=True, id="confirm")

    @on(Mount)
    async def show_first(self) -> None:
        """Show the first page."""
        await self._show_page()

    async def _show_page(self, lit: str | None = None) -> None:
        offers = self._shelf.page(self._page)
        place = self.query_one("#offers", Vertical)
        with self.app.batch_update():
            await place.remove_children()
            if offers:
                choices = ChoiceList(
                    [
                        Option(offer.programme, self._label(offer), digit)
                        for digit, offer in enumerate(offers, start=1)
                    ],
                    lit,
                )
                await place.mount(choices)
                choices.focus()
            else:
                await place.mount(Said(self.say("programmes.none_fits")))
                self.query_one("#leave").focus()
            first = self._shelf is self._offer.first
            self.query_one("#earlier").display = self._page > 0 or not first
            self.query_one("#more").display = self._page + 1 < self._shelf.pages
            self.query_one("#other").display = first and bool(self._offer.others.offers)
            self.query_one("#facts").display = bool(self._shelf.facts)
            self.query_one("#confirm").display = bool(offers)
            self._tell_about(lit)

    def _label(self, offer: Offer) -> str:
        return f"✔ {offer.name}" if offer.programme in self._chosen else offer.name

    def _lit(self) -> str | None:
        found = self.query(ChoiceList)
        return found.first().chosen if found else None

    def _tell_about(self, programme: str | None) -> None:
        """Show what the lit programme is; while none is lit, how to read about one."""
        offer = next((one for one in self._shelf.offers if one.programme == programme), None)
        hint = self.say("programmes.read") if self._shelf.offers else ""
        self._tell(offer.about if offer else hint)
        wanted = programme not in self._chosen
        label = "button.confirm" if wanted else "button.remove"
        self.query_one("#confirm", PlainButton).say(self.say(label))

    def _tell(self, sentences: str, *, problem: bool = False) -> None:
        # One place for both: the dialog has no row to spare.
        about = self.query_one("#about", Said)
        about.update(sentences)
        about.set_class(problem, "problem")

    def action_show_offer(self, digit: int) -> None:
        """Light a programme by its digit."""
        for choices in self.query(ChoiceList):
            choices.choose_digit(digit)

    @on(ChoiceList.Chosen)
    def tell_about(self, event: ChoiceList.Chosen) -> None:
        """Show what the lit programme is."""
        event.stop()
        self._tell_about(event.option.id)
        self.aloud.read_by_itself(self.query_one("#about"))

    def action_confirm(self) -> None:
        """Choose the lit programme, or leave it where it was chosen; the dialog stays."""
        programme = self._lit()
        if programme is None:
            if self._shelf.offers:
                self._tell(self.say("common.choose_only"), problem=True)
            return
        try:
            self._offer.keep(programme, programme not in self._chosen)
        except StoreError:
            self._tell(self.say("common.not_saved"), problem=True)
        else:
            self._chosen ^= {programme}
            self.call_later(self._show_page, programme)

    @on(PlainButton.Pressed, "#more")
    async def show_more(self, event: PlainButton.Pressed) -> None:
        """Show the next programmes of this shelf."""
        event.stop()
        self._page += 1
        await self._show_page()

    @on(PlainButton.Pressed, "#other")
    async def show_other(self, event: PlainButton.Pressed) -> None:
        """Show what does not fit by itself."""
        event.stop()
        await self._show_shelf(self._offer.others)

    async def _show_shelf(self, shelf: Shelf) -> None:
        self._shelf, self._page = shelf, 0
        await self._show_page()

    @on(PlainButton.Pressed, "#earlier")
    async def show_earlier(self, event: PlainButton.Pressed) -> None:
        """Show the programmes before these."""
        event.stop()
        if self._page > 0:
            self._page -= 1
        else:
            self._shelf, self._page = self._offer.first, self._offer.first.pages - 1
        await self._show_page()

    @on(PlainButton.Pressed, "#facts")
    def show_facts(self, event: PlainButton.Pressed) -> None:
        """Show the professional's words on a screen of their own, about the lit one first."""
        event.stop()
        lit = self._lit()
        facts = sorted(self._shelf.facts, key=lambda one: one.programme != lit)
        more = self._shelf is not self._offer.on_request and bool(self._offer.on_request.offers)
        self.app.push_screen(FactsScreen(self.phrases, facts, more=more), self._show_on_request)

    async def _show_on_request(self, wanted: bool | None) -> None:  # noqa: FBT001 - Textual calls it
        if wanted:
            await self._show_shelf(self._offer.on_request)
