"""Escape in a field: what was typed is kept, or somebody is asked first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import pytest
from textual.widgets import Input

from giz_gesprek.tui.dialogs.day import DateScreen
from giz_gesprek.tui.dialogs.name import NameScreen
from giz_gesprek.tui.dialogs.own_words import WordsScreen
from giz_gesprek.tui.dialogs.preview import PreviewScreen
from giz_gesprek.tui.dialogs.saving import SaveScreen
from giz_gesprek.tui.dialogs.sure import SureScreen
from giz_gesprek.tui.screens.ask import AskScreen
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.family_words import FamilyWordsScreen
from giz_gesprek.tui.screens.quit import QuitScreen
from giz_gesprek.tui.screens.settings import SettingsScreen
from giz_gesprek.tui.screens.unlock import UnlockScreen
from tests.support.screens import (
    PROFILE,
    SMALL_FIRST,
    families_screen,
    go_to,
    make_app,
    make_store,
    one_family,
    settle,
    shown,
    top,
    type_in,
)
from tests.tui.support import Table, full_disk, table

TYPED: Final = "Iets nieuws"


async def words(t: Table) -> None:
    await t.sit_at("goals")
    await t.click(t.button("button.change"))


async def first_words(t: Table) -> None:
    await t.sit_at("goals")
    await t.click(t.button("button.add_goal"))


async def example(t: Table) -> None:
    await t.sit_at("words")
    await t.press("f4")
    await t.click("#write")


async def reason(t: Table) -> None:
    await t.sit_at("topics")
    await t.click("#add-topic")
    await t.press("1", "enter")


async def day(t: Table) -> None:
    await words_of_a_step(t)
    await t.press("1", "enter")


async def name(t: Table) -> None:
    await words_of_a_step(t)
    # Before the last, which is that nobody knows yet.
    number = len(t.top.query("ChoiceItem")) - 1
    await t.press(str(number), "enter")


async def words_of_a_step(t: Table) -> None:
    await t.sit_at("goals")
    await t.click(t.button("button.change", 1))
    await t.press("enter")


FIELDS: Final[dict[str, tuple[Callable[[Table], Awaitable[None]], type]]] = {
    "own words that stand": (words, WordsScreen),
    "first own words": (first_words, WordsScreen),
    "an example": (example, WordsScreen),
    "why a topic": (reason, WordsScreen),
    "a day": (day, DateScreen),
    "a name": (name, NameScreen),
}


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_leaving_a_dialog_asks_before_what_was_typed_is_lost(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with table(tmp_path, "goals", size=size) as t:
        for field, (open_it, dialog) in FIELDS.items():
            await open_it(t)
            assert isinstance(t.top, dialog), field
            await t.retype(TYPED)
            await t.press("escape")
            assert isinstance(t.top, SureScreen), field
            assert t.says("common.not_kept_yet")
            assert t.sees(TYPED), field
            await t.press("enter")
            assert isinstance(t.top, dialog), field
            assert t.sees(TYPED), "Enter goes on typing"
            await t.press("escape", "escape")
            assert isinstance(t.top, dialog), "so does Escape"
            await t.press("escape")
            await t.click("#confirm")
            assert not isinstance(t.top, dialog), field
            await open_it(t)
            assert not t.sees(TYPED), field


async def test_leaving_a_dialog_asks_nothing_where_nothing_was_typed(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for field, (open_it, dialog) in FIELDS.items():
            await open_it(t)
            assert isinstance(t.top, dialog), field
            await t.press("escape")
            assert not isinstance(t.top, SureScreen | dialog), field


async def test_a_full_disk_loses_nothing_either(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        await words(t)
        await t.retype(TYPED)
        with full_disk(t):
            await t.press("escape")
            assert isinstance(t.top, SureScreen)
            await t.press("enter")
            assert t.sees(TYPED)
        await t.press("enter")
        assert t.kept.plan.goals[0].words.text == TYPED


async def test_where_a_paper_goes_stands_there_again(tmp_path: Path) -> None:
    folder, file_name = str(tmp_path / "elders"), "verslag van vandaag"
    async with table(tmp_path, "export") as t:
        for _time in range(2):
            await t.press("1", "enter", "enter")
            assert isinstance(t.top, SaveScreen)
            t.top.query_one("#folder", Input).value = folder
            t.top.query_one("#name", Input).value = file_name
            await t.press("escape")
            assert isinstance(t.top, PreviewScreen)
            await t.press("enter")
            assert t.top.query_one("#folder", Input).value == folder
            assert t.top.query_one("#name", Input).value == file_name
            await t.press("escape", "escape")
            assert t.on_top
        await t.press("2", "enter", "enter")
        assert t.top.query_one("#folder", Input).value == folder
        assert t.top.query_one("#name", Input).value != file_name


@pytest.mark.parametrize("way", ["escape", "#back"])
async def test_the_screens_of_the_professional_ask_before_something_is_lost(
    tmp_path: Path, way: str
) -> None:
    async with families_screen(one_family(tmp_path / "f.db")) as pilot:

        async def press(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)
                await settle(pilot)

        async def leave() -> None:
            if way != "escape":
                await go_to(pilot, way)
            await press("escape" if way == "escape" else "enter")

        for screen in (SettingsScreen, FamilyWordsScreen):
            for change in (False, True):
                if screen is SettingsScreen:
                    await go_to(pilot, "#settings")
                    await press("enter")
                else:
                    await go_to(pilot, "#search Input")
                    await press("enter")
                    await go_to(pilot, "#words")
                    await press("enter")
                assert isinstance(top(pilot), screen)
                if change:
                    if screen is SettingsScreen:
                        await type_in(pilot, TYPED)
                    else:
                        await go_to(pilot, "#rung")
                        await press("1")
                    await leave()
                    assert isinstance(top(pilot), AskScreen)
                    assert "nog niet bewaard" in shown(pilot)
                    await press("enter")
                    assert isinstance(top(pilot), screen), "the safe answer has the focus"
                    await leave()
                    await go_to(pilot, "#yes")
                    await press("enter")
                else:
                    await leave()
                assert isinstance(top(pilot), FamiliesScreen), (screen, change)
        assert pilot.app.screen.app is pilot.app


async def test_stopping_says_so_where_something_would_be_lost(tmp_path: Path) -> None:
    async with families_screen(make_store(tmp_path / "f.db", profile=PROFILE)) as pilot:
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert isinstance(top(pilot), QuitScreen)
        assert "Wij bewaren alles" in shown(pilot)
        await pilot.press("escape")
        await go_to(pilot, "#settings")
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, TYPED)
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert "gaat dan weg" in shown(pilot)
    async with table(tmp_path, "goals", name="again.db") as t:
        await name(t)
        await t.retype(TYPED)
        await t.press("ctrl+q")
        assert t.says("quit.not_kept")


async def test_stopping_at_the_first_start_says_so(tmp_path: Path) -> None:
    app = make_app(tmp_path / "new.db", passphrase="geheime zin van vijf woorden")
    async with app.run_test() as pilot:
        await settle(pilot)
        assert isinstance(top(pilot), UnlockScreen)
        # There is no file yet: nothing is promised, also not by a button.
        for typed, told in (("", "Wij bewaren nu nog niets."), (TYPED, "gaat dan weg")):
            await type_in(pilot, typed)
            await pilot.press("escape")
            await settle(pilot)
            assert isinstance(top(pilot), QuitScreen)
            assert told in shown(pilot)
            assert "Stoppen en bewaren" not in shown(pilot)
            assert "Verder praten" not in shown(pilot)
            await pilot.press("escape")
            await settle(pilot)


async def test_back_from_enough_for_today_is_where_it_was(tmp_path: Path) -> None:
    async with table(tmp_path) as t:
        for place in ("words", "choice", "topics", "goals", "look_back", "side_by_side"):
            await t.sit_at(place)
            before, step = t.kept, t.step
            await t.click("#enough")
            assert t.step.kind == "summary"
            await t.press("escape")
            assert (t.step, t.kept) == (step, before), place
