"""The document that is stored, exported and imported.

It is the truth; the change log is for audit only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from giz_gesprek.conversation.answers import (
    Answer,
    Conclusion,
    Difference,
    OwnWords,
    SeekAdvice,
    View,
)
from giz_gesprek.conversation.around import Around
from giz_gesprek.conversation.base import Identifier, Instant, Record
from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.follow_up import LeftBefore
from giz_gesprek.conversation.looked_back import LookedBack, SinceThen
from giz_gesprek.conversation.people import Family, Role
from giz_gesprek.conversation.plan import Plan
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.sharing import Sharing
from giz_gesprek.conversation.text_fields import Note

SCHEMA_VERSION: Final = 5

ConversationState = Literal["prepared", "agreed", "declined", "in_progress", "finished"]
Variant = Literal["short", "extended", "multidisciplinary"]


class Participant(Record):
    """Somebody at the table, and as what."""

    person_id: Identifier
    role: Role


class Coming(Record):
    """Somebody came to the table once the conversation had begun, or left it: ``came`` is which.

    ``position`` is where the conversation stood; an old document does not know.
    """

    person_id: Identifier
    came: bool
    position: Position | None = None


class AddedTopic(Record):
    """A topic that a professional asked for, with the reason."""

    topic: Identifier
    by_id: Identifier
    reason: OwnWords | None = None


class SideVisit(Record):
    """A side of the triangle that was opened, and the topics chosen there, in order.

    ``again``: they are topics of the time before, chosen without walking the side.
    """

    side: Identifier
    again: bool = False
    topics: tuple[Identifier, ...] = ()
    added: tuple[AddedTopic, ...] = ()

    @model_validator(mode="after")
    def _topics_once(self) -> Self:
        if len(set(self.topics)) != len(self.topics):
            message = "a topic is chosen twice"
            raise ValueError(message)
        return self


class ChildAgrees(Record):
    """What a young person at the table says to it that everybody talks; None for not saying."""

    person_id: Identifier
    agrees: bool | None
    at: Instant


class Agreement(Record):
    """What the parent was told, and whether the parent wants to talk: two different things.

    ``children`` holds what young people at the table said to it, each once.
    """

    told_at: Instant
    wants_to_talk: bool | None = None
    answered_at: Instant | None = None
    children: tuple[ChildAgrees, ...] = ()


class Conversation(Record):
    """One conversation with a family. ``views`` holds any number of voices.

    ``another_topic``: where topics of the time before are offered, one besides those is wanted.
    """

    id: Identifier
    state: ConversationState = "prepared"
    variant: Variant = "extended"
    started_at: Instant
    finished_at: Instant | None = None
    focus_child: Identifier
    child_now: ChildNow = ChildNow()
    other_children: tuple[Identifier, ...] = ()
    participants: tuple[Participant, ...] = ()
    comings: tuple[Coming, ...] = ()
    parked: tuple[Identifier, ...] = ()
    agreement: Agreement | None = None
    left_before: tuple[LeftBefore, ...] = ()
    another_topic: bool = False
    visits: tuple[SideVisit, ...] = ()
    views: tuple[View, ...] = ()
    differences: tuple[Difference, ...] = ()
    advice: tuple[SeekAdvice, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    since: SinceThen | None = None
    looked_back: tuple[LookedBack, ...] = ()
    around: Around = Around()
    plan: Plan = Plan()
    sharing: tuple[Sharing, ...] = ()
    wording: dict[str, Note] = Field(default_factory=dict)
    content_version: str = Field(default="", max_length=120)
    position: Position = Position(kind="page", text="welcome.hello")
    left_at: Position | None = None

    def participant_ids(self) -> tuple[str, ...]:
        """The ids of everybody at the table, in order."""
        return tuple(participant.person_id for participant in self.participants)


def _people_named(conversation: Conversation) -> Iterator[str]:
    """Yield every person id that a conversation refers to."""
    yield conversation.focus_child
    yield from conversation.other_children
    yield from conversation.participant_ids()
    yield from (coming.person_id for coming in conversation.comings)
    if conversation.agreement is not None:
        yield from (child.person_id for child in conversation.agreement.children)
    yield from _who_said_it(conversation)
    for view in conversation.views:
        yield view.person_id
    for difference in conversation.differences:
        yield from (reason.person_id for reason in difference.reasons)
    for advice in conversation.advice:
        yield advice.by_id
        yield from (reaction.person_id for reaction in advice.reactions)
    about: list[View | Difference | SeekAdvice | Conclusion | LeftBefore] = [
        *conversation.left_before,
        *conversation.views,
        *conversation.differences,
        *conversation.advice,
        *conversation.conclusions,
    ]
    yield from (record.child_id for record in about if record.child_id is not None)
    for visit in conversation.visits:
        yield from (added.by_id for added in visit.added)
    for said in (conversation.since, *conversation.looked_back, *conversation.left_before):
        yield from () if said is None else said.present
    for one in conversation.around.people:
        yield from (one.person_id, *one.present)
    yield from conversation.around.no_longer
    yield from _people_of_the_plan(conversation.plan)
    for consent in conversation.sharing:
        yield from (*consent.said_by, *consent.present, *consent.withdrawn_by)
        yield from (part.child_id for part in consent.parts if part.child_id is not None)


def people_in(conversation: Conversation) -> frozenset[str]:
    """Return the ids of everybody that a conversation refers to."""
    return frozenset(_people_named(conversation))


def _people_of_the_plan(plan: Plan) -> Iterator[str]:
    if plan.comes_first is not None and plan.comes_first.child_id is not None:
        yield plan.comes_first.child_id
    for goal in plan.goals:
        for step in goal.steps:
            yield from (*step.who, *step.proposed_by)
            if step.asked_by is not None:
                yield step.asked_by
        yield from (each.asked_by for each in goal.programmes if each.asked_by is not None)
    for carried in plan.carried:
        yield from carried.present
    contact = plan.first_contact.person_id if plan.first_contact is not None else None
    yield from (each for each in (plan.coordinator_id, contact) if each is not None)


def _who_said_it(conversation: Conversation) -> Iterator[str]:
    """Yield who said each piece of own words, who typed it, and who was there."""
    for words in own_words_of(conversation):
        yield from (*words.authors, words.typed_by_id)
    for answer in answers_of(conversation):
        yield from answer.present


def own_words_of(conversation: Conversation) -> Iterator[OwnWords]:
    """Yield every piece of own words in a conversation, in the order of the document."""
    for visit in conversation.visits:
        yield from (added.reason for added in visit.added if added.reason is not None)
    for answer in answers_of(conversation):
        if answer.words is not None:
            yield answer.words
    yield from (said.helped for said in conversation.looked_back if said.helped is not None)
    for goal in conversation.plan.goals:
        told = goal.told_back.words if goal.told_back is not None else None
        yield from (each for each in (goal.words, goal.why, told) if each is not None)
        yield from (step.what for step in goal.steps)
    yield from _own_words_around(conversation.around)


def _own_words_around(around: Around) -> Iterator[OwnWords]:
    for one in around.people:
        yield from one.own_words
    if around.many_professionals is not None:
        yield around.many_professionals


def answers_of(conversation: Conversation) -> Iterator[Answer]:
    """Yield every answer in a conversation, in the order of the document."""
    for view in conversation.views:
        yield from view.answers
    for difference in conversation.differences:
        yield from (reason.answer for reason in difference.reasons)
        chosen = (difference.outcome, difference.at_end)
        yield from (answer for answer in chosen if answer is not None)
    for advice in conversation.advice:
        yield from advice.answers
        for reaction in advice.reactions:
            yield from reaction.answers
    for conclusion in conversation.conclusions:
        yield from conclusion.answers
    yield from conversation.plan.hard_again


class Dossier(Record):
    """A family and its conversations; every person, child and participant named exists."""

    schema_version: Literal[5] = SCHEMA_VERSION
    family: Family
    conversations: tuple[Conversation, ...] = ()

    @model_validator(mode="after")
    def _references_exist(self) -> Self:
        people = {person.id for person in self.family.people}
        children = {child.id for child in self.family.children}
        recipients = {recipient.id for recipient in self.family.recipients}
        for conversation in self.conversations:
            if {consent.recipient for consent in conversation.sharing} - recipients:
                message = "no recipient of the family has this id"
                raise ValueError(message)
            if not people.issuperset(_people_named(conversation)):
                missing = min(people_in(conversation) - people)
                message = f"nobody in the family has the id {missing}"
                raise ValueError(message)
            if conversation.focus_child not in children:
                message = "focus_child is not a child of the family"
                raise ValueError(message)
            keys = [(view.topic, view.child_id, view.person_id) for view in conversation.views]
            if len(set(keys)) != len(keys):
                message = "one person has two views on the same topic"
                raise ValueError(message)
        if len({conversation.id for conversation in self.conversations}) != len(self.conversations):
            message = "two conversations have the same id"
            raise ValueError(message)
        return self

    def conversation(self, conversation_id: str) -> Conversation:
        """Return the conversation with this id; raises ``KeyError`` when there is none."""
        for conversation in self.conversations:
            if conversation.id == conversation_id:
                return conversation
        raise KeyError(conversation_id)

    def with_conversation(self, conversation: Conversation) -> Dossier:
        """Return the dossier with ``conversation`` in its place, or added at the end."""
        ids = [earlier.id for earlier in self.conversations]
        if conversation.id in ids:
            kept = tuple(
                conversation if earlier.id == conversation.id else earlier
                for earlier in self.conversations
            )
        else:
            kept = (*self.conversations, conversation)
        return self.model_copy(update={"conversations": kept})
