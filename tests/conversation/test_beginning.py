from __future__ import annotations

import pytest

from giz_gesprek.conversation import flow
from giz_gesprek.conversation.beginning import child_of, new_conversation, phase_of
from giz_gesprek.conversation.dossier import Conversation, Dossier, Participant, Variant
from giz_gesprek.conversation.steps import PageStep
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import FAMILY, NOW, here
from tests.support.dossiers import framework, talk_of


def begun(variant: Variant = "short", *, park_sensitive: bool = False) -> Talk:
    conversation = new_conversation(
        framework(),
        FAMILY,
        conversation_id="talk-7",
        now=NOW,
        variant=variant,
        focus_child="noor",
        other_children=["milan"],
        at_the_table=["nurse", "mother", "noor"],
        content_version="2026.11+abc",
        park_sensitive=park_sensitive,
    )
    return talk_of(FAMILY, conversation)


def test_a_conversation_begins_with_what_was_settled_before_the_visit() -> None:
    conversation = begun().conversation
    assert conversation == Conversation(
        id="talk-7",
        state="prepared",
        variant="short",
        started_at=NOW,
        focus_child="noor",
        other_children=("milan",),
        participants=(
            Participant(person_id="nurse", role="professional"),
            Participant(person_id="mother", role="parent"),
            Participant(person_id="noor", role="child"),
        ),
        content_version="2026.11+abc",
        position=PageStep(text="welcome.hello").position,
    )
    assert Dossier(family=FAMILY, conversations=(conversation,)).conversations


def test_it_begins_at_the_first_step() -> None:
    assert flow.previous_step(begun()) == begun()
    assert here(begun()).position == begun().conversation.position


def test_the_sensitive_topics_are_parked_when_somebody_listens() -> None:
    assert begun().conversation.parked == ()
    assert set(begun(park_sensitive=True).conversation.parked) == {
        "safety",
        "parent_wellbeing",
        "family_events",
    }


def test_somebody_unknown_cannot_sit_at_the_table() -> None:
    with pytest.raises(KeyError, match="ghost"):
        new_conversation(
            framework(),
            FAMILY,
            conversation_id="talk-7",
            now=NOW,
            variant="short",
            focus_child="noor",
            at_the_table=["ghost"],
            content_version="",
        )


def test_the_child_who_is_walked_through_gives_the_phase() -> None:
    assert child_of(begun()).name == "Noor"
    assert phase_of(begun()) == "4-12"


def test_a_brother_has_a_phase_of_his_own() -> None:
    assert phase_of(begun(), "milan") == "0-4"
    assert phase_of(begun(), "sem") == "prenatal"
