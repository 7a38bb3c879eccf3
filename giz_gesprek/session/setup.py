"""What the set-up screen collects, checked and turned into a dossier.

Owns what a conversation needs before it can begin. Knows no widget, clock or store: it is used
and tested without Textual.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.around import Around
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Conversation, Dossier, Variant
from giz_gesprek.conversation.gathering import MOST_PROFESSIONALS
from giz_gesprek.conversation.people import AgeBand, Family, FamilySettings, Person, Role
from giz_gesprek.conversation.presence import sat_at_the_table
from giz_gesprek.conversation.table import is_listened_to
from giz_gesprek.conversation.text import clean_line, clean_text
from giz_gesprek.i18n import _
from giz_gesprek.session.child_details import (
    ChildDetails,
    child_now_of,
    next_details,
)
from giz_gesprek.store import Profile

Part = Literal["focus", "also", "not_now"]
"""Is the conversation about this child, about this child as well, or not this time?"""

Place = Literal["label", "children", "details", "seats", "why"]
"""Where on the screen something has to change."""


@dataclass(frozen=True)
class ChildDraft:
    """A child as it was filled in. ``id`` is None for one that is new."""

    name: str
    age_band: AgeBand | None
    part: Part
    at_the_table: bool = False
    id: str | None = None

    @property
    def sits_there(self) -> bool:
        """Whether this child sits at the table; nobody does who is not born yet."""
        return self.at_the_table and self.age_band != "prenatal"


@dataclass(frozen=True)
class SeatDraft:
    """Somebody at the table as it was filled in. ``id`` is None for somebody new."""

    name: str
    role: Role | None
    id: str | None = None


@dataclass(frozen=True)
class SetupDraft:
    """Everything on the set-up screen; seats in the order of speaking."""

    label: str
    children: tuple[ChildDraft, ...]
    seats: tuple[SeatDraft, ...]
    variant: Variant
    settings: FamilySettings
    park_sensitive: bool | None
    """Whether sensitive topics wait for a moment alone; None: as who sits at the table asks."""
    details: ChildDetails = field(default_factory=ChildDetails)
    why_so_many: str = ""
    """Why there are more professionals than a family should have."""

    def parks(self, framework: Framework) -> bool:
        """Return whether sensitive topics wait: as chosen, or while somebody listens."""
        if self.park_sensitive is not None:
            return self.park_sensitive
        return self.is_listened_to(framework)

    def is_listened_to(self, framework: Framework) -> bool:
        """Tell whether a partner or a child will sit at the table."""
        roles = [seat.role for seat in self.seats if seat.role is not None]
        roles += ["child" for child in self.children if child.sits_there]
        return is_listened_to(framework, roles)

    @property
    def focus_band(self) -> AgeBand | None:
        """How old the child is whom the conversation is about, where that is filled in."""
        return next((child.age_band for child in self.children if child.part == "focus"), None)

    @property
    def filled_in(self) -> SetupDraft:
        """The same without the lines on which nothing stands: an empty line is nobody."""
        children = tuple(
            child for child in self.children if clean_line(child.name) or child.age_band
        )
        seats = tuple(seat for seat in self.seats if clean_line(seat.name) or seat.role)
        return replace(self, children=children, seats=seats)

    @property
    def professionals(self) -> int:
        """How many professionals sit at the table."""
        return sum(seat.role == "professional" for seat in self.seats)

    @property
    def has_many_professionals(self) -> bool:
        """Tell whether there are so many that it asks for a reason."""
        return self.professionals > MOST_PROFESSIONALS


def first_draft(dossier: Dossier | None, profile: Profile) -> SetupDraft:
    """Return what is filled in beforehand: the professional, and what was so the last time."""
    if dossier is None:
        return SetupDraft(
            label="",
            children=(ChildDraft("", None, "focus"),),
            seats=(SeatDraft("", "parent"), SeatDraft(profile.first_name, "professional")),
            variant="short",
            settings=FamilySettings(),
            park_sensitive=None,
        )
    family = dossier.family
    last = max(dossier.conversations, key=lambda talk: talk.started_at, default=None)
    return SetupDraft(
        label=family.label,
        children=tuple(
            ChildDraft(
                child.name,
                child.age_band,
                _part(child, family, last),
                last is not None and child.id in sat_at_the_table(last),
                child.id,
            )
            for child in family.children
        ),
        seats=_first_seats(family, last, profile),
        variant=last.variant if last is not None else "short",
        settings=family.settings,
        park_sensitive=True if last is not None and last.parked else None,
        details=next_details(last.child_now) if last is not None else ChildDetails(),
        why_so_many=_why_so_many(last),
    )


def _why_so_many(last: Conversation | None) -> str:
    reason = last.around.many_professionals if last is not None else None
    return reason.text if reason is not None else ""


def _part(child: Person, family: Family, last: Conversation | None) -> Part:
    focus = last.focus_child if last is not None else family.children[0].id
    if child.id == focus:
        return "focus"
    return "also" if last is not None and child.id in last.other_children else "not_now"


def _first_seats(
    family: Family, last: Conversation | None, profile: Profile
) -> tuple[SeatDraft, ...]:
    """Return who sat at the table the last time; before a first time, everybody but children.

    Whoever goes on with the family of a colleague sits in the place of that colleague.
    """
    seated = sat_at_the_table(last) if last is not None else ()
    people = [family.person(person_id) for person_id in seated] or family.people
    seats = [
        SeatDraft(person.name, person.role, person.id)
        for person in people
        if person.role != "child"
    ]
    own = SeatDraft(profile.first_name, "professional")
    places = [place for place, seat in enumerate(seats) if seat.role == "professional"]
    if not places:
        return (*seats, own)
    names = {profile.name, profile.first_name}
    if profile.first_name and not any(seats[place].name in names for place in places):
        seats[places[0]] = own
    return tuple(seats)


def with_prepared(
    framework: Framework,
    draft: SetupDraft,
    dossier: Dossier | None,
    profile: Profile,
    *,
    new_id: Callable[[], str],
    now: datetime,
    content_version: str,
) -> tuple[Dossier, str]:
    """Return the dossier with one more prepared conversation, and the id of that conversation.

    ``draft`` is ``filled_in`` and has no ``problems``. Without ``dossier`` the family is new.
    People who were in the family before stay in it, at the table or not.
    """
    before = dossier.family if dossier is not None else Family(id=new_id(), label=draft.label)
    children = [(child, _child(child, new_id)) for child in draft.children]
    seated = _seated(draft.seats, before, profile, new_id)
    family = _with_people(before, draft, [*(person for _child_, person in children), *seated])
    conversation = new_conversation(
        framework,
        family,
        conversation_id=new_id(),
        now=now,
        variant=draft.variant,
        focus_child=next(person.id for child, person in children if child.part == "focus"),
        child_now=child_now_of(framework, draft.focus_band, draft.details),
        other_children=[person.id for child, person in children if child.part == "also"],
        at_the_table=[
            *(person.id for person in seated),
            *(person.id for child, person in children if child.sits_there),
        ],
        content_version=content_version,
        park_sensitive=draft.parks(framework),
    )
    around = _around(draft, seated, now)
    conversation = conversation.model_copy(update={"around": around})
    earlier = dossier.conversations if dossier is not None else ()
    return Dossier(family=family, conversations=(*earlier, conversation)), conversation.id


def _around(draft: SetupDraft, seated: list[Person], now: datetime) -> Around:
    """Return why there are so many professionals, in the words of the first of them."""
    if not draft.has_many_professionals or not clean_text(draft.why_so_many):
        return Around()
    by_id = next(one.id for one in seated if one.role == "professional")
    reason = OwnWords(text=draft.why_so_many, author_id=by_id, typed_by_id=by_id, at=now)
    return Around(many_professionals=reason)


def _child(child: ChildDraft, new_id: Callable[[], str]) -> Person:
    # Before birth most children have no name; the conversation says "the baby".
    name = clean_line(child.name) or (_("Baby") if child.age_band == "prenatal" else "")
    return Person(id=child.id or new_id(), name=name, role="child", age_band=child.age_band)


def _seated(
    seats: tuple[SeatDraft, ...], before: Family, profile: Profile, new_id: Callable[[], str]
) -> list[Person]:
    """Return the people at the table, those who were in the family before as the same people."""
    people: list[Person] = []
    for seat in seats:
        name, role = clean_line(seat.name), seat.role
        if role is None:
            message = "a seat without a role was not refused"
            raise ValueError(message)
        taken = {person.id for person in people} | {other.id for other in seats if other != seat}
        old = _same_person(seat, name, role, [one for one in before.people if one.id not in taken])
        person = Person(id=old.id if old is not None else new_id(), name=name, role=role)
        if old is not None:
            person = old.model_copy(update={"role": role})
        if role == "professional" and name in {profile.name, profile.first_name}:
            details = {"organisation": profile.organisation, "phone": profile.phone}
            person = person.model_copy(update=details)
        people.append(person)
    return people


def _same_person(seat: SeatDraft, name: str, role: Role, people: list[Person]) -> Person | None:
    """Return who this was before.

    Another name is somebody else, even on the same line: nobody may inherit what another said.
    """
    for person in people:
        if person.name == name and (person.id == seat.id or person.role == role):
            return person
    return None


def _with_people(before: Family, draft: SetupDraft, people: list[Person]) -> Family:
    changed = {person.id: person for person in people}
    stayed = [changed.pop(person.id, person) for person in before.people]
    # A copy: whatever else is known of the family stays with it.
    return before.model_copy(
        update={
            "label": draft.label,
            "people": (*stayed, *changed.values()),
            "settings": draft.settings,
        }
    )
