"""The plan: goals and small steps, dialog by dialog."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.plan import MOST_GOALS, MOST_STEPS, Goal, ToldBack
from giz_gesprek.i18n import format_weekday
from giz_gesprek.tui.dialogs.day import DateScreen
from giz_gesprek.tui.dialogs.name import NameScreen
from giz_gesprek.tui.dialogs.own_words import WordsScreen
from giz_gesprek.tui.dialogs.several import SeveralScreen
from giz_gesprek.tui.widgets.said import Said
from tests.store.support import NOW
from tests.support.screens import SMALL_FIRST
from tests.support.talks import agreed_talk, places, second_visit, step_where, words
from tests.tui.support import Table, full_disk, table

TODAY = NOW.astimezone().date()
NEW_YEAR: Final = "Woensdag 1 januari 2020"


def in_words(t: Table, day: date, text_id: str = "common.date_is") -> str:
    return t.say(text_id, date=format_weekday(day, "nl"))


def goals(t: Table) -> tuple[Goal, ...]:
    return t.kept.plan.goals


async def test_a_first_goal_leads_to_a_first_step_by_keyboard_alone(tmp_path: Path) -> None:
    talk = agreed_talk()
    async with table(tmp_path, talk=talk.changed(position=step_where(talk, "goals").position)) as t:
        assert t.says("goals.none_yet")
        await t.press("enter")
        assert t.says("goals.goal")
        await t.type("[b]Rust[/b] voor {child} 😀")
        await t.press("enter")
        assert goals(t)[0].words.text == "[b]Rust[/b] voor {child} 😀"
        assert t.says("goals.step_what")
        await t.type("Om zeven uur naar bed.")
        await t.press("enter")
        assert goals(t)[0].steps[0].what.text == "Om zeven uur naar bed."
        assert t.lit() == []
        assert t.says("goals.step_who")
        assert t.says("goals.more_people")
        await t.press("3", "4", "1", "1", "enter")
        assert goals(t)[0].steps[0].who == ("father", "friend")
        assert t.says("around.who_asks", who="Jan en Bo")
        await t.press("1", "enter")
        assert t.says("goals.step_by")
        await t.type("3-4-2027")
        await t.press("enter")
        assert goals(t)[0].steps[0].by == date(2027, 4, 3)
        assert t.on_top
        assert t.sees("[b]Rust[/b] voor {child} 😀")
        assert t.sees("Jan en Bo")
        assert t.log[-4:] == [("step:step-1", "added")] + [("step:step-1", "changed")] * 3


async def test_somebody_else_can_do_it(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for name in ("Oma [/b]", "x" * 120):
            await t.sit_at("goals")
            await t.click(t.button("button.add_step"))
            await t.type("Bellen.")
            await t.press("enter")
            who = t.top
            assert isinstance(who, SeveralScreen)
            await t.press("5", "enter")
            assert isinstance(t.top, NameScreen)
            await t.type("\u200b")
            await t.press("enter")
            assert t.says("common.words_needed")
            await t.retype(name)
            await t.press("enter")
            assert goals(t)[0].steps[1].who_else == name
            await t.press("escape")
            await t.click(t.button("button.change", 2))
            await t.press("enter")
            assert t.lit() == ["somebody-else"]


async def test_a_step_may_be_without_anybody_and_without_a_day(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button("button.add_step"))
        await t.type("Bellen.")
        await t.press("enter", "enter")
        assert await t.comes_to_say("common.choose_only")
        await t.press("escape", "escape")
        step = goals(t)[0].steps[1]
        assert (step.who, step.who_else, step.by) == ((), None, None)


async def test_a_day_that_cannot_be_is_explained(tmp_path: Path) -> None:
    async with table(tmp_path, "look_back") as t:
        step = t.step
        for typed, problem in (("ooit", "common.date_wrong"), ("1-1-2020", "common.date_past")):
            await t.retype(typed)
            assert not t.says(problem, date=NEW_YEAR), "all is not typed yet"
            await t.press("enter")
            assert t.step == step
            assert t.says(problem, date=NEW_YEAR)
            assert t.sees(typed)
        await t.sit_at("goals")
        await t.click(t.button("button.change", 1))
        await t.press("enter", "1", "enter")
        await t.type("3-14")
        await t.press("enter")
        assert isinstance(t.top, DateScreen)
        assert t.says("common.date_wrong")


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_day_in_words_is_shown_back_before_it_counts(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    friday = date(2026, 11, 6)
    async with table(tmp_path, "look_back", size=size) as t:
        await t.type("vrijdag")
        assert await t.comes_to_see(in_words(t, friday))
        assert t.kept.plan.look_back_on is None
        await t.press("enter")
        assert t.kept.plan.look_back_on == friday
        await t.sit_at("goals")
        await t.click(t.button("button.change", 1))
        await t.press("enter", "1", "enter")
        await t.retype("vrijdag om 10 uur")
        assert isinstance(t.top, DateScreen)
        assert await t.comes_to_see(in_words(t, friday, "common.date_without_time"))
        await t.press("enter")
        assert goals(t)[0].steps[0].by == friday


async def test_a_day_that_is_typed_is_kept_whatever_way_one_goes(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for key in ("escape", "f5", "enough"):
            await t.sit_at("look_back")
            step = t.step
            for typed in ("volgende week dinsdag", "als het kan vrijdag"):
                await t.retype(typed)
                if key == "enough":
                    await t.click("#enough")
                else:
                    await t.press(key)
                assert t.step != step
                await t.go(step)
                assert t.sees("10-11-2026" if typed.startswith("v") else typed), key
            assert t.kept.plan.look_back_on == date(2026, 11, 10), key


async def test_a_day_that_is_being_typed_comes_back_after_an_end(tmp_path: Path) -> None:
    async with table(tmp_path, "look_back") as t:
        await t.type("volgende week din")
        t.screen.stage.keep_draft()
        assert t.session.draft(t.step.key) == "volgende week din"
        await t.press("f6", "3", "enter")
        assert t.kept.plan.look_back_on == date(2026, 11, 10)


async def test_a_day_to_look_back_is_kept_and_can_be_taken_away(tmp_path: Path) -> None:
    async with table(tmp_path, "look_back") as t:
        step = t.step
        await t.type("9-9-2030")
        await t.press("enter", "escape")
        assert t.sees("9-9-2030")
        for day in (TODAY, TODAY + timedelta(days=40), None):
            await t.retype(f"{day.day}/{day.month}/{day.year}" if day else "")
            await t.press("enter")
            assert t.step != step
            assert t.kept.plan.look_back_on == day
            await t.press("escape")


async def test_a_difference_gets_a_day_of_its_own(tmp_path: Path) -> None:
    async with table(tmp_path, "later_date") as t:
        await t.type("3 4 27")
        await t.press("enter")
        assert t.kept.differences[0].later_on == date(2027, 4, 3)


async def test_changing_keeps_the_rest_and_asks_to_tell_back_again(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button("button.tell_back"))
        await t.retype("Wij eten samen.")
        await t.press("enter")
        assert goals(t)[0].is_agreed
        assert t.says("goals.told")
        assert "button.tell_back" not in [str(button.label) for button in t.buttons()]
        await t.click(t.button("button.change"))
        await t.retype("Samen eten en praten.")
        await t.press("enter")
        goal = goals(t)[0]
        assert (goal.words.text, goal.told_back) == ("Samen eten en praten.", None)
        assert goal.steps[0].what.text == "De tafel dekken."


async def test_a_goal_of_the_time_before_goes_along_by_keyboard_alone(tmp_path: Path) -> None:
    talk = second_visit()
    async with table(tmp_path, talk=talk.changed(position=step_where(talk, "goals").position)) as t:
        t.button("goals.of_last_time").focus()
        await t.press("enter")
        assert t.says("goals.which_along")
        await t.press("1", "enter")
        assert t.says("goals.steps_along")
        assert t.lit() == []
        await t.press("1", "enter")
        assert t.says("goals.step_by")
        await t.click("#no-date")
        assert [step.what.text for step in goals(t)[0].steps] == ["De tafel dekken."]
        assert t.app.focused is t.button("button.tell_back")


async def test_who_would_rather_not_tell_it_back_says_so_beside_the_field(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button("button.tell_back"))
        await t.press("escape")
        assert goals(t)[0].told_back is None
        await t.click(t.button("button.tell_back"))
        await t.click("#instead")
        assert goals(t)[0].told_back == ToldBack(state="rather_not")
        assert t.says("button.tell_back")


async def test_removing_asks_first(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        for way in ("escape", "#leave", "#confirm"):
            for number in (1, 0):
                await t.click(t.button("button.remove", number))
                assert t.says("summary.remove_ask")
                await (t.press(way) if way == "escape" else t.click(way))
            assert goals(t) == () if way == "#confirm" else len(goals(t)[0].steps) == 1


async def test_where_the_plan_is_full_nothing_can_be_added_and_one_is_told(tmp_path: Path) -> None:
    talk, step = places()["goals"]
    for number in range(1, MOST_GOALS):
        talk = planning.add_goal(talk, words(f"Doel {number}"))
    for number in range(1, MOST_STEPS):
        talk = planning.add_plan_step(talk, "goal-1", words(f"Stap {number}"))
    async with table(tmp_path) as t:
        await t.sit_with(talk.changed(position=step.position))
        shown = [str(button.label) for button in t.buttons()]
        assert t.say("button.add_goal") not in shown
        assert t.say("button.add_step") not in shown
        assert t.say("goals.three_is_enough") in [str(one.content) for one in t.body.query(Said)]


async def test_a_goal_needs_words(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button("button.add_goal"))
        for empty in ("", " \n", "\u200b"):
            await t.retype(empty)
            await t.press("enter")
            assert isinstance(t.top, WordsScreen)
            assert t.says("common.words_needed")
        await t.click("#leave")
        assert len(goals(t)) == 1


async def test_a_full_disk_keeps_the_dialog_open_with_the_words(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button("button.add_goal"))
        with full_disk(t):
            await t.type("Meer rust.")
            dialog = t.top
            assert isinstance(dialog, WordsScreen)
            dialog.keep_draft()
            await t.press("enter")
            assert isinstance(t.top, WordsScreen)
            assert t.says("common.not_saved")
            assert t.sees("Meer rust.")
        await t.press("enter")
        assert [goal.words.text for goal in goals(t)][1:] == ["Meer rust."]
