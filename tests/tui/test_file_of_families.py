"""What the app says and does when the file with families is missing, moves, or can only be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from giz_gesprek.paths import default_store_path
from giz_gesprek.session.places import remember_opened
from giz_gesprek.store import Store, _notices, store_exists
from giz_gesprek.tui.app import GizApp
from giz_gesprek.tui.screens.ask import AskScreen
from giz_gesprek.tui.screens.families import FamiliesScreen
from giz_gesprek.tui.screens.missing import MissingScreen
from giz_gesprek.tui.screens.unlock import UnlockScreen
from giz_gesprek.tui.widgets.field import Field
from tests.store.support import PASSPHRASE, talked
from tests.store.support import family as a_family
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
    type_in,
)
from tests.tui.support import table


@pytest.fixture
def missing(tmp_path: Path) -> Path:
    """The place of a file that was opened and is not there."""
    path = tmp_path / "stick" / "families.db"
    remember_opened(path)
    return path


@pytest.mark.parametrize("size", SMALL_FIRST)
async def test_a_file_that_was_there_before_is_no_first_start(
    missing: Path, size: tuple[int, int]
) -> None:
    async with make_app(missing).run_test(size=size) as pilot:
        assert isinstance(pilot.app.screen, MissingScreen)
        assert "Uw bestand is er niet" in shown(pilot)
        assert not store_exists(missing)
        await see_every_control(pilot)


async def test_looking_again_opens_the_file_as_soon_as_it_is_there(missing: Path) -> None:
    async with make_app(missing).run_test() as pilot:
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, MissingScreen)
        assert "geen bestand met gezinnen" in shown(pilot)
        one_family(missing)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, UnlockScreen)
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FamiliesScreen)


async def test_a_file_that_was_moved_is_opened_where_it_is(missing: Path, tmp_path: Path) -> None:
    moved = one_family(tmp_path / ("een lange naam van een map" * 5) / "families.db")
    app = make_app(missing)
    async with app.run_test() as pilot:
        app.screen.query_one("#place", Field).clear()
        await type_in(pilot, str(moved))
        await pilot.press("enter")
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)
        assert app.store_path == moved


async def test_a_new_file_in_its_place_is_made_only_when_somebody_is_sure(missing: Path) -> None:
    async with make_app(missing).run_test() as pilot:
        await pilot.click("#new")
        await settle(pilot)
        assert isinstance(pilot.app.screen, AskScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, MissingScreen)
        await pilot.click("#new")
        await settle(pilot)
        await go_to(pilot, "#yes")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, UnlockScreen)
        assert "Kies een wachtzin" in shown(pilot)


async def test_what_there_is_to_tell_about_the_file_is_told_with_the_families(
    tmp_path: Path,
) -> None:
    path = one_family(tmp_path / "families.db")
    (tmp_path / ".stfolder").touch()
    app = make_app(path, passphrase=PASSPHRASE)
    async with app.run_test() as pilot:
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, AskScreen)
        assert "Syncthing" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FamiliesScreen)


@pytest.mark.needs_posix("a file that goes while it is open")
async def test_a_file_that_is_replaced_while_families_are_shown_is_told_at_the_end(
    tmp_path: Path,
) -> None:
    path = one_family(tmp_path / "families.db")
    newer = make_store(tmp_path / "newer.db", talked(a_family("f2")))
    async with families_screen(path) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        app.families.change_settings(app.families.settings())
        newer.replace(path)
        await settle(pilot)
    kept = path.with_name("families-2.db")
    assert app.last_notices == (_notices.moved_out("replaced", kept, whole=True),)
    with Store.open(kept, PASSPHRASE) as store:
        assert [row.id for row in store.families()] == ["f1"]
    with Store.open(path, PASSPHRASE) as store:
        assert [row.id for row in store.families()] == ["f2"]


@pytest.mark.needs_posix("a file that goes while it is open")
async def test_after_its_folder_disappeared_the_list_goes_on_at_another_place(
    tmp_path: Path, own_home: Path
) -> None:
    path = one_family(tmp_path / "stick" / "families.db")
    async with families_screen(path) as pilot:
        app = pilot.app
        assert isinstance(app, GizApp)
        shutil.rmtree(path.parent)
        app.families.change_settings(app.families.settings())
        await pilot.click("#settings")
        await pilot.press("escape")
        await settle(pilot)
        await settle(pilot)
        assert "verdwenen" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "1 gezin" in shown(pilot)
    assert app.last_notices == ()
    assert (default_store_path().with_name("families-2.db")).is_relative_to(own_home)
    assert store_exists(default_store_path().with_name("families-2.db"))


@pytest.mark.needs_posix("a file that goes while it is open")
async def test_a_file_that_disappears_is_told_at_the_table_and_the_talk_goes_on(
    tmp_path: Path,
) -> None:
    async with table(tmp_path, "words") as t:
        t.store.path.unlink()
        step = t.step
        await t.retype("Hij eet goed.")
        await t.press("enter")
        assert t.step != step
        assert t.says("common.kept_elsewhere")
        answer = t.answer(step)
        assert answer is not None
        assert answer.words is not None
        assert answer.words.text == "Hij eet goed."
        assert t.store.path.stem.endswith("-2")
        await t.press("escape")
        assert not t.says("common.kept_elsewhere")
