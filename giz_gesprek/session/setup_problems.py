"""What has to change on the set-up screen before a conversation can be prepared, in sentences.

Pure, like ``setup``: the place of a sentence is told, and no widget is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.text import clean_line, clean_text
from giz_gesprek.i18n import _
from giz_gesprek.session.child_details import details_problem
from giz_gesprek.session.labels import ages_served, can_be_focus
from giz_gesprek.session.setup import ChildDraft, Place, SeatDraft, SetupDraft


def problems(framework: Framework, draft: SetupDraft) -> dict[Place, str]:
    """Return what has to change before a conversation can be prepared; one sentence a place."""
    found: dict[Place, str | None] = {
        "label": None if clean_line(draft.label) else _("Give this family a name or a code."),
        "children": next(_wrong_with_children(framework, draft.children), None),
        "details": details_problem(framework, draft.focus_band, draft.details),
        "seats": next(_wrong_with_seats(framework, draft.seats), None),
        "why": _many_professionals(draft),
    }
    return {place: sentence for place, sentence in found.items() if sentence is not None}


def _wrong_with_children(framework: Framework, children: tuple[ChildDraft, ...]) -> Iterator[str]:
    if not children:
        yield _("Add at least one child.")
    for child in children:
        if not clean_line(child.name) and child.age_band != "prenatal":
            yield _("Type the first name of each child; a pseudonym is fine.")
        if child.age_band is None:
            yield _("Choose an age for {child}.").format(child=_name_of(child))
    focus = [child for child in children if child.part == "focus"]
    if len(focus) != 1:
        yield _("Choose one child whom this conversation is about.")
    for child in children:
        if child.part == "not_now" or child.age_band is None:
            continue
        if not can_be_focus(framework, child.age_band):
            yield _(
                "The questions of this version are for {ages}. Choose Not this time for {child}."
            ).format(ages=ages_served(framework), child=_name_of(child))


def _wrong_with_seats(framework: Framework, seats: tuple[SeatDraft, ...]) -> Iterator[str]:
    for seat in seats:
        if not clean_line(seat.name):
            yield _("Type a name for everybody at the table, or take the line away.")
        if seat.role is None:
            yield _("Choose what {name} is at the table.").format(name=clean_line(seat.name))
    turns = [framework.roles[seat.role].turn for seat in seats if seat.role is not None]
    if "family" not in turns:
        yield _("Add at least one parent, foster parent or guardian.")
    if "professional" not in turns:
        yield _("Add at least one professional.")
    people = [(clean_line(seat.name), seat.role) for seat in seats]
    if len(set(people)) != len(people):
        yield _("Somebody is at the table twice. Take one of the two away.")


def _many_professionals(draft: SetupDraft) -> str | None:
    if not draft.has_many_professionals or clean_text(draft.why_so_many):
        return None
    return _(
        "There are {count} professionals at the table. For a family that is a lot. Are so many"
        " needed? Write down why, or take somebody off the list."
    ).format(count=draft.professionals)


def _name_of(child: ChildDraft) -> str:
    return clean_line(child.name) or _("the child")
