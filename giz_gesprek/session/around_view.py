"""What the people around the family show: ring by ring, and those of the time before."""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.session.shown import Shown, spoken
from giz_gesprek.session.step_parts import Way


@dataclass(frozen=True)
class PersonShown:
    """Somebody around the family, with what was told of them and what can be done.

    ``asked``: of the time before, and nobody said yet whether that is still right.
    """

    id: str
    name: str
    text: str
    ways: tuple[Way, ...]
    asked: bool = False


@dataclass(frozen=True)
class RingShown:
    """One ring, with everybody in it."""

    name: str
    people: tuple[PersonShown, ...]


@dataclass(frozen=True, kw_only=True)
class AroundView(Shown):
    """Who there is around the family, the child in the middle."""

    question: str
    child: str
    rings: tuple[RingShown, ...]
    """The closest first; those of the time before are in it as well."""
    hint: str
    """That there is nobody yet; empty otherwise."""
    before: str
    """What is asked about those of the time before; empty where there are none."""
    keep_all: Way | None
    add: Way
    other_parent: Way | None
    pictogram: str | None = None

    @property
    def asked(self) -> tuple[PersonShown, ...]:
        """Those of the time before of whom nothing is said yet."""
        return tuple(one for ring in self.rings for one in ring.people if one.asked)

    @property
    def told(self) -> tuple[RingShown, ...]:
        """The rings in which somebody is, with those who were told of in this conversation."""
        rings = (
            RingShown(ring.name, tuple(one for one in ring.people if not one.asked))
            for ring in self.rings
        )
        return tuple(ring for ring in rings if ring.people)

    @property
    def said(self) -> tuple[str, ...]:
        """What is asked, everybody ring by ring, and what can be done; no button of one person."""
        written = [self.before, *(one.text for one in self.asked)]
        for ring in self.told:
            written += (ring.name, *(one.text for one in ring.people))
        ways = (
            way.label for way in (self.keep_all, self.add, self.other_parent) if way is not None
        )
        return spoken(self.question, *written, self.hint, *ways)
