"""Who sits at the table, changed while the conversation goes on: somebody comes in, or leaves.

Owns what is asked, which everybody at the table may read: that topics wait for a moment alone, or
which, is said nowhere. What follows from who sits there is in ``conversation.table``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation import table
from giz_gesprek.conversation.people import Person, Role
from giz_gesprek.conversation.text import clean_line
from giz_gesprek.conversation.unheard import first_unheard
from giz_gesprek.session.around import ask_why_so_many
from giz_gesprek.session.asking import ChoiceAsked, SureAsked
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.until_given import name_until_given
from giz_gesprek.store import new_id

if TYPE_CHECKING:
    from giz_gesprek.conversation.change_log import Action
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_MOST: Final = 9
"""Nine digits choose."""
_LEAVES: Final = "leaves"
_COMES: Final = "comes"
_NEW: Final = "new"
_LISTENED_TO: Final = "listened-to"
_ALONE: Final = "alone"

_NEW_ROLES: Final[tuple[Role, ...]] = (
    "other_parent",
    "network",
    "companion",
    "interpreter",
    "professional",
    "client_supporter",
    "foster_parent",
    "guardian",
    "mentor",
)
"""What somebody can be who comes in and is not known yet; any other is filled in beforehand."""


async def settle_table(session: Session, ask: Ask) -> Done:
    """Ask who comes or leaves, and keep it; return what is said about it.

    Raises:
        StoreError: it could not be kept.

    """
    phrases, talk = session.phrases(), session.talk
    names = (talk.family.person(one).name for one in talk.conversation.participant_ids())
    chosen = await ask.choose(
        ChoiceAsked(
            phrases.text("table.now", who=", ".join(names)),
            _ways(session),
            heading=phrases.text("table.title"),
        )
    )
    way, _colon, person_id = (chosen or "").partition(":")
    match way:
        case "leaves":
            _keep(session, table.leave(talk, person_id), "left", f"person:{person_id}")
            return Done(notice="table.left", who=talk.family.person(person_id).name)
        case "comes":
            return await _comes(session, ask, talk.family.person(person_id))
        case "new":
            return await _ask_who(session, ask)
        case "listened-to" | "alone":
            _keep(session, table.let_wait(talk, waits=way == _LISTENED_TO), way, "table")
        case _:
            return STAY
    return Done(notice="table.changed")


def _ways(session: Session) -> list[tuple[str, str]]:
    """Return what can be done, by id: who leaves, who comes, somebody new, who else can hear it."""
    phrases, talk = session.phrases(), session.talk

    def named(way: str, people: tuple[str, ...]) -> list[tuple[str, str]]:
        return [
            (f"{way}:{one}", phrases.text(f"table.{way}", who=talk.family.person(one).name))
            for one in people
        ]

    last = [(_NEW, phrases.text("table.new"))]
    if not table.waits(talk):
        last.append((_LISTENED_TO, phrases.text("table.listened_to")))
    elif not table.somebody_listens(talk) and not table.told_by_who_left(talk):
        # Nobody is alone beside a child or a partner who sits there: they leave first. And who sits
        # there now may not be who told it.
        last.append((_ALONE, phrases.text("table.alone")))
    people = [*named(_LEAVES, table.can_leave(talk)), *named(_COMES, table.can_come(talk))]
    return [*people[: _MOST - len(last)], *last]


async def _ask_who(session: Session, ask: Ask) -> Done:
    phrases = session.phrases()
    name = await name_until_given(session, ask, phrases.text("table.name"), "")
    if name is None:
        return STAY
    roles = [(role, phrases.text(f"role.{role}")) for role in _NEW_ROLES]
    chosen = await ask.choose(ChoiceAsked(phrases.text("table.role", who=name), roles))
    role = next((role for role in _NEW_ROLES if role == chosen), None)
    if role is None:
        return STAY
    return await _comes(session, ask, _known(session.talk, clean_line(name), role))


async def _comes(session: Session, ask: Ask, person: Person) -> Done:
    """Keep that somebody came, and ask whether they are asked now what they missed."""
    _keep(session, table.come(session.talk, person), "came", f"person:{person.id}")
    if person.role == "professional":
        await ask_why_so_many(session, ask)
    unheard = first_unheard(session.talk, person.id)
    if unheard is not None:
        phrases = session.phrases()
        asked = SureAsked(
            phrases.text("table.ask", who=person.name),
            yes=phrases.text("table.ask_now"),
            no=phrases.text("table.ask_later"),
        )
        if await ask.sure(asked):
            session.jump(unheard)
    return Done(notice="table.came", who=person.name)


def _known(talk: Talk, name: str, role: Role) -> Person:
    """Return somebody of this name who does not sit there yet, or somebody new."""
    away = (talk.family.person(one) for one in table.can_come(talk))
    known = next((one for one in away if (one.name, one.role) == (name, role)), None)
    return known or Person(id=new_id(), name=name, role=role)


def _keep(session: Session, changed: Talk, action: Action, item: str) -> None:
    session.keep(changed, action, item, actor_id=session.professional_id)
