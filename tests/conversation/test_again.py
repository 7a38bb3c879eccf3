"""A topic of the time before again: what is asked once more, of whom, and which face stands."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.again import tell_anew, with_face_of_then, words_before
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.before import topics_again, view_before, views_again
from giz_gesprek.conversation.flow import current_step
from giz_gesprek.conversation.steps import (
    AgainStep,
    GoalsStep,
    PageStep,
    QuestionStep,
    Step,
    TopicsStep,
    TriangleStep,
)
from giz_gesprek.conversation.table import come, leave, let_wait
from giz_gesprek.conversation.talk import Talk
from tests.conversation.test_left import after, they_agree
from tests.support.talks import (
    agreed_talk,
    answered,
    full_talk,
    say_about,
    second_visit,
    step_where,
)

TOPIC = "eating_sleeping"


def again(*topics: str, talk: Talk | None = None) -> Talk:
    """Return a second visit in which these topics are talked about again."""
    talk = talk or second_visit()
    for topic in topics or (TOPIC,):
        talk = choosing.choose_again(talk, topic)
    return talk


def say(talk: Talk, person: str, **given: str) -> Talk:
    """Return the talk in which somebody answered, with the face that stands by it."""
    for question, answer in given.items():
        step = step_where(talk, topic=TOPIC, question=question, person=person)
        assert isinstance(step, QuestionStep)
        talk = with_face_of_then(talk, answered(talk, step, answer), step)
    return talk


def asked(talk: Talk, person: str | None = "mother", topic: str = TOPIC) -> list[str]:
    """Return what somebody is asked on a topic, in order; None for everybody together."""
    return [
        step.question
        for step in agenda(talk)
        if isinstance(step, QuestionStep) and (step.topic, step.person_id) == (topic, person)
    ]


def kinds_of(talk: Talk, *kinds: type[Step]) -> list[Step]:
    return [step for step in agenda(talk) if isinstance(step, kinds)]


def test_a_next_visit_offers_the_topics_of_the_last_and_no_triangle() -> None:
    talk = second_visit()
    assert [each.topic for each in topics_again(talk)] == [TOPIC, "love_attention"]
    assert kinds_of(talk, AgainStep)
    assert not kinds_of(again(), TriangleStep, TopicsStep)
    steps = agenda(talk)
    assert steps[steps.index(AgainStep()) + 1] == GoalsStep()


def test_another_topic_opens_the_triangle_after_what_comes_again() -> None:
    talk = again().changed(another_topic=True)
    steps = agenda(talk)
    triangle = steps.index(TriangleStep(visit=1))
    last = max(place for place, step in enumerate(steps) if step.position.topic == TOPIC)
    assert last < triangle < steps.index(GoalsStep())


def test_the_sides_can_all_be_opened_beside_the_topics_of_the_time_before() -> None:
    talk = choosing.open_again(again(), "development")
    talk = choosing.choose_topic(talk, "development", "health")
    assert [visit.again for visit in talk.conversation.visits] == [True, False]
    assert kinds_of(talk, TopicsStep)
    both = choosing.choose_again(talk, "love_attention")
    assert [visit.topics for visit in both.conversation.visits] == [
        (TOPIC,),
        ("love_attention",),
        ("health",),
    ]


def test_only_what_changed_is_asked_of_who_told_before() -> None:
    assert asked(again()) == ["change"]
    assert asked(again(), "nurse") == ["view_change"]
    assert asked(agreed_talk(TOPIC)) == ["strengths", "appraisal", "example", "wish"]


@pytest.mark.parametrize(
    ("change", "then"),
    [
        ("same", ["change"]),
        ("better", ["change", "appraisal", "what_changed"]),
        ("harder", ["change", "appraisal", "what_changed", "wish"]),
    ],
)
def test_more_is_asked_where_something_changed(change: str, then: list[str]) -> None:
    assert asked(say(again(), "mother", change=change)) == then


@pytest.mark.parametrize(
    ("person", "question", "change", "face"),
    [
        ("mother", "change", "same", "so_so"),
        ("mother", "change", "better", None),
        ("nurse", "view_change", "same", "difficult"),
        ("nurse", "view_change", "harder", "difficult"),
        ("nurse", "view_change", "better", None),
    ],
)
def test_a_face_stands_where_there_is_no_other(
    person: str, question: str, change: str, face: str | None
) -> None:
    talk = say(again(), person, **{question: change})
    faces = {
        answer.choice
        for view in talk.conversation.views
        for answer in view.answers
        if answer.question in {"appraisal", "view"}
    }
    assert faces == ({face} if face else set())


def test_a_face_that_stood_goes_when_something_else_is_said() -> None:
    talk = say(say(again(), "mother", change="same"), "mother", change="better")
    [view] = talk.conversation.views
    assert [answer.question for answer in view.answers] == ["change"]
    assert "appraisal" in asked(talk)


def test_after_people_agreed_the_face_is_asked_anew() -> None:
    talk = say(again(talk=after(they_agree(full_talk()))), "mother", change="same")
    assert asked(talk) == ["change", "appraisal"]


def test_who_wants_to_tell_it_anew_is_asked_everything_with_the_words_of_then() -> None:
    talk = again()
    step = step_where(talk, topic=TOPIC, question="change")
    anew = tell_anew(talk, step.position)
    assert asked(anew) == ["change", "strengths", "appraisal", "example", "wish"]
    strengths = step_where(anew, topic=TOPIC, question="strengths")
    assert words_before(anew, strengths.position) == "Hij eet goed."
    assert words_before(talk, strengths.position) == ""


def test_a_voice_that_was_not_there_is_asked_everything() -> None:
    talk = come(again(), second_visit().family.person("father"))
    assert asked(talk, "father") == ["appraisal", "strengths", "example", "wish"]


def test_nothing_is_concluded_again_where_nobody_finds_it_harder() -> None:
    same = say(say(again(), "mother", change="same"), "nurse", view_change="better")
    assert "outcome" not in asked(same, None)
    harder = say(say(again(), "mother", change="same"), "nurse", view_change="harder")
    assert "outcome" in asked(harder, None)


def test_a_difference_that_is_still_there_is_asked_about_without_the_reasons_of_then() -> None:
    before = full_talk()
    reason = step_where(before, question="reason", person="mother")
    before = answered(before, reason, "Hij slaapt bij mij.")
    talk = say(again(talk=after(before)), "mother", change="same")
    talk = say(talk, "nurse", view_change="same")
    assert "difference" in asked(talk, None)
    assert "reason" not in asked(talk)


# --- who may hear it -----------------------------------------------------------------------


def test_what_one_parent_told_alone_is_shown_to_no_other() -> None:
    talk = second_visit()
    assert view_before(talk, TOPIC, "milan", "mother") is not None
    beside = come(talk, talk.family.person("father"))
    assert topics_again(beside) == ()
    assert view_before(beside, TOPIC, "milan", "mother") is None
    assert topics_again(leave(beside, "mother")) == ()


def test_what_was_told_at_one_table_is_shown_there_again() -> None:
    both = ("mother", "father", "nurse")
    before = say_about(agreed_talk(TOPIC, table=both), TOPIC, "mother", appraisal="so_so")
    talk = after(before, table=both)
    [told] = views_again(talk, TOPIC, "milan")
    assert told.view.person_id == "mother"
    assert views_again(leave(talk, "mother"), TOPIC, "milan") == (told,)


def about_safety(table: Iterable[str] = ("mother", "nurse")) -> Talk:
    before = agreed_talk("safety", table=table)
    return say_about(before, "safety", "mother", appraisal="so_so", quarrels="ends_well")


def test_a_delicate_topic_comes_again_only_for_who_told_it_alone() -> None:
    talk = after(about_safety())
    assert [each.topic for each in topics_again(talk)] == ["safety"]
    assert topics_again(let_wait(talk, waits=True)) == ()
    assert topics_again(come(talk, talk.family.person("friend"))) == ()
    assert topics_again(after(about_safety(), table=("father", "nurse"))) == ()


def test_what_is_asked_alone_is_asked_again_and_never_told_again() -> None:
    talk = again("safety", talk=after(about_safety()))
    told = view_before(talk, "safety", None, "mother")
    assert told is not None
    assert [answer.question for answer in told.view.answers] == ["appraisal"]
    assert asked(talk, topic="safety") == ["change", "quarrels", "afraid"]


# --- how it opens --------------------------------------------------------------------------


def opening(talk: Talk) -> list[str]:
    return [step.text for step in agenda(talk) if isinstance(step, PageStep)]


def test_a_family_that_heard_everything_hears_two_pages() -> None:
    assert opening(second_visit()) == ["welcome.again", "agreement.danger"]


def test_who_is_new_hears_all_of_them() -> None:
    talk = second_visit()
    assert len(opening(agreed_talk())) == 4
    assert len(opening(come(talk, talk.family.person("father")))) == 4
    people = [
        each.model_copy(update={"organisation": "Elders"}) if each.id == "friend" else each
        for each in talk.family.people
    ]
    people = [
        each.model_copy(update={"role": "professional"}) if each.id == "friend" else each
        for each in people
    ]
    other = talk.with_family(talk.family.model_copy(update={"people": tuple(people)}))
    led_by_other = leave(come(other, other.family.person("friend")), "nurse")
    assert len(opening(led_by_other)) == 4


def test_a_talk_left_at_a_topic_that_is_gone_goes_on_where_topics_are_chosen() -> None:
    talk = again()
    there = talk.changed(position=step_where(talk, question="change").position)
    assert current_step(choosing.leave_topic(there, "development", TOPIC)) == AgainStep()
