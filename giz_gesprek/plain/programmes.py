"""Help for a goal as lines: a few programmes at a time, what each one is, the professional's facts.

Knows no session: what is chosen is passed on, and what cannot be kept is said here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from giz_gesprek.errors import StoreError

if TYPE_CHECKING:
    from giz_gesprek.plain.exchange import Exchange
    from giz_gesprek.session.help_offer import HelpOffer, Offer, Shelf

_Way = Literal["earlier", "more", "other", "facts", "on_request"]

_LABELS: Final[dict[_Way, str]] = {
    "earlier": "button.back",
    "more": "programmes.more",
    "other": "programmes.other",
    "facts": "programmes.for_professional",
    "on_request": "programmes.on_request",
}


class ProgrammesTold:
    """Programmes with a number each; the number tells what one is, Enter chooses it or leaves it.

    Behind them stand the ways to other programmes. Enter with nothing lit closes.
    """

    def __init__(self, exchange: Exchange, offer: HelpOffer) -> None:
        self._exchange = exchange
        self._offer = offer
        self._shelf = offer.first
        self._page = 0
        self._chosen = set(offer.chosen)
        self._facts_told = False

    def tell_until_closed(self) -> None:
        """Tell of one page after the other until that is left."""
        while True:
            offers, ways = self._shelf.page(self._page), self._ways()
            chosen = self._exchange.pick(
                self._said(offers, ways),
                echo=partial(self._tell, offers, ways),
                enter=self._exchange.phrases.text("button.close"),
            )
            if not isinstance(chosen, int):
                return
            if chosen < len(offers):
                self._keep(offers[chosen])
            else:
                self._go(ways[chosen - len(offers)])

    def _said(self, offers: tuple[Offer, ...], ways: list[_Way]) -> list[str]:
        phrases, lines = self._exchange.phrases, self._exchange.lines
        lines.part()
        self._exchange.say("programmes.choose" if offers else "programmes.none_fits")
        for offer in offers:
            if offer.programme in self._chosen:
                lines.say(phrases.text("document.help", what=offer.name))
        return [offer.name for offer in offers] + [phrases.text(_LABELS[way]) for way in ways]

    def _ways(self) -> list[_Way]:
        first = self._shelf is self._offer.first
        on_request = self._shelf is self._offer.on_request or not self._offer.on_request.offers
        there: dict[_Way, bool] = {
            "earlier": self._page > 0 or not first,
            "more": self._page + 1 < self._shelf.pages,
            "other": first and bool(self._offer.others.offers),
            "facts": bool(self._shelf.facts),
            # As on the screen: who wants these has read what they are.
            "on_request": self._facts_told and not on_request,
        }
        return [way for way, is_there in there.items() if is_there]

    def _tell(self, offers: tuple[Offer, ...], ways: list[_Way], place: int) -> None:
        """Say what is lit."""
        if place >= len(offers):
            self._exchange.say(_LABELS[ways[place - len(offers)]])
            self._exchange.tell("Enter", "button.next")
            return
        offer = offers[place]
        wanted = offer.programme not in self._chosen
        self._exchange.lines.say(offer.name, offer.about)
        self._exchange.tell("Enter", "button.confirm" if wanted else "button.remove")

    def _keep(self, offer: Offer) -> None:
        """Choose a programme, or leave it where it was chosen."""
        try:
            self._offer.keep(offer.programme, offer.programme not in self._chosen)
        except StoreError:
            self._exchange.say("common.not_saved")
        else:
            self._chosen ^= {offer.programme}

    def _go(self, way: _Way) -> None:
        match way:
            case "earlier" if self._page > 0:
                self._page -= 1
            case "earlier":
                self._show(self._offer.first, self._offer.first.pages - 1)
            case "more":
                self._page += 1
            case "other":
                self._show(self._offer.others)
            case "facts":
                self._tell_facts()
            case "on_request":
                self._show(self._offer.on_request)

    def _show(self, shelf: Shelf, page: int = 0) -> None:
        self._shelf, self._page = shelf, page

    def _tell_facts(self) -> None:
        """Say the professional's words about these programmes."""
        self._facts_told = True
        for facts in self._shelf.facts:
            self._exchange.lines.part()
            self._exchange.lines.say(facts.name, *facts.lines)
