"""People in rings around a child, the closest first: a list, or a drawing with a table."""

from __future__ import annotations

from dataclasses import dataclass

from giz_gesprek.summary.listed import SAID, Row, Rows


@dataclass(frozen=True)
class SaidOf:
    """What people said of somebody, behind its label; ``text`` is literal."""

    label: str
    text: str
    language: str | None = None

    @property
    def marked(self) -> str:
        """The words between marks that show that somebody said them."""
        return SAID.format(self.text)


@dataclass(frozen=True)
class PersonInRing:
    """Somebody in a ring: what they are, how to reach them, what they help with and could do."""

    name: str
    role: str
    organisation: str | None = None
    phone: str | None = None
    helps: SaidOf | None = None
    could: SaidOf | None = None

    @property
    def called(self) -> str:
        """The name, and how to reach them."""
        return ", ".join(filter(None, (self.name, self.organisation, self.phone)))


@dataclass(frozen=True)
class Ring:
    """One ring, with who is in it; it may be empty."""

    label: str
    people: tuple[PersonInRing, ...]


@dataclass(frozen=True)
class RingLabels:
    """What the columns of the table are called."""

    who: str
    how_close: str
    helps: str
    could: str


@dataclass(frozen=True)
class Rings:
    """Everybody in their ring, with ``middle`` in the middle.

    ``alt`` tells what the drawing shows, for who does not see it. ``drawn``: as a drawing with a
    table, else as a short list.
    """

    middle: str
    alt: str
    labels: RingLabels
    rings: tuple[Ring, ...]
    drawn: bool = False

    @property
    def rows(self) -> tuple[Rows, ...]:
        """Everybody line by line, with what was said of them."""
        return tuple(
            Rows(
                (
                    Row(ring.label, f"{one.called} ({one.role})"),
                    *(
                        Row(said.label, said.text, literal=True, language=said.language)
                        for said in (one.helps, one.could)
                        if said is not None
                    ),
                )
            )
            for ring in self.rings
            for one in ring.people
        )
