"""Which names stand in the sentences of a step. Names are data: see ``content.phrases``."""

from __future__ import annotations

from dataclasses import replace

from giz_gesprek.content.framework import Framework
from giz_gesprek.content.phrases import Phrasebook
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.people import Family, Person
from giz_gesprek.conversation.position import Step
from giz_gesprek.conversation.voices import professional_voices


def names_at(
    book: Phrasebook, framework: Framework, family: Family, conversation: Conversation, step: Step
) -> Phrasebook:
    """Return ``book`` with {child}, {name} and {organisation} as they are meant at ``step``.

    {name} is whose turn it is where the step belongs to somebody's turn, and else the first
    professional. Where a name is not known, a word of the content stands for it.
    """
    professional = first_professional(framework, family, conversation)
    speaker = _speaker(framework, family, step) or professional
    child = family.person(step.child_id or conversation.focus_child)
    return replace(
        book,
        names={
            "child": book.text("common.baby") if child.age_band == "prenatal" else child.name,
            "name": speaker.name if speaker else book.text("common.a_professional"),
            "organisation": (professional.organisation if professional else None)
            or book.text("common.our_organisation"),
        },
    )


def first_professional(
    framework: Framework, family: Family, conversation: Conversation
) -> Person | None:
    """Return the professional who leads the conversation, if there is one."""
    voices = professional_voices(framework, conversation)
    return family.person(voices[0]) if voices else None


def _speaker(framework: Framework, family: Family, step: Step) -> Person | None:
    if step.person_id is None:
        return None
    if step.kind == "turn":
        return family.person(step.person_id)
    spec = framework.questions.get(step.question or "")
    if spec is not None and spec.asked_of in {"professional", "each_voice"}:
        return family.person(step.person_id)
    return None
