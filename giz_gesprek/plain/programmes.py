"""Help for a goal as lines: a few programmes at a time, what each one is, the professional's facts.

Knows no session: what is chosen is passed on, and what cannot be kept is said here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from giz_gesprek.errors import StoreError
from giz_gesprek.session.help_offer import Browsing

if TYPE_CHECKING:
    from giz_gesprek.plain.exchange import Exchange
    from giz_gesprek.session.help_offer import HelpOffer

_Way: TypeAlias = Literal["earlier", "more", "other", "facts", "on_request", "change_child"]

_LABELS: Final[dict[_Way, str]] = {
    "earlier": "button.back",
    "more": "programmes.more",
    "other": "programmes.other",
    "facts": "programmes.for_professional",
    "on_request": "programmes.on_request",
    "change_child": "programmes.change_child",
}


class ProgrammesTold:
    """Programmes with a number each; the number tells what one is, Enter chooses it or leaves it.

    Behind them stand the ways to other programmes. Enter with nothing lit closes.
    """

    def __init__(self, exchange: Exchange, offer: HelpOffer) -> None:
        self._exchange = exchange
        self._lines = exchange.lines
        self._browsing = Browsing(offer)
        self._facts_told = False

    def tell_until_closed(self) -> bool:
        """Tell of one page after the other until that is left.

        Returns whether more is filled in about the child first.
        """
        while True:
            self._tell_page()
            offers, ways = self._browsing.offers, self._ways()
            labels = [offer.name for offer in offers]
            labels += [self._exchange.phrases.text(_LABELS[way]) for way in ways]
            close = self._exchange.phrases.text("button.close")
            chosen = self._exchange.pick(labels, echo=self._tell_lit, enter=close)
            if not isinstance(chosen, int):
                return False
            if chosen < len(offers):
                self._keep(offers[chosen].programme)
            elif ways[chosen - len(offers)] == "change_child":
                return True
            else:
                self._go(ways[chosen - len(offers)])

    def _ways(self) -> list[_Way]:
        browsing = self._browsing
        there: dict[_Way, bool] = {
            "earlier": browsing.has_earlier,
            "more": browsing.has_more,
            "other": browsing.has_others,
            "facts": browsing.has_facts,
            # As on the screen: who wants these has read what they are.
            "on_request": self._facts_told and browsing.has_on_request,
            "change_child": self._facts_told and browsing.offer.about_child,
        }
        return [way for way, is_there in there.items() if is_there]

    def _tell_page(self) -> None:
        """Say the question, and what is chosen of these."""
        offers = self._browsing.offers
        self._lines.part()
        self._exchange.say("programmes.choose" if offers else "programmes.none_fits")
        for offer in offers:
            if offer.programme in self._browsing.chosen:
                self._lines.say(self._exchange.phrases.text("document.help", what=offer.name))

    def _tell_lit(self, place: int) -> None:
        """Say what the programme or the way at this place is."""
        offers = self._browsing.offers
        if place >= len(offers):
            self._exchange.say(_LABELS[self._ways()[place - len(offers)]])
            self._exchange.tell("Enter", "button.next")
            return
        offer = offers[place]
        wanted = offer.programme not in self._browsing.chosen
        self._lines.say(offer.name, offer.about)
        self._exchange.tell("Enter", "button.confirm" if wanted else "button.remove")

    def _keep(self, programme: str) -> None:
        """Choose a programme, or leave it where it was chosen."""
        try:
            self._browsing.toggle(programme)
        except StoreError:
            self._exchange.say("common.not_saved")

    def _go(self, way: _Way) -> None:
        browsing = self._browsing
        match way:
            case "earlier":
                browsing.go_back()
            case "more":
                browsing.go_on()
            case "other":
                browsing.show(browsing.offer.others)
            case "on_request":
                browsing.show(browsing.offer.on_request)
            case "facts":
                self._facts_told = True
                for facts in browsing.shelf.facts:
                    self._lines.part()
                    self._lines.say(facts.name, *facts.lines)
