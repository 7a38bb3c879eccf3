"""Opening the store, and making it at the first start."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.errors import NewerStore
from giz_gesprek.store import Profile, Store, store_exists
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.ask import AskScreen
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.unlock import UnlockScreen
from tests.store.support import PASSPHRASE, family, talked
from tests.support.screens import (
    HOSTILE,
    SMALL_FIRST,
    families_screen,
    make_app,
    make_store,
    one_family,
    opened_conversations,
    see_every_control,
    settle,
    shown,
    type_in,
)


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_the_first_start_makes_a_store_by_keyboard(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "families.db"
    app = make_app(path)
    async with app.run_test(size=size) as pilot:
        for line in (PASSPHRASE, PASSPHRASE, "Sofie", HOSTILE, "06 1"):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)
    with Store.open(path, PASSPHRASE) as store:
        assert store.profile() == Profile(name="Sofie", organisation=HOSTILE, phone="06 1")


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_every_control_of_the_first_start_is_reached(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with make_app(tmp_path / "families.db").run_test(size=size) as pilot:
        await see_every_control(pilot)


async def test_a_weak_passphrase_is_explained_and_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    async with make_app(path).run_test() as pilot:
        await type_in(pilot, "zomer2026")
        assert "Maak hem langer" in shown(pilot)
        await pilot.press("enter")
        for line in ("zomer2026", "Sofie", "Wijkteam", ""):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, AskScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, UnlockScreen)
        assert not store_exists(path)


async def test_two_different_passphrases_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    async with make_app(path).run_test() as pilot:
        for line in (PASSPHRASE, PASSPHRASE.upper(), "Sofie", "Wijkteam", ""):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert "niet gelijk" in shown(pilot)
        assert not store_exists(path)


async def test_an_organisation_is_needed_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    async with make_app(path).run_test(size=(80, 60)) as pilot:
        for line in (PASSPHRASE, PASSPHRASE, "Sofie", "", "06 1"):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert "Vul in voor welke organisatie u werkt" in shown(pilot)
        await type_in(pilot, "Wijkteam")
        await pilot.press("enter", "enter")
        await settle(pilot)
    with Store.open(path, PASSPHRASE) as store:
        assert store.profile().name == "Sofie"


async def test_a_wrong_passphrase_is_one_sentence_and_another_try(tmp_path: Path) -> None:
    app = make_app(one_family(tmp_path / "families.db"))
    async with app.run_test() as pilot:
        await type_in(pilot, "iets anders")
        await pilot.press("enter")
        await settle(pilot)
        assert "Deze wachtzin opent dit bestand niet" in shown(pilot)
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)
        assert app.given_passphrase is None


async def test_pressing_enter_twice_opens_once(tmp_path: Path) -> None:
    app = make_app(one_family(tmp_path / "families.db"))
    async with app.run_test() as pilot:
        await type_in(pilot, PASSPHRASE)
        screen = pilot.app.screen
        assert isinstance(screen, UnlockScreen)
        screen.open_with_typed()
        screen.open_with_typed()
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)


async def test_a_store_that_is_open_elsewhere_says_so(tmp_path: Path) -> None:
    path = one_family(tmp_path / "families.db")
    with Store.open(path, PASSPHRASE):
        async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
            await settle(pilot)
            assert "al open in een ander venster" in shown(pilot)


@pytest.mark.parametrize("content", [b"", b"geen database" * 500])
async def test_a_damaged_or_foreign_file_says_so_and_stays(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "families.db"
    path.write_bytes(content)
    async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
        await settle(pilot)
        assert "! " in shown(pilot)
    assert path.read_bytes() == content


async def test_a_newer_store_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> Store:
        raise NewerStore

    path = one_family(tmp_path / "families.db")
    monkeypatch.setattr(Store, "open", refuse)
    async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
        await settle(pilot)
        assert "nieuwere versie" in shown(pilot)


async def test_a_given_passphrase_opens_at_once_and_is_forgotten(tmp_path: Path) -> None:
    async with families_screen(one_family(tmp_path / "families.db")) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        assert app.given_passphrase is None
        assert "Demonstratie" not in shown(pilot)


async def test_the_demo_says_that_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_conversations(monkeypatch)
    path = make_store(tmp_path / "families.db", talked(family()))
    async with families_screen(path, demo=True) as pilot:
        assert "Demonstratie" in shown(pilot)


async def test_with_a_given_passphrase_the_first_start_asks_only_who(tmp_path: Path) -> None:
    path = tmp_path / "families.db"
    async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
        assert not pilot.app.screen.query("#passphrase")
        for line in ("Sofie", "Wijkteam", ""):
            await type_in(pilot, line)
            await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FamiliesScreen)


async def test_what_nobody_foresaw_is_not_swallowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_arguments: object) -> Store:
        raise ZeroDivisionError

    path = one_family(tmp_path / "families.db")
    monkeypatch.setattr(Store, "open", break_down)
    with pytest.raises(ZeroDivisionError):
        async with make_app(path, passphrase=PASSPHRASE).run_test() as pilot:
            await settle(pilot)
