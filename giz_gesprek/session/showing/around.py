"""The people around the family: who there is, how close, what they do; and those of last time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.gathering import (
    RINGS,
    asks_other_parent,
    people_around,
    people_before,
)
from giz_gesprek.session.acts import AroundEdit, EditAround, KeepAround
from giz_gesprek.session.around_view import AroundView, PersonShown, RingShown
from giz_gesprek.session.ring_map import RingNames, RingsDrawn
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Quote, Way

if TYPE_CHECKING:
    from giz_gesprek.conversation.around import AroundPerson
    from giz_gesprek.session.step_data import StepData


_LABELS: Final[dict[AroundEdit, str]] = {
    "add": "around.add",
    "other_parent": "around.other_parent",
    "change": "button.change",
    "remove": "button.remove",
}


def around(data: StepData) -> AroundView:
    """Return everybody in their ring, and what can be done."""
    here, before = people_around(data.talk), people_before(data.talk)
    several = len(before) > 1
    return AroundView(
        **frame(data, data.say("around.title"), "help.around", can_skip=False),
        question=data.say("around.ask"),
        told=_rings(data, here),
        before=data.say("around.before") if before else "",
        asked=_rings(data, before, asked=True),
        keep_all=Way(data.say("around.keep_all"), KeepAround(None)) if several else None,
        hint="" if here or before else data.say("around.none_yet"),
        add=_way(data, "add"),
        other_parent=_way(data, "other_parent") if asks_other_parent(data.talk) else None,
        drawn=_drawn(data, here, before),
    )


def _rings(
    data: StepData, people: Sequence[AroundPerson], *, asked: bool = False
) -> tuple[RingShown, ...]:
    return tuple(
        RingShown(
            data.say(f"around.{ring}"), tuple(_person(data, one, asked=asked) for one in group)
        )
        for ring, group in groupby(people, key=lambda one: one.ring)
    )


def _person(data: StepData, one: AroundPerson, *, asked: bool) -> PersonShown:
    told = (("around.helps_label", one.helps), ("around.could_label", one.could))
    keep = Way(data.say("around.keep"), KeepAround(one.person_id))
    change, remove = (_way(data, edit, one.person_id) for edit in ("change", "remove"))
    return PersonShown(
        one.person_id,
        data.words.person(one.person_id),
        tuple(Quote(data.say(label), own.text) for label, own in told if own is not None),
        (keep, change, remove) if asked else (change, remove),
    )


def _drawn(
    data: StepData, here: Sequence[AroundPerson], before: Sequence[AroundPerson]
) -> RingsDrawn:
    """Return what the map shows: before whom nobody confirmed yet stands a question mark."""
    names = [(one.ring, data.words.person(one.person_id)) for one in here]
    names += [(one.ring, f"? {data.words.person(one.person_id)}") for one in before]
    rings = (
        RingNames(data.say(f"around.{ring}"), tuple(name for at, name in names if at == ring))
        for ring in RINGS
    )
    return RingsDrawn(data.phrases.names["child"], tuple(rings))


def _way(data: StepData, edit: AroundEdit, person_id: str = "") -> Way:
    return Way(data.say(_LABELS[edit]), EditAround(edit, person_id))
