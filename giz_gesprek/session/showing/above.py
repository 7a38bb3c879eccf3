"""What stands above a question: its own text, the topic that begins, what was chosen, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giz_gesprek.conversation.again import is_change
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.asked import has_to_be_told, questions_that_conclude
from giz_gesprek.conversation.before import as_it_was, view_before
from giz_gesprek.conversation.progress import begins_topic, begins_turn
from giz_gesprek.conversation.records import advice_on, difference_on
from giz_gesprek.conversation.voices import appraisals, talks_later, turn_of
from giz_gesprek.session.step_parts import Quote
from giz_gesprek.summary.words import shortened

if TYPE_CHECKING:
    from giz_gesprek.conversation.steps import QuestionStep
    from giz_gesprek.session.step_data import StepData


_SHORT: Final = 60
"""Characters of own words of the time before: who said them knows the rest."""


def intro(data: StepData, step: QuestionStep) -> str:
    """Return what stands above a question: its own text, a topic or a turn that begins with it."""
    own = data.framework.questions[step.question].intro
    if step.question in data.framework.question_sets[data.framework.places.views_differ]:
        return _about_difference(data, step)
    if own is not None:
        return data.say(own)
    if is_change(data.framework, step.question):
        return told_then(data, step)
    if begins_topic(data.talk, step):
        return data.say(f"{step.topic}.opening")
    if begins_turn(data.talk, step):
        return data.say("turn.professional")
    return _all_the_same(data, step) if step.person_id is None else ""


def told_then(data: StepData, step: QuestionStep) -> str:
    """Return what somebody chose on this topic the time before, and the beginning of their words.

    Strengths come first, and the rest is where it was said: the choices keep the room for pictures.
    """
    told = view_before(data.talk, step.topic or "", step.child_id, step.person_id or "")
    if told is None:
        return ""
    words = data.words_of(as_it_was(data.talk, told.conversation))
    answers = [each for each in told.view.answers if not is_change(data.framework, each.question)]
    chosen = [words.given(each) for each in answers if each.choice is not None]
    lines = [
        data.say("topics.chosen_too", topic=each) if place else data.say("again.then", choice=each)
        for place, each in enumerate(chosen)
    ]
    said = next((each.words.text for each in answers if each.words is not None), "")
    return "\n".join([*lines, f"“{shortened(said, _SHORT)}”"] if said else lines)


def _about_difference(data: StepData, step: QuestionStep) -> str:
    """Return what somebody chose who is asked about that; empty where everybody is asked."""
    text_id = "difference.chose" if is_of_professional(data, step) else "difference.you_chose"
    chosen = appraisals(data.talk, step.topic or "", step.child_id)
    return "\n".join(
        data.say(text_id, choice=data.words.choice(each.question, each.choice))
        for each in chosen
        if each.person_id == step.person_id
    )


def _for_today(data: StepData, step: QuestionStep) -> str:
    """Return what is chosen now, where those who differ have just put off the rest."""
    first = next(questions_that_conclude(data.talk, step.topic or "", step.child_id), None)
    difference = difference_on(data.conversation, step.topic or "", step.child_id)
    outcome = difference.outcome if difference is not None else None
    put_off = outcome is not None and talks_later(data.framework, outcome)
    return data.say("conclusion.for_today") if put_off and step.question == first else ""


def _all_the_same(data: StepData, step: QuestionStep) -> str:
    """Return whether all see it the same, where it was not laid side by side before."""
    here = (step.topic, step.child_id, None)
    together = [
        each
        for each in agenda(data.talk)
        if (each.position.topic, each.position.child_id, each.position.person_id) == here
    ]
    if step.topic is None or step != together[0]:
        return _for_today(data, step)
    # After what was told: who still tells waits for none of it.
    from giz_gesprek.session.showing.side_by_side import verdict, wishes

    same = verdict(data, step.topic, step.child_id)
    return "\n".join(filter(None, (same, *wishes(data, step.topic, step.child_id))))


def why_added(data: StepData, step: QuestionStep) -> tuple[Quote, ...]:
    """Return who asked for a topic, and why, where somebody said so."""
    return tuple(
        Quote(data.say("side_by_side.said", name=data.name(added.by_id)), added.reason.text)
        for visit in data.conversation.visits
        for added in visit.added
        if added.topic == step.topic and added.reason is not None
    )


def why_advice(data: StepData, step: QuestionStep) -> tuple[Quote, ...]:
    """Return what a professional told about the advice, where somebody is asked about that."""
    promised = data.framework.question_sets[data.framework.places.advice_sought]
    advice = advice_on(data.conversation, step.topic or "", step.child_id)
    if advice is None or step.question not in promised:
        return ()
    if has_to_be_told(data.framework, step.question):
        return ()
    words = {answer.question: answer.words for answer in advice.answers}
    told = [
        own.text
        for question in promised
        if has_to_be_told(data.framework, question) and (own := words.get(question)) is not None
    ]
    lead = data.say("side_by_side.said", name=data.name(advice.by_id))
    return (Quote(lead, "\n".join(told)),) if told else ()


def is_of_professional(data: StepData, step: QuestionStep) -> bool:
    """Tell whether a question is put to a professional."""
    role = data.talk.family.person(step.person_id).role if step.person_id is not None else ""
    return turn_of(data.framework, role) == "professional"
