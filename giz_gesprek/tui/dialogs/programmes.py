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
from giz_gesprek.session.help_offer import OFFERS_A_PAGE, Browsing, HelpOffer
from giz_gesprek.session.step_parts import Option
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.dialogs.facts import FactsScreen, FactsWish
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.said import PlainButton, Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from giz_gesprek.content.phrases import Phrasebook


class ProgrammesScreen(Dialog[bool]):
    """Programmes three at a time; a digit shows what one is, Enter chooses it or leaves it.

    The result is whether more is filled in about the child first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"show_offer({digit})", show=False)
        for digit in range(1, OFFERS_A_PAGE + 1)
    ]

    def __init__(self, phrases: Phrasebook, offer: HelpOffer) -> None:
        super().__init__(phrases)
        self._browsing = Browsing(offer)

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
        browsing, place = self._browsing, self.query_one("#offers", Vertical)
        with self.app.batch_update():
            await place.remove_children()
            if browsing.offers:
                await place.mount(choices := _choices(browsing, lit))
                choices.focus()
            else:
                await place.mount(Said(self.say("programmes.none_fits")))
                self.query_one("#leave").focus()
            self.query_one("#earlier").display = browsing.has_earlier
            self.query_one("#more").display = browsing.has_more
            self.query_one("#other").display = browsing.has_others
            self.query_one("#facts").display = browsing.has_facts
            self.query_one("#confirm").display = bool(browsing.offers)
            self._tell_about(lit)

    @property
    def _lit(self) -> str | None:
        found = self.query(ChoiceList)
        return found.first().chosen if found else None

    def _tell_about(self, programme: str | None) -> None:
        """Show what the lit programme is; while none is lit, how to read about one."""
        browsing = self._browsing
        hint = self.say("programmes.read") if browsing.shelf.offers else ""
        self._tell(browsing.about(programme) if programme is not None else hint)
        label = "button.remove" if programme in browsing.chosen else "button.confirm"
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
        self.aloud.read_by_itself("#about")

    def action_confirm(self) -> None:
        """Choose the lit programme, or leave it where it was chosen; the dialog stays."""
        programme = self._lit
        if programme is None:
            if self._browsing.shelf.offers:
                self._tell(self.say("common.choose_only"), problem=True)
            return
        try:
            self._browsing.toggle(programme)
        except StoreError:
            self._tell(self.say("common.not_saved"), problem=True)
        else:
            # With none lit: a second Enter would leave it again.
            self.call_later(self._show_page)

    @on(PlainButton.Pressed, "#more, #other, #earlier")
    async def turn_page(self, event: PlainButton.Pressed) -> None:
        """Show the next programmes of this shelf, those before, or what does not fit by itself."""
        event.stop()
        if event.button.id == "more":
            self._browsing.go_on()
        elif event.button.id == "earlier":
            self._browsing.go_back()
        else:
            self._browsing.show(self._browsing.offer.others)
        await self._show_page()

    @on(PlainButton.Pressed, "#facts")
    def show_facts(self, event: PlainButton.Pressed) -> None:
        """Show the professional's words on a screen of their own, about the lit one first."""
        event.stop()
        browsing, lit = self._browsing, self._lit
        facts = sorted(browsing.shelf.facts, key=lambda one: one.programme != lit)
        screen = FactsScreen(
            self.phrases,
            facts,
            more=browsing.has_on_request,
            about_child=browsing.offer.about_child,
        )
        self.app.push_screen(screen, self._follow)

    async def _follow(self, wanted: FactsWish | None) -> None:
        if wanted == "on_request":
            self._browsing.show(self._browsing.offer.on_request)
            await self._show_page()
        elif wanted == "change_child":
            self.dismiss(True)  # noqa: FBT003 - Textual's


def _choices(browsing: Browsing, lit: str | None) -> ChoiceList:
    return ChoiceList(
        [
            Option(offer.programme, browsing.label(offer), digit)
            for digit, offer in enumerate(browsing.offers, start=1)
        ],
        lit,
    )
