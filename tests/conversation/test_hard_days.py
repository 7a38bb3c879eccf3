"""What was said about hard days holds until it is changed or goes, and is not asked anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from giz_gesprek.conversation import flow, hard_days, lines, planning, table
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.answers import find_answer
from giz_gesprek.conversation.delicate import has_delicate_plan
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.looked_back import Since
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.talk import Talk
from tests.store.support import NOW
from tests.support.talks import agreed_talk, answered, second_visit, step_where, words

QUESTIONS = ("notice", "what_helps", "whom_to_call")


def after_hard_days(questions: Iterable[str] = QUESTIONS, topic: str = "eating_sleeping") -> Talk:
    """Return a second visit after one with a goal on a topic, and these answers."""
    talk = second_visit()
    before, now = talk.dossier.conversations
    made = planning.tie_goal(
        planning.add_goal(agreed_talk(topic), words("Doel.")), "goal-1", [topic]
    )
    for question in questions:
        made = answered(made, step_where(made, question=question), f"Zo was {question}.")
    earlier = before.model_copy(update={"plan": made.conversation.plan})
    return replace(talk, dossier=talk.dossier.model_copy(update={"conversations": (earlier, now)}))


def kinds(talk: Talk) -> list[str]:
    """Return the kind of each step, of a question of the plan that question."""
    return [step.position.question or step.kind for step in agenda(talk)]


def told(talk: Talk) -> dict[str, str]:
    """Return what stands in the plan about hard days."""
    answers = talk.conversation.plan.hard_again
    return {each.question: each.words.text for each in answers if each.words is not None}


def test_what_was_said_is_looked_at_instead_of_asked_anew() -> None:
    asked = kinds(after_hard_days())
    assert asked[asked.index("goals") + 1 :] == ["hard_days", "look_back", "summary", "export"]


def test_what_nobody_said_the_time_before_is_asked_as_ever() -> None:
    asked = kinds(after_hard_days(["notice"]))
    assert asked[asked.index("hard_days") + 1 :][:2] == ["what_helps", "whom_to_call"]
    assert "hard_days" not in kinds(agreed_talk())
    assert "since" not in kinds(agreed_talk())


@pytest.mark.parametrize(("how", "first"), [("hard", True), ("calm", False), ("dont_know", False)])
def test_where_the_time_was_hard_what_helps_then_comes_first(how: Since, *, first: bool) -> None:
    talk = hard_days.say_how_it_was(after_hard_days(), how, now=NOW)
    asked = kinds(talk)
    assert asked.count("hard_days") == 1
    assert asked.index("since") < asked.index("reached")
    assert (asked.index("hard_days") < asked.index("reached")) is first
    assert talk.conversation.since is not None
    assert talk.conversation.since.present == ("mother", "nurse")


def test_each_answer_stays_is_changed_or_goes() -> None:
    talk = hard_days.take_away(after_hard_days(), "notice", now=NOW)
    line = Line(kind="hard_day", id="what_helps")
    talk = lines.change_words(talk, line, words("Even naar buiten."))
    talk = hard_days.keep_the_rest(talk, now=NOW)
    assert told(talk) == {"what_helps": "Even naar buiten.", "whom_to_call": "Zo was whom_to_call."}
    carried = {each.question: each.what for each in talk.conversation.plan.carried}
    assert carried == {"notice": "taken_away", "what_helps": "changed", "whom_to_call": "kept"}
    assert all(each.present == ("mother", "nurse") for each in talk.conversation.plan.carried)
    again = Conversation.model_validate_json(talk.conversation.model_dump_json())
    assert again.plan == talk.conversation.plan


def test_what_went_can_stay_after_all_and_nothing_is_carried_over_by_passing_it() -> None:
    gone = hard_days.take_away(after_hard_days(), "notice", now=NOW)
    assert hard_days.stands(gone, "notice") is None
    assert told(hard_days.keep(gone, "notice", now=NOW)) == {"notice": "Zo was notice."}
    talk = flow.jump(after_hard_days(), step_where(after_hard_days(), "hard_days"))
    passed = flow.skip(talk, now=NOW, text_register="easy_language", language="nl")
    assert (told(passed), kinds(passed)) == ({}, kinds(talk))


def test_words_that_stay_are_of_who_said_them_and_of_who_keeps_them() -> None:
    talk = table.come(after_hard_days(), second_visit().family.person("father"))
    alone = table.leave(talk, "mother")
    kept = find_answer(
        hard_days.keep(alone, "notice", now=NOW).conversation.plan.hard_again, "notice"
    )
    assert kept is not None
    assert kept.words is not None
    assert kept.words.authors == ("mother", "father")
    assert kept.present == ("father", "nurse")


def test_a_plan_about_something_delicate_is_heard_by_who_made_it_alone() -> None:
    talk = after_hard_days(topic="safety")
    assert "hard_days" in kinds(talk)
    beside = table.come(talk, talk.family.person("father"))
    other = table.leave(beside, "mother")
    for there in (beside, other):
        assert not {"hard_days", "since"}.intersection(kinds(there))
        assert set(QUESTIONS) <= set(kinds(there))
        with pytest.raises(KeyError):
            hard_days.keep(there, "notice", now=NOW)


def test_what_was_carried_over_from_such_a_plan_stays_as_delicate() -> None:
    talk = hard_days.keep_the_rest(after_hard_days(topic="safety"), now=NOW)
    assert has_delicate_plan(talk.framework, talk.conversation)
    assert hard_days.may_hear_hard_days(talk)
    beside = table.come(talk, talk.family.person("father"))
    assert not hard_days.may_hear_hard_days(beside)
    assert not set(QUESTIONS).intersection(kinds(beside)), "no field shows it either"


def test_a_conversation_that_was_left_there_goes_on_where_it_begins() -> None:
    talk = agreed_talk().changed(position=Position(kind="hard_days"))
    assert flow.current_step(talk).kind == "practice"
