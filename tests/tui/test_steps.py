"""Every kind of step: what it shows, how it is answered, and that it comes back as it was left."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.tui.steps.choice import ChoosingBody
from giz_gesprek.tui.widgets.choice_list import ChoiceList
from giz_gesprek.tui.widgets.key_bar import KeyHint
from tests.support.dossiers import framework
from tests.tui.support import ONE_OF_EACH, PLACES, Table, full_disk, places, table

CHOICES: Final = ["choice", "wish", "view", "difference", "outcome"]
CHOOSING: Final = [*CHOICES, "consent", "practice", "triangle", "export"]


def words_of(place: str) -> list[str]:
    """Return texts that have to be on the screen at this place."""
    step = places()[place][1]
    if step.kind == "question":
        return [framework().question_text(step.question or "", step.topic)]
    fixed = {
        "consent": ["agreement.start", "agreement.title", "consent.start", "consent.stop_today"],
        "practice": ["practice.intro", "practice.drink", "drink.coffee", "drink.other"],
        "practice_skip": ["practice.skip", "practice.title"],
        "triangle": ["triangle.choose_next", "side.parenting", "button.to_plan"],
        "topics": ["topics.choose", "topics.two_or_three", "button.add_topic"],
        "opening": [f"{step.position.topic}.opening", f"{step.position.topic}.title"],
        "read_back": [f"{step.position.topic}.read_back", "read_back.ask", "button.change"],
        "turn": ["turn.professional"],
        "side_by_side": [f"{step.position.topic}.title", "button.seek_advice"],
        "later_date": ["difference.later_when", "look_back.format"],
        "goals": ["goals.title", "button.add_goal", "button.add_step"],
        "look_back": ["look_back.ask", "look_back.title"],
        "summary": ["summary.title", "summary.intro"],
        "export": ["export.ask", "export.family", "export.card", "finish.done"],
        "page": [step.position.text or ""],
    }
    return [*fixed[step.kind], *(["declined.delete"] if place == "declined" else [])]


async def test_a_step_shows_its_words_and_the_ways_on(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in PLACES:
            await t.sit_at(place)
            hints = [f"key.{hint.key}" for hint in t.screen.query(KeyHint) if hint.display]
            for text_id in (*words_of(place), *hints):
                assert t.says(text_id), (place, text_id)
            assert t.sees(t.session.view.ways.next), place


async def test_choosing_and_confirming_are_two_acts(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in CHOICES:
            await t.sit_at(place)
            await choose_and_confirm(t)


async def choose_and_confirm(t: Table) -> None:
    body = t.body
    assert isinstance(body, ChoosingBody)
    step, before = t.step, t.answer()
    lit_before = [before.choice] if before else []
    assert t.lit() == lit_before
    await t.press("3")
    third = body.choices.options[2]
    assert t.lit() == [third.id]
    assert t.sees(third.label.lower() + ".")
    assert t.answer(step) == before
    assert t.step == step
    await t.press("1", "up", "down")
    second = body.choices.options[1]
    assert t.lit() == [second.id]
    await t.press("enter")
    assert t.step != step
    kept = t.answer(step)
    assert kept is not None
    assert kept.choice == second.id


async def test_nothing_is_chosen_on_a_first_visit_and_enter_says_so(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in ["choice", "wish", "consent", "practice", "triangle", "export"]:
            talk, step = places()[place]
            await t.sit_at(place, talk.changed(views=()))
            assert (t.lit(), t.step) == ([], step)
            await t.press("enter", "9")
            assert (t.lit(), t.step) == ([], step)
            can_skip = not t.screen.query_one("#skip").has_class("-absent")
            missing = "common.choose_first" if can_skip else "common.choose_only"
            assert t.says(missing), place
            await t.press("1")
            assert not t.says(missing), place


async def test_what_is_chosen_together_is_said_of_everybody(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in ("difference", "outcome"):
            await t.sit_at(place)
            step = t.step
            await t.press("1")
            (lit,) = t.lit()
            label = next(
                option.label
                for option in t.screen.query_one(ChoiceList).options
                if option.id == lit
            )
            assert t.says("common.we_choose", choice=t.book.inside(label)), place
            await t.press("enter")
            await t.go(step)
            assert t.says("common.we_chose_before", choice=t.book.inside(label)), place


@pytest.mark.parametrize(("digit", "state"), [("4", "dont_know"), ("5", "rather_not_say")])
async def test_not_knowing_and_not_saying_are_answers_of_their_own(
    tmp_path: Path, digit: str, state: str
) -> None:
    async with table(tmp_path) as t:
        for place in ("choice", "view", "outcome"):
            await t.sit_at(place)
            step = t.step
            await t.press(digit)
            assert t.lit() == [state], place
            await t.press("enter")
            kept = t.answer(step)
            assert kept is not None
            assert (kept.state, kept.choice) == (state, None), place
            await t.go(step)
            assert t.lit() == [state], place


@pytest.mark.parametrize("state", ["dont_know", "rather_not_say"])
async def test_an_answer_set_apart_is_marked_where_words_are_asked(
    tmp_path: Path, state: str
) -> None:
    async with table(tmp_path, "words") as t:
        step = t.step
        await t.click(f"#{state.replace('_', '-')}")
        kept = t.answer(step)
        assert kept is not None
        assert kept.state == state
        await t.go(step)
        assert t.sees(f"▶ {t.say(f'button.{state}')}")


async def test_the_earlier_answer_is_lit_and_said_on_a_return(tmp_path: Path) -> None:
    async with table(tmp_path, "choice") as t:
        assert t.lit() == ["going_well"]
        label = t.say("how_is_it_going.going_well").lower()
        assert t.says("common.chosen_before", choice=label)
        await t.press("2", "enter", "escape")
        assert t.lit() == ["so_so"]


async def test_escape_and_the_button_go_back_one_step(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in ONE_OF_EACH:
            await t.sit_at(place)
            steps = t.session.steps()
            number = steps.index(t.step)
            await t.press("escape")
            assert t.step == steps[max(number - 1, 0)], place
            if number > 1:
                await t.click("#back")
                assert t.step == steps[number - 2], place


async def test_asking_something_first_stays_at_the_agreement(tmp_path: Path) -> None:
    async with table(tmp_path, "consent") as t:
        await t.press("2", "enter")
        assert t.step.kind == "consent"
        assert t.says("agreement.question_time")


async def test_skipping_is_tried_out_once(tmp_path: Path) -> None:
    async with table(tmp_path, "practice_skip") as t:
        await t.click("#skip")
        assert t.step.kind == "triangle"
        assert t.says("practice.skipped")


async def test_a_drink_is_kept_nowhere(tmp_path: Path) -> None:
    async with table(tmp_path, "practice") as t:
        before = t.kept.model_copy(update={"position": t.step})
        await t.press("1")
        assert t.says("practice.change")
        await t.press("enter")
        assert t.step.kind == "practice_skip"
        assert t.kept.model_copy(update={"position": before.position}) == before
        assert t.log == []


async def test_when_the_store_refuses_the_step_stays_and_says_so(tmp_path: Path) -> None:
    nothing_to_keep = {
        ("welcome", "escape"),
        ("consent", "f5"),
        ("declined", "f5"),
        ("export", "f5"),
    }
    async with table(tmp_path) as t:
        for place in ONE_OF_EACH:
            await t.sit_at(place)
            if isinstance(t.body, ChoosingBody):
                await t.press("1")
            step, before, at_an_end = t.step, t.kept, place in {"export", "declined"}
            with full_disk(t):
                for key in ("escape", "f5") if at_an_end else ("enter", "escape", "f5"):
                    await t.press(key)
                    assert t.step == step, (place, key)
                    said = t.says("common.not_saved")
                    assert said or (place, key) in nothing_to_keep, (place, key)
                assert t.kept == before, place
            if not at_an_end:
                await t.press("enter")
                assert t.step != step, place


async def test_an_answer_is_in_the_store_before_the_next_step_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with table(tmp_path, "choice") as t:
        step, seen = t.step, []
        show = t.screen.show_step

        async def look_first(notice: str | None = None) -> None:
            answer = t.answer(step)
            seen.append((answer and answer.choice, t.kept.position == t.step.position))
            await show(notice)

        monkeypatch.setattr(t.screen, "show_step", look_first)
        await t.press("3", "enter")
        assert seen == [("difficult", True)]


@pytest.mark.parametrize("keys", [["enter"] * 3, ["escape", "enter"], ["enter", "escape", "enter"]])
async def test_keys_that_come_at_once_answer_no_other_question(
    tmp_path: Path, keys: list[str]
) -> None:
    async with table(tmp_path) as t:
        for place in ["choice", "words", "later_date", "triangle"]:
            await t.sit_at(place)
            if place == "words":
                await t.type("Een heel verhaal.")
            elif isinstance(t.body, ChoosingBody):
                await t.press("1")
            here, steps = t.step, t.session.steps()
            before = {step: t.answer(step) for step in steps if step.kind == "question"}
            await t.press_at_once(*keys)
            for step, answer in before.items():
                assert step == here or t.answer(step) == answer, (place, step)


async def test_keys_faster_than_the_screen_never_end_the_app(tmp_path: Path) -> None:
    keys = ["enter", "escape", "1", "enter", "f5", "f3", "enter", "f7", "tab", "enter"]
    async with table(tmp_path) as t:
        for place in ["choice", "words", "topics", "later_date", "goals", "summary"]:
            await t.sit_at(place)
            await t.press_at_once(*keys)
            assert t.app.failure is None, place
            assert t.screen.is_running, place
