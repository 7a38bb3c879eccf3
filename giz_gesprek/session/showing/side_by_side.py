"""The views beside each other. Nothing is averaged, nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.position import ReadBackStep
from giz_gesprek.conversation.voices import (
    Appraisal,
    appraisals,
    differs,
    family_voices,
    is_appraisal,
    professional_voices,
    views_on,
)
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import Card
from giz_gesprek.session.step_view import SideBySideView
from giz_gesprek.summary.topics import questions_of, shown_answers

if TYPE_CHECKING:
    from giz_gesprek.conversation.position import SideBySideStep
    from giz_gesprek.session.step_data import StepData


def side_by_side(data: StepData, step: SideBySideStep) -> SideBySideView:
    """Return a card for each voice, and whether they see it the same."""
    chosen = appraisals(data.talk, step.topic, step.child_id)
    choices = {view.person_id: view for view in chosen}
    title = f"{data.topic_title()} · {data.say('side_by_side.title')}"
    return SideBySideView(
        **frame(data, title, "help.side_by_side", can_skip=False),
        cards=tuple(
            _card(data, step, person_id, choices.get(person_id))
            for person_id in _voices(data, step)
        ),
        verdict=verdict(data, step.topic, step.child_id),
    )


def _card(data: StepData, step: SideBySideStep, person_id: str, chosen: Appraisal | None) -> Card:
    name, words = data.name(person_id), _own_words(data, step, person_id)
    asked = questions_of(data.framework, step.topic)
    has_scale = any(is_appraisal(data.framework, question) for question in asked)
    chose, pictogram = "", None
    if chosen is not None:
        pictogram = data.words.pictogram(chosen.question, chosen.choice)
        label = data.words.choice(chosen.question, chosen.choice)
        chose = data.say("side_by_side.chose", name=name, choice=label)
    elif has_scale or not words:
        chose = data.say("side_by_side.no_view", name=name)
    lead = data.say("side_by_side.said", name=name) if words else ""
    read = ReadBackStep(topic=step.topic, child_id=step.child_id, person_id=person_id)
    return Card(person_id, chose, lead, words, pictogram, heard=read in agenda(data.talk))


def _own_words(data: StepData, step: SideBySideStep, person_id: str) -> tuple[str, ...]:
    """Return everything that somebody said about the topic in their own words, in order."""
    order = questions_of(data.framework, step.topic)
    return tuple(
        answer.words.text
        for view in views_on(data.conversation, step.topic, step.child_id)
        if view.person_id == person_id
        for answer in shown_answers(data.framework, view.answers, order)
        if answer.words is not None
    )


def _voices(data: StepData, step: SideBySideStep) -> tuple[str, ...]:
    """Return everybody whose view is asked, and who gave one before."""
    views = views_on(data.conversation, step.topic, step.child_id)
    asked = (*family_voices(data.talk), *professional_voices(data.talk))
    return tuple(dict.fromkeys((*asked, *(view.person_id for view in views))))


def verdict(data: StepData, topic: str, child_id: str | None) -> str:
    """Return whether people see a topic the same, in a sentence; empty while nobody chose."""
    count = len({view.person_id for view in appraisals(data.talk, topic, child_id)})
    if count == 0:
        return ""
    if count == 1:
        return data.say("side_by_side.one_view")
    different = differs(data.talk, topic, child_id)
    return data.say("side_by_side.differ" if different else "side_by_side.same")
