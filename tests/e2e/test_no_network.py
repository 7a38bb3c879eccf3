"""A conversation stays on this computer: a part of one with the network out of reach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from giz_gesprek.store import Store
from giz_gesprek.tui.dialogs.preview import PreviewScreen
from giz_gesprek.tui.dialogs.saving import SaveScreen
from giz_gesprek.tui.dialogs.written import WrittenScreen
from tests.support.screens import make_app, settle, shown, top, type_in
from tests.support.talking import PASSPHRASE, at_table, keep_in_store, question_step
from tests.support.terminal import flat

TOPIC = "eating_sleeping"


def papers_in(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in folder.glob("*.txt")]


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when the one before has been dealt with."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def make_text(pilot: Pilot[None]) -> None:
    """Go through the dialogs of the paper; they wait for somebody, so nothing settles."""
    await pilot.press("enter")
    await come_to(pilot, PreviewScreen)
    await pilot.press("enter")
    await come_to(pilot, SaveScreen)
    await pilot.press("2", "enter")
    await come_to(pilot, WrittenScreen)


async def come_to(pilot: Pilot[None], screen: type[Screen[Any]]) -> None:
    """Wait until a screen of this kind is on top."""
    while not isinstance(top(pilot), screen):
        await pilot.pause()


async def test_opening_talking_and_writing_a_paper_need_no_network(
    store_path: Path, own_home: Path, no_network: list[str]
) -> None:
    keep_in_store(store_path, at_table(TOPIC, position=question_step(TOPIC, "strengths")))
    async with make_app(store_path, passphrase=PASSPHRASE).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "down", "enter", "enter")
        await type_in(pilot, "Zij eet alles")
        await press(pilot, "enter", "2", "enter", "f1", "escape", "f9", "x")
        await pilot.click("#enough")
        await settle(pilot)
        assert "Zij eet alles" in flat(shown(pilot))
        await press(pilot, "pagedown", "pagedown", "pagedown", "enter", "1")
        await make_text(pilot)
    assert ["Zij eet alles" in paper for paper in papers_in(own_home)] == [True]
    with Store.open(store_path, PASSPHRASE) as store:
        assert store.read("f1").conversations[0].left_at is not None
    assert no_network == []
