"""The people of a conversation in lines: each child, and each seat at the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from giz_gesprek.i18n import _
from giz_gesprek.session.custody import custody_words
from giz_gesprek.session.labels import (
    AGE_BANDS,
    ROLES,
    age_name,
    ages_served,
    every_age_served,
    role_name,
)
from giz_gesprek.session.setup import ChildDraft, Part, SeatDraft

if TYPE_CHECKING:
    from giz_gesprek.content.framework import Framework
    from giz_gesprek.plain.form import Form

_WithSomebody: TypeAlias = Literal["keep", "change", "remove", "earlier"]


def ask_children(
    form: Form, framework: Framework, children: tuple[ChildDraft, ...]
) -> tuple[ChildDraft, ...]:
    """Return the children as they are filled in; the professional reads who has custody."""
    form.lines.part()
    form.lines.say(_("The children"))
    if not every_age_served(framework):
        form.lines.say(
            _("The questions of this version are for: {ages}. Other children may be noted.").format(
                ages=ages_served(framework)
            )
        )
    asked: list[ChildDraft] = []
    for child in children:
        match _with_child(form, child):
            case "keep":
                asked.append(child)
            case "change":
                asked.append(_ask_child(form, child))
    while not asked or form.yes(_("Add a child"), kept=False):
        part: Part = "not_now" if any(child.part == "focus" for child in asked) else "focus"
        asked.append(_ask_child(form, ChildDraft("", None, part)))
    focus = next((child.age_band for child in asked if child.part == "focus"), None)
    form.lines.say(custody_words(focus))
    return tuple(asked)


def _with_child(form: Form, child: ChildDraft) -> _WithSomebody:
    """Return what to do with a child; one of an earlier conversation stays in the family."""
    if not child.name:
        return "change"
    ways: dict[_WithSomebody, str] = {"keep": _("Keep"), "change": _("Change")}
    if child.id is None:
        ways["remove"] = _("Remove")
    told = [child.name, age_name(child.age_band) if child.age_band else "", _parts()[child.part]]
    if child.at_the_table:
        told.append(_("sits at the table"))
    return form.choice(", ".join(filter(None, told)), ways, "keep")


def _ask_child(form: Form, child: ChildDraft) -> ChildDraft:
    name = form.line(_("First name"), child.name)
    age_band = form.choice(_("Age"), {band: age_name(band) for band in AGE_BANDS}, child.age_band)
    part = form.choice(_("This conversation"), _parts(), child.part)
    seated = age_band != "prenatal" and form.yes(
        _("{name} sits at the table").format(name=name), kept=child.at_the_table
    )
    return replace(child, name=name, age_band=age_band, part=part, at_the_table=seated)


def _parts() -> dict[Part, str]:
    return {
        "focus": _("about this child"),
        "also": _("this child as well"),
        "not_now": _("not this time"),
    }


def ask_seats(form: Form, seats: tuple[SeatDraft, ...]) -> tuple[SeatDraft, ...]:
    """Return everybody at the table, in the order of speaking."""
    form.lines.part()
    form.lines.say(_("At the table"), _("Who is first in the list speaks first."))
    asked: list[SeatDraft] = []
    for seat in seats:
        match _with_seat(form, seat, is_first=not asked):
            case "keep":
                asked.append(seat)
            case "change":
                asked.append(_ask_seat(form, seat))
            case "earlier":
                asked.insert(len(asked) - 1, seat)
    while form.yes(_("Add somebody"), kept=False):
        new = _ask_seat(form, SeatDraft("", None))
        # The family speaks before the professionals.
        places = (place for place, seat in enumerate(asked) if seat.role == "professional")
        asked.insert(next(places, len(asked)), new)
    return tuple(asked)


def _with_seat(form: Form, seat: SeatDraft, *, is_first: bool) -> _WithSomebody:
    if not seat.name or seat.role is None:
        if seat.role is not None:
            form.lines.say(role_name(seat.role))
        return "change"
    ways: dict[_WithSomebody, str] = {
        "keep": _("Keep"),
        "change": _("Change"),
        "remove": _("Remove"),
    }
    if not is_first:
        ways["earlier"] = _("Earlier")
    return form.choice(f"{seat.name}, {role_name(seat.role)}", ways, "keep")


def _ask_seat(form: Form, seat: SeatDraft) -> SeatDraft:
    name = form.line(_("First name"), seat.name)
    role = form.choice(_("As what"), {role: role_name(role) for role in ROLES}, seat.role)
    return replace(seat, name=name, role=role)
