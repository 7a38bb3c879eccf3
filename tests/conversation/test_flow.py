from __future__ import annotations

from datetime import timedelta

import pytest

from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.answers import AnswerState
from giz_gesprek.conversation.beginning import new_conversation
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.records import answer_at
from giz_gesprek.conversation.steps import (
    ConsentStep,
    ExportStep,
    GoalsStep,
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
)
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import (
    CHILDREN,
    FAMILY,
    NOW,
    agreed,
    answered,
    appraised,
    asked,
    at,
    chose,
    chosen,
    here,
    left_open,
    said,
    steps_of,
)
from tests.support.dossiers import framework, talk_of

LATER = NOW + timedelta(minutes=5)
CONSENT = ConsentStep()
SUMMARY = SummaryStep()
EXPORT = ExportStep()
STRENGTHS = asked("strengths", "eating_sleeping", "mother")


def prepared() -> Talk:
    conversation = new_conversation(
        framework(),
        FAMILY,
        conversation_id="talk-1",
        now=NOW,
        variant="extended",
        focus_child="milan",
        at_the_table=("mother", "nurse"),
        content_version="test",
    )
    return talk_of(FAMILY, conversation)


def skip(talk: Talk) -> Talk:
    return flow.skip(talk, now=LATER, text_register="standard", language="en")


def test_going_on_and_back_is_one_step_each() -> None:
    talk = flow.jump(agreed("eating_sleeping"), STRENGTHS)
    steps = steps_of(talk)
    place = steps.index(STRENGTHS)
    assert here(flow.next_step(talk)) == steps[place + 1]
    assert here(flow.previous_step(flow.next_step(talk))) == STRENGTHS


def test_the_pages_of_topics_are_one_step_on_the_way() -> None:
    talk = agreed("eating_sleeping")
    first, second = TopicsStep("development", 0), TopicsStep("development", 1)
    for page in (first, second):
        assert here(flow.next_step(flow.jump(talk, page))) == STRENGTHS
    assert here(flow.previous_step(flow.jump(talk, STRENGTHS))) == first
    assert here(flow.previous_step(flow.jump(talk, second))) == first
    assert here(flow.previous_step(flow.jump(talk, first))) == TriangleStep(visit=0)


def test_a_side_that_is_opened_again_comes_after_all_others_with_its_own_topics() -> None:
    talk = chosen(agreed("eating_sleeping", table=("mother", "father", "nurse")), "housing")
    again = choosing.open_again(talk, "development")
    # Looking only: nothing that was talked about is walked once more.
    pages = [step for step in steps_of(again) if isinstance(step, TopicsStep)]
    assert pages[-2:] == [TopicsStep("development", page, visit=2) for page in (0, 1)]
    assert here(flow.next_step(flow.jump(again, pages[-1]))) == TriangleStep(visit=3)
    more = choosing.choose_topic(again, "development", "health")
    asked_now = steps_of(more)[steps_of(more).index(pages[-1]) :]
    topics = {step.topic for step in asked_now if isinstance(step, QuestionStep) and step.topic}
    assert topics == {"health"}
    assert TurnStep(side="development", child_id="milan", person_id="father", visit=2) in asked_now
    assert choosing.chosen_topics(more, "development") == ("eating_sleeping", "health")
    left = choosing.leave_topic(more, "development", "eating_sleeping")
    assert choosing.chosen_topics(left, "development") == ("health",)


def test_a_side_that_was_skipped_is_opened_again_in_one_place() -> None:
    talk = chosen(choosing.open_side(agreed(), "parenting"), "housing")
    again = choosing.open_again(talk, "parenting")
    assert [visit.side for visit in again.conversation.visits] == ["surroundings", "parenting"]


def test_there_is_nothing_before_the_first_and_after_the_last_step() -> None:
    first, last = steps_of(agreed())[0], at(agreed(), EXPORT)
    assert flow.previous_step(at(agreed(), first)) == at(agreed(), first)
    assert flow.next_step(last) == last


def test_moving_changes_the_position_and_nothing_else() -> None:
    talk = at(agreed("eating_sleeping"), STRENGTHS)
    for move in (flow.next_step, flow.previous_step):
        moved = move(talk)
        assert moved != talk
        assert moved.changed(position=STRENGTHS.position) == talk


# --- skipping -------------------------------------------------------------------------------


def test_a_skipped_question_is_recorded_as_skipped_in_the_words_of_that_moment() -> None:
    talk = skip(at(agreed("eating_sleeping"), STRENGTHS))
    answer = answer_at(talk, STRENGTHS)
    assert answer is not None
    assert (answer.state, answer.question, answer.at) == ("skipped", "strengths", LATER)
    assert (answer.text_register, answer.language) == ("standard", "en")
    assert here(talk) == asked("appraisal", "eating_sleeping", "mother")


@pytest.mark.parametrize("state", ["answered", "dont_know", "rather_not_say", "skipped"])
def test_an_answer_that_stands_is_not_skipped_away(state: AnswerState) -> None:
    given = said("strengths") if state == "answered" else left_open("strengths", state)
    talk = answered(agreed("eating_sleeping"), (STRENGTHS, given))
    skipped = skip(at(talk, STRENGTHS))
    assert answer_at(skipped, STRENGTHS) == given
    assert here(skipped) == asked("appraisal", "eating_sleeping", "mother")


def test_skipping_a_screen_without_an_answer_is_going_on() -> None:
    for step in (PracticeStep(), GoalsStep(), EXPORT):
        talk = at(agreed(), step)
        assert skip(talk) == flow.next_step(talk)


def test_a_question_for_everybody_can_be_skipped() -> None:
    step = asked("notice", None)
    talk = skip(at(agreed(), step))
    assert answer_at(talk, step) is not None
    assert here(talk) == asked("what_helps", None)


def test_a_topic_that_was_skipped_by_everybody_is_followed_by_the_next_side() -> None:
    talk = at(agreed("eating_sleeping"), STRENGTHS)
    kinds = []
    for _ in range(8):
        talk = skip(talk)
        kinds.append(here(talk).kind)
    assert kinds == [*["question"] * 6, "triangle", "goals"]


def test_whether_to_talk_cannot_be_skipped() -> None:
    talk = at(prepared(), CONSENT)
    assert skip(talk) == talk
    declined = at(flow.decline(talk, now=NOW), CONSENT)
    assert skip(declined) == declined


def test_a_yes_that_was_given_can_be_passed() -> None:
    assert here(skip(at(agreed(), CONSENT))) == PracticeStep()


# --- yes and no -----------------------------------------------------------------------------


def test_a_yes_is_kept_with_its_moment_and_leads_on() -> None:
    said_yes = flow.agree(at(prepared(), CONSENT), now=LATER)
    agreement = said_yes.conversation.agreement
    assert said_yes.conversation.state == "agreed"
    assert agreement is not None
    assert agreement.wants_to_talk is True
    assert (agreement.told_at, agreement.answered_at) == (LATER, LATER)
    assert here(said_yes) == PracticeStep()


def test_a_no_is_kept_with_its_moment_and_leads_to_thanks() -> None:
    declined = flow.decline(at(prepared(), CONSENT), now=LATER)
    agreement = declined.conversation.agreement
    assert declined.conversation.state == "declined"
    assert agreement is not None
    assert agreement.wants_to_talk is False
    assert (agreement.told_at, agreement.answered_at) == (LATER, LATER)
    assert here(declined) == PageStep(text="declined.thanks")
    assert flow.next_step(declined) == declined


def test_what_was_said_before_a_no_is_there_again_after_a_yes() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="so_so")
    declined = flow.decline(at(talk, CONSENT), now=LATER)
    assert declined.conversation.views == talk.conversation.views
    back = flow.agree(at(declined, CONSENT), now=LATER)
    assert back.conversation.state == "in_progress"
    assert steps_of(back) == steps_of(talk)


@pytest.mark.parametrize("topics", [(), ("eating_sleeping",)])
def test_a_yes_that_is_given_again_changes_no_state(topics: tuple[str, ...]) -> None:
    talk = agreed(*topics)
    again = flow.agree(at(talk, CONSENT), now=LATER)
    assert again.conversation.state == talk.conversation.state
    finished = flow.finish(talk, now=NOW)
    assert flow.agree(finished, now=LATER).conversation.state == "finished"


def test_a_no_stays_a_no() -> None:
    left = flow.enough_for_today(at(agreed("eating_sleeping"), STRENGTHS))
    declined = flow.decline(at(left, CONSENT), now=NOW)
    assert flow.finish(declined, now=LATER) == declined
    assert flow.go_on(declined) == declined


def test_who_says_no_after_the_end_has_not_finished() -> None:
    finished = flow.finish(agreed(), now=NOW)
    assert flow.decline(finished, now=LATER).conversation.finished_at is None


# --- enough for today -----------------------------------------------------------------------


def test_enough_for_today_gives_the_summary_at_once() -> None:
    talk = at(agreed("eating_sleeping"), STRENGTHS)
    enough = flow.enough_for_today(talk)
    assert here(enough) == SUMMARY
    assert enough.conversation.left_at == STRENGTHS.position
    assert here(flow.next_step(enough)) == EXPORT


@pytest.mark.parametrize("number", range(0, 40, 3))
def test_going_on_returns_to_where_it_was_left(number: int) -> None:
    steps = steps_of(agreed("eating_sleeping", "housing"))
    step = steps[number % (len(steps) - 2)]
    talk = at(agreed("eating_sleeping", "housing"), step)
    assert flow.go_on(flow.enough_for_today(talk)) == talk


@pytest.mark.parametrize("last", [SUMMARY, EXPORT])
def test_saying_enough_at_the_end_forgets_no_place(last: Step) -> None:
    left = flow.enough_for_today(at(agreed("eating_sleeping"), STRENGTHS))
    again = flow.enough_for_today(at(left, last))
    assert (here(again), again.conversation.left_at) == (SUMMARY, STRENGTHS.position)
    fresh = flow.enough_for_today(at(agreed(), last))
    assert fresh.conversation.left_at is None
    assert flow.go_on(fresh) == fresh


def test_the_last_place_that_was_left_counts() -> None:
    left = flow.enough_for_today(at(agreed("eating_sleeping"), STRENGTHS))
    later = flow.enough_for_today(at(left, GoalsStep()))
    assert here(flow.go_on(later)) == GoalsStep()


def test_who_walks_back_to_the_place_has_gone_on() -> None:
    before = steps_of(agreed("eating_sleeping"))[
        steps_of(agreed("eating_sleeping")).index(STRENGTHS) - 1
    ]
    left = flow.enough_for_today(at(agreed("eating_sleeping"), STRENGTHS))
    elsewhere = at(left, before)
    assert elsewhere.conversation.left_at == STRENGTHS.position
    assert flow.next_step(elsewhere).conversation.left_at is None
    assert at(left, STRENGTHS).conversation.left_at is None
    assert flow.previous_step(at(left, SUMMARY)).conversation.left_at is None


def test_who_skips_to_the_place_has_gone_on() -> None:
    talk = agreed("eating_sleeping", "health")
    left = flow.enough_for_today(at(talk, asked("appraisal", person_id="mother")))
    assert skip(at(left, STRENGTHS)).conversation.left_at is None


def test_after_the_end_there_is_the_report_and_the_papers_and_nothing_is_asked() -> None:
    left = flow.enough_for_today(at(agreed("eating_sleeping"), STRENGTHS))
    finished = flow.finish(left, now=NOW)
    assert (finished.conversation.state, finished.conversation.finished_at) == ("finished", NOW)
    assert steps_of(finished) == (SUMMARY, EXPORT)
    assert flow.go_on(finished) == finished
    assert flow.finish(finished, now=LATER) == finished


def test_opened_again_it_goes_on_from_its_report_to_where_it_was_left() -> None:
    left = flow.enough_for_today(at(agreed("eating_sleeping"), STRENGTHS))
    again = flow.reopen(flow.next_step(flow.finish(left, now=NOW)))
    assert (again.conversation.state, again.conversation.finished_at) == ("in_progress", None)
    assert (here(again), steps_of(again)) == (SUMMARY, steps_of(left))
    assert here(flow.go_on(again)) == STRENGTHS


def test_only_what_is_finished_is_opened_again() -> None:
    for talk in (prepared(), agreed("eating_sleeping"), flow.decline(agreed(), now=NOW)):
        assert flow.reopen(talk) is talk


def test_going_on_says_nothing_about_a_conversation_that_has_just_begun() -> None:
    left = flow.enough_for_today(at(agreed(), PracticeStep()))
    assert flow.go_on(left).conversation.state == "agreed"
    early = flow.enough_for_today(at(prepared(), CONSENT))
    assert flow.go_on(early).conversation.state == "prepared"


# --- a position that has left the agenda ----------------------------------------------------


def lost(talk: Talk, position: Step) -> Step:
    assert position not in steps_of(talk)
    return here(talk.changed(position=position.position))


def test_a_question_that_is_gone_falls_on_the_last_of_the_same_person_and_topic() -> None:
    gone = asked("gone", "eating_sleeping", "mother")
    talk = agreed("eating_sleeping", "health", table=("mother", "father", "nurse"))
    assert lost(talk, gone) == asked("wish", "eating_sleeping", "mother")


def test_a_question_of_somebody_who_left_falls_on_the_same_topic_and_child() -> None:
    talk = agreed("eating_sleeping", "health", children=CHILDREN[:2])
    gone = asked("strengths", "health", "father", "noor")
    found = lost(talk, gone)
    assert (found.position.topic, found.position.child_id, found.kind) == (
        "health",
        "noor",
        "question",
    )


def test_a_page_of_topics_that_is_gone_falls_on_the_page_before() -> None:
    talk = choosing.open_side(choosing.open_side(agreed(), "parenting"), "development")
    topics = framework().sides["parenting"].topics
    talk = choosing.park(talk, topics[:3])
    gone = TopicsStep(side="parenting", page=1)
    assert lost(talk, gone) == TopicsStep(side="parenting", page=0)


def test_a_triangle_that_is_gone_falls_on_the_goals() -> None:
    talk = agreed("health", "housing", "safety")
    assert lost(talk, TriangleStep(visit=3)) == GoalsStep()
    enough = agreed("health", "eating_sleeping", "housing")
    assert lost(enough, TriangleStep(visit=2)) == GoalsStep()


def old(talk: Talk, **position: object) -> Step:
    """Return where a conversation goes on that an earlier release left there."""
    return here(talk.changed(position=Position.model_validate(position)))


@pytest.mark.parametrize("text", ["welcome.no_test", "welcome.tense", "agreement.no_loss"])
def test_who_stood_on_a_page_that_is_gone_hears_the_first_again(text: str) -> None:
    assert old(prepared(), kind="page", text=text) == PageStep(text="welcome.hello")


def test_who_stood_at_the_second_practice_practises_once() -> None:
    assert old(agreed(), kind="practice_skip") == PracticeStep()


def test_who_stood_at_the_opening_of_a_topic_is_at_its_first_question() -> None:
    talk = agreed("eating_sleeping", "health", table=("mother", "father", "nurse"))
    there = {"kind": "opening", "topic": "health", "child_id": "milan"}
    assert old(talk, **there, person_id="mother") == asked("strengths", "health", "mother")
    assert old(talk, **there, person_id="father") == asked("appraisal", "health", "father")


@pytest.mark.parametrize(
    ("side", "topic", "child_id"),
    [("development", "eating_sleeping", "milan"), ("surroundings", "housing", None)],
)
def test_who_gave_the_laptop_to_the_professional_is_at_the_first_question_of_that_side(
    side: str, topic: str, child_id: str | None
) -> None:
    talk = agreed("eating_sleeping", "housing")
    turn = {"kind": "turn", "side": side, "child_id": child_id, "person_id": "nurse"}
    assert old(talk, **turn) == asked("view", topic, "nurse", child_id)


def test_what_is_no_longer_read_back_or_laid_side_by_side_is_followed_by_what_came_next() -> None:
    talk = appraised(agreed("eating_sleeping", "health"), mother="so_so", nurse="so_so")
    read_back = ReadBackStep("eating_sleeping", "mother", "milan")
    assert lost(talk, read_back) == asked("strengths", "health", "mother")
    assert lost(talk, SideBySideStep("eating_sleeping", "milan")) == asked("outcome")


def test_a_reason_that_is_known_by_now_falls_on_what_the_same_person_said() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="so_so", nurse="difficult")
    talk = answered(talk, (asked("view_words", person_id="nurse"), said("view_words")))
    assert lost(talk, asked("reason", person_id="nurse")) == asked("view_words", person_id="nurse")


def test_a_place_in_a_topic_that_was_left_falls_on_the_same_person() -> None:
    talk = at(agreed("eating_sleeping", "health"), asked("wish", "health", "mother"))
    talk = choosing.leave_topic(talk, "development", "health")
    assert here(talk) == asked("wish", "eating_sleeping", "mother")
    assert here(flow.next_step(talk)).kind == "question"


def test_a_place_in_a_topic_that_the_content_no_longer_knows_falls_on_the_triangle() -> None:
    talk = choosing.open_side(agreed(), "surroundings")
    talk = choosing.choose_topic(talk, "surroundings", "gone")
    for gone in (SideBySideStep(topic="gone"), asked("wish", "gone", "mother")):
        assert lost(talk, gone) == TriangleStep(visit=1)


def test_the_summary_after_a_no_is_the_page_with_thanks() -> None:
    declined = flow.decline(agreed(), now=NOW)
    assert here(flow.jump(declined, SUMMARY)) == PageStep("declined.thanks")


def test_a_jump_goes_where_it_says() -> None:
    talk = agreed("eating_sleeping", "housing")
    for step in steps_of(talk):
        assert here(flow.jump(talk, step)) == step


def test_answers_made_on_the_way_bring_their_own_questions() -> None:
    talk = appraised(agreed("eating_sleeping"), mother="difficult")
    talk = at(talk, asked("outcome"))
    assert here(flow.next_step(talk)) == TriangleStep(visit=1)
    support = answered(talk, (asked("outcome"), chose("outcome", "support")))
    assert here(flow.next_step(support)) == asked("helper")


def test_back_from_enough_for_today_is_where_it_was_and_changes_nothing() -> None:
    for step in (STRENGTHS, GoalsStep(), TriangleStep(visit=1)):
        talk = at(agreed("eating_sleeping"), step)
        assert flow.previous_step(flow.enough_for_today(talk)) == talk, step


def test_back_from_the_report_of_what_is_finished_finishes_nothing_anew() -> None:
    left = flow.enough_for_today(at(agreed("eating_sleeping"), STRENGTHS))
    finished = flow.finish(left, now=LATER)
    assert flow.previous_step(finished).conversation.state == "finished"
