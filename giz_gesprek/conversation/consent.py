"""Who has to say yes before a part goes to a recipient, what they said, and how long that holds.

Pure. No legal check: who has custody is not known here, only what was said about it. Owns the
rules; what a recipient then gets of a conversation is for the papers.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from typing import Final

from giz_gesprek.conversation.answers import View
from giz_gesprek.conversation.around import AroundPerson
from giz_gesprek.conversation.delicate import (
    has_delicate_plan,
    is_asked_alone,
    is_delicate_goal,
    sensitive_topics,
)
from giz_gesprek.conversation.gathering import is_delicate_person
from giz_gesprek.conversation.people import AgeBand, Role
from giz_gesprek.conversation.sharing import SharedPart, Sharing
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import family_voices, turn_of, young_people

DECIDE: Final[tuple[Role, ...]] = ("parent", "other_parent", "guardian")
"""Who can have custody; a foster parent has it seldom."""
_WITH_PARENTS: Final[AgeBand] = "12-15"
_ALONE: Final[AgeBand] = "16+"
_UNBORN: Final[AgeBand] = "prenatal"
_HOLDS_MONTHS: Final = 6

PLAN: Final = SharedPart(kind="plan")
PEOPLE: Final = SharedPart(kind="people")
HARD_DAYS: Final = SharedPart(kind="hard_days")


def parts_of(talk: Talk) -> tuple[SharedPart, ...]:
    """Return what there is to share of a conversation, in order, the delicate included."""
    about = dict.fromkeys(
        (view.topic, view.child_id) for view in talk.conversation.views if _is_of_family(talk, view)
    )
    parts = [
        SharedPart(kind="topic", topic=topic, child_id=child_id)
        for topic, child_id in about
        if topic not in talk.conversation.parked
    ]
    plan = talk.conversation.plan
    if any(not is_delicate_goal(talk.framework, talk.conversation, goal) for goal in plan.goals):
        parts.append(PLAN)
    if people_to_share(talk):
        parts.append(PEOPLE)
    hard = any(answer.state == "answered" for answer in plan.hard_again)
    if hard and not has_delicate_plan(talk.framework, talk.conversation):
        parts.append(HARD_DAYS)
    return tuple(parts)


def is_delicate(talk: Talk, part: SharedPart) -> bool:
    """Tell whether a part can put somebody in danger when another hears of it."""
    return part.topic in sensitive_topics(talk.framework)


def people_to_share(talk: Talk) -> tuple[AroundPerson, ...]:
    """Return who is around the family and was told of where nothing delicate was, or by two."""
    conversation = talk.conversation
    around = conversation.around.people
    return tuple(one for one in around if not is_delicate_person(talk, conversation, one))


def has_to_say_yes(talk: Talk, part: SharedPart) -> tuple[str, ...]:
    """Return those without whose yes nobody gets this part; one no is no.

    What is about a child: from 16 the young person alone, from 12 also the young person, and each
    parent who decides. The plan and what stands beside it are of the whole family. Nobody at all
    for the rest: there everybody decides about their own words, as each who told something
    delicate does.
    """
    if is_delicate(talk, part) or (part.kind == "topic" and part.child_id is None):
        return ()
    if part.child_id is not None:
        return _about_child(talk, part.child_id)
    conversation = talk.conversation
    children = (conversation.focus_child, *conversation.other_children)
    everybody = [
        one for child in children for one in (*deciders(talk, child), *_young(talk, child))
    ]
    return tuple(dict.fromkeys(everybody))


def deciders(talk: Talk, child_id: str) -> tuple[str, ...]:
    """Return who of the family may have custody of a child, as far as was said.

    Before birth only who sits there: then nobody has it. Where nobody is known who can have it,
    those of the family who sit there.
    """
    sitting = talk.conversation.participant_ids()
    no = {
        one.person_id for one in talk.family.custody if one.child_id == child_id and not one.decides
    }
    unborn = talk.family.person(child_id).age_band == _UNBORN
    found = tuple(
        one.id
        for one in talk.family.people
        if one.role in DECIDE and one.id not in no and (not unborn or one.id in sitting)
    )
    return found or family_voices(talk)


def custody_is_known(talk: Talk, person_id: str, child_id: str) -> bool:
    """Tell whether it was said if somebody decides about a child."""
    return any(
        (one.person_id, one.child_id) == (person_id, child_id) for one in talk.family.custody
    )


def own_words_in(talk: Talk, part: SharedPart) -> tuple[str, ...]:
    """Return those of the family who said something in a part, whoever sits there now."""
    conversation = talk.conversation
    if part.kind == "topic":
        views = (view for view in conversation.views if _is_of_family(talk, view))
        here = (part.topic, part.child_id)
        said = [view.person_id for view in views if (view.topic, view.child_id) == here]
        return tuple(dict.fromkeys(said))
    plan, people = conversation.plan, list[str]()
    if part.kind == "plan":
        for goal in plan.goals:
            people += [
                *goal.words.authors,
                *(who for step in goal.steps for who in step.what.authors),
            ]
    elif part.kind == "people":
        people += [one for told in people_to_share(talk) for one in _speakers(told)]
    elif part.kind == "hard_days":
        for answer in plan.hard_again:
            people += [*(answer.words.authors if answer.words else ()), *answer.present]
    return tuple(one for one in dict.fromkeys(people) if is_of_family(talk, one))


def _speakers(told: AroundPerson) -> tuple[str, ...]:
    """Return who told of somebody around the family."""
    return tuple(one for own in told.own_words for one in own.authors)


def is_of_family(talk: Talk, person_id: str) -> bool:
    """Tell whether somebody is asked as one of the family: what they said is theirs to share."""
    return turn_of(talk.framework, talk.family.person(person_id).role) == "family"


def asked_about(talk: Talk, parts: Iterable[SharedPart]) -> dict[str, tuple[SharedPart, ...]]:
    """Return who at this table has a say about which of ``parts``, in the order of the table."""
    wanted = tuple(parts)
    asked = (*family_voices(talk), *young_people(talk))
    say = {part: {*has_to_say_yes(talk, part), *own_words_in(talk, part)} for part in wanted}
    told = {one: tuple(part for part in wanted if one in say[part]) for one in asked}
    return {one: about for one, about in told.items() if about}


def not_at_the_table(
    talk: Talk, recipient_id: str, part: SharedPart, today: date
) -> tuple[str, ...]:
    """Return who still has to say yes to a part and does not sit there."""
    sitting = talk.conversation.participant_ids()
    return tuple(
        one
        for one in has_to_say_yes(talk, part)
        if one not in sitting and not said_yes(talk, recipient_id, part, one, today)
    )


def last_said(talk: Talk, recipient_id: str, part: SharedPart, person_id: str) -> Sharing | None:
    """Return what somebody said last about a part and a recipient; None when nothing."""
    said = [
        each
        for each in talk.conversation.sharing
        if each.recipient == recipient_id and part in each.parts and person_id in each.said_by
    ]
    return said[-1] if said else None


def said_yes(
    talk: Talk, recipient_id: str, part: SharedPart, person_id: str, today: date
) -> Sharing | None:
    """Return the yes of somebody that still holds today; None without one."""
    said = last_said(talk, recipient_id, part, person_id)
    if said is None or not said.granted or said.withdrawn_at is not None:
        return None
    return said if today <= holds_until(said) else None


def sayers(talk: Talk, recipient_id: str, part: SharedPart, today: date) -> tuple[str, ...]:
    """Return whose words of a part a recipient gets; nobody: the part is not shared at all."""
    if part not in parts_of(talk):
        return ()

    def yes(person_id: str) -> bool:
        return said_yes(talk, recipient_id, part, person_id, today) is not None

    needed = has_to_say_yes(talk, part)
    if not all(yes(one) for one in needed):
        return ()
    return tuple(one for one in dict.fromkeys((*needed, *own_words_in(talk, part))) if yes(one))


def shared_parts(talk: Talk, recipient_id: str, today: date) -> dict[SharedPart, tuple[str, ...]]:
    """Return what a recipient gets of a conversation, and of whom; empty: nothing."""
    if talk.conversation.state == "declined":
        return {}
    found = {part: sayers(talk, recipient_id, part, today) for part in parts_of(talk)}
    return {part: who for part, who in found.items() if who}


def consents_behind(
    talk: Talk, recipient_id: str, shared: dict[SharedPart, tuple[str, ...]], today: date
) -> tuple[Sharing, ...]:
    """Return the yeses on which ``shared`` goes to a recipient, in the order of the document."""
    used = [
        said_yes(talk, recipient_id, part, one, today)
        for part, who in shared.items()
        for one in who
    ]
    return tuple(each for each in talk.conversation.sharing if any(each is one for one in used))


def holds_until(consent: Sharing) -> date:
    """Return the last day on which a yes holds: half a year after it was said, by UTC."""
    said = consent.at.date()
    months = said.month - 1 + _HOLDS_MONTHS
    year, month = said.year + months // 12, months % 12 + 1
    return date(year, month, min(said.day, calendar.monthrange(year, month)[1]))


def _is_of_family(talk: Talk, view: View) -> bool:
    """Tell whether somebody of the family said something here that was not asked of them alone."""
    return is_of_family(talk, view.person_id) and any(
        answer.state == "answered" and not is_asked_alone(talk.framework, answer.question)
        for answer in view.answers
    )


def _about_child(talk: Talk, child_id: str) -> tuple[str, ...]:
    young = _young(talk, child_id)
    if talk.family.person(child_id).age_band == _ALONE:
        return young
    return tuple(dict.fromkeys((*deciders(talk, child_id), *young)))


def _young(talk: Talk, child_id: str) -> tuple[str, ...]:
    band = talk.family.person(child_id).age_band
    return (child_id,) if band in {_WITH_PARENTS, _ALONE} else ()
