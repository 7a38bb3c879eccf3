"""What was told in the conversations before this one, and who may hear it now.

Owns which topics can be talked about again, and what somebody said on them the last time. What one
parent told while the other was away stays theirs, and nothing tells that there is anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from giz_gesprek.conversation.answers import Answer, View
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.offered import children_of_side
from giz_gesprek.conversation.presence import sat_from_the_beginning, there_for_a_part
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import (
    anybody_spoke,
    family_first,
    family_voices,
    is_private,
    turn_of,
    views_on,
)

_TOLD: Final = frozenset({"answered", "dont_know"})


@dataclass(frozen=True)
class TopicBefore:
    """A topic that was talked about before, and in which conversation the last time.

    ``child_id`` is None for the whole family.
    """

    conversation: Conversation
    topic: str
    child_id: str | None


@dataclass(frozen=True)
class ViewBefore:
    """What somebody told on a topic the last time that they did."""

    conversation: Conversation
    view: View


def earlier_talks(talk: Talk) -> tuple[Conversation, ...]:
    """Return the conversations before this one in which people wanted to talk, newest first."""
    return tuple(each for each in reversed(talk.earlier) if each.state != "declined")


def first_pages(talk: Talk) -> tuple[str, ...]:
    """Return the texts with which a conversation opens: fewer for who heard all of them before.

    That is so where each of the family who sits here sat there when somebody of the same
    organisation told it, and they wanted to talk.
    """
    pages = talk.framework.pages
    sitting = set(_listeners(talk))
    for conversation in earlier_talks(talk):
        agreement = conversation.agreement
        wanted = agreement is not None and agreement.wants_to_talk is True
        told = sitting <= set(sat_from_the_beginning(conversation))
        if (
            sitting
            and wanted
            and told
            and _organisation(talk, conversation) == _organisation(talk, talk.conversation)
        ):
            return pages["again"]
    return (*pages["welcome"], *pages["agreement"])


def _organisation(talk: Talk, conversation: Conversation) -> str | None:
    """Return for which organisation somebody leads a conversation."""
    leads = (one for one in conversation.participants if one.role == "professional")
    first = next((talk.family.person(one.person_id) for one in leads), None)
    return first.organisation if first is not None else None


def as_it_was(talk: Talk, conversation: Conversation) -> Talk:
    """Return the talk about an earlier conversation of the same family."""
    return replace(talk, conversation_id=conversation.id)


def may_hear(talk: Talk, conversation: Conversation, topic: str, authors: Iterable[str]) -> bool:
    """Tell whether everybody who sits here may hear what these said in a conversation.

    Parents and children hear what they said themselves and what was said while they sat there.
    What is delicate is heard by the one who told it, with professionals and nobody else.
    """
    told_by = frozenset(authors)
    if topic in sensitive_topics(talk.framework):
        of_family = {one for one in told_by if _is_of_family(talk, one)}
        alone = is_private(talk) and of_family.issubset(family_voices(talk) or of_family)
        if not alone or topic in talk.conversation.parked:
            return False
    heard = frozenset(conversation.participant_ids()) - there_for_a_part(conversation)
    return all(told_by <= {one} or one in heard for one in _listeners(talk))


def topics_again(talk: Talk) -> tuple[TopicBefore, ...]:
    """Return each topic that can be talked about again, the last visit first.

    Of a child who is not asked about now there is none.
    """
    return talk.once_before(_topics_again)


def views_again(talk: Talk, topic: str, child_id: str | None) -> tuple[ViewBefore, ...]:
    """Return what each told on a topic the last time, parents first: what may be heard here."""
    found = talk.once_before(_views_before)
    return tuple(
        told for key, told in found.items() if key[:2] == (topic, child_id) and _heard(talk, told)
    )


def view_before(talk: Talk, topic: str, child_id: str | None, person_id: str) -> ViewBefore | None:
    """Return what somebody told on a topic the last time, where everybody here may hear it."""
    told = told_before(talk, topic, child_id, person_id)
    return told if told is not None and _heard(talk, told) else None


def told_before(talk: Talk, topic: str, child_id: str | None, person_id: str) -> ViewBefore | None:
    """Return the same for a professional, who may know it whoever sits here."""
    return talk.once_before(_views_before).get((topic, child_id, person_id))


def _heard(talk: Talk, told: ViewBefore) -> bool:
    return may_hear(talk, told.conversation, told.view.topic, (told.view.person_id,))


def _topics_again(talk: Talk) -> tuple[TopicBefore, ...]:
    found: dict[tuple[str, str | None], TopicBefore] = {}
    for conversation in earlier_talks(talk):
        for view in conversation.views:
            about = (view.topic, view.child_id)
            if about not in found and _can_be_again(talk, conversation, *about):
                found[about] = TopicBefore(conversation, *about)
    return tuple(found.values())


def _can_be_again(talk: Talk, before: Conversation, topic: str, child_id: str | None) -> bool:
    side = talk.framework.side_of(topic)
    if side is None or child_id not in children_of_side(talk, side):
        return False
    if topic in talk.conversation.parked or not anybody_spoke(before, topic, child_id):
        return False
    authors = [view.person_id for view in views_on(before, topic, child_id)]
    if topic in sensitive_topics(talk.framework):
        return may_hear(talk, before, topic, authors)
    return any(may_hear(talk, before, topic, (one,)) for one in authors)


def _views_before(talk: Talk) -> Mapping[tuple[str, str | None, str], ViewBefore]:
    """Return the last view of each on each topic, without what is asked of one person alone."""
    found: dict[tuple[str, str | None, str], ViewBefore] = {}
    for conversation in earlier_talks(talk):
        for view in family_first(talk, conversation.views):
            told = tuple(each for each in view.answers if _is_told(talk, each))
            key = (view.topic, view.child_id, view.person_id)
            if told and key not in found:
                found[key] = ViewBefore(conversation, view.model_copy(update={"answers": told}))
    return found


def _is_told(talk: Talk, answer: Answer) -> bool:
    spec = talk.framework.questions.get(answer.question)
    return answer.state in _TOLD and spec is not None and not spec.alone


def _listeners(talk: Talk) -> tuple[str, ...]:
    """Return the parents and children who sit here: a helper hears what the family brings up."""
    sitting = talk.conversation.participants
    children = (one.person_id for one in sitting if one.role == "child")
    return (*family_voices(talk), *children)


def _is_of_family(talk: Talk, person_id: str) -> bool:
    return turn_of(talk.framework, talk.family.person(person_id).role) == "family"
