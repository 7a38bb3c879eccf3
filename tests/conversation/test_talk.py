"""The one value of a conversation: what it holds, what it changes, and what it remembers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from giz_gesprek.conversation import agenda as agenda_module
from giz_gesprek.conversation import choosing, flow
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.offered import offered_topics
from giz_gesprek.conversation.progress import can_stop_for_today, topics_left
from giz_gesprek.conversation.steps import GoalsStep, Step
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import FAMILY, NOW, agreed, answered, appraised, asked, at, chose
from tests.support.dossiers import framework

APPRAISAL = asked("appraisal", "eating_sleeping", "mother")


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[Talk]:
    """Return a list that grows by one for every agenda that is really derived."""
    found: list[Talk] = []
    derive = agenda_module._steps

    def counted(talk: Talk) -> Iterator[Step]:
        found.append(talk)
        return derive(talk)

    monkeypatch.setattr(agenda_module, "_steps", counted)
    return found


def three_visits() -> Dossier:
    """Return a family with three conversations; the document does not hold them in order."""
    talk = agreed()
    second = talk.changed(id="second", started_at=NOW + timedelta(days=7)).conversation
    first = talk.conversation.model_copy(update={"id": "first"})
    third = talk.changed(id="third", started_at=NOW + timedelta(days=90)).conversation
    return Dossier(family=FAMILY, conversations=(third, second, first))


def test_it_finds_its_conversation_and_its_family() -> None:
    dossier = three_visits()
    talk = Talk(framework(), dossier, "second")
    assert talk.conversation is dossier.conversations[1]
    assert talk.family is dossier.family


def test_there_is_none_about_a_conversation_that_the_dossier_does_not_have() -> None:
    with pytest.raises(KeyError, match="nobody"):
        Talk(framework(), three_visits(), "nobody")


def test_it_sees_the_visits_before_it_the_oldest_first() -> None:
    dossier = three_visits()

    def earlier(conversation_id: str) -> list[str]:
        return [one.id for one in Talk(framework(), dossier, conversation_id).earlier]

    assert earlier("third") == ["first", "second"]
    assert earlier("second") == ["first"]
    assert earlier("first") == []


def test_a_change_is_of_its_own_conversation_and_of_nothing_else() -> None:
    talk = Talk(framework(), three_visits(), "second")
    changed = talk.changed(state="finished", finished_at=NOW)
    assert (changed.conversation.state, changed.conversation.finished_at) == ("finished", NOW)
    assert changed.changed(state="agreed", finished_at=None) == talk
    assert talk.conversation.state == "agreed"
    assert changed.earlier == talk.earlier


def test_a_conversation_takes_its_place_or_comes_at_the_end() -> None:
    talk = Talk(framework(), three_visits(), "second")
    other = talk.conversation.model_copy(update={"variant": "short"})
    assert talk.with_conversation(other).dossier.conversations[1] == other
    fourth = talk.conversation.model_copy(update={"id": "fourth"})
    added = talk.with_conversation(fourth)
    assert added.conversation == fourth
    assert added.dossier.conversations == (*talk.dossier.conversations, fourth)


def test_another_family_leaves_what_was_said() -> None:
    talk = agreed("eating_sleeping")
    renamed = FAMILY.model_copy(update={"label": "Anders"})
    changed = talk.with_family(renamed)
    assert (changed.family, changed.conversation) == (renamed, talk.conversation)


def test_what_was_derived_makes_no_difference_between_two_talks() -> None:
    one, other = agreed("eating_sleeping"), agreed("eating_sleeping")
    agenda(one)
    assert one == other
    assert repr(one) == repr(other)
    assert one != other.changed(state="finished")


# --- derived once -------------------------------------------------------------------------------


def test_an_answer_and_the_way_on_derive_the_agenda_once(derived: list[Talk]) -> None:
    talk = at(agreed("eating_sleeping", "health"), APPRAISAL)
    derived.clear()
    talk = flow.next_step(answered(talk, (APPRAISAL, chose("appraisal", "so_so"))))
    assert len(derived) == 1
    flow.current_step(talk)
    topics_left(talk)
    can_stop_for_today(talk)
    offered_topics(talk, "development")
    agenda(talk)
    assert len(derived) == 1


def test_questions_about_a_topic_that_was_talked_about_make_it_no_topic_that_comes() -> None:
    topics = ("eating_sleeping", "health")
    talk = appraised(agreed(*topics), mother="going_well", nurse="difficult")
    talk = choosing.seek_advice(talk, "eating_sleeping", "milan", "nurse")
    last = asked("view", "health", "nurse")
    why = next(step for step in agenda(talk) if step.position.question == "advice_why")
    assert why.position.person_id == "nurse"
    left = [topics_left(at(talk, step)) for step in (asked("view", person_id="nurse"), last, why)]
    assert left == [1, 0, 0]


def test_moving_derives_nothing(derived: list[Talk]) -> None:
    talk = at(agreed("eating_sleeping"), APPRAISAL)
    derived.clear()
    talk = flow.previous_step(flow.next_step(talk))
    talk = flow.go_on(flow.enough_for_today(talk))
    talk = flow.jump(talk, GoalsStep())
    talk = talk.with_family(FAMILY)
    assert flow.current_step(talk) == GoalsStep()
    assert derived == []


def test_another_choice_derives_another_agenda(derived: list[Talk]) -> None:
    talk = agreed("eating_sleeping")
    before = agenda(talk)
    derived.clear()
    changed = choosing.choose_topic(talk, "development", "health")
    assert agenda(changed) != before
    assert agenda(talk) == before
    assert len(derived) == 1


def test_answers_leave_what_was_derived_of_the_visits_before() -> None:
    talk, found = Talk(framework(), three_visits(), "third"), list[Talk]()

    def derive(seen: Talk) -> int:
        found.append(seen)
        return len(seen.earlier)

    assert talk.once_before(derive) == len(talk.earlier)
    answer = answered(talk, (APPRAISAL, chose("appraisal", "so_so")))
    moved = flow.next_step(answer)
    assert moved.once_before(derive) == len(talk.earlier)
    assert found == [talk]
    assert moved.with_family(FAMILY.model_copy(update={"people": ()})).once_before(derive)
    for field in ("participants", "parked", "visits", "other_children"):
        assert moved.changed(**{field: ()}).once_before(derive)
    assert len(found) == 6


def test_what_was_derived_before_an_answer_is_what_would_be_derived_after_it() -> None:
    dossier = three_visits()
    talk = Talk(framework(), dossier, "third")
    agenda(talk)
    for person_id in ("mother", "father"):
        step = asked("appraisal", "eating_sleeping", person_id)
        talk = answered(talk, (step, chose("appraisal", "difficult")))
        assert agenda(talk) == agenda(Talk(framework(), talk.dossier, "third"))
