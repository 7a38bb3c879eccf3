"""The names of families, which nobody beside the professional reads by accident."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.conversation import ConversationScreen
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.family_actions import FamilyActionsScreen
from giz_gesprek.tui.screens.lock import LockScreen
from tests.store.support import PASSPHRASE, family, talked
from tests.support.screens import (
    SMALL_FIRST,
    families_screen,
    go_to,
    make_store,
    settle,
    shown,
    top,
    type_in,
)

NAMES = ("Gezin Klaver", "Gezin Çelik")


def two_families(path: Path) -> Path:
    return make_store(path, *(talked(family(f"f{at}", name)) for at, name in enumerate(NAMES)))


def seen(pilot: Pilot[None]) -> list[str]:
    return [name for name in NAMES if name in shown(pilot)]


async def unlock(pilot: Pilot[None]) -> None:
    assert isinstance(top(pilot), LockScreen)
    await type_in(pilot, PASSPHRASE)
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(top(pilot), FamiliesScreen)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_unlocking_shows_no_name_until_one_is_searched_or_all_are_asked_for(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = two_families(tmp_path / "f.db")
    async with families_screen(path, size, names=False) as pilot:
        assert "2 gezinnen" in shown(pilot)
        assert "Typ drie letters" in " ".join(shown(pilot).split())
        assert seen(pilot) == []
        await pilot.press("enter", "g", "e")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
        assert seen(pilot) == []
        await pilot.press("backspace", "backspace")
        await type_in(pilot, "celi")
        await settle(pilot)
        assert seen(pilot) == ["Gezin Çelik"]
        await type_in(pilot, "zz")
        await settle(pilot)
        assert "Geen gezin heeft deze letters" in shown(pilot)
        await pilot.press(*["backspace"] * 6, "down")
        await settle(pilot)
        assert seen(pilot) == list(NAMES)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamilyActionsScreen)


async def test_the_button_shows_all_names_too(tmp_path: Path) -> None:
    async with families_screen(two_families(tmp_path / "f.db"), names=False) as pilot:
        await pilot.click("#show-all")
        await settle(pilot)
        assert seen(pilot) == list(NAMES)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_after_the_lock_the_names_are_hidden_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with families_screen(two_families(tmp_path / "f.db"), size) as pilot:
        assert seen(pilot) == list(NAMES)
        app = pilot.app
        assert isinstance(app, GizApp)
        for typed in ("", "klaver"):
            await type_in(pilot, typed)
            app.lock()
            await settle(pilot)
            assert seen(pilot) == []
            await unlock(pilot)
            assert seen(pilot) == [], typed


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_leaving_a_conversation_shows_no_other_family(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with families_screen(two_families(tmp_path / "f.db"), size) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await go_to(pilot, "#continue")
        await pilot.press("enter")
        await settle(pilot)
        screen = top(pilot)
        assert isinstance(screen, ConversationScreen)
        screen.leave()
        await settle(pilot)
        await unlock(pilot)
        assert seen(pilot) == []
        focused = pilot.app.focused
        assert focused is not None
        assert focused.parent is not None
        assert focused.parent.id == "search", "and typing searches at once"


@pytest.mark.parametrize("button", ["#settings", "#new", "#lock", "#stop"])
async def test_nothing_that_leads_away_keeps_the_focus(tmp_path: Path, button: str) -> None:
    async with families_screen(two_families(tmp_path / "f.db")) as pilot:
        await go_to(pilot, button)
        await pilot.press("enter")
        await settle(pilot)
        if button == "#lock":
            await unlock(pilot)
        else:
            await pilot.press("escape")
            await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
        assert pilot.app.focused is not None
        assert pilot.app.focused.parent is not None
        assert pilot.app.focused.parent.id == "search"
