"""Giving a family along as a file and taking one over, on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.session.family_files import FamilyFiles
from giz_gesprek.store import Store
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.give_along import GiveAlongScreen
from giz_gesprek.tui.screens.take_over import TakeOverScreen
from tests.store.support import NOW, PASSPHRASE, family, talked
from tests.support.screens import (
    SMALL_FIRST,
    families_screen,
    go_to,
    make_store,
    one_family,
    see_every_control,
    settle,
    shown,
    top,
    type_in,
)

OF_FILE = "lepel fiets wolk kaas ladder"


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_family_goes_to_a_colleague(tmp_path: Path, size: tuple[int, int]) -> None:
    file = tmp_path / "family.giz"
    async with families_screen(one_family(tmp_path / "here.db"), size) as pilot:
        await pilot.press("enter")
        await go_to(pilot, "#give")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), GiveAlongScreen)
        await see_every_control(pilot)
        for field in ("#passphrase Input", "#passphrase-again Input"):
            await go_to(pilot, field)
            await type_in(pilot, OF_FILE)
            await pilot.press("enter")
        await settle(pilot)
        await go_to(pilot, "#place Input")
        await pilot.press("ctrl+u", "ctrl+k")
        await type_in(pilot, str(file))
        await pilot.press("enter")
        await settle(pilot)
        assert file.exists()
        assert "Het bestand staat hier" in shown(pilot)

    async with families_screen(make_store(tmp_path / "there.db"), size) as pilot:
        await go_to(pilot, "#take-over")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), TakeOverScreen)
        await type_in(pilot, str(file))
        await pilot.press("enter")
        await type_in(pilot, "iets anders")
        await pilot.press("enter")
        await settle(pilot)
        assert "wachtzin" in shown(pilot)
        await type_in(pilot, OF_FILE)
        await pilot.press("enter")
        await settle(pilot)
        await see_every_control(pilot)
        await go_to(pilot, "#take")
        await pilot.press("enter")
        await settle(pilot)
        assert "Het gezin is overgenomen" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
        assert "1 gezin" in shown(pilot)


async def test_what_went_on_here_is_not_offered_to_be_replaced(tmp_path: Path) -> None:
    path = make_store(tmp_path / "here.db", talked(family()))
    file = tmp_path / "family.giz"
    with Store.open(path, PASSPHRASE) as store:
        FamilyFiles(store, lambda: NOW).write("f1", str(file), OF_FILE)
        changed = store.read("f1").conversations[0].model_copy(update={"parked": ("safety",)})
        store.save(store.read("f1").with_conversation(changed), now=NOW)
    async with families_screen(path) as pilot:
        await go_to(pilot, "#take-over")
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, str(file))
        await pilot.press("enter")
        await type_in(pilot, OF_FILE)
        await pilot.press("enter")
        await settle(pilot)
        assert "gaat verder dan dit bestand" in " ".join(shown(pilot).split())
        assert not top(pilot).query_one("#take").display
