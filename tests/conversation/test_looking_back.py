"""A next visit begins with what was agreed, and hides what others may not hear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from giz_gesprek.conversation import lines, planning, table
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.flow import current_step
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.looking_back import goals_before, look_back_at, said_of
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.steps import ReachedStep
from giz_gesprek.conversation.talk import Talk
from tests.store.support import NOW
from tests.support.talks import agreed_talk, second_visit, words


def with_earlier(talk: Talk, **changed: object) -> Talk:
    """Return the second visit with another visit before it."""
    before, now = talk.dossier.conversations
    return replace(
        talk,
        dossier=talk.dossier.model_copy(
            update={"conversations": (before.model_copy(update=changed), now)}
        ),
    )


def with_goals(*topics: tuple[str, ...]) -> Talk:
    """Return the second visit after goals that belong to these topics."""
    talk = second_visit()
    made = agreed_talk("eating_sleeping", "safety")
    for number, belongs in enumerate(topics, start=1):
        made = planning.add_goal(made, words(f"Doel {number}."))
        made = planning.tie_goal(made, f"goal-{number}", belongs)
    return with_earlier(talk, plan=made.conversation.plan)


def kinds(talk: Talk) -> Sequence[str]:
    """Return the kinds of all steps until the first choice of a side, or the plan."""
    found = [step.kind for step in agenda(talk)]
    return found[: min(found.index(kind) for kind in ("triangle", "goals") if kind in found)]


def goals(talk: Talk) -> list[str]:
    """Return which goals are asked about."""
    return [step.goal for step in agenda(talk) if isinstance(step, ReachedStep)]


def test_the_goals_are_asked_after_the_yes_and_before_a_side_is_chosen() -> None:
    assert kinds(second_visit())[-4:] == ["consent", "reached", "left", "again"]


def test_a_first_visit_looks_back_on_nothing() -> None:
    assert goals(agreed_talk()) == []


def test_each_goal_is_asked_about_in_its_order() -> None:
    assert goals(with_goals((), ("eating_sleeping",), ())) == ["goal-1", "goal-2", "goal-3"]


def test_the_last_visit_with_goals_is_looked_back_on() -> None:
    talk = second_visit()
    before, now = talk.dossier.conversations
    without = before.model_copy(update={"id": "talk-x", "plan": agreed_talk().conversation.plan})
    dossier = talk.dossier.model_copy(update={"conversations": (before, without, now)})
    assert [each.conversation.id for each in goals_before(replace(talk, dossier=dossier))] == [
        "talk-0"
    ]


def test_a_goal_about_something_delicate_waits_while_others_sit_there() -> None:
    talk = with_goals(("safety",), ("eating_sleeping",))
    assert goals(talk) == ["goal-1", "goal-2"]
    beside = table.come(talk, talk.family.person("father"))
    assert goals(beside) == ["goal-2"]
    assert goals(table.leave(beside, "father")) == ["goal-1", "goal-2"]


def test_what_is_said_is_kept_with_who_was_there_and_can_be_said_otherwise() -> None:
    talk = look_back_at(second_visit(), "goal-1", "a_little", now=NOW)
    talk = look_back_at(talk, "goal-1", "reached", now=NOW)
    [(before, said)] = said_of(talk)
    assert (before.goal.id, said.outcome, said.present) == (
        "goal-1",
        "reached",
        ("mother", "nurse"),
    )
    again = Conversation.model_validate_json(talk.conversation.model_dump_json())
    assert again.looked_back == (said,)


def test_what_is_said_stands_in_the_order_of_the_goals() -> None:
    talk = with_goals((), ("eating_sleeping",))
    for goal in ("goal-2", "goal-1"):
        talk = look_back_at(talk, goal, "reached", now=NOW)
    assert [each.goal_id for each in talk.conversation.looked_back] == ["goal-1", "goal-2"]


def test_what_was_said_alone_stays_when_somebody_comes() -> None:
    talk = look_back_at(with_goals(("safety",), ()), "goal-1", "reached", now=NOW)
    beside = table.come(talk, talk.family.person("father"))
    beside = look_back_at(beside, "goal-2", "not_reached", now=NOW)
    assert [each.goal_id for each in beside.conversation.looked_back] == ["goal-1", "goal-2"]


def test_it_can_be_taken_away() -> None:
    talk = look_back_at(second_visit(), "goal-1", "reached", now=NOW)
    line = Line(kind="looked_back", id="goal-1")
    assert line.key == ReachedStep("goal-1").key
    assert lines.remove_line(talk, line).conversation.looked_back == ()


def test_a_goal_that_nobody_is_asked_about_is_refused() -> None:
    with pytest.raises(KeyError):
        look_back_at(second_visit(), "goal-9", "reached", now=NOW)


def test_of_a_visit_that_was_deleted_nothing_is_told() -> None:
    talk = look_back_at(second_visit(), "goal-1", "reached", now=NOW)
    alone = replace(
        talk, dossier=talk.dossier.model_copy(update={"conversations": (talk.conversation,)})
    )
    assert (said_of(alone), goals(alone)) == ((), [])


def test_a_conversation_that_was_left_there_goes_on_where_it_begins() -> None:
    talk = agreed_talk().changed(position=Position(kind="reached", goal="goal-1"))
    assert current_step(talk).kind == "practice"
