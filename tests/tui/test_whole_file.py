"""A backup, putting one back, another passphrase and everything gone, on the screen."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from giz_gesprek.session import whole_file
from giz_gesprek.session.clock import utc_now
from giz_gesprek.session.whole_file import WholeFile
from giz_gesprek.store import Store
from giz_gesprek.tui.screens.backup import BackupScreen
from giz_gesprek.tui.screens.change_passphrase import ChangePassphraseScreen
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.file import FileScreen
from giz_gesprek.tui.screens.lock import LockScreen
from giz_gesprek.tui.screens.restore import RestoreScreen
from giz_gesprek.tui.screens.unlock import UnlockScreen
from giz_gesprek.tui.screens.wipe import WipeScreen
from tests.store.support import NOW, PASSPHRASE, family, talked
from tests.support.screens import (
    SMALL_FIRST,
    families_screen,
    go_to,
    make_app,
    make_store,
    one_family,
    see_every_control,
    settle,
    shown,
    top,
    type_in,
)

NEW = "acht groene kikkers op de brug"


async def press(pilot: Pilot[None], button: str) -> None:
    await go_to(pilot, button)
    await pilot.press("enter")
    await settle(pilot)


async def open_file(pilot: Pilot[None], way: str) -> None:
    for button in ("#settings", "#file", way):
        await press(pilot, button)
    await see_every_control(pilot)


async def fill_in(pilot: Pilot[None], field: str, text: str) -> None:
    await go_to(pilot, f"{field} Input")
    await pilot.press("ctrl+u", "ctrl+k")
    await type_in(pilot, text)


def words(pilot: Pilot[None]) -> str:
    return " ".join(shown(pilot).replace("┃", " ").split())


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_backup_comes_back_on_another_laptop(tmp_path: Path, size: tuple[int, int]) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    async with families_screen(make_store(tmp_path / "f.db", talked(family())), size) as pilot:
        await open_file(pilot, "#backup")
        assert isinstance(top(pilot), BackupScreen)
        await fill_in(pilot, "#place", str(tmp_path / "no folder" / "x.db"))
        await press(pilot, "#done")
        assert "Zit de stick in de laptop" in words(pilot)
        await fill_in(pilot, "#place", str(stick))
        await pilot.press("enter")
        await settle(pilot)
        assert "is geopend en gelezen" in words(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FileScreen)
        assert "De laatste reservekopie is gemaakt" in words(pilot)
    [backup] = stick.iterdir()

    async with make_app(tmp_path / "other" / "f.db").run_test(size=size) as pilot:
        await press(pilot, "#restore")
        assert isinstance(top(pilot), RestoreScreen)
        assert "onder een andere naam" not in words(pilot), "here there is nothing yet"
        await see_every_control(pilot)
        await fill_in(pilot, "#place", str(backup))
        await fill_in(pilot, "#passphrase", "iets anders")
        await pilot.press("enter")
        await settle(pilot)
        assert "wachtzin" in words(pilot)
        await fill_in(pilot, "#passphrase", PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert "1 gezin, 1 gesprek" in words(pilot)
        await see_every_control(pilot)
        await press(pilot, "#take")
        assert "De reservekopie is teruggezet" in words(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
        assert "1 gezin" in words(pilot)
        await press(pilot, "#lock")
        assert isinstance(top(pilot), LockScreen)


async def test_an_open_file_goes_on_in_a_backup_and_its_passphrase_unlocks(tmp_path: Path) -> None:
    path = make_store(tmp_path / "f.db", talked(family()))
    with Store.open(path, PASSPHRASE) as store:
        WholeFile(store, utc_now).back_up(str(tmp_path / "backup.db"))
        store.save(family("f2", "Vlierbes"), now=NOW)
        store.change_passphrase(NEW)
    app = make_app(path, passphrase=NEW)
    async with app.run_test() as pilot:
        await settle(pilot)
        await open_file(pilot, "#restore")
        assert "onder een andere naam" in words(pilot)
        await fill_in(pilot, "#place", str(tmp_path / "backup.db"))
        await fill_in(pilot, "#passphrase", PASSPHRASE)
        await press(pilot, "#look")
        await press(pilot, "#take")
        # A long place goes on in the next line.
        assert "f-before-restore-" in words(pilot).replace(" ", "")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)
        assert "1 gezin" in words(pilot)
        await press(pilot, "#lock")
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), FamiliesScreen)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_another_passphrase_unlocks_from_then_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = one_family(tmp_path / "f.db")
    async with families_screen(path, size) as pilot:
        await open_file(pilot, "#passphrase")
        assert isinstance(top(pilot), ChangePassphraseScreen)
        await fill_in(pilot, "#used", "iets anders")
        for field in ("#passphrase", "#passphrase-again"):
            await fill_in(pilot, field, NEW)
        await pilot.press("enter")
        await settle(pilot)
        assert "niet de wachtzin van nu" in words(pilot)
        await fill_in(pilot, "#used", PASSPHRASE)
        await press(pilot, "#done")
        assert "alleen open met de nieuwe wachtzin" in words(pilot)
        await pilot.press("enter", "escape", "escape")
        await settle(pilot)
        await press(pilot, "#lock")
        for typed, screen in ((PASSPHRASE, LockScreen), (NEW, FamiliesScreen)):
            await type_in(pilot, typed)
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(top(pilot), screen)
    with Store.open(path, NEW) as store:
        assert len(store.families()) == 1


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_everything_goes_only_after_two_words_and_a_yes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = one_family(tmp_path / "data" / "f.db")
    async with families_screen(path, size) as pilot:
        await open_file(pilot, "#wipe")
        assert isinstance(top(pilot), WipeScreen)
        await type_in(pilot, "ja")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(top(pilot), WipeScreen)
        assert "Typ deze woorden" in words(pilot)
        await fill_in(pilot, "#words", "alles verwijderen")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")  # on what keeps everything
        await settle(pilot)
        assert path.exists()
        await press(pilot, "#done")
        await press(pilot, "#yes")
        assert list(path.parent.iterdir()) == []
        assert "Voorgoed verwijderd op" in words(pilot)
        await pilot.press("enter")
        await settle(pilot)
    assert pilot.app.return_code == 0


async def test_a_backup_is_reminded_of_once_and_never_after_a_conversation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_file, "_LONGEST_WITHOUT", timedelta(days=7))
    path = make_store(tmp_path / "f.db", talked(family()))
    async with families_screen(path, (40, 20)) as pilot:
        assert "Er is nog geen reservekopie" in words(pilot)
        assert "Ganzenbloem" in words(pilot), "the list is still there"
        screen = top(pilot)
        assert isinstance(screen, FamiliesScreen)
        screen.hide_names()  # as a conversation does
        screen.on_screen_resume()
        await settle(pilot)
        assert "reservekopie" not in words(pilot)


async def test_a_first_start_can_be_left_after_looking_for_a_backup(tmp_path: Path) -> None:
    async with make_app(tmp_path / "f.db").run_test() as pilot:
        await press(pilot, "#restore")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(top(pilot), UnlockScreen)
