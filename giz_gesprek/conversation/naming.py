"""Which names stand in the sentences of a step. Names are data: see ``content.phrases``."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from giz_gesprek.content.address import Address
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation.company import company_at
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.records import advice_on
from giz_gesprek.conversation.steps import QuestionStep, Step, TurnStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import professional_voices

_TO_A_CHILD: Final[Address] = "je"


def names_at(book: Phrasebook, talk: Talk, step: Step) -> Phrasebook:
    """Return ``book`` with {child}, {name} and {organisation} as they are meant at ``step``.

    And in the form for as many parents as sit at the table now.
    {name} is whose turn it is where the step belongs to somebody's turn, and else the first
    professional. Where a name is not known, a word of the content stands for it.
    """
    named = names_about(book, talk, step.position.child_id, _speaker(talk, step))
    return replace(named, company=company_at(talk))


def address_at(talk: Talk, step: Step) -> Address:
    """Return how whoever is asked at ``step`` is spoken to: nobody says u to a young person."""
    person_id = step.position.person_id
    if person_id is not None and talk.family.person(person_id).role == "child":
        return _TO_A_CHILD
    return talk.family.settings.address


def names_about(
    book: Phrasebook, talk: Talk, child_id: str | None, speaker: Person | None = None
) -> Phrasebook:
    """Return ``book`` with the same names: of this child, else the first one; of this speaker."""
    professional = first_professional(talk)
    speaker = speaker or professional
    child = talk.family.person(child_id or talk.conversation.focus_child)
    return replace(
        book,
        names={
            "child": book.text("common.baby") if child.age_band == "prenatal" else child.name,
            "name": speaker.name if speaker else book.text("common.a_professional"),
            "organisation": (professional.organisation if professional else None)
            or book.text("common.our_organisation"),
        },
    )


def first_professional(talk: Talk) -> Person | None:
    """Return the professional who leads the conversation, if there is one."""
    voices = professional_voices(talk)
    return talk.family.person(voices[0]) if voices else None


def _speaker(talk: Talk, step: Step) -> Person | None:
    match step:
        case TurnStep(person_id=person_id):
            return talk.family.person(person_id)
        case QuestionStep(question=question, person_id=str() as person_id):
            spec = talk.framework.questions.get(question)
            if spec is not None and spec.asked_of in {"professional", "each_voice"}:
                return talk.family.person(person_id)
            return _adviser(talk, step)
    return None


def _adviser(talk: Talk, step: QuestionStep) -> Person | None:
    """Return who asks for advice, where somebody of the family is asked about that."""
    if step.question not in talk.framework.question_sets[talk.framework.places.advice_sought]:
        return None
    advice = advice_on(talk.conversation, step.topic or "", step.child_id)
    return talk.family.person(advice.by_id) if advice is not None else None
