"""Who keeps the plan, and whom the family calls first about it."""

from __future__ import annotations

from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.plan import FirstContact
from giz_gesprek.conversation.table import can_do_a_step
from giz_gesprek.conversation.talk import Talk


def can_keep_the_plan(talk: Talk) -> tuple[Person, ...]:
    """Return the grown-ups, who sits at the table first."""
    return tuple(person for person in can_do_a_step(talk) if person.role != "child")


def kept_before(talk: Talk) -> tuple[str | None, FirstContact | None]:
    """Return who kept the last plan before this one, and was called first, of who can do so now.

    A name that was typed then is not known to be for everybody who sits here.
    """
    last = next((each.plan for each in reversed(talk.earlier) if each.plan.goals), None)
    if last is None:
        return None, None
    able = {person.id for person in can_keep_the_plan(talk)}
    contact = last.first_contact
    keeps = last.coordinator_id if last.coordinator_id in able else None
    return keeps, contact if contact is not None and contact.person_id in able else None


def coordinated_by(talk: Talk, person_id: str | None) -> Talk:
    """Return the talk in which this person keeps the plan, or nobody yet."""
    plan = talk.conversation.plan.model_copy(update={"coordinator_id": person_id})
    return talk.changed(plan=plan)


def called_first(talk: Talk, contact: FirstContact | None) -> Talk:
    """Return the talk in which the family calls this person first, or in which nobody said so."""
    plan = talk.conversation.plan.model_copy(update={"first_contact": contact})
    return talk.changed(plan=plan)


def number_of(talk: Talk, contact: FirstContact) -> str | None:
    """Return the number of whom to call first: that of the family's list, or as it was typed."""
    known = None if contact.person_id is None else talk.family.person(contact.person_id).phone
    return known or contact.phone
