"""Asking who keeps the plan, and whom the family calls first about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.keeping_plan import (
    called_first,
    can_keep_the_plan,
    coordinated_by,
    kept_before,
    number_of,
)
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.plan import FirstContact
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.until_given import name_until_given

if TYPE_CHECKING:
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_NOBODY_YET: Final = "nobody-yet"
_SOMEBODY_ELSE: Final = "somebody-else"
_MOST_PEOPLE: Final = 8
"""Nine digits choose: the last one is nobody yet, or somebody else."""


async def who_keeps_it(session: Session, ask: Ask, _part_id: str) -> None:
    """Ask who keeps the plan, who is called first, and the number where nobody knows it yet."""
    say, plan = session.phrases().text, session.conversation.plan
    people = [(one.id, one.name) for one in can_keep_the_plan(session.talk)][:_MOST_PEOPLE]
    options = [*people, (_NOBODY_YET, say("goals.nobody_yet"))]
    kept, _called = kept_before(session.talk)
    standing = plan.coordinator_id or kept
    asked = ChoiceAsked(say("goals.keeps_it"), options, chosen=standing)
    chosen = await ask.choose(asked)
    if chosen is None:
        return
    keeps = None if chosen == _NOBODY_YET else chosen
    session.keep(coordinated_by(session.talk, keeps), "chosen", Line(kind="coordinator").key)
    await _who_is_called(session, ask, people)


async def _who_is_called(session: Session, ask: Ask, people: list[tuple[str, str]]) -> None:
    say, plan = session.phrases().text, session.conversation.plan
    before = plan.first_contact or kept_before(session.talk)[1]
    standing = plan.coordinator_id
    if before is not None:
        standing = before.person_id or _SOMEBODY_ELSE
    options = [*people, (_SOMEBODY_ELSE, say("goals.someone_else"))]
    question = say("goals.called_first")
    chosen = await ask.choose(ChoiceAsked(question, options, chosen=standing))
    if chosen is None:
        return
    name = None
    if chosen == _SOMEBODY_ELSE:
        earlier = before.name if before is not None and before.name is not None else ""
        name = await name_until_given(session, ask, question, earlier)
        if name is None:
            return
    who = None if chosen == _SOMEBODY_ELSE else chosen
    is_same = before is not None and (before.person_id, before.name) == (who, name)
    phone = before.phone if before is not None and is_same else None
    contact = FirstContact(person_id=who, name=name, phone=phone)
    _keep(session, contact)
    if number_of(session.talk, contact) is None:
        await _ask_number(session, ask, contact)


async def _ask_number(session: Session, ask: Ask, contact: FirstContact) -> None:
    """Ask for the number once; who does not know it leaves that."""
    person_id = contact.person_id
    who = contact.name if person_id is None else session.family.person(person_id).name
    question = session.phrases().text("goals.number", who=who or "")
    phone = await name_until_given(session, ask, question, "")
    if phone is not None:
        _keep(session, contact.model_copy(update={"phone": phone}))


def _keep(session: Session, contact: FirstContact) -> None:
    session.keep(called_first(session.talk, contact), "chosen", Line(kind="first_contact").key)
