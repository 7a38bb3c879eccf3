"""Who speaks, in which order, and where the voices differ. Nothing is averaged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from giz_gesprek.content.framework import Framework, Turn
from giz_gesprek.conversation.answers import Answer, View
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.people import AgeBand
from giz_gesprek.conversation.talk import Talk

_YOUNG_PEOPLE: Final[tuple[AgeBand, ...]] = ("12-15", "16+")
_SMALL_CHILDREN: Final[tuple[AgeBand, ...]] = ("4-7", "8-11")


def family_voices(talk: Talk) -> tuple[str, ...]:
    """Return the ids of those of the family who are asked, in the order of the table."""
    return talk.once_before(_family_voices)


def _family_voices(talk: Talk) -> tuple[str, ...]:
    return _voices(talk, "family")


def young_people(talk: Talk) -> tuple[str, ...]:
    """Return the ids of those of twelve and older at the table whom the family counts as a child.

    They decide with their parents about help, and are asked what they think of it.
    """
    return _children_of(talk, _YOUNG_PEOPLE)


def small_children(talk: Talk) -> tuple[str, ...]:
    """Return the ids of children at the table who are told something, and asked nothing."""
    return _children_of(talk, _SMALL_CHILDREN)


def _children_of(talk: Talk, ages: tuple[AgeBand, ...]) -> tuple[str, ...]:
    sitting = talk.conversation.participant_ids()
    there = (child for child in talk.family.children if child.id in sitting)
    return tuple(child.id for child in there if child.age_band in ages)


def told_about_advice(talk: Talk) -> tuple[str, ...]:
    """Return who is told that advice is asked, and asked what they think of it: each in turn."""
    return (*family_voices(talk), *young_people(talk))


def professional_voices(talk: Talk) -> tuple[str, ...]:
    """Return the ids of the professionals whose view is asked in this variant."""
    everybody = _voices(talk, "professional")
    variant = talk.framework.variants.get(talk.conversation.variant)
    return everybody if variant is None or variant.professionals == "all" else everybody[:1]


def turn_of(framework: Framework, role: str) -> Turn:
    """Return when in a side somebody in a role is asked; a role that is gone is not asked."""
    spec = framework.roles.get(role)
    return spec.turn if spec is not None else "none"


def _voices(talk: Talk, turn: Turn) -> tuple[str, ...]:
    return tuple(
        participant.person_id
        for participant in talk.conversation.participants
        if turn_of(talk.framework, participant.role) == turn
    )


def is_alone(talk: Talk) -> bool:
    """Tell whether one person of the family sits with professionals, and nobody else.

    A child, a friend and an interpreter listen as well; who is waiting for a moment alone is not.
    """
    roles = [participant.role for participant in talk.conversation.participants]
    others = [role for role in roles if role != "professional"]
    return len(others) == 1 and len(family_voices(talk)) == 1


def is_private(talk: Talk) -> bool:
    """Tell whether professionals sit there with one person of the family, or by themselves."""
    roles = {participant.role for participant in talk.conversation.participants}
    return is_alone(talk) or roles <= {"professional"}


def may_be_told(talk: Talk, question: str) -> bool:
    """Tell whether an answer can be seen by everybody who sits at the table now."""
    spec = talk.framework.questions.get(question)
    return spec is None or not spec.alone or is_alone(talk)


@dataclass(frozen=True)
class Appraisal:
    """How one person sees a topic, on the shared scale; ``question`` is what was asked."""

    person_id: str
    question: str
    choice: str


def views_on(conversation: Conversation, topic: str, child_id: str | None) -> tuple[View, ...]:
    """Return every view on a topic, those of the table in their order and then the others."""
    found = [
        view for view in conversation.views if (view.topic, view.child_id) == (topic, child_id)
    ]
    return _by_the_table(conversation, found)


def _by_the_table(conversation: Conversation, views: Iterable[View]) -> tuple[View, ...]:
    order = {person_id: place for place, person_id in enumerate(conversation.participant_ids())}
    return tuple(sorted(views, key=lambda view: order.get(view.person_id, len(order))))


def appraisals(talk: Talk, topic: str, child_id: str | None) -> tuple[Appraisal, ...]:
    """Return each person's choice on the topic's scale; people without a choice are left out."""
    return talk.once(_appraisals).get((topic, child_id), ())


def _appraisals(talk: Talk) -> dict[tuple[str, str | None], tuple[Appraisal, ...]]:
    """Return those of all topics: the agenda asks for each topic many times."""
    scale = {each for each in talk.framework.questions if is_appraisal(talk.framework, each)}
    found: dict[tuple[str, str | None], list[Appraisal]] = {}
    for view in family_first(talk, _by_the_table(talk.conversation, talk.conversation.views)):
        found.setdefault((view.topic, view.child_id), []).extend(
            Appraisal(view.person_id, answer.question, answer.choice)
            for answer in view.answers
            if answer.choice is not None and answer.question in scale
        )
    return {place: tuple(chosen) for place, chosen in found.items()}


def anybody_spoke(conversation: Conversation, topic: str, child_id: str | None) -> bool:
    """Tell whether there is something of anybody to lay side by side on a topic.

    Not knowing is something to talk about. Who skipped, or would rather not say, is not asked
    to conclude anything either.
    """
    return any(
        answer.state in {"answered", "dont_know"}
        for view in views_on(conversation, topic, child_id)
        for answer in view.answers
    )


def is_appraisal(framework: Framework, question: str) -> bool:
    """Tell whether the choices of people on a question are laid beside each other."""
    spec = framework.questions.get(question)
    return spec is not None and spec.answer == "choice" and framework.is_beside(question)


def family_first(talk: Talk, views: tuple[View, ...]) -> tuple[View, ...]:
    """Return ``views`` with those of professionals last; the order stays as it is otherwise."""
    professionals = _voices(talk, "professional")
    return tuple(sorted(views, key=lambda view: view.person_id in professionals))


def differs(talk: Talk, topic: str, child_id: str | None) -> bool:
    """Tell whether at least two people chose differently on a topic."""
    return len({view.choice for view in appraisals(talk, topic, child_id)}) > 1


def all_the_same(talk: Talk, topic: str, child_id: str | None) -> bool:
    """Tell whether at least two people chose on a topic, and all the same."""
    chosen = appraisals(talk, topic, child_id)
    return len(chosen) > 1 and len({view.choice for view in chosen}) == 1


def anybody_typed(conversation: Conversation, topic: str, child_id: str | None) -> bool:
    """Tell whether anybody said something on a topic in their own words."""
    views = views_on(conversation, topic, child_id)
    return any(answer.words is not None for view in views for answer in view.answers)


def talks_later(framework: Framework, outcome: Answer) -> bool:
    """Tell whether those who differ chose a day to talk about it again."""
    chosen = framework.choice_id(outcome.question, outcome.choice)
    return chosen == framework.meanings.talk_later
