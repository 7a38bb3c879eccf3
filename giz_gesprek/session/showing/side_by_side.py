"""The views beside each other. Nothing is averaged, nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.presence import there_for_a_part
from giz_gesprek.conversation.records import view_of
from giz_gesprek.conversation.steps import ReadBackStep
from giz_gesprek.conversation.voices import (
    appraisals,
    differs,
    family_voices,
    is_appraisal,
    professional_voices,
    views_on,
)
from giz_gesprek.session.showing.frame import frame
from giz_gesprek.session.step_parts import AskedShown, Card, Quote
from giz_gesprek.session.written_views import SideBySideView
from giz_gesprek.summary.asked import by_question, what_was_asked
from giz_gesprek.summary.then_and_now import is_beside_then, then_and_now
from giz_gesprek.summary.topics import questions_of
from giz_gesprek.summary.visible import given_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giz_gesprek.conversation.steps import SideBySideStep
    from giz_gesprek.session.step_data import StepData
    from giz_gesprek.summary.items import ViewGiven


def side_by_side(data: StepData, step: SideBySideStep) -> SideBySideView:
    """Return a card for each voice, and everything that was said under what was asked."""
    title = f"{data.topic_title()} · {data.say('side_by_side.title')}"
    given = given_on(data.talk, step.topic, step.child_id)
    cards = tuple(_card(data, step, person_id, given) for person_id in _voices(data, step))
    faces = [item for item in given if is_appraisal(data.framework, item.answer.question)]
    return SideBySideView(
        **frame(data, title, "help.side_by_side", can_skip=False),
        verdict=verdict(data, step.topic, step.child_id),
        question=what_was_asked(data.words, *faces) if faces else "",
        cards=tuple(card for card in cards if any(card.parts)),
        asked=tuple(_asked(data, group) for group in by_question(data.framework, _told(given))),
    )


def _card(data: StepData, step: SideBySideStep, person_id: str, given: Sequence[ViewGiven]) -> Card:
    name = data.name(person_id)
    own = [item for item in given if item.person_id == person_id]
    chosen = next((one for one in own if is_appraisal(data.framework, one.answer.question)), None)
    wish = next((one for one in own if _is_told(data, one)), None)
    beside = next((one for one in own if is_beside_then(data.words, one)), None)
    change = then_and_now(data.words, beside) if beside is not None else ""
    choice, pictogram = "", None
    if chosen is not None:
        given_choice = chosen.answer.choice or ""
        pictogram = data.words.pictogram(chosen.answer.question, given_choice)
        label = data.words.choice(chosen.answer.question, given_choice)
        choice = data.say("side_by_side.chose", name=name, choice=label)
    elif (_has_faces(data, step) and beside is None) or not own:
        away = _was_away(data, step, person_id)
        choice = data.say("document.was_away" if away else "side_by_side.no_view", name=name)
    wanted = chosen_sentence(data, wish) if wish is not None else ""
    only_parent = family_voices(data.talk) == (person_id,)
    heard = only_parent and chosen is not None
    return Card(person_id, choice, change, wanted, pictogram, heard=heard)


def _was_away(data: StepData, step: SideBySideStep, person_id: str) -> bool:
    """Tell whether somebody was not there when a topic was talked about, and not asked since."""
    asked = view_of(data.talk, step.topic, step.child_id, person_id)
    return asked is None and person_id in there_for_a_part(data.conversation)


def wishes(data: StepData, topic: str, child_id: str | None) -> tuple[str, ...]:
    """Return what each of several parents wants; what the only one wants was heard just now."""
    given = given_on(data.talk, topic, child_id)
    told = [item for item in given if _is_told(data, item)]
    several = len(family_voices(data.talk)) > 1
    return tuple(chosen_sentence(data, item) for item in told) if several else ()


def chosen_sentence(data: StepData, item: ViewGiven) -> str:
    """Return the sentence that tells what somebody chose."""
    spec, answer = data.framework.questions[item.answer.question], item.answer
    return data.say(spec.told[answer.choice or answer.state], name=data.name(item.person_id))


def _is_told(data: StepData, item: ViewGiven) -> bool:
    spec = data.framework.questions.get(item.answer.question)
    return spec is not None and (item.answer.choice or item.answer.state) in spec.told


def _has_faces(data: StepData, step: SideBySideStep) -> bool:
    asked = questions_of(data.framework, step.topic)
    return any(is_appraisal(data.framework, question) for question in asked)


def _told(given: Sequence[ViewGiven]) -> list[ViewGiven]:
    """Return what was said in own words."""
    return [item for item in given if item.answer.words is not None]


def _asked(data: StepData, group: Sequence[ViewGiven]) -> AskedShown:
    quotes = tuple(
        Quote(data.say("side_by_side.said", name=data.name(item.person_id)), own.text)
        for item in group
        if (own := item.answer.words) is not None
    )
    return AskedShown(
        what_was_asked(data.words, *group), quotes, all(_was_read(data, item) for item in group)
    )


def _was_read(data: StepData, item: ViewGiven) -> bool:
    read = ReadBackStep(topic=item.topic, child_id=item.child_id, person_id=item.person_id)
    return read in agenda(data.talk)


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
