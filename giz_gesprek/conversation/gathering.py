"""Drawing in the people around the family: naming, moving, taking away, and who may hear of whom.

Owns what of the time before can be carried over: nobody is there again without a yes to it. Who was
told of by one parent alone, in a talk about something delicate, is named before nobody else.
"""

from __future__ import annotations

from typing import Final, get_args

from giz_gesprek.conversation.answers import OwnWords
from giz_gesprek.conversation.around import Around, AroundPerson, OtherParent, Ring
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.dossier import Conversation, Dossier, people_in
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.records import of_family
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, turn_of

RINGS: Final[tuple[Ring, ...]] = get_args(Ring)
"""The closest first."""
MOST_PROFESSIONALS: Final = 2
"""More professionals than this asks whether so many are needed."""


def people_around(talk: Talk) -> tuple[AroundPerson, ...]:
    """Return who there is, the closest first: those of whom everybody who sits there may hear."""
    told = (
        one for one in talk.conversation.around.people if may_hear(talk, talk.conversation, one)
    )
    return tuple(sorted(told, key=lambda one: RINGS.index(one.ring)))


def people_before(talk: Talk) -> tuple[AroundPerson, ...]:
    """Return who was there the last time that this was told, and of whom nothing is said yet."""
    here = talk.conversation.around
    known = {*here.no_longer, *(one.person_id for one in here.people)}
    return tuple(one for one in _told_before(talk) if one.person_id not in known)


def has_a_place(talk: Talk) -> bool:
    """Tell whether the conversation comes past the people around the family.

    Where they were looked at, where somebody is there, and where somebody was the time before.
    """
    around = talk.conversation.around
    return around.opened or bool(around.people) or bool(_told_before(talk))


def opened(talk: Talk) -> Talk:
    """Return the talk that has a place for the people around the family."""
    return _changed(talk, opened=True)


def around_of(talk: Talk, person_id: str) -> AroundPerson:
    """Return what is told of somebody around the family; raises ``KeyError`` when there is none."""
    for one in talk.conversation.around.people:
        if one.person_id == person_id:
            return one
    raise KeyError(person_id)


def name_person(talk: Talk, person: Person, ring: Ring) -> Talk:
    """Return the talk with one more person around the family, who may be known already.

    Raises:
        ValueError: this person is there, or is a child.

    """
    if person.role == "child":
        message = "a child is in the middle, and not around the family"
        raise ValueError(message)
    if person.id not in {one.id for one in talk.family.people}:
        people = (*talk.family.people, person)
        talk = talk.with_family(talk.family.model_copy(update={"people": people}))
    return _with(talk, AroundPerson(person_id=person.id, ring=ring, present=_present(talk)))


def keep(talk: Talk, person_id: str) -> Talk:
    """Return the talk in which somebody of the time before is still there, as it was told then.

    Raises:
        KeyError: nobody was, or something is said of them already.

    """
    before = {one.person_id: one for one in people_before(talk)}[person_id]
    helps, could = (own and of_family(talk, own, own) for own in (before.helps, before.could))
    present = tuple(dict.fromkeys((*before.present, *_present(talk))))
    again = before.with_words(helps, could).model_copy(update={"present": present})
    kept = _with(talk, again)
    # Why there are so many was said then, and is not asked again.
    return say_why_so_many(kept, _why_before(talk)) if asks_why_so_many(kept) else kept


def keep_all(talk: Talk) -> Talk:
    """Return the talk in which everybody of the time before is still there."""
    for one in people_before(talk):
        talk = keep(talk, one.person_id)
    return talk


def move(talk: Talk, person_id: str, ring: Ring) -> Talk:
    """Return the talk with somebody closer by, or further away."""
    return _swap(talk, around_of(talk, person_id).model_copy(update={"ring": ring}))


def say_helps(talk: Talk, person_id: str, words: OwnWords | None) -> Talk:
    """Return the talk with what somebody helps with; None for nothing said."""
    before = around_of(talk, person_id)
    own = words and of_family(talk, words, before.helps)
    return _swap(talk, before.with_words(own, before.could))


def say_could(talk: Talk, person_id: str, words: OwnWords | None) -> Talk:
    """Return the talk with what somebody could do; None for nothing said."""
    before = around_of(talk, person_id)
    own = words and of_family(talk, words, before.could)
    return _swap(talk, before.with_words(before.helps, own))


def call_otherwise(talk: Talk, changed: Person) -> Talk:
    """Return the talk with another name, organisation or number of somebody around the family."""
    people = tuple(changed if one.id == changed.id else one for one in talk.family.people)
    return talk.with_family(talk.family.model_copy(update={"people": people}))


def take_away(talk: Talk, person_id: str) -> Talk:
    """Return the talk without somebody around the family; who is named nowhere else is gone.

    Of the time before it stays known that they are not there any more: nobody asks again.
    """
    around = talk.conversation.around
    kept = tuple(one for one in around.people if one.person_id != person_id)
    was_there = person_id in {one.person_id for one in _told_before(talk)}
    gone = (*around.no_longer, person_id) if was_there else around.no_longer
    left = _changed(talk, people=kept, no_longer=tuple(dict.fromkeys(gone)))
    return without_unnamed(left, person_id)


def without_unnamed(talk: Talk, person_id: str) -> Talk:
    """Return the talk without a person whom no conversation of the family names any more."""
    if any(person_id in people_in(each) for each in talk.dossier.conversations):
        return talk
    if person_id in {example.author_id for example in talk.family.examples}:
        return talk
    people = tuple(one for one in talk.family.people if one.id != person_id)
    custody = tuple(one for one in talk.family.custody if one.person_id != person_id)
    left = {"people": people, "custody": custody}
    return talk.with_family(talk.family.model_copy(update=left))


def without_conversation(dossier: Dossier, conversation_id: str) -> Dossier:
    """Return a dossier without a conversation, and without whom only that one had around."""
    gone = dossier.conversation(conversation_id)
    kept = tuple(each for each in dossier.conversations if each.id != conversation_id)
    named = {one for each in kept for one in people_in(each)} | {*gone.participant_ids()}
    named |= {example.author_id for example in dossier.family.examples}
    around = {one.person_id for one in gone.around.people} - named
    people = tuple(one for one in dossier.family.people if one.id not in around)
    family = dossier.family.model_copy(update={"people": people})
    return dossier.model_copy(update={"family": family, "conversations": kept})


# --- the other parent ---------------------------------------------------------------------


def asks_other_parent(talk: Talk) -> bool:
    """Tell whether the other parent is asked after: neither at the table, nor named around it."""
    sitting = {one.role for one in talk.conversation.participants}
    named = {talk.family.person(one.person_id).role for one in talk.conversation.around.people}
    return "other_parent" not in sitting | named and len(family_voices(talk)) < 2  # noqa: PLR2004 - two parents


def say_other_parent(talk: Talk, said: OtherParent | None) -> Talk:
    """Return the talk with what was said of the other parent, where they were not named."""
    return _changed(talk, other_parent=said)


# --- professionals ------------------------------------------------------------------------


def professionals(talk: Talk) -> tuple[str, ...]:
    """Return the professionals whom this family has: at the table, and around it."""
    seated = (one.person_id for one in talk.conversation.participants if one.role == "professional")
    around = (
        one.person_id
        for one in talk.conversation.around.people
        if talk.family.person(one.person_id).role == "professional"
    )
    return tuple(dict.fromkeys((*seated, *around)))


def asks_why_so_many(talk: Talk) -> bool:
    """Tell whether there are more professionals than a family should have, and nobody said why."""
    is_said = talk.conversation.around.many_professionals is not None
    return len(professionals(talk)) > MOST_PROFESSIONALS and not is_said


def say_why_so_many(talk: Talk, reason: OwnWords | None) -> Talk:
    """Return the talk with why so many professionals are needed."""
    return _changed(talk, many_professionals=reason)


# --- who may hear of whom -----------------------------------------------------------------


def is_delicate_person(talk: Talk, conversation: Conversation, one: AroundPerson) -> bool:
    """Tell whether one parent alone told of somebody, where delicate things were said."""
    spoken = {view.topic for view in conversation.views if view.answers}
    if spoken.isdisjoint(sensitive_topics(talk.framework)):
        return False
    roles = (talk.family.person(person_id).role for person_id in one.present)
    return sum(turn_of(talk.framework, role) == "family" for role in roles) < 2  # noqa: PLR2004 - two parents


def may_hear(talk: Talk, conversation: Conversation, one: AroundPerson) -> bool:
    """Tell whether everybody who sits there may hear of somebody around the family.

    Professionals may, and whoever was there when it was told.
    """
    if not is_delicate_person(talk, conversation, one):
        return True
    sitting = talk.conversation.participants
    listening = {each.person_id for each in sitting if each.role != "professional"}
    return listening.issubset(one.present)


def unheard_people(talk: Talk) -> frozenset[str]:
    """Return whom nobody may name at this table: those who are known in no other way."""
    every = [(each, one) for each in talk.dossier.conversations for one in each.around.people]
    hidden = {one.person_id for each, one in every if not may_hear(talk, each, one)}
    told = {one.person_id for each, one in every if may_hear(talk, each, one)}
    sat = {one for each in talk.dossier.conversations for one in each.participant_ids()}
    return frozenset(hidden - told - sat)


def _told_before(talk: Talk) -> tuple[AroundPerson, ...]:
    """Return who was there the last time that anybody was, the closest first."""
    last = next((each for each in reversed(talk.earlier) if each.around.people), None)
    told = () if last is None else (one for one in last.around.people if may_hear(talk, last, one))
    return tuple(sorted(told, key=lambda one: RINGS.index(one.ring)))


def _why_before(talk: Talk) -> OwnWords | None:
    """Return why so many professionals were needed, as it was said last."""
    said = (each.around.many_professionals for each in reversed(talk.earlier))
    return next((reason for reason in said if reason is not None), None)


def _present(talk: Talk) -> tuple[str, ...]:
    return talk.conversation.participant_ids()


def _with(talk: Talk, one: AroundPerson) -> Talk:
    around = talk.conversation.around
    back = tuple(person_id for person_id in around.no_longer if person_id != one.person_id)
    if one.person_id in {known.person_id for known in around.people}:
        message = "somebody is around the family twice"
        raise ValueError(message)
    said = (
        {"other_parent": None} if talk.family.person(one.person_id).role == "other_parent" else {}
    )
    return _changed(talk, people=(*around.people, one), no_longer=back, **said)


def _swap(talk: Talk, changed: AroundPerson) -> Talk:
    """Put what is told now in the place of what was; who sits there has heard it."""
    heard = tuple(dict.fromkeys((*changed.present, *_present(talk))))
    new = changed.model_copy(update={"present": heard})
    people = talk.conversation.around.people
    return _changed(
        talk, people=tuple(new if one.person_id == new.person_id else one for one in people)
    )


def _changed(talk: Talk, **updates: object) -> Talk:
    around: Around = talk.conversation.around.model_copy(update=updates)
    return talk.changed(around=around)
