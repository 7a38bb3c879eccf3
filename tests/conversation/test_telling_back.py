"""An agreement told back in the parent's own words, and when that is asked again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.choosing import park
from giz_gesprek.conversation.lines import Line, change_words, remove_line, words_at
from giz_gesprek.conversation.plan import ToldBack
from giz_gesprek.conversation.planning import goal_of, plan_step_of
from giz_gesprek.conversation.rhythm import Rhythm
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.telling_back import (
    has_to_be_told_again,
    not_agreed,
    rather_not_tell,
    tell_back,
)
from tests.conversation.support import agreed, words

TOLD = Line(kind="told_back", id="goal-1")


def planned() -> Talk:
    """Return a talk with two goals; the first has a step and help, and was told back."""
    talk = agreed("housing", table=("mother", "father", "nurse"))
    for text in ("Samen eten.", "Buiten spelen."):
        talk = planning.add_goal(talk, words(text))
    talk = planning.add_plan_step(talk, "goal-1", words("De tafel dekken."))
    talk = planning.choose_programme(talk, "goal-1", "voorzorg", "VoorZorg")
    return tell_back(talk, "goal-1", words("Wij eten om zes uur."))


def told(talk: Talk, goal_id: str = "goal-1") -> ToldBack | None:
    return goal_of(talk.conversation.plan, goal_id).told_back


def test_it_is_kept_as_a_quote_of_the_parents_at_the_table() -> None:
    found = told(planned())
    assert found is not None
    assert found.words is not None
    assert (found.state, found.words.text) == ("told", "Wij eten om zes uur.")
    assert (found.words.authors, found.words.typed_by_id) == (("mother", "father"), "nurse")


def test_only_what_was_told_back_is_agreed() -> None:
    talk = planned()
    assert [goal.id for goal in not_agreed(talk)] == ["goal-2"]
    assert told(rather_not_tell(talk, "goal-2"), "goal-2") == ToldBack(state="rather_not")
    assert [goal.id for goal in not_agreed(rather_not_tell(talk, "goal-2"))] == ["goal-2"]


def test_a_goal_about_what_waits_for_a_moment_alone_is_not_counted() -> None:
    talk = planning.tie_goal(planned(), "goal-2", ("safety",))
    assert not_agreed(talk.changed(parked=("safety",))) == ()
    assert [goal.id for goal in not_agreed(park(talk, ()))] == ["goal-2"]


def on_a_rhythm(talk: Talk) -> Talk:
    step = plan_step_of(talk.conversation.plan, "step-1")
    weekly = step.model_copy(update={"rhythm": Rhythm(every="week", weekday=0)})
    return planning.change_plan_step(talk, weekly)


@pytest.mark.parametrize(
    "change",
    [
        lambda talk: planning.change_goal(talk, "goal-1", words("Samen koken.")),
        lambda talk: planning.add_plan_step(talk, "goal-1", words("Opruimen.")),
        on_a_rhythm,
        lambda talk: planning.remove_plan_step(talk, "step-1"),
        lambda talk: planning.choose_programme(talk, "goal-1", "home_start", "Home-Start"),
        lambda talk: planning.leave_programme(talk, "goal-1", "voorzorg"),
    ],
)
def test_an_agreement_that_changes_is_to_be_told_back_again(change: Callable[[Talk], Talk]) -> None:
    before = planned()
    after = change(before)
    assert told(after) is None
    assert has_to_be_told_again(before.conversation.plan, after.conversation.plan)


@pytest.mark.parametrize(
    "change",
    [
        lambda talk: planning.say_why(talk, "goal-1", words("Dan is het gezellig.")),
        lambda talk: planning.tie_goal(talk, "goal-1", ("housing",)),
        lambda talk: planning.propose_plan_step(talk, "step-1", ["nurse"]),
        lambda talk: planning.change_goal(talk, "goal-2", words("Naar buiten.")),
        lambda talk: planning.leave_programme(talk, "goal-1", "home_start"),
    ],
)
def test_what_leaves_the_agreement_as_it_is_asks_nothing_again(
    change: Callable[[Talk], Talk],
) -> None:
    before = planned()
    after = change(before)
    assert told(after) == told(before)
    assert not has_to_be_told_again(before.conversation.plan, after.conversation.plan)


def test_the_words_can_be_changed_and_taken_away_and_it_was_told_all_the_same() -> None:
    changed = change_words(planned(), TOLD, words("Om zes uur eten."))
    found = words_at(changed, TOLD)
    assert found is not None
    assert found.text == "Om zes uur eten."
    assert told(remove_line(changed, TOLD)) == ToldBack(state="told")


def test_why_a_goal_matters_is_changed_and_taken_away_by_itself() -> None:
    line = Line(kind="why", id="goal-1")
    talk = planning.say_why(planned(), "goal-1", words("Dan is het gezellig."))
    talk = change_words(talk, line, words("Dan is er rust."))
    found = words_at(talk, line)
    assert found is not None
    assert found.text == "Dan is er rust."
    assert words_at(remove_line(talk, line), line) is None


def test_nobody_who_would_rather_not_tell_it_has_words() -> None:
    with pytest.raises(ValidationError):
        ToldBack(state="rather_not", words=words())
