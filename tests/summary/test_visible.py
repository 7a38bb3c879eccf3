"""What an audience gets of a conversation, of any conversation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given, settings

from giz_gesprek.conversation import choosing, flow, said_on
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer, View
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.lines import remove_line, words_at
from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.steps import QuestionStep, Step
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.asked import by_question
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from giz_gesprek.summary.items import (
    AtTheTable,
    ConclusionMade,
    DifferenceSeen,
    GoalSet,
    Item,
    OnTopic,
    ReasonGiven,
    StrengthGiven,
    TopicChosen,
    ViewGiven,
)
from giz_gesprek.summary.plan_items import ToTellBack
from giz_gesprek.summary.sharing_items import (
    MayKnow,
    Shared,
    SharingRefused,
    SharingWithdrawn,
)
from giz_gesprek.summary.visible import visible_items
from tests.support.dossiers import START, framework, last_talk
from tests.support.example import CONVERSATION, TALK, example
from tests.support.items import choice_in, own_words_in
from tests.support.walks import walked_dossiers, with_left_topics


def items_of(dossier: Dossier, audience: Readers = PROFESSIONAL) -> tuple[Item, ...]:
    return visible_items(last_talk(dossier), audience)


def about(topic: str, items: Iterable[Item]) -> list[OnTopic]:
    """Return what is about a topic."""
    return [item for item in items if isinstance(item, OnTopic) and item.topic == topic]


def asked(talk: Talk) -> list[Step]:
    """Return the question steps of what is or was chosen, and is not parked."""
    return [
        step
        for step in agenda(with_left_topics(flow.reopen(talk)))
        if step.kind == "question" and step.topic not in talk.conversation.parked
    ]


def answered(talk: Talk, step: Step) -> bool:
    """Tell whether there is an answer at a step, or a sentence that tells that nobody knew."""
    answer = answer_at(talk, step)
    if answer is None:
        return False
    return (
        answer.state == "answered" or answer.state in talk.framework.questions[answer.question].told
    )


def _about(step: Step) -> tuple[str | None, str | None]:
    return step.position.topic, step.position.child_id


def _of_professional(talk: Talk, step: Step) -> bool:
    """Tell whether an answer is of no voice of the family: what all chose together is neither."""
    person_id = step.position.person_id
    return person_id is None or talk.family.person(person_id).role == "professional"


@settings(max_examples=70)
@given(walked_dossiers())
def test_every_answer_that_is_still_asked_is_there_once_and_nothing_else_is(
    dossier: Dossier,
) -> None:
    talk = last_talk(dossier)
    questions = talk.framework.questions
    for audience in READERS:
        told = [
            step
            for step in asked(talk)
            # What was asked alone is on no paper that lies about at home.
            if answered(talk, step)
            and (audience == PROFESSIONAL or not questions[step.position.question or ""].alone)
        ]
        # What is said of a difference at the end takes the place of what was said before.
        at_end = {_about(step) for step in told if step.position.question == "difference_now"}
        told = [
            step
            for step in told
            if step.position.question != "difference" or _about(step) not in at_end
        ]
        beside = {_about(step) for step in told if not _of_professional(talk, step)}
        expected = [
            step.key
            for step in told
            # Nor is the choice of a professional alone.
            if audience == PROFESSIONAL
            or _about(step) in beside
            or step.position.question != "view"
        ]
        lines = [item.line for item in items_of(dossier, audience) if item.line is not None]
        found = [line.step.key for line in lines if line.kind == "answer" and line.step is not None]
        assert Counter(found) == Counter(expected)


@settings(max_examples=40)
@given(walked_dossiers(max_steps=25))
def test_each_line_can_be_taken_away_and_takes_nothing_else_along(dossier: Dossier) -> None:
    talk = last_talk(dossier)
    for item in items_of(dossier, FAMILY):
        if item.line is None:
            continue
        own = own_words_in(item)
        assert words_at(talk, item.line) == own
        without = remove_line(talk, item.line)
        left = items_of(without.dossier, FAMILY)
        keys = Counter(
            one.line.key for one in left if one.line is not None and own_words_in(one) is not None
        )
        before = Counter(
            one.line.key
            for one in items_of(dossier, FAMILY)
            if one.line is not None and own_words_in(one) is not None
        )
        assert own is None or keys[item.line.key] == 0
        if choice_in(item) is None and not isinstance(item, GoalSet):
            assert keys == before - Counter(
                [item.line.key] if own_words_in(item) is not None else []
            )


def test_the_family_gets_what_goes_well_first() -> None:
    kinds = [type(item) for item in items_of(example(), FAMILY) if isinstance(item, OnTopic)]
    assert kinds[:5] == [StrengthGiven] * 5
    assert StrengthGiven not in kinds[5:]


def test_the_family_gets_no_to_do_and_the_professional_does() -> None:
    family = {type(item) for item in items_of(example(), FAMILY)}
    professional = {type(item) for item in items_of(example(), PROFESSIONAL)}
    assert professional - family == {
        ToTellBack,
        Shared,
        SharingRefused,
        SharingWithdrawn,
        TopicChosen,
    }
    # The record has each consent as it was said; the family what came of them.
    assert family - professional == {MayKnow}


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_parents_speak_before_professionals(audience: Readers) -> None:
    items = items_of(example(), audience)
    for kind in (ViewGiven, ReasonGiven):
        given = [item for item in items if type(item) is kind and item.topic == "eating_sleeping"]
        # For the family, question by question: who answered the same one stands together.
        groups = by_question(framework(), given) if audience == FAMILY else [given]
        for group in groups:
            voices = [item.person_id for item in group]
            assert voices == sorted(voices, key=lambda person_id: person_id != "roos")


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_a_parked_topic_leaves_no_trace(audience: Readers) -> None:
    parked = choosing.park(TALK, ["money_work_post"])
    assert not about("money_work_post", items_of(parked.dossier, audience))


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_words_on_a_topic_that_is_chosen_no_more_stand_there_until_they_are_taken_away(
    audience: Readers,
) -> None:
    left = choosing.leave_topic(TALK, "development", "eating_sleeping")
    assert Counter(items_of(left.dossier, audience)) == Counter(items_of(example(), audience))
    gone = said_on.without_topic(left, "eating_sleeping")
    assert not about("eating_sleeping", items_of(gone.dossier, audience))
    parked = choosing.park(left, ["eating_sleeping"])
    assert not about("eating_sleeping", items_of(parked.dossier, audience))


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_an_answer_that_a_later_choice_hides_is_not_there(audience: Readers) -> None:
    step = QuestionStep(topic="money_work_post", question="outcome")
    choice = Answer(
        question="outcome",
        state="answered",
        choice="goes_well",
        at=START,
        text_register="standard",
        language="nl",
    )
    better = with_answer(TALK, step, choice)
    items = about("money_work_post", items_of(better.dossier, audience))
    made = [item for item in items if isinstance(item, ConclusionMade)]
    assert {item.answer.question for item in made} == {"outcome"}
    assert len(better.conversation.conclusions[-1].answers) == len(
        CONVERSATION.conclusions[-1].answers
    )


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_a_difference_that_is_gone_is_not_there(audience: Readers) -> None:
    step = next(
        step
        for step in agenda(flow.reopen(TALK))
        if isinstance(step, QuestionStep)
        and (step.topic, step.question) == ("eating_sleeping", "appraisal")
    )
    answer = answer_at(TALK, step)
    assert answer is not None
    same = answer.model_copy(update={"choice": "difficult"})
    agreed = with_answer(TALK, step, same)
    items = about("eating_sleeping", items_of(agreed.dossier, audience))
    assert not [item for item in items if isinstance(item, DifferenceSeen | ReasonGiven)]


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_a_difference_nobody_talked_about_is_still_said(audience: Readers) -> None:
    silent = TALK.changed(differences=())
    items = items_of(silent.dossier, audience)
    found = [item for item in items if isinstance(item, DifferenceSeen)]
    assert [item.voices for item in found] == [("roos", "sanne-voorbeeld")] * 2
    assert all(item.line is None and item.outcome is None for item in found)


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_after_a_no_nothing_that_was_said_is_shown(audience: Readers) -> None:
    declined = flow.decline(TALK, now=START)
    assert {type(item) for item in items_of(declined.dossier, audience)} == {AtTheTable}


def test_somebody_who_left_the_table_keeps_their_voice() -> None:
    seats = [seat for seat in CONVERSATION.participants if seat.person_id != "roos"]
    without = TALK.changed(participants=tuple(seats))
    items = items_of(without.dossier)
    voices = {item.person_id for item in items if isinstance(item, StrengthGiven)}
    assert voices == {"roos", "sanne-voorbeeld"}


def test_what_was_recorded_on_topics_that_the_content_lost_is_still_there() -> None:
    view = CONVERSATION.views[0]
    lost = View(topic="gone", person_id=view.person_id, answers=view.answers)
    visit = CONVERSATION.visits[0].model_copy(update={"side": "gone_side", "topics": ("gone",)})
    talk = TALK.changed(views=(lost,), visits=(visit,))
    found = [one for one in about("gone", items_of(talk.dossier)) if isinstance(one, ViewGiven)]
    assert len(found) == len(view.answers)
