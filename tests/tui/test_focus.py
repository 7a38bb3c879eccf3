"""Where the keys go: to what was done last or is asked, and never to leaving or deleting."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widget import Widget

from giz_gesprek.session import acts
from giz_gesprek.session.acts import EditPlan
from giz_gesprek.session.plan_edit import PlanEdit
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.dialogs.base import Dialog
from giz_gesprek.tui.dialogs.own_words import WordsScreen
from giz_gesprek.tui.dialogs.sure import SureScreen
from giz_gesprek.tui.screens.lock import LockScreen
from giz_gesprek.tui.screens.quit import QuitScreen
from giz_gesprek.tui.steps.base import WayButton
from giz_gesprek.tui.widgets.said import PlainButton
from tests.store.support import PASSPHRASE, family, talked
from tests.support.screens import (
    SMALL_FIRST,
    families_screen,
    make_store,
    settle,
    top,
    type_in,
)
from tests.support.talks import PLACES
from tests.tui.support import Table, table


def focused(t: Table) -> Widget:
    assert t.app.focused is not None
    return t.app.focused


def act_in_focus(t: Table) -> object:
    widget = focused(t)
    assert isinstance(widget, WayButton), widget
    return widget.act


async def press_way(t: Table, act: acts.Act) -> None:
    button = next(each for each in t.body.query(WayButton) if each.act == act)
    await t.click(button)


async def write(t: Table, text: str) -> None:
    await t.retype(text)
    await t.press("enter")


def told(t: Table) -> list[bool]:
    return [goal.is_agreed for goal in t.kept.plan.goals]


async def test_a_goal_leads_to_telling_it_back_and_that_to_the_same_goal(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await t.click(t.button("button.add_goal"))
        await write(t, "Naar zwemles.")
        await t.press("escape")  # about which topic
        await write(t, "Bellen.")
        await t.press("1", "enter", "enter")
        assert t.on_top
        assert act_in_focus(t) == EditPlan("tell_back", "goal-2")
        await t.press("enter")
        assert isinstance(t.top, WordsScreen)
        await t.press("enter")
        assert told(t) == [False, False], "Enter alone says nothing for the parent"
        await t.press("escape")
        assert act_in_focus(t) == EditPlan("tell_back", "goal-2")
        await t.press("enter")
        await write(t, "Wij bellen voor zwemles.")
        assert told(t) == [False, True]
        assert act_in_focus(t) == EditPlan("add_step", "goal-2")


async def test_what_was_written_for_a_goal_keeps_the_focus_at_that_goal(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        await press_way(t, EditPlan("change_goal", "goal-1"))
        await write(t, "Samen eten, elke dag.")
        await t.press("escape")  # about which topic
        assert act_in_focus(t) == EditPlan("tell_back", "goal-1")
        await press_way(t, EditPlan("tell_back", "goal-1"))
        await write(t, "Wij eten samen.")
        await press_way(t, EditPlan("change_goal", "goal-1"))
        await t.press("escape")
        assert act_in_focus(t) == EditPlan("change_goal", "goal-1")
        await press_way(t, EditPlan("choose_help", "goal-1"))
        await t.press("escape")
        assert act_in_focus(t) == EditPlan("choose_help", "goal-1")


async def test_taking_away_never_leaves_the_focus_on_taking_away(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        for edit, part in (("remove_step", "step-1"), ("remove_goal", "goal-1")):
            for way in ("enter", "#confirm"):
                act = EditPlan("remove_step" if edit == "remove_step" else "remove_goal", part)
                await press_way(t, act)
                assert isinstance(t.top, SureScreen)
                assert focused(t).id == "leave"
                await (t.press(way) if way == "enter" else t.click(way))
                kept = act_in_focus(t)
                assert isinstance(kept, EditPlan)
                assert not kept.edit.startswith("remove"), (edit, way)
        assert t.kept.plan.goals == ()


async def test_a_line_of_the_report_keeps_the_focus_where_it_was(tmp_path: Path) -> None:
    async with table(tmp_path, "summary") as t:
        ways = [each.act for each in t.body.query(WayButton)]
        changes = [act for act in ways if isinstance(act, acts.ChangeLine)]
        await press_way(t, changes[0])
        await write(t, "Hij eet heel goed.")
        assert act_in_focus(t) == changes[0]
        await press_way(t, acts.RemoveLine(changes[1].line))
        await t.click("#confirm")
        assert t.step.kind == "summary"
        assert isinstance(act_in_focus(t), acts.ChangeLine)


async def test_no_step_begins_with_the_focus_on_going_back_or_on_taking_away(
    tmp_path: Path,
) -> None:
    async with table(tmp_path) as t:
        for place in PLACES:
            await t.sit_at(place)
            widget = focused(t)
            assert widget.id not in {"back", "skip", "enough", "aside"}, place
            if isinstance(widget, WayButton):
                assert not isinstance(widget.act, acts.RemoveLine | acts.Delete), place


async def test_deleting_after_a_no_asks_first_and_enter_keeps_it(tmp_path: Path) -> None:
    async with table(tmp_path, "declined") as t:
        await t.click("#aside")
        assert isinstance(t.top, SureScreen)
        await t.press("enter")
        assert t.on_top
        assert t.kept.state == "declined"


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_the_lock_has_the_focus_in_its_field_also_after_going_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = make_store(tmp_path / "f.db", talked(family()))
    async with families_screen(path, size) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        app.lock()
        await settle(pilot)

        def is_in_the_field() -> bool:
            field = app.focused
            return field is not None and field.parent is not None and field.parent.id == "unlock"

        assert is_in_the_field()
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(top(pilot), QuitScreen)
        assert app.focused is not None
        assert app.focused.id == "go-on"
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), LockScreen)
        assert is_in_the_field()
        await type_in(pilot, "iets anders")
        await pilot.press("enter")
        await settle(pilot)
        assert is_in_the_field()
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert not isinstance(top(pilot), LockScreen)


async def test_no_dialog_has_the_focus_on_what_takes_away_or_stops(tmp_path: Path) -> None:
    async with table(tmp_path, "goals") as t:
        for key in ("f1", "f4", "f6", "f8", "ctrl+q"):
            await t.press(key)
            assert not t.on_top
            widget = focused(t)
            if isinstance(widget, PlainButton):
                assert widget.id in {"leave", "go-on"}, key
            await t.press("escape")
            assert t.on_top


@pytest.mark.parametrize("edit", ["add_step", "choose_help", "change_goal"])
async def test_a_box_that_is_left_gives_the_keys_back_to_its_button(
    tmp_path: Path, edit: PlanEdit
) -> None:
    async with table(tmp_path, "goals") as t:
        button = next(
            each
            for each in t.body.query(WayButton)
            if isinstance(each.act, acts.EditPlan) and each.act.edit == edit
        )
        button.focus()
        await t.press("enter")
        assert isinstance(t.top, Dialog)
        await t.press("escape")
        assert act_in_focus(t) == button.act
