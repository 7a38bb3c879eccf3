"""The people around the family: who there is, how close, what they do; and those of last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.gathering import (
    RINGS,
    asks_other_parent,
    people_around,
    people_before,
)
from giz_gesprek.session.acts import AroundEdit, EditAround
from giz_gesprek.session.around_view import AroundView, PersonShown, RingShown
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Way
from giz_gesprek.summary.people_around import told_of

if TYPE_CHECKING:
    from giz_gesprek.conversation.around import AroundPerson
    from giz_gesprek.session.step_data import StepData


def around(data: StepData) -> AroundView:
    """Return everybody in their ring, and what can be done."""
    here, before = people_around(data.talk), people_before(data.talk)
    people = [(one, False) for one in here] + [(one, True) for one in before]
    rings = tuple(
        RingShown(
            data.say(f"around.{ring}"),
            tuple(_person(data, one, asked=asked) for one, asked in people if one.ring == ring),
        )
        for ring in RINGS
    )
    return AroundView(
        **frame(data, data.say("around.title"), "help.around", can_skip=False),
        question=data.say("around.ask"),
        child=data.phrases.names["child"],
        rings=rings,
        hint="" if people else data.say("around.none_yet"),
        before=data.say("around.before") if before else "",
        keep_all=_way(data, "around.keep_all", "keep_all") if len(before) > 1 else None,
        add=_way(data, "around.add", "add"),
        other_parent=_way(data, "around.other_parent", "other_parent")
        if asks_other_parent(data.talk)
        else None,
        pictogram=data.page_picture("around.title"),
    )


def _person(data: StepData, one: AroundPerson, *, asked: bool) -> PersonShown:
    ways = [
        _way(data, "button.change", "change", one.person_id),
        _way(data, "button.remove", "remove", one.person_id),
    ]
    if asked:
        ways.insert(0, _way(data, "around.keep", "keep", one.person_id))
    name, text = data.words.person(one.person_id), told_of(data.words, one)
    return PersonShown(one.person_id, name, text, tuple(ways), asked)


def _way(data: StepData, text_id: str, edit: AroundEdit, person_id: str = "") -> Way:
    return Way(data.say(text_id), EditAround(edit, person_id))
