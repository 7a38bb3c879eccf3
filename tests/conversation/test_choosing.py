from __future__ import annotations

import pytest

from giz_gesprek.conversation import choosing
from giz_gesprek.conversation.dossier import AddedTopic
from tests.conversation.support import agreed, answered, asked, said, words
from tests.support.dossiers import framework

REASON = words("De post lag er nog.", "nurse")


def test_sides_stand_in_the_order_in_which_they_were_opened() -> None:
    talk = agreed()
    for side in ("surroundings", "development", "surroundings"):
        talk = choosing.open_side(talk, side)
    assert [visit.side for visit in talk.conversation.visits] == ["surroundings", "development"]


def test_opening_a_side_again_changes_nothing() -> None:
    talk = agreed("health")
    assert choosing.open_side(talk, "development") is talk


def test_the_conversation_is_under_way_once_a_side_was_opened() -> None:
    assert agreed().conversation.state == "agreed"
    assert choosing.open_side(agreed(), "development").conversation.state == "in_progress"


def test_topics_stand_in_the_order_in_which_they_were_chosen() -> None:
    talk = agreed("health", "housing", "eating_sleeping", "health")
    chosen = choosing.chosen_topics(talk, "development")
    assert chosen == ("health", "eating_sleeping")
    assert choosing.chosen_topics(talk, "surroundings") == ("housing",)
    assert choosing.chosen_topics(talk, "parenting") == ()


def test_choosing_again_changes_nothing() -> None:
    talk = agreed("health")
    assert choosing.choose_topic(talk, "development", "health") is talk


def test_a_topic_is_chosen_on_a_side_that_was_opened() -> None:
    for change in (choosing.choose_topic, choosing.leave_topic):
        with pytest.raises(ValueError, match="parenting has not been opened"):
            change(agreed("health"), "parenting", "safety")


def test_one_topic_is_left_and_no_other() -> None:
    talk = agreed("health", "eating_sleeping", "housing")
    left = choosing.leave_topic(talk, "development", "health")
    assert choosing.chosen_topics(left, "development") == ("eating_sleeping",)
    assert choosing.chosen_topics(left, "surroundings") == ("housing",)
    assert choosing.leave_topic(left, "development", "health") == left


def test_what_was_said_on_a_topic_that_is_left_comes_back_with_it() -> None:
    step = asked("strengths", "health", "mother")
    talk = answered(agreed("health"), (step, said("strengths")))
    left = choosing.leave_topic(talk, "development", "health")
    assert left.conversation.views == talk.conversation.views
    assert choosing.choose_topic(left, "development", "health") == talk


def test_a_topic_that_a_professional_adds_comes_with_the_reason() -> None:
    talk = choosing.add_topic(
        agreed("health"), "development", "eating_sleeping", by_id="nurse", reason=REASON
    )
    visit = talk.conversation.visits[0]
    assert visit.topics == ("health", "eating_sleeping")
    assert visit.added == (AddedTopic(topic="eating_sleeping", by_id="nurse", reason=REASON),)


def test_the_reason_survives_a_topic_that_is_left_and_chosen_again() -> None:
    talk = agreed("health")
    talk = choosing.add_topic(talk, "development", "eating_sleeping", by_id="nurse", reason=REASON)
    left = choosing.leave_topic(talk, "development", "eating_sleeping")
    assert choosing.choose_topic(left, "development", "eating_sleeping") == talk


def test_adding_a_topic_again_replaces_the_reason_of_that_topic_only() -> None:
    talk = agreed("health")
    for topic in ("eating_sleeping", "health"):
        talk = choosing.add_topic(talk, "development", topic, by_id="nurse", reason=REASON)
    talk = choosing.add_topic(talk, "development", "eating_sleeping", by_id="coach", reason=None)
    assert [(one.topic, one.by_id, one.reason) for one in talk.conversation.visits[0].added] == [
        ("health", "nurse", REASON),
        ("eating_sleeping", "coach", None),
    ]


def test_exactly_these_topics_are_parked() -> None:
    talk = choosing.park(agreed(park_sensitive=True), ["safety", "safety", "health"])
    assert talk.conversation.parked == ("safety", "health")
    assert choosing.park(talk, []).conversation.parked == ()


def test_sensitive_topics_are_parked_for_a_moment_alone() -> None:
    assert set(agreed(park_sensitive=True).conversation.parked) == {
        topic for topic, spec in framework().topics.items() if spec.sensitive
    }
    assert agreed().conversation.parked == ()


def test_asking_for_advice_is_said_once_for_a_topic_of_a_child() -> None:
    talk = choosing.seek_advice(agreed("health"), "health", "milan", "nurse")
    again = choosing.seek_advice(talk, "health", "milan", "coach")
    assert again is talk
    assert [(one.topic, one.child_id, one.by_id) for one in talk.conversation.advice] == [
        ("health", "milan", "nurse")
    ]
    assert len(choosing.seek_advice(talk, "health", "noor", "nurse").conversation.advice) == 2
