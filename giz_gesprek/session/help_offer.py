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

    """

    first: Shelf
    others: Shelf
    on_request: Shelf
    chosen: tuple[str, ...]
    keep: Callable[[str, bool], None]
