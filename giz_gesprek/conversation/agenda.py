"""Every step of a conversation, in order, derived from the conversation itself.

There is no list of screens to keep up to date: the agenda is derived from what was chosen and
answered, so that going back, skipping and changing an answer cannot bring it out of step.
It never ends anywhere but in the summary and the export.
"""

from __future__ import annotations

from collections.abc import Iterator

from giz_gesprek.conversation.answers import SeekAdvice
from giz_gesprek.conversation.asked import (
    asked_why,
    is_laid_side_by_side,
    is_read_back,
    needs_a_day,
    questions_of_view,
    questions_that_conclude,
)
from giz_gesprek.conversation.before import first_pages, topics_again
from giz_gesprek.conversation.gathering import has_a_place
from giz_gesprek.conversation.hard_days import asked_for_plan, begins_with
from giz_gesprek.conversation.left import left_open
from giz_gesprek.conversation.looking_back import asked_of, goals_before, goes_on_with
from giz_gesprek.conversation.offered import (
    children_of_side,
    first_of_side,
    has_enough_topics,
    open_sides,
    opened_again,
    talked_about,
    topic_pages,
    topics_of_picture,
)
from giz_gesprek.conversation.records import advice_on, answer_at, conclusion_on, difference_on
from giz_gesprek.conversation.steps import (
    AgainStep,
    AroundStep,
    ChildConsentStep,
    ConsentStep,
    ExportStep,
    GoalsStep,
    LaterDateStep,
    LeftStep,
    LookBackStep,
    PageStep,
    PracticeStep,
    QuestionStep,
    ReadBackStep,
    SideBySideStep,
    Step,
    SummaryStep,
    TopicsStep,
    TriangleStep,
    TurnStep,
    WholeStep,
)
from giz_gesprek.conversation.still_differing import asked_at_the_end, talks_later_at_the_end
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.voices import (
    anybody_spoke,
    differs,
    family_voices,
    professional_voices,
    talks_later,
    told_about_advice,
    young_people,
)


def agenda(talk: Talk) -> tuple[Step, ...]:
    """Return all steps of a talk, at least one and the last one a page to end on.

    They are derived once for a value of the conversation; moving derives nothing.
    """
    return talk.once(_each_step_once)


def _each_step_once(talk: Talk) -> tuple[Step, ...]:
    # Each step once, whatever the document names twice: a step that came again could not be passed.
    return tuple(dict.fromkeys(_steps(talk)))


def _steps(talk: Talk) -> Iterator[Step]:
    if talk.conversation.state == "finished":
        # It can be read and given along; nothing is asked any more.
        yield SummaryStep()
        yield ExportStep()
        return
    yield from (PageStep(text=text) for text in first_pages(talk))
    yield ConsentStep()
    if talk.conversation.state == "declined":
        yield PageStep(text="declined.thanks")
        return
    yield from _before_the_topics(talk)
    for number, visit in enumerate(talk.conversation.visits):
        if not visit.again:
            yield TriangleStep(visit=number)
        if visit.side in talk.framework.sides:
            yield from _side(talk, number)
    if _is_asked_for_a_side(talk):
        yield TriangleStep(visit=len(talk.conversation.visits))
    yield from plan_begins(talk)
    yield from asked_for_plan(talk)
    yield LookBackStep()
    yield from _still_different(talk)
    yield SummaryStep()
    yield ExportStep()


def _before_the_topics(talk: Talk) -> Iterator[Step]:
    """Yield who else agrees, what came of the visits before, and what of them comes again."""
    yield from (ChildConsentStep(person_id=one) for one in young_people(talk))
    yield from begins_with(talk)
    for before in goals_before(talk):
        yield from asked_of(talk, before)
    if left_open(talk):
        yield LeftStep()
    if not _has_practised(talk):
        yield PracticeStep()
    if topics_again(talk):
        yield AgainStep()


def _has_practised(talk: Talk) -> bool:
    """Tell whether this family came past the practice in a conversation before this one."""
    return any(each.state in {"in_progress", "finished"} for each in talk.earlier)


def _is_asked_for_a_side(talk: Talk) -> bool:
    """Tell whether one more side can be chosen before the plan.

    Where topics of the time before are offered, only when another one is wanted.
    """
    if not open_sides(talk):
        return False
    if topics_again(talk):
        walked = any(not visit.again for visit in talk.conversation.visits)
        return talk.conversation.another_topic and not (walked and has_enough_topics(talk))
    return not has_enough_topics(talk)


def plan_begins(talk: Talk) -> tuple[Step, ...]:
    """Return the steps with which the plan begins.

    The one picture first, if it shows anything; then the people around the family, where the
    conversation comes past them.
    """
    # Whoever goes on with a goal of the time before has chosen already what comes first.
    picture = (WholeStep(),) if topics_of_picture(talk) and not goes_on_with(talk) else ()
    around = (AroundStep(),) if has_a_place(talk) else ()
    return (*picture, *around, GoalsStep())


def _side(talk: Talk, number: int) -> Iterator[Step]:
    visit, again = talk.conversation.visits[number], opened_again(talk, number)
    for page in range(0 if visit.again else topic_pages(talk, visit.side)):
        yield TopicsStep(side=visit.side, page=page, visit=again)
    topics = talked_about(talk, visit)
    first = first_of_side(talk, visit.side)
    children = children_of_side(talk, visit.side) if topics else ()
    for child_place, child_id in enumerate(children):
        for place, person_id in enumerate(family_voices(talk)):
            # The first of the family chose the topics just now, and only has to be asked again
            # when the laptop comes back for the next child.
            if (child_place, place) != (0, 0):
                yield TurnStep(side=visit.side, child_id=child_id, person_id=person_id, visit=again)
            for topic in topics:
                yield from _told_by(talk, topic, child_id, person_id)
        for person_id in professional_voices(talk):
            for topic in topics:
                asked = _asked(talk, topic, child_id, person_id, "professional")
                yield from (step for step in asked if _is_due(talk, step, first))
        for topic in topics:
            yield from _together(talk, topic, child_id)


def _told_by(
    talk: Talk,
    topic: str,
    child_id: str | None,
    person_id: str,
) -> Iterator[Step]:
    yield from _asked(talk, topic, child_id, person_id, "family")
    if is_read_back(talk, topic, child_id, person_id):
        yield ReadBackStep(topic=topic, child_id=child_id, person_id=person_id)


def _asked(
    talk: Talk,
    topic: str,
    child_id: str | None,
    person_id: str,
    turn: str,
) -> Iterator[QuestionStep]:
    for question in questions_of_view(talk, topic, child_id, person_id, turn):
        yield QuestionStep(
            topic=topic,
            child_id=child_id,
            person_id=person_id,
            question=question,
        )


def _is_due(talk: Talk, step: QuestionStep, first: str | None) -> bool:
    """Tell whether a question is asked here: some once a side, but one that is answered stays."""
    spec = talk.framework.questions[step.question]
    return not spec.once_a_side or step.topic == first or answer_at(talk, step) is not None


def _together(talk: Talk, topic: str, child_id: str | None) -> Iterator[Step]:
    advice = advice_on(talk.conversation, topic, child_id)
    conclusion = conclusion_on(talk.conversation, topic, child_id)
    if not (anybody_spoke(talk.conversation, topic, child_id) or advice or conclusion):
        return
    if is_laid_side_by_side(talk, topic, child_id):
        yield SideBySideStep(topic=topic, child_id=child_id)
    if differs(talk, topic, child_id):
        yield from _difference(talk, topic, child_id)
    if advice is not None:
        yield from _advice(talk, advice)
    for question in questions_that_conclude(talk, topic, child_id):
        yield QuestionStep(topic=topic, child_id=child_id, question=question)
    if needs_a_day(talk, topic, child_id) and not talks_later_at_the_end(talk, topic, child_id):
        yield LaterDateStep(topic=topic, child_id=child_id)


def _advice(talk: Talk, advice: SeekAdvice) -> Iterator[Step]:
    """Yield why a professional asks for advice, and then what each of the family says to it."""
    questions = talk.framework.question_sets[talk.framework.places.advice_sought]
    said = [one for one in questions if talk.framework.questions[one].asked_of == "family"]
    asked = [(advice.by_id, one) for one in questions if one not in said]
    asked += [(person_id, one) for person_id in told_about_advice(talk) for one in said]
    for person_id, question in asked:
        yield QuestionStep(
            topic=advice.topic, child_id=advice.child_id, person_id=person_id, question=question
        )


def _difference(talk: Talk, topic: str, child_id: str | None) -> Iterator[Step]:
    for question in talk.framework.question_sets[talk.framework.places.views_differ]:
        if talk.framework.questions[question].asked_of == "each_voice":
            for person_id in asked_why(talk, topic, child_id, question):
                yield QuestionStep(
                    topic=topic,
                    child_id=child_id,
                    person_id=person_id,
                    question=question,
                )
        else:
            yield QuestionStep(topic=topic, child_id=child_id, question=question)
    difference = difference_on(talk.conversation, topic, child_id)
    outcome = difference.outcome if difference is not None else None
    put_off = outcome is not None and talks_later(talk.framework, outcome)
    if put_off and not talks_later_at_the_end(talk, topic, child_id):
        yield LaterDateStep(topic=topic, child_id=child_id)


def _still_different(talk: Talk) -> Iterator[Step]:
    """Yield each difference that is open still, once; and its day where people talk on later."""
    for topic, child_id in asked_at_the_end(talk):
        for question in talk.framework.question_sets[talk.framework.places.visit_ends]:
            yield QuestionStep(topic=topic, child_id=child_id, question=question)
        if talks_later_at_the_end(talk, topic, child_id):
            yield LaterDateStep(topic=topic, child_id=child_id)
