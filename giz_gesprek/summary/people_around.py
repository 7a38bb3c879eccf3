"""The people around the family: what both papers and the report tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from giz_gesprek.conversation.around import AroundPerson, OtherParent
from giz_gesprek.conversation.gathering import RINGS, may_hear
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.audience import Readers
from giz_gesprek.summary.document import Block, Heading, Section
from giz_gesprek.summary.items import Item, PersonAround
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.rings import PersonInRing, Ring, RingLabels, Rings, SaidOf
from giz_gesprek.summary.rows import own_row
from giz_gesprek.summary.sentences import of_type
from giz_gesprek.summary.words import PaperNames

_OTHER_PARENT: Final[dict[OtherParent, str]] = {
    "not_there": "document.parent_not_there",
    "rather_not": "document.status_none",
}


def people_told(talk: Talk, audience: Readers) -> Iterator[PersonAround]:
    """Yield who there is around the family, the closest first.

    A paper of the family has those of whom everybody who sits there may hear; the record has all.
    """
    conversation = talk.conversation
    for one in sorted(conversation.around.people, key=lambda each: RINGS.index(each.ring)):
        if audience.has_to_do or may_hear(talk, conversation, one):
            yield PersonAround(one, line=Line(kind="around", id=one.person_id))


def for_the_family(
    words: PaperNames, items: Sequence[Item], title: str = "around.title"
) -> Iterator[Block]:
    """Yield the people in short, ring by ring, with what they do; ``title`` is the heading."""
    people = of_type(items, PersonAround)
    if people:
        heading = Heading(words.text(title), 2, words.page_picture("around.title"))
        yield Section("around", heading, (_rings(words, people),))


def for_the_record(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield the same as a drawing and a table; the other parent, and why so many professionals."""
    people, rows = of_type(items, PersonAround), tuple(_rows(words))
    if people or rows:
        yield Heading(words.text("document.around"), 2)
    if people:
        yield _rings(words, people, drawn=True)
    if rows:
        yield Rows(rows)


def told_of(words: PaperNames, one: AroundPerson) -> str:
    """Return what is told of somebody, a line each: how close they are, and what they do."""
    ring = words.inside(words.text(f"around.{one.ring}"))
    lines = [words.text("around.in_ring", who=words.person(one.person_id), what=ring)]
    for said in (_helps(words, one), _could(words, one)):
        lines += [] if said is None else [said.label, said.marked]
    return "\n".join(lines)


def _rings(words: PaperNames, people: Sequence[PersonAround], *, drawn: bool = False) -> Rings:
    told = {
        ring: tuple(_person(words, item.told) for item in group)
        for ring, group in groupby(people, key=lambda item: item.told.ring)
    }
    child = words.child(words.talk.conversation.focus_child)
    rings = tuple(Ring(words.text(f"around.{ring}"), told.get(ring, ())) for ring in RINGS)
    labels = RingLabels(
        words.text("document.who_is_label"),
        words.text("document.how_close_label"),
        words.text("around.helps_label"),
        words.text("around.could_label"),
    )
    return Rings(child, _alt(words, child, rings), labels, rings, drawn)


def _alt(words: PaperNames, child: str, rings: Sequence[Ring]) -> str:
    """Return what a drawing of these rings shows: everybody, ring by ring."""
    who = (
        f"{ring.label}: {', '.join(one.name for one in ring.people)}."
        for ring in rings
        if ring.people
    )
    return " ".join((words.text("document.around_drawing", child=child), *who))


def _person(words: PaperNames, one: AroundPerson) -> PersonInRing:
    person = words.talk.family.person(one.person_id)
    return PersonInRing(
        words.person(person.id),
        words.role(person.role),
        person.organisation,
        person.phone,
        _helps(words, one),
        _could(words, one),
    )


def _helps(words: PaperNames, one: AroundPerson) -> SaidOf | None:
    own = one.helps
    if own is None:
        return None
    return SaidOf(words.text("around.helps_label"), own.text, words.language_of(own))


def _could(words: PaperNames, one: AroundPerson) -> SaidOf | None:
    own = one.could
    if own is None:
        return None
    return SaidOf(words.text("around.could_label"), own.text, words.language_of(own))


def _rows(words: PaperNames) -> Iterator[Row]:
    around = words.talk.conversation.around
    if around.other_parent is not None:
        label = words.text("document.other_parent_label")
        yield Row(label, words.text(_OTHER_PARENT[around.other_parent]))
    if around.many_professionals is not None:
        yield own_row(words, words.text("document.many_label"), around.many_professionals)
