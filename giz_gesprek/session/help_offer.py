"""Help for a goal as it is offered: a few programmes at a time, on three shelves.

Owns the shape of the offer. What stands on which shelf is decided in ``help_for_goal``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

OFFERS_A_PAGE: Final = 3


@dataclass(frozen=True)
class Offer:
    """A programme as the family reads about it: ``about`` is a sentence a line."""

    programme: str
    name: str
    about: str


@dataclass(frozen=True)
class Facts:
    """A programme as the professional reads about it: a line for each fact."""

    programme: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Shelf:
    """Programmes that are shown together: by name, and what the professional has to know."""

    offers: tuple[Offer, ...]
    facts: tuple[Facts, ...]

    @property
    def pages(self) -> int:
        """How many screens they take, at least one."""
        return max(1, -(-len(self.offers) // OFFERS_A_PAGE))

    def page(self, number: int) -> tuple[Offer, ...]:
        """Return the programmes on a screen; the first one is 0."""
        return self.offers[number * OFFERS_A_PAGE : (number + 1) * OFFERS_A_PAGE]


@dataclass(frozen=True)
class HelpOffer:
    """Help for one goal.

    Attributes:
        first: shown at once.
        others: shown when somebody asks for other help.
        on_request: chosen by the professional, when the parent has raised the subject.
        chosen: programmes of the goal.
        keep: takes a programme and whether it is wanted; raises ``StoreError``.
        about_child: whether more can be filled in about the child, which decides what is offered.

    """

    first: Shelf
    others: Shelf
    on_request: Shelf
    chosen: tuple[str, ...]
    keep: Callable[[str, bool], None]
    about_child: bool = False


class Browsing:
    """Going through an offer: which shelf and page is shown, and what is chosen by now."""

    def __init__(self, offer: HelpOffer) -> None:
        self.offer = offer
        self.shelf = offer.first
        self.page = 0
        self.chosen = set(offer.chosen)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The programmes that are shown."""
        return self.shelf.page(self.page)

    @property
    def has_earlier(self) -> bool:
        """Whether there are programmes before these."""
        return self.page > 0 or self.shelf is not self.offer.first

    @property
    def has_more(self) -> bool:
        """Whether this shelf has more programmes."""
        return self.page + 1 < self.shelf.pages

    @property
    def has_others(self) -> bool:
        """Whether there is other help than what fits by itself."""
        return self.shelf is self.offer.first and bool(self.offer.others.offers)

    @property
    def has_facts(self) -> bool:
        """Whether the professional has a screen here: facts, or ways that stand behind them."""
        return bool(self.shelf.facts) or self.has_on_request or self.offer.about_child

    @property
    def has_on_request(self) -> bool:
        """Whether there is help that the parent has to raise first."""
        return self.shelf is not self.offer.on_request and bool(self.offer.on_request.offers)

    def label(self, offer: Offer) -> str:
        """Return the name of a programme, marked where it is chosen."""
        return f"✔ {offer.name}" if offer.programme in self.chosen else offer.name

    def about(self, programme: str | None) -> str:
        """Return what a programme on this shelf is; empty for any other."""
        found = (offer.about for offer in self.shelf.offers if offer.programme == programme)
        return next(found, "")

    def toggle(self, programme: str) -> None:
        """Choose a programme, or leave it where it was chosen.

        Raises:
            StoreError: that could not be kept.

        """
        self.offer.keep(programme, programme not in self.chosen)
        self.chosen ^= {programme}

    def show(self, shelf: Shelf) -> None:
        """Go to the begin of another shelf."""
        self.shelf, self.page = shelf, 0

    def go_on(self) -> None:
        """Go to the next page of this shelf."""
        self.page += 1

    def go_back(self) -> None:
        """Go to the page before, or to the end of the first shelf."""
        if self.page > 0:
            self.page -= 1
        else:
            self.shelf, self.page = self.offer.first, self.offer.first.pages - 1
