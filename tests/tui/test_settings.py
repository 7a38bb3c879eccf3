"""The profile, the colours, the lock and about."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from giz_gesprek import __version__
from giz_gesprek.errors import StoreFull
from giz_gesprek.speech.added import keep, voice_at
from giz_gesprek.store import Store
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.settings import SettingsScreen
from giz_gesprek.tui.themes import DARK, LIGHT
from giz_gesprek.tui.widgets.field import Field
from tests.store.support import PASSPHRASE
from tests.support.screens import (
    PROFILE,
    SMALL_FIRST,
    families_screen,
    go_to,
    library,
    make_store,
    refused,
    see_every_control,
    settle,
    shown,
    tab_to,
    top,
    type_in,
)
from tests.support.voice_files import a_voice


async def open_settings(pilot: Pilot[None]) -> None:
    await go_to(pilot, "#settings")
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(top(pilot), SettingsScreen)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_control_is_reached(tmp_path: Path, size: tuple[int, int]) -> None:
    async with families_screen(make_store(tmp_path / "f.db"), size) as pilot:
        await open_settings(pilot)
        await see_every_control(pilot)
        await tab_to(pilot, "About")
        assert "Uw gezinnen" in shown(pilot)


async def test_what_is_saved_works_at_once_and_the_next_time(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db")
    async with families_screen(path) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        await open_settings(pilot)
        await type_in(pilot, " de Wit")
        await go_to(pilot, "#theme")
        await pilot.press("2")
        await go_to(pilot, "#pictures")
        await pilot.press("2")
        minutes = app.screen.query_one("#minutes", Field)
        minutes.clear()
        minutes.take_focus()
        await type_in(pilot, "5")
        await go_to(pilot, "#save")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)
        assert (app.theme, app.idle.minutes, app.pictures) == (DARK.name, 5, "blocks")
    changes = {
        "name": "Sofie de Wit",
        "theme": DARK.name,
        "idle_minutes": 5,
        "pictures": "blocks",
    }
    with Store.open(path, PASSPHRASE) as store:
        assert store.profile() == PROFILE.model_copy(update=changes)
    async with families_screen(path) as pilot:
        assert pilot.app.theme == DARK.name
        assert isinstance(pilot.app, GizApp)
        assert pilot.app.pictures == "blocks"


@pytest.mark.usefixtures("no_voice_of_the_system")
async def test_a_voice_is_chosen_for_all_where_there_are_more(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db")
    async with families_screen(path, (80, 60)) as pilot:
        await open_settings(pilot)
        assert "U kunt een stem toevoegen" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        keep(voice_at(a_voice(tmp_path / "nl_NL-alex-medium.onnx")))
        await open_settings(pilot)
        await go_to(pilot, "#voice")
        assert "▶ 1  De stem van het programma" in shown(pilot)
        await pilot.press("2")
        await go_to(pilot, "#save")
        await pilot.press("enter")
        await settle(pilot)
    with Store.open(path, PASSPHRASE) as store:
        assert store.profile().voice == "nl_NL-alex-medium"


async def test_a_theme_that_is_not_known_here_is_the_light_one(tmp_path: Path) -> None:
    profile = PROFILE.model_copy(update={"theme": "from-later"})
    async with families_screen(make_store(tmp_path / "f.db", profile=profile)) as pilot:
        assert pilot.app.theme == LIGHT.name


@pytest.mark.parametrize("typed", ["", "0", "121", "-5"])
async def test_other_minutes_are_refused_at_the_line(tmp_path: Path, typed: str) -> None:
    async with families_screen(make_store(tmp_path / "f.db"), (80, 60)) as pilot:
        await open_settings(pilot)
        pilot.app.screen.query_one("#minutes", Field).input.value = typed
        await go_to(pilot, "#save")
        await pilot.press("enter")
        await settle(pilot)
        assert "Typ een getal van 1 tot en met 120" in shown(pilot)


async def test_a_full_disk_is_said_and_what_was_typed_stays(tmp_path: Path) -> None:
    async with families_screen(make_store(tmp_path / "f.db"), (80, 60)) as pilot:
        await open_settings(pilot)
        await type_in(pilot, "iets anders")
        await go_to(pilot, "#save")
        with refused("save_profile", StoreFull):
            await pilot.press("enter")
            await settle(pilot)
        assert "De schijf is vol" in shown(pilot)
        assert "iets anders" in shown(pilot)


async def test_escape_changes_nothing(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db")
    async with families_screen(path) as pilot:
        await open_settings(pilot)
        await type_in(pilot, "iets anders")
        await pilot.press("escape")
        await settle(pilot)
        await go_to(pilot, "#yes")
        await pilot.press("enter")
        await settle(pilot)
    with Store.open(path, PASSPHRASE) as store:
        assert store.profile() == PROFILE


async def test_about_tells_what_this_is_and_where_the_families_are(tmp_path: Path) -> None:
    async with families_screen(make_store(tmp_path / "f.db"), (200, 60)) as pilot:
        await open_settings(pilot)
        text = shown(pilot)
        assert "geen officieel GIZ-product" in text
        assert __version__ in text
        assert library().version in text
        assert str(tmp_path / "f.db") in text
