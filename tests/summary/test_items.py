"""What an audience gets of a conversation, of any conversation."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import Answer, View
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.lines import remove_line, words_at
from giz_gesprek.conversation.position import Step
from giz_gesprek.conversation.records import answer_at, with_answer
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from giz_gesprek.summary.items import Item, visible_items
from tests.support.dossiers import START, last_talk
from tests.support.example import CONVERSATION, TALK, example
from tests.support.walks import walked_dossiers


def items_of(dossier: Dossier, audience: Readers = PROFESSIONAL) -> tuple[Item, ...]:
    return visible_items(last_talk(dossier), audience)


def asked(talk: Talk) -> list[Step]:
    """Return the question steps that are on the agenda and not parked."""
    return [
        step
        for step in agenda(talk)
        if step.kind == "question" and step.topic not in talk.conversation.parked
    ]


def answered(talk: Talk, step: Step) -> bool:
    answer = answer_at(talk, step)
    return answer is not None and answer.state == "answered"


@settings(max_examples=70)
@given(walked_dossiers())
def test_every_answer_that_is_still_asked_is_there_once_and_nothing_else_is(
    dossier: Dossier,
) -> None:
    talk = last_talk(dossier)
    expected = [step.key for step in asked(talk) if answered(talk, step)]
    for audience in READERS:
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
        assert words_at(talk, item.line) == item.words
        without = remove_line(talk, item.line)
        left = items_of(without.dossier, FAMILY)
        keys = Counter(
            one.line.key for one in left if one.line is not None and one.words is not None
        )
        before = Counter(
            one.line.key
            for one in items_of(dossier, FAMILY)
            if one.line is not None and one.words is not None
        )
        assert item.words is None or keys[item.line.key] == 0
        if item.choice is None and item.kind != "goal":
            assert keys == before - Counter([item.line.key] if item.words is not None else [])


def test_the_family_gets_what_goes_well_first() -> None:
    kinds = [item.kind for item in items_of(example(), FAMILY) if item.is_about_a_topic]
    assert kinds[:3] == ["strength"] * 3
    assert "strength" not in kinds[3:]


def test_the_family_gets_no_to_do_and_the_professional_does() -> None:
    family = {item.kind for item in items_of(example(), FAMILY)}
    professional = {item.kind for item in items_of(example(), PROFESSIONAL)}
    assert professional - family == {"to_tell_back", "sharing"}
    assert not family - professional


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_parents_speak_before_professionals(audience: Readers) -> None:
    items = items_of(example(), audience)
    for kind in ("answer", "reason"):
        voices = [
            item.person_id
            for item in items
            if item.kind == kind and item.topic == "eating_sleeping"
        ]
        assert voices == sorted(voices, key=lambda person_id: person_id != "roos")


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_a_parked_topic_leaves_no_trace(audience: Readers) -> None:
    parked = choosing.park(TALK, ["money_work_post"])
    assert all(item.topic != "money_work_post" for item in items_of(parked.dossier, audience))


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_a_topic_that_is_no_longer_chosen_is_not_there_and_comes_back(audience: Readers) -> None:
    left = choosing.leave_topic(TALK, "development", "eating_sleeping")
    assert all(item.topic != "eating_sleeping" for item in items_of(left.dossier, audience))
    back = choosing.choose_topic(left, "development", "eating_sleeping")
    again = items_of(back.dossier, audience)
    assert Counter(again) == Counter(items_of(example(), audience))


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_an_answer_that_a_later_choice_hides_is_not_there(audience: Readers) -> None:
    step = Step(kind="question", topic="money_work_post", question="outcome")
    choice = Answer(
        question="outcome",
        state="answered",
        choice="goes_well",
        at=START,
        text_register="standard",
        language="nl",
    )
    better = with_answer(TALK, step, choice)
    items = [item for item in items_of(better.dossier, audience) if item.topic == "money_work_post"]
    assert {item.question for item in items if item.kind == "conclusion"} == {"outcome"}
    assert len(better.conversation.conclusions[-1].answers) == len(
        CONVERSATION.conclusions[-1].answers
    )


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_a_difference_that_is_gone_is_not_there(audience: Readers) -> None:
    step = next(
        step
        for step in agenda(TALK)
        if (step.topic, step.question) == ("eating_sleeping", "appraisal")
    )
    answer = answer_at(TALK, step)
    assert answer is not None
    same = answer.model_copy(update={"choice": "difficult"})
    agreed = with_answer(TALK, step, same)
    items = [item for item in items_of(agreed.dossier, audience) if item.topic == "eating_sleeping"]
    assert not {"difference", "reason"} & {item.kind for item in items}


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_a_difference_nobody_talked_about_is_still_said(audience: Readers) -> None:
    silent = TALK.changed(differences=())
    found = [item for item in items_of(silent.dossier, audience) if item.kind == "difference"]
    assert [item.voices for item in found] == [("roos", "sanne-voorbeeld")] * 2
    assert all(item.line is None and item.choice is None for item in found)


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_after_a_no_nothing_that_was_said_is_shown(audience: Readers) -> None:
    declined = flow.decline(TALK, now=START)
    assert {item.kind for item in items_of(declined.dossier, audience)} == {"participant"}


def test_somebody_who_left_the_table_keeps_their_voice() -> None:
    seats = [seat for seat in CONVERSATION.participants if seat.person_id != "roos"]
    without = TALK.changed(participants=tuple(seats))
    voices = {item.person_id for item in items_of(without.dossier) if item.kind == "strength"}
    assert voices == {"roos"}


def test_what_was_recorded_on_topics_that_the_content_lost_is_still_there() -> None:
    view = CONVERSATION.views[0]
    lost = View(topic="gone", person_id=view.person_id, answers=view.answers)
    visit = CONVERSATION.visits[0].model_copy(update={"side": "gone_side", "topics": ("gone",)})
    talk = TALK.changed(views=(lost,), visits=(visit,))
    found = [item for item in items_of(talk.dossier) if item.topic == "gone"]
    assert len(found) == len(view.answers)
