"""The people around the family, written at the table: who, how close, what they do and could do.

Owns which questions are asked, one after the other; each answer is kept at once. Nothing here has
to be filled in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from giz_gesprek.conversation import flow, gathering
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.steps import AroundStep
from giz_gesprek.conversation.text import clean_line, clean_text
from giz_gesprek.session.asking import ChoiceAsked
from giz_gesprek.session.done import STAY, Done
from giz_gesprek.session.edits import remove_line
from giz_gesprek.session.until_given import name_until_given, sure_to_remove, words_until_kept
from giz_gesprek.store import new_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from giz_gesprek.conversation.answers import OwnWords
    from giz_gesprek.conversation.around import OtherParent, Ring
    from giz_gesprek.conversation.people import Role
    from giz_gesprek.conversation.talk import Talk
    from giz_gesprek.session.acts import AroundEdit
    from giz_gesprek.session.asking import Ask
    from giz_gesprek.session.session import Session

_KINDS: Final[dict[Role, str]] = {"network": "around.network", "professional": "around.helper"}
_THERE: Final = "other_there"
_OTHER_PARENT: Final[dict[str, OtherParent]] = {
    "other_not_there": "not_there",
    "other_rather_not": "rather_not",
}


def open_around(session: Session) -> None:
    """Go to the people around the family: from now on the conversation comes past them."""
    session.keep(flow.jump(gathering.opened(session.talk), AroundStep()))


def keep_around(session: Session, person_id: str | None) -> None:
    """Keep that somebody of the time before is still there, or that everybody is."""
    if person_id is None:
        session.keep(gathering.keep_all(session.talk), "kept", "around")
    else:
        session.keep(gathering.keep(session.talk, person_id), "kept", _key(person_id))


async def edit_around(session: Session, ask: Ask, edit: AroundEdit, person_id: str) -> Done:
    """Write something of the people around the family.

    Raises:
        StoreError: it could not be kept.

    """
    before = session.talk
    match edit:
        case "add":
            await _add(session, ask)
        case "other_parent":
            await _ask_other_parent(session, ask)
        case "change":
            await _change(session, ask, person_id)
        case "remove":
            await _remove(session, ask, person_id)
    return STAY if session.talk is before else Done()


async def ask_why_so_many(session: Session, ask: Ask) -> None:
    """Ask why so many professionals are needed, where there are more than a family should have."""
    if not gathering.asks_why_so_many(session.talk):
        return
    key = Line(kind="many_professionals").key

    def keep(text: str) -> None:
        if clean_text(text):
            reason = session.own_words(text, session.professional_id)
            said = gathering.say_why_so_many(session.talk, reason)
            session.keep(said, "changed", key, actor_id=session.professional_id, drop_draft=key)

    await words_until_kept(session, ask, _say(session, "around.many"), key, keep, may_be_empty=True)


async def _add(session: Session, ask: Ask) -> None:
    name = await name_until_given(session, ask, _say(session, "around.name"), "")
    if name is None:
        return
    kinds = [(role, _say(session, text_id)) for role, text_id in _KINDS.items()]
    chosen = await ask.choose(ChoiceAsked(_say(session, "around.kind", who=name), kinds))
    role = next((role for role in _KINDS if role == chosen), None)
    if role is not None:
        await _place(session, ask, _known(session.talk, clean_line(name), role))


async def _ask_other_parent(session: Session, ask: Ask) -> None:
    """Ask after the other parent; rather not saying is an answer like the others."""
    ways = (_THERE, *_OTHER_PARENT)
    said = session.conversation.around.other_parent
    lit = next((way for way, told in _OTHER_PARENT.items() if told == said), None)
    options = [(way, _say(session, f"around.{way}")) for way in ways]
    chosen = await ask.choose(ChoiceAsked(_say(session, "around.other_ask"), options, chosen=lit))
    if chosen in _OTHER_PARENT:
        told = gathering.say_other_parent(session.talk, _OTHER_PARENT[chosen])
        session.keep(told, "changed", Line(kind="other_parent").key)
    elif chosen == _THERE:
        known = [one for one in session.family.people if one.role == "other_parent"]
        if known:
            await _place(session, ask, known[0])
            return
        name = await name_until_given(session, ask, _say(session, "around.other_name"), "")
        if name is not None:
            await _place(
                session, ask, Person(id=new_id(), name=clean_line(name), role="other_parent")
            )


async def _place(session: Session, ask: Ask, person: Person) -> None:
    """Ask how close somebody is, and keep them there; then what they do, one question at a time."""
    ring = await _which_ring(session, ask, person.name, None)
    if ring is None:
        return
    named = gathering.name_person(session.talk, person, ring)
    session.keep(named, "added", _key(person.id))
    asked = [_ask_helps, _ask_could]
    if person.role == "professional":
        asked = [_ask_organisation, _ask_phone, *asked]
    for question in asked:
        if not await question(session, ask, person.id):
            break
    await ask_why_so_many(session, ask)


async def _change(session: Session, ask: Ask, person_id: str) -> None:
    """Ask what is different now, and then that alone."""
    talk = session.talk
    is_before = person_id in {one.person_id for one in gathering.people_before(talk)}
    person = talk.family.person(person_id)
    of_an_organisation = person.role == "professional"
    options = [
        (part, _say(session, part))
        for part in _PARTS
        if of_an_organisation or part not in _OF_AN_ORGANISATION
    ]
    question = _say(session, "around.change_ask", who=person.name)
    part = await ask.choose(ChoiceAsked(question, options))
    if part is None:
        return
    if is_before:
        session.keep(gathering.keep(session.talk, person_id), "kept", _key(person_id))
    await _PARTS[part](session, ask, person_id)


async def _remove(session: Session, ask: Ask, person_id: str) -> None:
    if await sure_to_remove(session, ask, session.family.person(person_id).name):
        remove_line(session, Line(kind="around", id=person_id))


# --- one question -------------------------------------------------------------------------


async def _ask_name(session: Session, ask: Ask, person_id: str) -> bool:
    person = session.family.person(person_id)
    name = await name_until_given(session, ask, _say(session, "around.name"), person.name)
    return _rename(session, person, "name", name)


async def _ask_organisation(session: Session, ask: Ask, person_id: str) -> bool:
    person = session.family.person(person_id)
    question = _say(session, "around.organisation", who=person.name)
    given = await name_until_given(
        session, ask, question, person.organisation or "", may_be_empty=True
    )
    return _rename(session, person, "organisation", given)


async def _ask_phone(session: Session, ask: Ask, person_id: str) -> bool:
    person = session.family.person(person_id)
    question = _say(session, "around.phone", who=person.name)
    given = await name_until_given(session, ask, question, person.phone or "", may_be_empty=True)
    return _rename(session, person, "phone", given)


def _rename(session: Session, person: Person, part: str, given: str | None) -> bool:
    """Keep a part of how somebody is called; False where the question was left."""
    if given is None:
        return False
    changed = person.model_copy(update={part: clean_line(given) or None})
    if changed != person:
        session.keep(gathering.call_otherwise(session.talk, changed), "changed", _key(person.id))
    return True


async def _ask_ring(session: Session, ask: Ask, person_id: str) -> bool:
    here = gathering.around_of(session.talk, person_id).ring
    ring = await _which_ring(session, ask, session.family.person(person_id).name, here)
    if ring is not None and ring != here:
        session.keep(gathering.move(session.talk, person_id, ring), "changed", _key(person_id))
    return ring is not None


async def _which_ring(session: Session, ask: Ask, name: str, here: Ring | None) -> Ring | None:
    options = [(ring, _say(session, f"around.{ring}")) for ring in gathering.RINGS]
    question = _say(session, "around.ring", who=name)
    chosen = await ask.choose(ChoiceAsked(question, options, chosen=here))
    return None if chosen is None else cast("Ring", chosen)


async def _ask_helps(session: Session, ask: Ask, person_id: str) -> bool:
    before = gathering.around_of(session.talk, person_id).helps
    return await _ask_words(session, ask, person_id, "around.helps", before, gathering.say_helps)


async def _ask_could(session: Session, ask: Ask, person_id: str) -> bool:
    before = gathering.around_of(session.talk, person_id).could
    return await _ask_words(session, ask, person_id, "around.could", before, gathering.say_could)


async def _ask_words(
    session: Session,
    ask: Ask,
    person_id: str,
    asked: str,
    before: OwnWords | None,
    say: Callable[[Talk, str, OwnWords | None], Talk],
) -> bool:
    """Ask for own words about somebody, which may be none; False where the question was left."""
    key = f"{_key(person_id)}:{asked}"

    def keep(text: str) -> None:
        own = session.own_words(text, session.first_voice) if clean_text(text) else None
        if own is None and before is None:
            session.drop_draft(key)
            return
        said = say(session.talk, person_id, own)
        session.keep(said, "changed", _key(person_id), drop_draft=key)

    name = session.family.person(person_id).name
    question = _say(session, asked, who=name)
    earlier = before.text if before is not None else ""
    return await words_until_kept(
        session, ask, question, key, keep, earlier=earlier, may_be_empty=True
    )


_PARTS: Final[dict[str, Callable[[Session, Ask, str], Awaitable[bool]]]] = {
    "around.change_name": _ask_name,
    "around.change_how_close": _ask_ring,
    "around.change_helps": _ask_helps,
    "around.change_could": _ask_could,
    "around.change_organisation": _ask_organisation,
    "around.change_phone": _ask_phone,
}
"""What of somebody can be changed, by the text that names it."""
_OF_AN_ORGANISATION: Final = ("around.change_organisation", "around.change_phone")


def _known(talk: Talk, name: str, role: Role) -> Person:
    """Return somebody of this name and role who is not around the family yet, or somebody new."""
    here = {one.person_id for one in talk.conversation.around.people}
    unheard = gathering.unheard_people(talk)
    away = (one for one in talk.family.people if one.id not in here | unheard)
    known = next((one for one in away if (one.name, one.role) == (name, role)), None)
    return known or Person(id=new_id(), name=name, role=role)


def _key(person_id: str) -> str:
    return Line(kind="around", id=person_id).key


def _say(session: Session, text_id: str, **values: str) -> str:
    return session.phrases().text(text_id, **values)
