"""A next visit begins with what was agreed, and hides what others may not hear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from giz_gesprek.conversation import lines, planning, table
from giz_gesprek.conversation.agenda import agenda
from giz_gesprek.conversation.delicate import is_delicate_programme
from giz_gesprek.conversation.dossier import Conversation
from giz_gesprek.conversation.flow import current_step
from giz_gesprek.conversation.lines import Line
from giz_gesprek.conversation.looked_back import LookedBack, Outcome, StepLookedBack
from giz_gesprek.conversation.looking_back import (
    can_look_at_steps,
    go_on_with,
    goal_before,
    goals_before,
    keep_what_came,
    keep_what_helped,
    look_back_at,
    look_back_at_step,
    said_of,
    said_of_goal,
)
from giz_gesprek.conversation.plan import ChosenProgramme
from giz_gesprek.conversation.position import Position
from giz_gesprek.conversation.programmes import is_for_families
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


# --- more of each goal ----------------------------------------------------------------------


def with_steps(*steps: str, programmes: Sequence[str] = ()) -> Talk:
    """Return the second visit after a goal with these steps, and this help."""
    made = planning.add_goal(agreed_talk("eating_sleeping"), words("Doel 1."))
    for step in steps:
        made = planning.add_plan_step(made, "goal-1", words(step))
    for programme in programmes:
        made = planning.choose_programme(made, "goal-1", programme, f"Naam van {programme}")
    return with_earlier(second_visit(), plan=made.conversation.plan)


def asked_after(outcome: Outcome, talk: Talk) -> list[str]:
    """Return what is asked of the goal once this became of it."""
    said = look_back_at(talk, "goal-1", outcome, now=NOW)
    return [step.kind for step in agenda(said) if step.position.goal == "goal-1"]


@pytest.mark.parametrize(
    ("outcome", "asked"),
    [
        ("reached", ["reached", "helped"]),
        ("a_little", ["reached", "step_reached", "step_reached", "helped", "then"]),
        ("not_reached", ["reached", "step_reached", "step_reached", "then"]),
        ("dont_know", ["reached", "step_reached", "step_reached"]),
    ],
)
def test_of_a_goal_only_that_is_asked_which_says_something_more(
    outcome: Outcome, asked: list[str]
) -> None:
    assert asked_after(outcome, with_steps("Een.", "Twee.")) == asked


def test_the_only_step_of_a_goal_is_not_asked_by_itself() -> None:
    assert asked_after("not_reached", with_steps("Een.")) == ["reached", "then"]


def test_what_helped_is_asked_where_a_step_worked() -> None:
    talk = look_back_at(with_steps("Een.", "Twee."), "goal-1", "not_reached", now=NOW)
    talk = look_back_at_step(talk, "goal-1", "step-2", "a_little")
    assert "helped" in [step.kind for step in agenda(talk)]


def test_the_steps_of_a_goal_that_was_reached_are_looked_at_when_that_is_wished() -> None:
    talk = look_back_at(with_steps("Een.", "Twee."), "goal-1", "reached", now=NOW)
    [(before, said)] = said_of(talk)
    assert can_look_at_steps(before, said)
    talk = look_back_at_step(talk, "goal-1", "step-2", "reached")
    [(before, said)] = said_of(talk)
    assert not can_look_at_steps(before, said)
    assert [step.part for step in agenda(talk) if step.kind == "step_reached"] == ["step-2"]


def test_what_is_said_of_steps_stands_in_their_order_and_can_be_said_otherwise() -> None:
    talk = look_back_at(with_steps("Een.", "Twee."), "goal-1", "a_little", now=NOW)
    said: list[tuple[str, Outcome]] = [
        ("step-2", "reached"),
        ("step-1", "a_little"),
        ("step-1", "not_reached"),
    ]
    for step, outcome in said:
        talk = look_back_at_step(talk, "goal-1", step, outcome)
    [(_before, kept)] = said_of(talk)
    assert kept.steps == (
        StepLookedBack(step_id="step-1", outcome="not_reached"),
        StepLookedBack(step_id="step-2", outcome="reached"),
    )
    with pytest.raises(KeyError):
        look_back_at_step(talk, "goal-1", "step-9", "reached")


def test_what_helped_is_of_the_family_at_the_table_and_can_go() -> None:
    talk = look_back_at(second_visit(), "goal-1", "reached", now=NOW)
    talk = keep_what_helped(talk, "goal-1", words("Oma belde elke dag."))
    beside = table.come(talk, talk.family.person("father"))
    beside = keep_what_helped(beside, "goal-1", words("Oma belde elke dag.", "father"))
    line = Line(kind="helped", id="goal-1")
    own = lines.words_at(beside, line)
    assert own is not None
    assert own.authors == ("mother", "father")
    changed = lines.change_words(beside, line, words("De buurvrouw."))
    assert lines.words_at(changed, line) == said_of(changed)[0][1].helped
    assert lines.words_at(lines.remove_line(changed, line), line) is None


def test_another_outcome_keeps_what_was_said_besides_and_asks_no_more_how_to_go_on() -> None:
    talk = look_back_at(with_steps("Een.", "Twee."), "goal-1", "a_little", now=NOW)
    talk = look_back_at_step(talk, "goal-1", "step-1", "reached")
    talk = go_on_with(keep_what_helped(talk, "goal-1", words("Tijd.")), "goal-1", "smaller")
    less = said_of_goal(look_back_at(talk, "goal-1", "not_reached", now=NOW), "goal-1")
    more = said_of_goal(look_back_at(talk, "goal-1", "reached", now=NOW), "goal-1")
    assert less is not None
    assert more is not None
    assert (less.then, more.then) == ("smaller", None)
    assert less.steps == more.steps != ()
    assert less.helped == more.helped is not None


def test_help_that_was_asked_for_is_asked_after_but_nothing_only_professionals_read_of() -> None:
    hidden = next(
        name
        for name, one in agreed_talk().framework.programmes.items()
        if one.offer == "professional"
    )
    talk = with_steps("Een.", programmes=("voorzorg", hidden))
    assert asked_after("reached", talk) == ["reached", "helped", "help_came"]
    said = keep_what_came(
        look_back_at(talk, "goal-1", "reached", now=NOW), "goal-1", "voorzorg", "waiting"
    )
    [(_before, kept)] = said_of(said)
    assert [(each.id, each.outcome) for each in kept.programmes] == [("voorzorg", "waiting")]


def test_help_for_something_delicate_is_not_asked_after_beside_others() -> None:
    known = agreed_talk().framework
    delicate = [
        name
        for name in known.programmes
        if is_delicate_programme(known, name) and is_for_families(known, name)
    ]
    talk = with_steps("Een.", programmes=delicate[:1])
    assert "help_came" in asked_after("reached", talk)
    beside = table.come(talk, talk.family.person("father"))
    assert "help_came" not in asked_after("reached", beside)


def test_a_goal_that_is_done_with_is_not_asked_about_at_the_visit_after_the_next() -> None:
    talk = with_goals((), (), ())
    first, now = talk.dossier.conversations
    said = look_back_at(
        look_back_at(talk, "goal-1", "reached", now=NOW), "goal-2", "a_little", now=NOW
    )
    second = go_on_with(said, "goal-2", "let_go").conversation.model_copy(
        update={
            "id": "talk-x",
            "started_at": first.started_at + (now.started_at - first.started_at) / 2,
        }
    )
    dossier = talk.dossier.model_copy(update={"conversations": (first, second, now)})
    assert goals(replace(talk, dossier=dossier)) == ["goal-3"]


def test_a_step_that_is_looked_back_on_twice_is_refused() -> None:
    said = StepLookedBack(step_id="step-1", outcome="reached")
    with pytest.raises(ValueError):
        LookedBack(
            conversation_id="talk-0",
            goal_id="goal-1",
            outcome="reached",
            steps=(said, said),
            at=NOW,
        )


def test_nothing_more_is_said_of_a_goal_of_which_nobody_said_what_became_of_it() -> None:
    talk = with_steps("Een.", programmes=("voorzorg",))
    assert goal_before(talk, "goal-1").goal.programmes == (ChosenProgramme(id="voorzorg"),)
    with pytest.raises(KeyError):
        keep_what_helped(talk, "goal-1", words("Tijd."))
