"""A family and a conversation before the first word: ids and the moment are passed in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from giz_gesprek.content.framework import Framework
from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.delicate import sensitive_topics
from giz_gesprek.conversation.dossier import Conversation, Participant, Variant
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.conversation.steps import PageStep
from giz_gesprek.conversation.talk import Talk


def new_conversation(  # noqa: PLR0913 - everything that is settled before the visit, by name
    framework: Framework,
    family: Family,
    *,
    conversation_id: str,
    now: datetime,
    variant: Variant,
    focus_child: str,
    child_now: ChildNow = ChildNow(),  # noqa: B008 - frozen
    other_children: Iterable[str] = (),
    at_the_table: Iterable[str],
    content_version: str,
    park_sensitive: bool = False,
) -> Conversation:
    """Return a prepared conversation.

    ``at_the_table`` holds person ids in the order in which they are asked. ``park_sensitive``
    keeps the sensitive topics for a moment alone.
    """
    return Conversation(
        id=conversation_id,
        variant=variant,
        started_at=now,
        focus_child=focus_child,
        child_now=child_now,
        other_children=tuple(other_children),
        participants=tuple(
            Participant(person_id=person_id, role=family.person(person_id).role)
            for person_id in at_the_table
        ),
        parked=sensitive_topics(framework) if park_sensitive else (),
        content_version=content_version,
        position=PageStep(text=framework.pages["welcome"][0]).position,
    )


def child_of(talk: Talk) -> Person:
    """Return the child who is walked through."""
    return talk.family.person(talk.conversation.focus_child)


def phase_of(talk: Talk, child_id: str | None = None) -> str | None:
    """Return the phase of a child, or of the focus child where a step is about no child."""
    child = talk.family.person(child_id) if child_id else child_of(talk)
    return talk.framework.phase_of(child.age_band or "")
