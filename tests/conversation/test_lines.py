from __future__ import annotations

from datetime import date

import pytest

from giz_gesprek.conversation import choosing, planning
from giz_gesprek.conversation.lines import Line, change_words, remove_line, words_at
from giz_gesprek.conversation.steps import LaterDateStep, LookBackStep
from giz_gesprek.conversation.talk import Talk
from tests.conversation.support import agreed, answered, asked, chose, said, words

DAY = date(2026, 12, 8)
NEW = words("anders gezegd")

STRENGTHS = asked("strengths", person_id="mother")
LATER = LaterDateStep(topic="eating_sleeping", child_id="milan")

OWN_WORDS = {
    "goed": Line(kind="answer", step=STRENGTHS),
    "want": Line(kind="answer", step=asked("reason", person_id="nurse")),
    "merken": Line(kind="answer", step=asked("notice", None)),
    "erbij": Line(kind="added_topic", id="health"),
    "doel": Line(kind="goal", id="goal-1"),
    "stap": Line(kind="plan_step", id="step-1"),
}
"""Every kind of line with own words, by what stands there in ``written``."""

NO_WORDS = [
    Line(kind="answer", step=asked("outcome")),
    Line(kind="answer", step=asked("example", person_id="mother")),
    Line(kind="answer"),
    Line(kind="look_back"),
    Line(kind="later_on", step=LATER),
]


def written() -> Talk:
    talk = choosing.add_topic(
        agreed("eating_sleeping"),
        "development",
        "health",
        by_id="nurse",
        reason=words("erbij", "nurse"),
    )
    talk = choosing.add_topic(
        talk, "development", "contact", by_id="nurse", reason=words("ook", "nurse")
    )
    talk = answered(
        talk,
        (STRENGTHS, said("strengths", "goed")),
        (asked("reason", person_id="nurse"), said("reason", "want", "nurse")),
        (asked("difference"), chose("difference", "later")),
        (asked("outcome"), chose("outcome", "find_out")),
        (asked("notice", None), said("notice", "merken")),
    )
    talk = planning.talk_later_on(talk, "eating_sleeping", "milan", DAY)
    talk = planning.add_goal(talk, words("doel"))
    talk = planning.add_plan_step(talk, "goal-1", words("stap"))
    talk = planning.add_goal(talk, words("nog een"))
    return planning.look_back_on(talk, DAY)


def everything(talk: Talk) -> list[str]:
    """Return all own words, choices and days, wherever they stand."""
    marks = ["goed", "want", "merken", "erbij", "ook", "doel", "stap", "nog een", "anders gezegd"]
    text = talk.conversation.model_dump_json()
    found = [mark for mark in marks if f'"text":"{mark}"' in text]
    return [*found, *(key for key in ("find_out", "later") if f'"choice":"{key}"' in text)]


@pytest.mark.parametrize(("text", "line"), OWN_WORDS.items(), ids=OWN_WORDS)
def test_own_words_are_found_on_their_line(text: str, line: Line) -> None:
    found = words_at(written(), line)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("line", NO_WORDS)
def test_a_choice_a_day_and_an_empty_line_hold_no_words(line: Line) -> None:
    assert words_at(written(), line) is None
    with pytest.raises(ValueError, match="no own words"):
        change_words(written(), line, NEW)


def test_a_topic_that_nobody_added_holds_no_words() -> None:
    line = Line(kind="added_topic", id="eating_sleeping")
    assert words_at(written(), line) is None


@pytest.mark.parametrize(("text", "line"), OWN_WORDS.items(), ids=OWN_WORDS)
def test_changed_words_stand_in_the_place_of_the_old_ones(text: str, line: Line) -> None:
    changed = change_words(written(), line, NEW)
    assert words_at(changed, line) == NEW
    before = everything(written())
    before.remove(text)
    assert set(everything(changed)) == {*before, NEW.text}


def test_changed_words_have_the_moment_of_the_change_and_the_question_of_the_answer() -> None:
    later = NEW.model_copy(update={"at": NEW.at.replace(hour=20)})
    changed = change_words(written(), OWN_WORDS["goed"], later)
    answer = changed.conversation.views[0].answers[0]
    assert (answer.question, answer.at, answer.words) == ("strengths", later.at, later)


@pytest.mark.parametrize(("text", "line"), OWN_WORDS.items(), ids=OWN_WORDS)
def test_a_line_that_is_taken_away_takes_nothing_else_along(text: str, line: Line) -> None:
    removed = remove_line(written(), line)
    expected = everything(written())
    expected.remove(text)
    if text == "doel":
        expected.remove("stap")
    assert everything(removed) == expected
    assert removed.conversation.plan.look_back_on == DAY


def test_a_choice_can_be_taken_away() -> None:
    removed = remove_line(written(), NO_WORDS[0])
    assert removed == written().changed(conclusions=())


def test_a_day_can_be_taken_away() -> None:
    without = remove_line(written(), Line(kind="look_back"))
    assert without == planning.look_back_on(written(), None)
    without = remove_line(written(), Line(kind="later_on", step=LATER))
    assert without == planning.talk_later_on(written(), "eating_sleeping", "milan", None)


def test_the_topic_stays_when_its_reason_is_taken_away() -> None:
    removed = remove_line(written(), OWN_WORDS["erbij"])
    visit = removed.conversation.visits[0]
    assert visit.topics == ("eating_sleeping", "health", "contact")
    assert [(one.topic, one.reason is None) for one in visit.added] == [
        ("health", True),
        ("contact", False),
    ]


@pytest.mark.parametrize("line", [Line(kind="answer"), Line(kind="later_on")])
def test_a_line_without_an_address_cannot_be_taken_away(line: Line) -> None:
    with pytest.raises(ValueError, match="no address"):
        remove_line(written(), line)


def test_every_line_has_a_name_of_its_own_without_anything_that_was_said() -> None:
    lines = [*OWN_WORDS.values(), NO_WORDS[0], NO_WORDS[3], NO_WORDS[4]]
    names = [line.key for line in lines]
    assert len(set(names)) == len(names)
    assert not any(text in name for text in OWN_WORDS for name in names)


def test_a_line_has_the_name_under_which_it_was_written() -> None:
    assert OWN_WORDS["goed"].key == STRENGTHS.key
    assert NO_WORDS[4].key == LATER.key
    assert NO_WORDS[3].key == LookBackStep().key
    assert OWN_WORDS["doel"].key == "goal:goal-1"
    assert OWN_WORDS["stap"].key == "step:step-1"
    assert OWN_WORDS["erbij"].key == "added_topic:health"
