"""What the people around the family show: ring by ring, and those of the time before."""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.session.ring_map import RingsDrawn
from giz_gesprek.session.shown import Shown, spoken
from giz_gesprek.session.step_parts import Quote, Way


@dataclass(frozen=True)
class PersonShown:
    """Somebody around the family, with what was told of them and what can be done."""

    id: str
    name: str
    told: tuple[Quote, ...]
    ways: tuple[Way, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """The name, and what was told."""
        return (self.name, *(part for quote in self.told for part in (quote.lead, quote.text)))


@dataclass(frozen=True)
class RingShown:
    """One ring, with everybody in it; on the map it may be empty."""

    name: str
    people: tuple[PersonShown, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """The ring, and everybody in it."""
        return (self.name, *(part for one in self.people for part in one.said))


@dataclass(frozen=True, kw_only=True)
class AroundView(Shown):
    """Who there is around the family, the child in the middle.

    ``told`` and ``asked`` are the rings in which somebody is, the closest first: those who were
    told of now, and those of the time before of whom nobody said yet whether that is still right.
    """

    question: str
    told: tuple[RingShown, ...]
    before: str
    """What is asked about those of the time before; empty where there are none."""
    asked: tuple[RingShown, ...]
    keep_all: Way | None
    hint: str
    """That there is nobody yet; empty otherwise."""
    add: Way
    other_parent: Way | None
    drawn: RingsDrawn

    @property
    def said(self) -> tuple[str, ...]:
        """What is asked, everybody ring by ring, and what can be done; no button of one person."""
        rings = (part for ring in self.told for part in ring.said)
        asked = (part for ring in self.asked for part in ring.said)
        keep_all, add, other = (
            way.label if way is not None else ""
            for way in (self.keep_all, self.add, self.other_parent)
        )
        return spoken(self.question, *rings, self.before, *asked, keep_all, self.hint, add, other)
