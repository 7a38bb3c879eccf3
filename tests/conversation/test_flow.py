from __future__ import annotations

from datetime import timedelta

import pytest

from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.position import Step
from giz_gesprek.conversation.records import answer_at
from tests.conversation.support import (
    CHILDREN,
    FAMILY,
    NOW,
    answered,
    appraised,
    asked,
    at,
    chose,
    here,
    left_open,
    said,
    steps_of,
    talk,
)
from tests.support.dossiers import framework

LATER = NOW + timedelta(minutes=5)
CONSENT = Step(kind="consent")
SUMMARY = Step(kind="summary")
EXPORT = Step(kind="export")
STRENGTHS = asked("strengths", "eating_sleeping", "mother")


def prepared() -> Conversation:
    return new_conversation(
        framework(),
        FAMILY,
        conversation_id="talk-1",
        now=NOW,
        variant="extended",
        focus_child="milan",
        at_the_table=("mother", "nurse"),
        content_version="test",
    )


def skip(conversation: Conversation) -> Conversation:
    return flow.skip(framework(), conversation, now=LATER, text_register="standard", language="en")


def opening(
    topic: str = "eating_sleeping", person_id: str = "mother", child_id: str | None = "milan"
) -> Step:
    return Step(kind="opening", topic=topic, child_id=child_id, person_id=person_id)


def test_going_on_and_back_is_one_step_each() -> None:
    conversation = flow.jump(framework(), talk("eating_sleeping"), STRENGTHS)
    steps = steps_of(conversation)
    place = steps.index(STRENGTHS)
    assert here(flow.next_step(framework(), conversation)) == steps[place + 1]
    assert here(flow.previous_step(framework(), conversation)) == steps[place - 1]


def test_there_is_nothing_before_the_first_and_after_the_last_step() -> None:
    first, last = steps_of(talk())[0], at(talk(), EXPORT)
    assert flow.previous_step(framework(), at(talk(), first)) == at(talk(), first)
    assert flow.next_step(framework(), last) == last


def test_moving_changes_the_position_and_nothing_else() -> None:
    conversation = at(talk("eating_sleeping"), STRENGTHS)
    for move in (flow.next_step, flow.previous_step):
        moved = move(framework(), conversation)
        assert moved != conversation
        assert moved.model_copy(update={"position": STRENGTHS}) == conversation


# --- skipping -------------------------------------------------------------------------------


def test_a_skipped_question_is_recorded_as_skipped_in_the_words_of_that_moment() -> None:
    conversation = skip(at(talk("eating_sleeping"), STRENGTHS))
    answer = answer_at(framework(), conversation, STRENGTHS)
    assert answer is not None
    assert (answer.state, answer.question, answer.at) == ("skipped", "strengths", LATER)
    assert (answer.text_register, answer.language) == ("standard", "en")
    assert here(conversation) == asked("appraisal", "eating_sleeping", "mother")


@pytest.mark.parametrize("state", ["answered", "dont_know", "rather_not_say", "skipped"])
def test_an_answer_that_stands_is_not_skipped_away(state: AnswerState) -> None:
    given = said("strengths") if state == "answered" else left_open("strengths", state)
    conversation = answered(talk("eating_sleeping"), (STRENGTHS, given))
    skipped = skip(at(conversation, STRENGTHS))
    assert answer_at(framework(), skipped, STRENGTHS) == given
    assert here(skipped) == asked("appraisal", "eating_sleeping", "mother")


def test_skipping_the_opening_passes_the_topic_and_records_nothing() -> None:
    conversation = at(talk("eating_sleeping", "health"), opening())
    skipped = skip(conversation)
    assert here(skipped) == opening("health")
    assert skipped.views == ()


def test_skipping_the_last_opening_brings_the_next_persons_turn() -> None:
    conversation = talk("eating_sleeping", table=("mother", "father", "nurse"))
    skipped = skip(at(conversation, opening()))
    assert here(skipped) == Step(
        kind="turn", side="development", child_id="milan", person_id="father"
    )


def test_skipping_a_topic_for_one_child_keeps_it_for_the_next() -> None:
    conversation = talk("eating_sleeping", children=CHILDREN[:2])
    conversation = at(conversation, opening(child_id="noor"))
    assert here(skip(conversation)).child_id == "noor"
    assert here(skip(conversation)).kind == "turn"


def test_skipping_an_opening_again_takes_nothing_away() -> None:
    conversation = appraised(talk("eating_sleeping", "health"), mother="so_so")
    skipped = skip(at(conversation, opening()))
    assert skipped.views == conversation.views


def test_skipping_a_screen_without_an_answer_is_going_on() -> None:
    for step in (Step(kind="practice"), Step(kind="practice_skip"), Step(kind="goals"), EXPORT):
        conversation = at(talk(), step)
        assert skip(conversation) == flow.next_step(framework(), conversation)


def test_a_question_for_everybody_can_be_skipped() -> None:
    step = asked("notice", None)
    conversation = skip(at(talk(), step))
    assert answer_at(framework(), conversation, step) is not None
    assert here(conversation) == asked("what_helps", None)


def test_a_topic_that_was_skipped_by_everybody_is_followed_by_the_next_side() -> None:
    conversation = at(talk("eating_sleeping"), opening())
    kinds = []
    for _ in range(5):
        conversation = skip(conversation)
        kinds.append(here(conversation).kind)
    assert kinds == ["turn", "question", "question", "triangle", "goals"]


def test_whether_to_talk_cannot_be_skipped() -> None:
    conversation = at(prepared(), CONSENT)
    assert skip(conversation) == conversation
    declined = at(flow.decline(framework(), conversation, now=NOW), CONSENT)
    assert skip(declined) == declined


def test_a_yes_that_was_given_can_be_passed() -> None:
    assert here(skip(at(talk(), CONSENT))) == Step(kind="practice")


# --- yes and no -----------------------------------------------------------------------------


def test_a_yes_is_kept_with_its_moment_and_leads_on() -> None:
    agreed = flow.agree(framework(), at(prepared(), CONSENT), now=LATER)
    assert agreed.state == "agreed"
    assert agreed.agreement is not None
    assert agreed.agreement.wants_to_talk is True
    assert (agreed.agreement.told_at, agreed.agreement.answered_at) == (LATER, LATER)
    assert here(agreed) == Step(kind="practice")


def test_a_no_is_kept_with_its_moment_and_leads_to_thanks() -> None:
    declined = flow.decline(framework(), at(prepared(), CONSENT), now=LATER)
    assert declined.state == "declined"
    assert declined.agreement is not None
    assert declined.agreement.wants_to_talk is False
    assert (declined.agreement.told_at, declined.agreement.answered_at) == (LATER, LATER)
    assert here(declined) == Step(kind="page", text="declined.thanks")
    assert flow.next_step(framework(), declined) == declined


def test_what_was_said_before_a_no_is_there_again_after_a_yes() -> None:
    conversation = appraised(talk("eating_sleeping"), mother="so_so")
    declined = flow.decline(framework(), at(conversation, CONSENT), now=LATER)
    assert declined.views == conversation.views
    back = flow.agree(framework(), at(declined, CONSENT), now=LATER)
    assert back.state == "in_progress"
    assert steps_of(back) == steps_of(conversation)


@pytest.mark.parametrize("topics", [(), ("eating_sleeping",)])
def test_a_yes_that_is_given_again_changes_no_state(topics: tuple[str, ...]) -> None:
    conversation = talk(*topics)
    again = flow.agree(framework(), at(conversation, CONSENT), now=LATER)
    assert again.state == conversation.state
    finished = flow.finish(conversation, now=NOW)
    assert flow.agree(framework(), finished, now=LATER).state == "finished"


def test_a_no_stays_a_no() -> None:
    left = flow.enough_for_today(framework(), at(talk("eating_sleeping"), STRENGTHS))
    declined = flow.decline(framework(), at(left, CONSENT), now=NOW)
    assert flow.finish(declined, now=LATER) == declined
    assert flow.go_on(framework(), declined) == declined


def test_who_says_no_after_the_end_has_not_finished() -> None:
    finished = flow.finish(talk(), now=NOW)
    assert flow.decline(framework(), at(finished, CONSENT), now=LATER).finished_at is None


# --- enough for today -----------------------------------------------------------------------


def test_enough_for_today_gives_the_summary_at_once() -> None:
    conversation = at(talk("eating_sleeping"), STRENGTHS)
    enough = flow.enough_for_today(framework(), conversation)
    assert here(enough) == SUMMARY
    assert enough.left_at == STRENGTHS
    assert here(flow.next_step(framework(), enough)) == EXPORT


@pytest.mark.parametrize("number", range(0, 40, 3))
def test_going_on_returns_to_where_it_was_left(number: int) -> None:
    steps = steps_of(talk("eating_sleeping", "housing"))
    step = steps[number % (len(steps) - 2)]
    conversation = at(talk("eating_sleeping", "housing"), step)
    assert flow.go_on(framework(), flow.enough_for_today(framework(), conversation)) == conversation


@pytest.mark.parametrize("last", [SUMMARY, EXPORT])
def test_saying_enough_at_the_end_forgets_no_place(last: Step) -> None:
    left = flow.enough_for_today(framework(), at(talk("eating_sleeping"), STRENGTHS))
    again = flow.enough_for_today(framework(), at(left, last))
    assert (here(again), again.left_at) == (SUMMARY, STRENGTHS)
    fresh = flow.enough_for_today(framework(), at(talk(), last))
    assert fresh.left_at is None
    assert flow.go_on(framework(), fresh) == fresh


def test_the_last_place_that_was_left_counts() -> None:
    left = flow.enough_for_today(framework(), at(talk("eating_sleeping"), STRENGTHS))
    later = flow.enough_for_today(framework(), at(left, Step(kind="goals")))
    assert here(flow.go_on(framework(), later)) == Step(kind="goals")


def test_who_walks_back_to_the_place_has_gone_on() -> None:
    before = steps_of(talk("eating_sleeping"))[
        steps_of(talk("eating_sleeping")).index(STRENGTHS) - 1
    ]
    left = flow.enough_for_today(framework(), at(talk("eating_sleeping"), STRENGTHS))
    elsewhere = at(left, before)
    assert elsewhere.left_at == STRENGTHS
    assert flow.next_step(framework(), elsewhere).left_at is None
    assert at(left, STRENGTHS).left_at is None
    assert flow.previous_step(framework(), at(left, SUMMARY)).left_at == STRENGTHS


def test_who_skips_to_the_place_has_gone_on() -> None:
    conversation = at(talk("eating_sleeping", "health"), opening("health"))
    left = flow.enough_for_today(framework(), conversation)
    assert skip(at(left, opening())).left_at is None


def test_going_on_after_the_end_opens_the_conversation_again() -> None:
    left = flow.enough_for_today(framework(), at(talk("eating_sleeping"), STRENGTHS))
    finished = flow.finish(left, now=NOW)
    assert (finished.state, finished.finished_at) == ("finished", NOW)
    again = flow.go_on(framework(), finished)
    assert (again.state, again.finished_at, here(again)) == ("in_progress", None, STRENGTHS)


def test_going_on_says_nothing_about_a_conversation_that_has_just_begun() -> None:
    left = flow.enough_for_today(framework(), at(talk(), Step(kind="practice")))
    assert flow.go_on(framework(), left).state == "agreed"
    early = flow.enough_for_today(framework(), at(prepared(), CONSENT))
    assert flow.go_on(framework(), early).state == "prepared"


# --- a position that has left the agenda ----------------------------------------------------


def lost(conversation: Conversation, position: Step) -> Step:
    assert position not in steps_of(conversation)
    return here(conversation.model_copy(update={"position": position}))


def test_a_question_that_is_gone_falls_on_the_last_of_the_same_person_and_topic() -> None:
    gone = asked("gone", "eating_sleeping", "mother")
    conversation = talk("eating_sleeping", "health", table=("mother", "father", "nurse"))
    assert lost(conversation, gone) == asked("wish", "eating_sleeping", "mother")


def test_a_question_of_somebody_who_left_falls_on_the_same_topic_and_child() -> None:
    conversation = talk("eating_sleeping", "health", children=CHILDREN[:2])
    gone = asked("strengths", "health", "father", "noor")
    found = lost(conversation, gone)
    assert (found.topic, found.child_id, found.kind) == ("health", "noor", "question")


def test_a_page_of_topics_that_is_gone_falls_on_the_page_before() -> None:
    conversation = choosing.open_side(choosing.open_side(talk(), "parenting"), "development")
    topics = framework().sides["parenting"].topics
    conversation = choosing.park(conversation, topics[:3])
    gone = Step(kind="topics", side="parenting", page=1)
    assert lost(conversation, gone) == Step(kind="topics", side="parenting", page=0)


def test_a_triangle_that_is_gone_falls_on_the_triangle_before() -> None:
    conversation = talk("health", "housing", "safety")
    assert lost(conversation, Step(kind="triangle", visit=3)) == Step(kind="triangle", visit=2)


def test_a_place_in_a_topic_that_was_left_falls_on_the_same_person() -> None:
    conversation = at(talk("eating_sleeping", "health"), asked("wish", "health", "mother"))
    conversation = choosing.leave_topic(conversation, "development", "health")
    assert here(conversation) == asked("wish", "eating_sleeping", "mother")
    assert here(flow.next_step(framework(), conversation)).kind == "read_back"


def test_a_place_in_a_topic_that_the_content_no_longer_knows_falls_on_the_triangle() -> None:
    conversation = choosing.open_side(talk(), "surroundings")
    conversation = choosing.choose_topic(conversation, "surroundings", "gone")
    for gone in (Step(kind="side_by_side", topic="gone"), asked("wish", "gone", "mother")):
        assert lost(conversation, gone) == Step(kind="triangle", visit=1)


def test_the_summary_after_a_no_is_the_page_with_thanks() -> None:
    declined = flow.decline(framework(), talk(), now=NOW)
    assert here(flow.jump(framework(), declined, SUMMARY)).text == "declined.thanks"


def test_a_jump_goes_where_it_says() -> None:
    conversation = talk("eating_sleeping", "housing")
    for step in steps_of(conversation):
        assert here(flow.jump(framework(), conversation, step)) == step


def test_answers_made_on_the_way_bring_their_own_questions() -> None:
    conversation = appraised(talk("eating_sleeping"), mother="difficult")
    conversation = at(conversation, asked("outcome"))
    assert here(flow.next_step(framework(), conversation)) == Step(kind="triangle", visit=1)
    support = answered(conversation, (asked("outcome"), chose("outcome", "support")))
    assert here(flow.next_step(framework(), support)) == asked("urgency")
