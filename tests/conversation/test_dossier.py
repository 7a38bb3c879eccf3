from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from giz_gesprek.conversation import choosing, planning
from giz_gesprek.conversation.answers import Reaction
from giz_gesprek.conversation.dossier import (
    Agreement,
    ChildAgrees,
    Coming,
    Conversation,
    Dossier,
    Participant,
    SideVisit,
    own_words_of,
)
from giz_gesprek.conversation.people import Family
from giz_gesprek.conversation.plan import Plan
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import (
    FAMILY,
    NOW,
    agreed,
    answered,
    appraised,
    asked,
    chose,
    said,
    words,
)
from tests.support.dossiers import dossiers, framework


def dossier_of(conversation: Conversation, family: Family = FAMILY) -> Dossier:
    return Dossier(family=family, conversations=(conversation,))


def full_talk() -> Talk:
    """Return a talk in which everybody is named in another place."""
    talk = agreed("eating_sleeping", children=("milan", "noor"))
    talk = choosing.add_topic(
        talk, "development", "health", by_id="coach", reason=words("erbij", "coach")
    )
    talk = answered(
        talk,
        (asked("strengths", "eating_sleeping", "mother"), said("strengths", "goed")),
        (asked("reason", "eating_sleeping", "nurse"), said("reason", "want", "nurse")),
        (asked("outcome", "eating_sleeping"), chose("outcome", "find_out")),
        (asked("notice", None), said("notice", "merken")),
    )
    talk = choosing.seek_advice(talk, "eating_sleeping", "milan", "doctor")
    why = asked("advice_why", "eating_sleeping", "doctor")
    talk = answered(talk, (why, said("advice_why", "vragen", "doctor")))
    talk = planning.add_goal(talk, words("doel"))
    talk = planning.add_plan_step(talk, "goal-1", words("stap"))
    done_by = planning.plan_step_of(talk.conversation.plan, "step-1").model_copy(
        update={"who": ("friend",)}
    )
    talk = planning.change_plan_step(talk, done_by)
    plan = talk.conversation.plan.model_copy(update={"coordinator_id": "foster"})
    return talk.changed(plan=plan)


@settings(max_examples=60)
@given(dossiers())
def test_any_dossier_is_the_same_after_a_stay_on_the_disk(dossier: Dossier) -> None:
    assert Dossier.model_validate_json(dossier.model_dump_json()) == dossier


def test_everybody_who_is_named_exists() -> None:
    whole = dossier_of(full_talk().conversation)
    named = ["milan", "noor", "mother", "nurse", "coach", "doctor", "friend", "foster"]
    for person_id in named:
        people = tuple(person for person in FAMILY.people if person.id != person_id)
        with pytest.raises(ValidationError, match=f"nobody in the family has the id {person_id}"):
            dossier_of(whole.conversations[0], FAMILY.model_copy(update={"people": people}))
    unnamed = ("sem", "father")
    people = tuple(person for person in FAMILY.people if person.id not in unnamed)
    dossier_of(full_talk().conversation, FAMILY.model_copy(update={"people": people}))


@pytest.mark.parametrize("record", ["views", "differences", "advice", "conclusions"])
def test_a_child_who_is_talked_about_exists(record: str) -> None:
    raw: dict[str, Any] = full_talk().conversation.model_dump()
    raw[record][0]["child_id"] = "lotte"
    with pytest.raises(ValidationError, match="the id lotte"):
        dossier_of(Conversation.model_validate(raw))


@pytest.mark.parametrize(
    ("field", "value"),
    [("author_id", "ghost"), ("typed_by_id", "ghost"), ("with_ids", ("father", "ghost"))],
)
def test_who_said_and_who_typed_something_exist(field: str, value: object) -> None:
    talk = planning.add_goal(agreed(), words("doel"))
    [goal] = talk.conversation.plan.goals
    said = goal.model_copy(update={"words": goal.words.model_copy(update={field: value})})
    with pytest.raises(ValidationError, match="the id ghost"):
        dossier_of(talk.changed(plan=Plan(goals=(said,))).conversation)


def test_who_was_there_exists() -> None:
    talk = full_talk()
    [conclusion] = talk.conversation.conclusions
    answer = conclusion.answers[0].model_copy(update={"present": ("mother", "ghost")})
    [advice] = talk.conversation.advice
    agreement = Agreement(
        told_at=NOW, children=(ChildAgrees(person_id="ghost", agrees=None, at=NOW),)
    )
    for changed in (
        talk.changed(comings=(Coming(person_id="ghost", came=True),)),
        talk.changed(conclusions=(conclusion.model_copy(update={"answers": (answer,)}),)),
        talk.changed(
            advice=(advice.model_copy(update={"reactions": (Reaction(person_id="ghost"),)}),)
        ),
        talk.changed(agreement=agreement),
    ):
        with pytest.raises(ValidationError, match="the id ghost"):
            dossier_of(changed.conversation)


def test_the_conversation_is_about_a_child() -> None:
    with pytest.raises(ValidationError, match="focus_child is not a child"):
        dossier_of(agreed().changed(focus_child="mother").conversation)


def test_a_person_has_one_view_on_a_topic_and_one_for_each_child() -> None:
    conversation = appraised(agreed("eating_sleeping"), mother="so_so").conversation
    view = conversation.views[0]
    about_noor = view.model_copy(update={"child_id": "noor"})
    dossier_of(conversation.model_copy(update={"views": (view, about_noor)}))
    with pytest.raises(ValidationError, match="two views on the same topic"):
        dossier_of(conversation.model_copy(update={"views": (view, view)}))


def test_two_conversations_have_two_ids() -> None:
    with pytest.raises(ValidationError, match="two conversations have the same id"):
        Dossier(family=FAMILY, conversations=(agreed().conversation, agreed().conversation))


def test_a_topic_is_chosen_once_on_a_side() -> None:
    with pytest.raises(ValidationError, match="chosen twice"):
        SideVisit(side="development", topics=("health", "health"))


def test_what_nobody_expects_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Dossier.model_validate({"family": FAMILY, "score": 7})
    with pytest.raises(ValidationError):
        Participant.model_validate({"person_id": "mother", "role": "boss"})
    with pytest.raises(ValidationError):
        Conversation.model_validate({"id": "t", "started_at": NOW.isoformat(), "focus_child": "m"})


def test_a_conversation_is_found_by_id() -> None:
    dossier = dossier_of(agreed().conversation)
    assert dossier.conversation("talk-1") is dossier.conversations[0]
    with pytest.raises(KeyError, match="talk-2"):
        dossier.conversation("talk-2")


def test_a_conversation_comes_in_its_own_place_or_at_the_end() -> None:
    first = agreed().conversation
    second = first.model_copy(update={"id": "talk-2"})
    changed = first.model_copy(update={"state": "finished"})
    dossier = dossier_of(first).with_conversation(second)
    assert dossier.conversations == (first, second)
    assert dossier.with_conversation(changed).conversations == (changed, second)
    assert dossier.conversations == (first, second)


def test_every_piece_of_own_words_is_found() -> None:
    found = [own.text for own in own_words_of(full_talk().conversation)]
    assert found == ["erbij", "goed", "want", "vragen", "merken", "doel", "stap"]


def test_the_outcome_of_a_difference_and_a_conclusion_can_be_own_words_one_day() -> None:
    talk = answered(
        agreed("eating_sleeping"),
        (asked("outcome", "eating_sleeping"), said("outcome", "samen")),
    )
    assert [own.text for own in own_words_of(talk.conversation)] == ["samen"]


def test_a_conversation_begins_with_the_first_page_of_the_welcome() -> None:
    position = Conversation(id="t", started_at=NOW, focus_child="milan").position
    assert position.text == framework().pages["welcome"][0]


def test_people_at_the_table_are_named_in_order() -> None:
    assert agreed(table=("nurse", "father", "mother")).conversation.participant_ids() == (
        "nurse",
        "father",
        "mother",
    )
