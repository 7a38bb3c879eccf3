from __future__ import annotations

import pytest

from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.dossier import AddedTopic
from tests.conversation.support import NOW, answered, asked, said, talk, words
from tests.support.dossiers import framework

REASON = words("De post lag er nog.", "nurse")


def test_sides_stand_in_the_order_in_which_they_were_opened() -> None:
    conversation = talk()
    for side in ("surroundings", "development", "surroundings"):
        conversation = choosing.open_side(conversation, side)
    assert [visit.side for visit in conversation.visits] == ["surroundings", "development"]


def test_opening_a_side_again_changes_nothing() -> None:
    conversation = talk("health")
    assert choosing.open_side(conversation, "development") is conversation


def test_the_conversation_is_under_way_once_a_side_was_opened() -> None:
    assert talk().state == "agreed"
    assert choosing.open_side(talk(), "development").state == "in_progress"


def test_a_finished_conversation_goes_on_with_another_side() -> None:
    finished = flow.finish(talk("health"), now=NOW)
    again = choosing.open_side(finished, "parenting")
    assert (again.state, again.finished_at) == ("in_progress", None)


def test_topics_stand_in_the_order_in_which_they_were_chosen() -> None:
    conversation = talk("health", "housing", "eating_sleeping", "health")
    chosen = choosing.chosen_topics(conversation, "development")
    assert chosen == ("health", "eating_sleeping")
    assert choosing.chosen_topics(conversation, "surroundings") == ("housing",)
    assert choosing.chosen_topics(conversation, "parenting") == ()


def test_choosing_again_changes_nothing() -> None:
    conversation = talk("health")
    assert choosing.choose_topic(conversation, "development", "health") is conversation


def test_a_topic_is_chosen_on_a_side_that_was_opened() -> None:
    for change in (choosing.choose_topic, choosing.leave_topic):
        with pytest.raises(ValueError, match="parenting has not been opened"):
            change(talk("health"), "parenting", "safety")


def test_one_topic_is_left_and_no_other() -> None:
    conversation = talk("health", "eating_sleeping", "housing")
    left = choosing.leave_topic(conversation, "development", "health")
    assert choosing.chosen_topics(left, "development") == ("eating_sleeping",)
    assert choosing.chosen_topics(left, "surroundings") == ("housing",)
    assert choosing.leave_topic(left, "development", "health") == left


def test_what_was_said_on_a_topic_that_is_left_comes_back_with_it() -> None:
    step = asked("strengths", "health", "mother")
    conversation = answered(talk("health"), (step, said("strengths")))
    left = choosing.leave_topic(conversation, "development", "health")
    assert left.views == conversation.views
    assert choosing.choose_topic(left, "development", "health") == conversation


def test_a_topic_that_a_professional_adds_comes_with_the_reason() -> None:
    conversation = choosing.add_topic(
        talk("health"), "development", "eating_sleeping", by_id="nurse", reason=REASON
    )
    visit = conversation.visits[0]
    assert visit.topics == ("health", "eating_sleeping")
    assert visit.added == (AddedTopic(topic="eating_sleeping", by_id="nurse", reason=REASON),)


def test_the_reason_survives_a_topic_that_is_left_and_chosen_again() -> None:
    conversation = talk("health")
    conversation = choosing.add_topic(
        conversation, "development", "eating_sleeping", by_id="nurse", reason=REASON
    )
    left = choosing.leave_topic(conversation, "development", "eating_sleeping")
    assert choosing.choose_topic(left, "development", "eating_sleeping") == conversation


def test_adding_a_topic_again_replaces_the_reason_of_that_topic_only() -> None:
    conversation = talk("health")
    for topic in ("eating_sleeping", "health"):
        conversation = choosing.add_topic(
            conversation, "development", topic, by_id="nurse", reason=REASON
        )
    conversation = choosing.add_topic(
        conversation, "development", "eating_sleeping", by_id="coach", reason=None
    )
    assert [(one.topic, one.by_id, one.reason) for one in conversation.visits[0].added] == [
        ("health", "nurse", REASON),
        ("eating_sleeping", "coach", None),
    ]


def test_exactly_these_topics_are_parked() -> None:
    conversation = choosing.park(talk(park_sensitive=True), ["safety", "safety", "health"])
    assert conversation.parked == ("safety", "health")
    assert choosing.park(conversation, []).parked == ()


def test_sensitive_topics_are_parked_for_a_moment_alone() -> None:
    assert set(talk(park_sensitive=True).parked) == {
        topic for topic, spec in framework().topics.items() if spec.sensitive
    }
    assert talk().parked == ()


def test_asking_for_advice_is_said_once_for_a_topic_of_a_child() -> None:
    conversation = choosing.seek_advice(talk("health"), "health", "milan", "nurse")
    again = choosing.seek_advice(conversation, "health", "milan", "coach")
    assert again is conversation
    assert [(one.topic, one.child_id, one.by_id) for one in conversation.advice] == [
        ("health", "milan", "nurse")
    ]
    assert len(choosing.seek_advice(conversation, "health", "noor", "nurse").advice) == 2
