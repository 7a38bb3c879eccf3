"""Answering a step by its keys and buttons, and that it comes back as it was left.

What each step says and where its answers lead is tested on its view, without a screen.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.conversation.steps import Step, TopicsStep
from giz_gesprek.session.acts import Act
from giz_gesprek.tui.steps.choice import ChoosingBody
from tests.support.talks import places, step_where
from tests.tui.support import full_disk, table


async def test_choosing_and_confirming_are_two_acts(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        body = t.body
        assert isinstance(body, ChoosingBody)
        step, before = t.step, t.answer()
        assert before is not None
        assert t.lit() == [before.choice]
        _first, second, third, *_asides = body.choices.options
        await t.press("3")
        assert t.lit() == [third.id]
        assert t.sees(third.echo)
        assert (t.answer(step), t.step) == (before, step)
        await t.press("1", "up", "down")
        assert t.lit() == [second.id]
        await t.press("enter")
        assert t.step != step
        kept = t.answer(step)
        assert kept is not None
        assert kept.choice == second.id


async def test_nothing_is_chosen_on_a_first_visit_and_enter_says_so(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place, missing in (
            ("choice", "common.choose_first"),
            ("consent", "common.choose_only"),
        ):
            talk, step = places()[place]
            await t.sit_at(place, talk.changed(views=()))
            assert (t.lit(), t.step) == ([], step)
            await t.press("enter", "9")
            assert (t.lit(), t.step) == ([], step)
            assert t.says(missing), place
            await t.press("1")
            assert not t.says(missing), place


async def test_not_knowing_and_not_saying_are_answers_of_their_own(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for digit, state in (("4", "dont_know"), ("5", "rather_not_say")):
            await t.sit_at("choice")
            step = t.step
            await t.press(digit)
            assert t.lit() == [state]
            await t.press("enter")
            kept = t.answer(step)
            assert kept is not None
            assert (kept.state, kept.choice) == (state, None)
            await t.go(step)
            assert t.lit() == [state]


async def test_an_answer_set_apart_is_marked_where_words_are_asked(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for state in ("dont_know", "rather_not_say"):
            await t.sit_at("words")
            step = t.step
            await t.click(f"#{state.replace('_', '-')}")
            kept = t.answer(step)
            assert kept is not None
            assert kept.state == state
            await t.go(step)
            assert t.sees(f"▶ {t.say(f'button.{state}')}")


async def test_the_earlier_answer_is_lit_and_said_on_a_return(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        assert t.lit() == ["so_so"]
        label = t.say("how_is_it_going.so_so").lower()
        assert t.says("common.chosen_before", choice=label)
        await t.press("1", "enter", "escape")
        assert t.lit() == ["going_well"]


def at_its_beginning(step: Step) -> Step:
    """Return where a step is looked at from: all pages of a side are one step."""
    return replace(step, page=0) if isinstance(step, TopicsStep) else step


async def test_escape_and_the_button_go_back_one_step(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in ("welcome", "choice", "words", "goals"):
            await t.sit_at(place)
            steps = t.session.steps()
            number = steps.index(t.step)
            await t.press("escape")
            assert t.step == at_its_beginning(steps[max(number - 1, 0)]), place
            if number > 1:
                number = steps.index(t.step)
                await t.click("#back")
                assert t.step == at_its_beginning(steps[number - 1]), place


async def test_what_was_done_is_told_on_the_step_or_on_the_next_one(tmp_path: Path) -> None:
    async with table(tmp_path, "consent") as t:
        await t.press("2", "enter")
        assert t.step.kind == "consent"
        assert t.says("agreement.question_time")
        await t.sit_at("practice")
        await t.click("#skip")
        assert t.kept.position == step_where(t.session.talk, "triangle").position
        assert t.says("practice.skipped")
        await t.sit_at("practice")
        await t.press("1")
        assert t.says("practice.change")


REFUSED: Final = {
    "choice": ("enter", "escape", "f5"),
    "words": ("enter", "escape", "f5"),
    "look_back": ("enter", "escape", "f5"),
    "goals": ("enter", "escape", "f5"),
    "export": ("escape",),
}
"""What is kept at these steps by these keys."""


async def test_when_the_store_refuses_the_step_stays_and_says_so(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place, keys in REFUSED.items():
            await t.sit_at(place)
            if place == "choice":
                await t.press("1")
            step, before = t.step, t.kept
            with full_disk(t):
                for key in keys:
                    await t.press(key)
                    assert t.step == step, (place, key)
                    assert t.says("common.not_saved"), (place, key)
                assert t.kept == before, place
            await t.press(keys[0])
            assert t.step != step, place


async def test_an_answer_is_in_the_store_before_the_next_step_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with table(tmp_path, "choice") as t:
        step, seen = t.step, []
        show = t.screen.show_step

        async def look_first(notice: str | None, done: Act | None, **named: str) -> None:
            answer = t.answer(step)
            seen.append((answer and answer.choice, t.kept.position == t.step.position))
            await show(notice, done, **named)

        monkeypatch.setattr(t.screen, "show_step", look_first)
        await t.press("3", "enter")
        assert seen == [("difficult", True)]


AT_ONCE: Final = [["enter"] * 3, ["escape", "enter"], ["enter", "escape", "enter"]]


async def test_keys_that_come_at_once_answer_no_other_question(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place, keys in product(["choice", "words", "later_date", "triangle"], AT_ONCE):
            await t.sit_at(place)
            if place == "words":
                await t.type("Een heel verhaal.")
            elif isinstance(t.body, ChoosingBody):
                await t.press("1")
            here, steps = t.step, t.session.steps()
            before = {step: t.answer(step) for step in steps if step.kind == "question"}
            await t.press_at_once(*keys)
            for step, answer in before.items():
                assert step == here or t.answer(step) == answer, (place, keys, step)


async def test_keys_faster_than_the_screen_never_end_the_app(tmp_path: Path) -> None:
    keys = ["enter", "escape", "1", "enter", "f5", "f3", "enter", "f7", "tab", "enter"]
    async with table(tmp_path) as t:
        for place in ["choice", "words", "topics", "later_date", "goals", "summary"]:
            await t.sit_at(place)
            await t.press_at_once(*keys)
            assert t.app.failure is None, place
            assert t.screen.is_running, place
